"""The pages that a command line names: paths, globs and `-`; for what is no page, the command that takes it."""

import os
import re
from collections.abc import Iterable
from glob import glob, has_magic
from shlex import quote

from cleaner.errors import InputError

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_STDIN = "-"


def pages(command: str, names: Iterable[str]) -> list[str]:
    """Return the pages that *names* stand for, each once; patterns that no shell looked up are looked up here.

    Raises `InputError` for a pattern that no file fits, and `ValueError` as `refuse`.
    """
    found = list(dict.fromkeys(path for name in names for path in _expand(name)))
    for path in found:
        refuse(command, path)
    return found


def refuse(command: str, name: str) -> None:
    """Raise `ValueError` for the name of something else than one page, and say how *command* gets to its pages."""
    shown = quote(name)
    if _ADDRESS.match(name) and not os.path.exists(name):
        fetched = f"curl -sL {shown} | cleaner {command} - --url {shown}"
        raise ValueError(f"{name} is an address, and pages are read from files: {fetched}")
    if os.path.isdir(name):
        raise ValueError(f"{name} is a folder, and `{command}` takes pages: use run, `cleaner run {shown}`")
    if os.path.exists(name) and _holds_records(name):
        raise ValueError(f"{name} holds records, and `{command}` takes pages: use run, `cleaner run {shown}`")


def _expand(name: str) -> list[str]:
    if name == _STDIN or os.path.exists(name) or _ADDRESS.match(name) or not has_magic(name):
        return [name]
    found = [path for path in sorted(glob(name, recursive=True)) if os.path.isfile(path) and not _holds_records(path)]
    if not found:
        raise InputError(f"{name}: no file fits")
    return found


def _holds_records(name: str) -> bool:
    from cleaner.io.folder import is_page_file

    if is_page_file(name):  # most are, and the readers of the others take a while to import
        return False
    from cleaner.io.inputs import is_known

    return is_known(name)
