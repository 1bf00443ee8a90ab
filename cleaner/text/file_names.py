"""What the ending of a file's name says is in it: in letters of any size, and below `.gz` and `.zst`.

All who look at endings ask here, so that a name means the same to whoever reads and whoever writes it.
"""

from pathlib import Path

PACKED = (".gz", ".zst")
"""Endings of compressed files."""


def ending(name: str | Path) -> str:
    """Return the last ending of a name in small letters; empty if it has none.

    >>> ending("news/PAGES.JSONL.GZ")
    '.gz'
    """
    return Path(name).suffix.lower()


def unpacked_name(name: str) -> str:
    """Return a name in small letters without the endings of compression."""
    return name.lower().removesuffix(".gz").removesuffix(".zst")


def content_ending(name: str | Path) -> str:
    """Return the ending that says what is in a file, once it is unpacked.

    >>> content_ending("news/PAGES.JSONL.GZ")
    '.jsonl'
    """
    return ending(unpacked_name(str(name)))
