"""Pages that are files of their own: in folders, and by glob."""

import os
from collections.abc import Iterator
from pathlib import Path

from cleaner.io.bounded import MAX_RECORD
from cleaner.io.record import PageFile, Raw
from cleaner.text.file_names import unpacked_name

SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".md")


def is_page_file(name: str) -> bool:
    """Say whether a file of this name is a page, packed or not."""
    return unpacked_name(name).endswith(SUFFIXES)


def read_folder(folder: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the pages under *folder*, by name; only one folder's names are held at a time."""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in found:
        path = os.path.join(folder, name)
        if is_folder:
            yield from read_folder(path, limit)
        elif is_page_file(name):
            yield page_file(path, limit)


def page_file(path: str, limit: int = MAX_RECORD) -> Raw:
    """Return one file as an input."""
    try:
        size = Path(path).stat().st_size
    except OSError:
        size = 0  # whoever opens it says what is wrong
    return PageFile(path, size, limit)


def count_pages(folder: str) -> int:
    """Count the page files under *folder*."""
    return sum(is_page_file(name) for _, _, names in os.walk(folder) for name in names)
