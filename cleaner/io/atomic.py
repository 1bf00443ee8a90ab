"""Files that are written whole or not at all: whatever happens, the old content or the new stands there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE

from cleaner.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Write *text* as UTF-8 in place of what *path* holds. Raises as `write_bytes`."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write *data* in place of what *path* holds; a device or a pipe simply takes it. Raises as `replacing`."""
    if path.exists() and not path.is_file() and not path.is_dir():
        with naming_failures(path):
            path.write_bytes(data)
        return
    with replacing(path) as fresh, naming_failures(path):
        fresh.write_bytes(data)


def write_own(path: Path, data: bytes) -> None:
    """Do the same for a file of our own in a folder of others': a link in its place is replaced, never followed."""
    with replacing(path, follow=False) as fresh, naming_failures(path):
        fresh.write_bytes(data)


@contextmanager
def replacing(path: Path, follow: bool = True) -> Iterator[Path]:
    """Yield the name of a new, empty file, which takes the place of *path* once the block has ended well.

    Links are followed unless told otherwise, and the mode of the file that was there stays.
    Raises `OutputError` for a folder that is missing, or that stands in the file's place, where the disk does not
    take the file, or another process puts its own there at the same time.
    """
    target = check_target(path) if follow else path
    fresh = fresh_name(target)
    with naming_failures(path):
        descriptor = _create(fresh, target)
    try:
        yield fresh
        with naming_failures(path):
            os.fsync(descriptor)
            if not _is_ours(descriptor, fresh):
                raise OutputError(f"{path}: another process is writing it as well")
            fresh.replace(target)
    except BaseException:
        if _is_ours(descriptor, fresh):
            fresh.unlink()
        raise
    finally:
        os.close(descriptor)


def fresh_name(target: Path) -> Path:
    """Return the file that takes the place of *target* once it is written."""
    return target.parent / f".{target.name}.new"


def check_target(path: Path) -> Path:
    """Return the file that *path* stands for once links are followed, which need not be there.

    Raises `OutputError` if its folder is missing, or a folder has that name: better before hours of work than after.
    """
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise OutputError(f"{path}: there is no folder {target.parent}")
    if target.is_dir():
        raise OutputError(f"{path} is a folder, and the name of a file is wanted")
    return target


def check_place(path: Path) -> None:
    """Raise `OutputError` if no file can be made at *path*, with all folders that it takes."""
    if path.is_dir():
        raise OutputError(f"{path} is a folder, and the name of a file is wanted")
    above = next(folder for folder in path.absolute().parents if os.path.lexists(folder))
    if not above.is_dir():
        raise OutputError(f"{path}: {above} is no folder")


@contextmanager
def naming_failures(path: object, advice: str = "") -> Iterator[None]:
    """Turn what the disk refuses inside the block into an `OutputError` that names *path* and gives *advice*.

    A pipe that nobody reads any more stays a `BrokenPipeError`.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OutputError as error:
        raise OutputError(f"{error}{advice}") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}{advice}") from error


def _create(fresh: Path, target: Path) -> int:
    """Return a descriptor of the file *fresh*; one that a killed process left is thrown away."""
    mode = None
    if target.is_file() and not target.is_symlink():
        if not os.access(target, os.W_OK):
            raise PermissionError(0, "it is write-protected")
        mode = S_IMODE(target.stat().st_mode)
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    if mode is not None:
        os.fchmod(descriptor, mode)
    return descriptor


def _is_ours(descriptor: int, fresh: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(fresh))
    except FileNotFoundError:
        return False
