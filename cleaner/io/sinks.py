"""Where results go: standard output, a file of lines, a folder. None ever leaves half a line behind.

A sink `write`s one result at a time. `cut` ends what only makes sense whole (a compressed frame, a table's
part); `sync` puts all that is cut on the disk and returns a mark; opened at that mark and `rewind`ed, a sink
forgets whatever came after it. While it is open, no other process gets it.
"""

import fcntl
import json
import os
import sys
from contextlib import suppress
from errno import EAGAIN, ELOOP
from pathlib import Path
from typing import Any, Protocol

from cleaner.io.compression import is_packed, pack

INDEX = "index.jsonl"


class Sink(Protocol):
    """What every sink does. Raises `OSError` where the disk does."""

    cuts: bool
    """Whether marks can only be set where the sink was cut."""

    def rewind(self) -> None:
        """Forget what came after the mark at which the sink was opened."""

    def write(self, row: Any, content: str | None = None) -> None:
        """Add one result: its row, and the article where that goes to a file of its own."""

    def cut(self) -> None:
        """End what only makes sense whole."""

    def sync(self) -> int:
        """Put what was cut on the disk. Returns the mark."""

    def finish(self) -> None:
        """Make the result whole: nothing more will come."""

    def close(self) -> None:
        """Close for now, or for good if it is whole."""


class Pipe:
    """Standard output; each line is flushed."""

    cuts = False

    def rewind(self) -> None:
        """Do nothing: what is in a pipe is gone."""

    def write(self, row: Any, content: str | None = None) -> None:
        """Write and flush one line."""
        sys.stdout.buffer.write(row)
        sys.stdout.buffer.flush()

    def cut(self) -> None:
        """Do nothing."""

    def sync(self) -> int:
        """Do nothing."""
        return 0

    def finish(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class LineFile:
    """A file of lines, compressed by suffix in frames that are whole by themselves."""

    def __init__(self, path: Path, mark: int = 0, follow: bool = True) -> None:
        """Open *path* to go on from *mark* bytes; it may be a link only if these are to be followed.

        Raises `ValueError` if it holds less, or another process writes it.
        """
        check_lines(path, mark)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path, self.cuts = path, is_packed(path.name)
        self._descriptor = _open(path, 0 if follow else os.O_NOFOLLOW)
        self._size = mark
        self._frame: list[bytes] = []
        try:
            claim(self._descriptor, path)
        except ValueError:
            self.close()
            raise

    def rewind(self) -> None:
        """Cut the file off at its mark."""
        os.ftruncate(self._descriptor, self._size)
        os.lseek(self._descriptor, self._size, os.SEEK_SET)

    def write(self, row: Any, content: str | None = None) -> None:
        """Write one whole line, or keep it for the frame's end."""
        if self.cuts:
            self._frame.append(row)
        else:
            self._put(row)

    def cut(self) -> None:
        """Compress and write the lines since the last cut."""
        if self._frame:
            self._put(pack(b"".join(self._frame), self.path.name))
            self._frame.clear()

    def sync(self) -> int:
        """Put the file on the disk. Returns its size in bytes."""
        os.fsync(self._descriptor)
        return self._size

    def finish(self) -> None:
        """Write what is left."""
        self.cut()

    def close(self) -> None:
        """Close the file; lines of an open frame are given up."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _put(self, data: bytes) -> None:
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            os.ftruncate(self._descriptor, self._size)  # giving space back works on a full disk
            raise
        self._size += len(data)


class Folder:
    """A folder with a file for each article, and `index.jsonl` with everything else.

    Nothing in it is written through a link, so nothing outside of it changes, whatever was put there before.
    """

    cuts = False

    def __init__(self, folder: Path, mark: int = 0) -> None:
        """Open *folder* at *mark* bytes of its index; files written after that are written again.

        Raises `ValueError` if files are gone, or another process writes there.
        """
        check_folder(folder, mark)
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._index = LineFile(folder / INDEX, mark, follow=False)

    def rewind(self) -> None:
        """Cut the index off at its mark."""
        self._index.rewind()

    def write(self, row: Any, content: str | None = None) -> None:
        """Write the article's file, then its line: (name of the file, line)."""
        name, line = row
        if content is not None:
            _make_folders(self._folder, name)
            _write_afresh(self._folder / name, content)
        self._index.write(line)

    def cut(self) -> None:
        """Do nothing."""

    def sync(self) -> int:
        """Put the index on the disk. Returns its size in bytes."""
        return self._index.sync()

    def finish(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Close the index."""
        self._index.close()


def claim(descriptor: int, path: Path) -> None:
    """Lock an open file or folder against other processes until it is closed, or this process ends, however.

    Raises `ValueError` if another one has it. Where the disk knows no locks, there are none.
    """
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno == EAGAIN:
            raise ValueError(f"{path}: another run is writing it; wait until it ends, or write elsewhere") from None


def check_lines(path: Path, mark: int) -> None:
    """Raise `ValueError` if *path* holds less than *mark* bytes."""
    size = path.stat().st_size if path.exists() else 0
    if size < mark:
        state = f"holds {size:,} of the {mark:,} bytes" if path.exists() else f"is gone, with the {mark:,} bytes"
        raise ValueError(f"{path} {state} that were written: put it back, or begin anew with --overwrite")


def check_folder(folder: Path, mark: int) -> None:
    """Raise `ValueError` if the index of *folder* holds less than *mark* bytes, or a file that it names is gone."""
    check_lines(folder / INDEX, mark)
    if not mark:
        return
    with (folder / INDEX).open("rb") as index:
        while index.tell() < mark and (line := index.readline()):
            try:
                name = json.loads(line)["file"]
            except RecursionError:
                continue  # carried fields may be as deep as a reader can just bear
            except (ValueError, KeyError, TypeError):
                raise ValueError(f"{folder / INDEX} is damaged: begin anew with --overwrite") from None
            if name and not (folder / name).is_file():
                raise ValueError(f"{folder / name} is gone: put it back, or begin anew with --overwrite")


def _open(path: Path, flags: int) -> int:
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | flags, 0o666)
    except OSError as error:
        if error.errno == ELOOP:
            raise ValueError(f"{path} is a link, and links in an output folder are not followed: remove it") from None
        raise


def _make_folders(folder: Path, name: str) -> None:
    """Make the folders below *folder* that a file of this name lies in. Raises `ValueError` for a link among them."""
    path = folder
    for part in Path(name).parts[:-1]:
        path = path / part
        if path.is_symlink():
            raise ValueError(f"{path} is a link, and links in an output folder are not followed: remove it")
        path.mkdir(exist_ok=True)


def _write_afresh(path: Path, content: str) -> None:
    """Write a new file; what stood there is taken away, be it a file, a link, or a second name of another file."""
    with suppress(FileNotFoundError):
        path.unlink()
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
        file.write(content.encode("utf-8"))
