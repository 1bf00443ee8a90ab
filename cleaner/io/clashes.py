"""Nothing that is read may be written over, and no two outputs may be one file: told before anything is opened."""

import os
from collections.abc import Iterable, Mapping, Sequence
from glob import has_magic
from itertools import combinations
from pathlib import Path, PurePath
from stat import S_ISREG

from cleaner.io.atomic import fresh_name
from cleaner.io.folder import is_page_file

STDIN = STDOUT = "-"


def refuse_clashes(
    reads: Iterable[str | Path],
    writes: Mapping[str, str | Path],
    globs: Sequence[str] = (),
    emptied: Sequence[Path] = (),
) -> None:
    """Refuse outputs that are inputs, or each other, or what becomes another, by whatever name or link.

    *reads* are files and folders; *writes* are outputs by the option that names them, `-` standing for the
    standard streams; *globs* are patterns that must not find an output when they are looked up again; *emptied*
    are folders in which nothing stays. Raises `ValueError`.
    """
    read = [str(path) for path in reads]
    both = {**writes, **_becoming(writes)}
    for option, path in both.items():
        for source in read:
            if _same(source, path, 0) or _is_read_in(source, Path(path)):
                raise ValueError(
                    f"{option} {path} would write over, or into, what is read from {source}: write elsewhere"
                )
    for option, path in writes.items():
        _refuse_found(option, path, globs)
        _refuse_emptied(f"{option} {path}", path, emptied)
    for source in read:
        _refuse_emptied(source, source, emptied)
    for (one, first), (other, second) in combinations(both.items(), 2):
        if STDOUT not in (str(first), str(second)) and _same(first, second, 1):
            raise ValueError(f"{one} and {other} are the same file: {second}")


def _becoming(writes: Mapping[str, str | Path]) -> dict[str, Path]:
    """Return the files that may take the place of outputs in the end, by what they are."""
    files = {option: Path(os.path.realpath(path)) for option, path in writes.items() if str(path) != STDOUT}
    return {f"what becomes {option}": fresh_name(path) for option, path in files.items()}


def _refuse_found(option: str, path: str | Path, globs: Iterable[str]) -> None:
    for pattern in filter(has_magic, globs):
        if PurePath(os.path.realpath(path)).match(os.path.abspath(pattern)):
            raise ValueError(f"{option} {path} would be read as one of {pattern}: write elsewhere")


def _refuse_emptied(told: str, path: str | Path, emptied: Iterable[Path]) -> None:
    for folder in emptied:
        if str(path) != STDOUT and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            raise ValueError(f"{told} lies in {folder}, which the run empties: put it elsewhere")


def _same(one: str | Path, other: str | Path, stream: int) -> bool:
    """Say whether two names stand for one file. In place of *one*, `-` is the standard *stream* of that number."""
    first, second = _stat(one, stream), _stat(other, 1)
    if first is None or second is None:
        return first is second and os.path.realpath(one) == os.path.realpath(other)
    is_stream = STDIN in (str(one), str(other))
    return os.path.samestat(first, second) and (S_ISREG(first.st_mode) or not is_stream)


def _stat(path: str | Path, stream: int) -> os.stat_result | None:
    try:
        return os.fstat(stream) if str(path) == STDIN else os.stat(path)
    except OSError:
        return None


def _is_read_in(source: str, path: Path) -> bool:
    """Say whether *path* is, or makes, a page inside the folder *source*."""
    if source == STDIN or str(path) == STDOUT or not os.path.isdir(source):
        return False
    folder, target = Path(os.path.realpath(source)), Path(os.path.realpath(path))
    if target.is_relative_to(folder) and (path.is_dir() or not path.suffix or is_page_file(target.name)):
        return True
    # only a file with a second name can be one of the folder's as well
    if not path.is_file() or path.stat().st_nlink < 2:
        return False
    return any(os.path.samefile(path, page) for page in folder.rglob("*") if is_page_file(page.name))
