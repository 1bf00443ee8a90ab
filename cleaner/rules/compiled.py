"""What was worked out from rules, kept beside the index, so that a start need not work it out again.

An entry is named by the SHA-256 of all it depends on: the texts it was made of, the code that made it, and Python,
whose `marshal` writes and reads it as it does byte code: JSON takes three times as long. It begins with the digest of
its name and of what follows: an entry that was damaged, or is another one, is none.
"""

import hashlib
import marshal
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from cleaner.rules import index

_CODE = ("classifier", "document", "features", "html", "matching", "rules", "text")
"""Folders of the package with all code that reads and compiles rules, and what stands beside them."""

_DIGEST = hashlib.sha256().digest_size
"""Bytes at the start of an entry that tell whether the others are as they were written."""

_MOST_ENTRIES = 30
"""Entries that are kept, those last used. One version of code and rules makes five, 3 MB together; whoever edits them
makes five more each time. Not measured."""
_MOST_BYTES = 200_000_000
"""Bytes that all entries together may have, but for the two last used: 70,000 rules make two, of 40 MB together."""
_NEWEST = 2
"""Entries that are never too large: what one start makes of a set of rules."""


def key_of(*texts: str) -> str:
    """Return the name of what is made of *texts*; empty where the code that makes it cannot be read."""
    code = _code()
    digest = hashlib.sha256(code)
    for text in texts:
        content = text.encode("utf-8", "surrogateescape")
        digest.update(b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest() if code else ""


def recall(key: str) -> Any:
    """Return the plain value under a name; None without an entry."""
    try:
        content = memoryview(index.read(_entry(key)))
        told, content = content[:_DIGEST], content[_DIGEST:]
        return marshal.loads(content) if key and told == _digest(key, content) else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def keep(key: str, value: Any) -> None:
    """Keep a plain value under a name; where that cannot be done, nothing is kept."""
    if key:
        content = marshal.dumps(value)
        with suppress(OSError):
            index.write(_entry(key), _digest(key, content) + content)
            _drop_old()


def _digest(key: str, content: bytes | memoryview) -> bytes:
    """Return what tells that *content* was written whole, and under this name."""
    digest = hashlib.sha256(key.encode())
    digest.update(content)
    return digest.digest()


def _drop_old() -> None:
    with suppress(OSError):
        found = [(path, path.stat()) for path in index.index_folder().glob(f"*{index.COMPILED}")]
        taken = 0
        for number, (path, about) in enumerate(sorted(found, key=lambda one: one[1].st_mtime, reverse=True)):
            taken += about.st_size
            if number >= _MOST_ENTRIES or (number >= _NEWEST and taken > _MOST_BYTES):
                path.unlink(missing_ok=True)


def _entry(key: str) -> Path:
    return index.index_folder() / f"{key}{index.COMPILED}"


@cache
def _code() -> bytes:
    """Return a digest of the code, empty where there is none to read."""
    files = [file for name in _CODE for file in _modules(Path(__file__).parent.parent / name)]
    if not files:
        return b""
    digest = hashlib.sha256(f"{sys.version} {unicodedata.unidata_version}".encode())
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _modules(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.py"))
