"""Where results go: standard output, a file of lines, a folder. None ever leaves half a line behind.

A sink `write`s one result at a time. `cut` ends what only makes sense whole (a compressed frame, a table's
part); `sync` puts all that is cut on the disk and returns a mark; opened at that mark, a sink forgets
whatever came after it.
"""

import os
import sys
from pathlib import Path
from typing import Any, Protocol

from cleaner.io.compression import is_packed, pack


class Sink(Protocol):
    """What every sink does. Raises `OSError` where the disk does."""

    cuts: bool
    """Whether marks can only be set where the sink was cut."""

    def write(self, row: Any, content: str | None = None) -> None:
        """Add one result: its row, and the article where that goes to a file of its own."""

    def cut(self) -> None:
        """End what only makes sense whole."""

    def sync(self) -> int:
        """Put what was cut on the disk. Returns the mark."""

    def finish(self) -> None:
        """Close for good: nothing more will come."""

    def close(self) -> None:
        """Close for now."""


class Pipe:
    """Standard output; each line is flushed."""

    cuts = False

    def write(self, row: Any, content: str | None = None) -> None:
        """Write and flush one line."""
        sys.stdout.buffer.write(row)
        sys.stdout.buffer.flush()

    def cut(self) -> None:
        """Do nothing."""

    def sync(self) -> int:
        """Do nothing: what is in a pipe is gone."""
        return 0

    def finish(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class LineFile:
    """A file of lines, compressed by suffix in frames that are whole by themselves."""

    def __init__(self, path: Path, mark: int = 0) -> None:
        """Open *path* and cut it off at *mark* bytes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path, self.cuts = path, is_packed(path.name)
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)
        os.ftruncate(self._descriptor, mark)
        self._size = os.lseek(self._descriptor, mark, os.SEEK_SET)
        self._frame: list[bytes] = []

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
        """Write what is left and close."""
        self.cut()
        self.sync()
        self.close()

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
    """A folder with a file for each article, and `index.jsonl` with everything else."""

    cuts = False

    def __init__(self, folder: Path, mark: int = 0) -> None:
        """Open *folder* at *mark* bytes of its index; files written after that are written again."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._index = LineFile(folder / "index.jsonl", mark)

    def write(self, row: Any, content: str | None = None) -> None:
        """Write the article's file, then its line: (name of the file, line)."""
        name, line = row
        if content is not None:
            (self._folder / name).write_text(content, "utf-8")
        self._index.write(line)

    def cut(self) -> None:
        """Do nothing."""

    def sync(self) -> int:
        """Put the index on the disk. Returns its size in bytes."""
        return self._index.sync()

    def finish(self) -> None:
        """Close the index."""
        self._index.finish()

    def close(self) -> None:
        """Close the index."""
        self._index.close()
