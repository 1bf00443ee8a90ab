"""Names of articles' files that keep the names and folders of the pages they came from, for `run --keep-dirs`."""

import os
from collections.abc import Sequence
from pathlib import Path

from cleaner.io.folder import is_page_file

_NAME_BYTES = 240
"""Bytes of one name, so that there is room for an ending: disks take 255."""
_OURS = frozenset(["index.jsonl", "progress.json", "sites.sqlite"])
"""Files that a run itself writes into its folder."""
_ENDING = ".html"


def common_folder(inputs: Sequence[str]) -> str | None:
    """Return the folder that all inputs lie in: a folder that is the only one, itself; None if nothing has a place."""
    folders = [os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path) or ".") for path in inputs]
    return os.path.commonpath(folders) if folders else None


def kept_name(place: str, root: str, suffix: str) -> str | None:
    """Return the file for the page at *place*, as seen from the output folder: where the page lies below *root*.

    `.html` becomes *suffix*; any other ending stays before it, and so does `.html` after another one, so that no two
    pages share a file. None for a page that
    lies elsewhere, and for names that not every disk takes, or that are our own.
    """
    path = os.path.relpath(os.path.abspath(place), root)
    parts = Path(path).parts
    if not parts or ".." in parts or not all(map(_is_plain, parts)):
        return None
    stem = path.removesuffix(_ENDING)
    name = f"{path if is_page_file(stem) else stem}{suffix}"
    return None if name in _OURS or parts[0] in _OURS else name


def _is_plain(part: str) -> bool:
    try:
        return len(part.encode("utf-8")) <= _NAME_BYTES
    except UnicodeEncodeError:
        return False
