"""What rule files hold, kept as JSON in the user's cache, so that a start need not read YAML again.

An entry is named by the SHA-256 of the file's text and of what reads it, so it can never be stale. It holds its
name, so that the entry of another text is none in its place; it is written at once or not at all, and what it holds
goes through the same checks as YAML. Only sound files have entries: faults need the lines of everything.
"""

import hashlib
import json
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import time
from typing import Any

import platformdirs

from cleaner.rules import yaml_source
from cleaner.rules.schema import FORMAT
from cleaner.rules.yaml_source import Source

MAX_AGE_DAYS = 60
"""Days. Entries that nobody has read for so long go when a new one is written. Not measured."""

COMPILED = ".compiled"
"""What the names of entries of `cleaner.rules.compiled` end in."""


def index_folder() -> Path:
    """Return the folder of the entries; it may not exist.

    Raises `OSError` for a user without a home.
    """
    try:
        return platformdirs.user_cache_path("cleaner") / "rules"
    except RuntimeError as error:
        raise OSError(str(error)) from None


def recall(text: str, name: str) -> tuple[Source, dict[str, Any]] | None:
    """Return the source, with the lines of its rules, and the values of a file's *text*; None without an entry."""
    try:
        path = _entry(text)
        entry = json.loads(read(path))
        if entry["name"] != path.name:
            return None
        lines = {("rules", at): line for at, line in enumerate(entry["lines"])}
        lines |= {("platforms", platform): line for platform, line in entry["platforms"].items()}
        return Source(name, lines), entry["content"]  # type: ignore[arg-type]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keep(text: str, source: Source, content: dict[str, Any]) -> None:
    """Write the entry of a sound file; where that cannot be done, the next start reads YAML again."""
    lines = [source.line(("rules", at)) for at in range(len(content["rules"]))]
    platforms = {name: source.line(("platforms", name)) for name in content.get("platforms") or {}}
    with suppress(OSError):
        path = _entry(text)
        entry = {"name": path.name, "lines": lines, "platforms": platforms, "content": content}
        write(path, json.dumps(entry, ensure_ascii=False).encode("utf-8"))


def read(path: Path) -> bytes:
    """Return what an entry holds, and note that it is in use.

    Raises `OSError`, also for a pipe in its place, which would be waited for.
    """
    if not path.is_file():
        raise OSError(f"{path} is no file")
    content = path.read_bytes()
    with suppress(OSError):
        os.utime(path)
    return content


def write(path: Path, content: bytes) -> None:
    """Write an entry at once or not at all."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            try:
                part.write(content)
                part.flush()
                os.replace(part.name, path)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
        _drop_old(path.parent)


def is_canonical(text: str) -> bool:
    """Say whether a rule file's *text* is known to be in canonical form; a mark in the cache says so."""
    with suppress(OSError):
        return _mark(text).exists()
    return False


def mark_canonical(text: str) -> None:
    """Note that a rule file's *text* is in canonical form: finding out costs ten times as much as reading it."""
    with suppress(OSError):
        _mark(text).parent.mkdir(parents=True, exist_ok=True)
        _mark(text).touch()


def _mark(text: str) -> Path:
    return _named(_writer(), text, "canonical")


def clear() -> int:
    """Delete all entries and marks and return how many there were."""
    entries = [path for path in index_folder().glob("*.*") if path.suffix in (".json", ".canonical", COMPILED)]
    for path in entries:
        path.unlink(missing_ok=True)
    return len(entries)


def _entry(text: str) -> Path:
    return _named(_reader(), text, "json")


def _named(engine: bytes, text: str, suffix: str) -> Path:
    digest = hashlib.sha256(engine)
    digest.update(text.encode("utf-8"))
    return index_folder() / f"{digest.hexdigest()}.{suffix}"


@cache
def _reader() -> bytes:
    """Return what stands for the engine: the language's version, and the code that reads YAML."""
    readers = (Path(yaml_source.__file__).with_name(f"{name}.py") for name in ("yaml_source", "yaml_reading"))
    return str(FORMAT).encode() + b"".join(reader.read_bytes() for reader in readers)


@cache
def _writer() -> bytes:
    """Return what stands for the canonical form: the code that writes it."""
    from cleaner.rules import canonical, key_order, layout, scalar_lines, yaml_tree

    writers = (canonical, key_order, layout, scalar_lines, yaml_tree)
    return b"".join(Path(str(one.__file__)).read_bytes() for one in writers)


def _drop_old(folder: Path) -> None:
    oldest = time() - MAX_AGE_DAYS * 86_400
    for path in folder.iterdir():
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
