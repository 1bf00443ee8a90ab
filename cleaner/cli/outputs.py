"""Where `clean` writes: standard output, one file, or for each page a file of its name in a folder."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from cleaner.errors import OutputError

_SUFFIXES = {"text": ".txt", "markdown": ".md"}
"""Endings of files by format; the others are called as their formats are."""
_STDIN = "-"


def targets(pages: Sequence[str], output: str | None, output_format: str, reads: Iterable[Path]) -> list[Path | None]:
    """Return for each of *pages* the file its article goes to, None for standard output.

    *output* is a folder if it ends with a slash or there are several pages; a missing one is to be made, but not those
    above it. *reads* are other files that are read.

    Raises `ValueError` if an output would be written over what is read, or over another; `OutputError` if it cannot be
    written.
    """
    from cleaner.io.atomic import check_target
    from cleaner.io.clashes import refuse_clashes

    if output is None:
        return [None] * len(pages)
    if len(pages) > 1 or output.endswith("/"):
        return _in_folder(pages, Path(output), output_format, [*pages, *reads])
    refuse_clashes([*pages, *reads], {"-o": output})
    if Path(output).is_dir():
        raise OutputError(f"{output} is a folder, and the name of a file is wanted; {output}/ writes a file into it")
    if not os.path.exists(output):
        check_target(Path(output))
    return [Path(output)]


def suffix_of(output_format: str) -> str:
    """Return how files of a format end."""
    return _SUFFIXES.get(output_format, f".{output_format}")


def _in_folder(
    pages: Sequence[str], folder: Path, output_format: str, reads: Iterable[str | Path]
) -> list[Path | None]:
    from cleaner.io.atomic import check_target

    if os.path.lexists(folder) and not folder.is_dir():
        raise OutputError(f"{folder} is no folder, and for several pages that of one is wanted")
    if not folder.is_dir():
        check_target(folder)
    found: dict[Path, str] = {}
    for page in pages:
        path = folder / f"{_stem(page)}{suffix_of(output_format)}"
        if path in found:
            both = f"{found[path]} and {page} would both become {path}"
            raise ValueError(f"{both}: give them names of their own, or use run, which does")
        found[path] = page
    _refuse_read(found, reads)
    return list(found)


def _refuse_read(written: Iterable[Path], reads: Iterable[str | Path]) -> None:
    """Raise `ValueError` if a file that is written is one that is read, under whatever name."""
    inodes = {_inode(path): path for path in reads if str(path) != _STDIN}
    for path in written:
        source = inodes.get(_inode(path))
        if source is not None and path.exists():
            raise ValueError(f"-o would write {path} over what is read from {source}: write elsewhere")


def _inode(path: str | Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _stem(page: str) -> str:
    """Return the name of a page's file without the endings that say what is in it."""
    from cleaner.io.folder import is_page_file
    from cleaner.text.file_names import PACKED

    name = "stdin" if page == _STDIN else Path(page).name
    if not is_page_file(name):
        return name
    while name.lower().endswith(PACKED):
        name = name[: name.rindex(".")]
    return name[: name.rindex(".")]
