"""Everything a run reads, as one iterator of `Raw` values in a fixed order."""

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from typing import IO

from cleaner.errors import InputError
from cleaner.io.bounded import MAX_RECORD
from cleaner.io.compression import DAMAGE, open_file, unpacked
from cleaner.io.files import STDIN, standard_input
from cleaner.io.folder import count_pages, is_page_file, page_file, read_folder
from cleaner.io.json_file import read_json
from cleaner.io.jsonl import LiveLines, read_lines
from cleaner.io.record import Raw, Unreadable
from cleaner.io.tables import import_parquet, read_csv, read_parquet
from cleaner.text.file_names import content_ending, ending

_USUAL_PAGE = 50_000
"""Bytes that a page file counts for beside the sizes of other inputs. Not measured: only the bar of progress rests on
it."""


def _read_archive(file: IO[bytes], name: str, limit: int) -> Iterator[Raw]:
    # few inputs are archives, and what reads them takes long to load
    from cleaner.io.warc import read_warc

    return read_warc(file, name, limit)


_READERS: dict[str, Callable[[IO[bytes], str, int], Iterator[Raw]]] = {
    ".jsonl": lambda file, name, limit: read_lines(unpacked(file), name, limit),
    ".ndjson": lambda file, name, limit: read_lines(unpacked(file), name, limit),
    ".json": lambda file, name, limit: read_json(unpacked(file), name, limit),
    ".warc": _read_archive,
    ".wet": _read_archive,
    ".arc": _read_archive,
    ".csv": lambda file, name, limit: read_csv(unpacked(file), name, limit),
    ".tsv": lambda file, name, limit: read_csv(unpacked(file), name, limit, "\t"),
}
KNOWN = (
    ".html .htm .txt .md, .json .jsonl .ndjson, .warc .wet, .csv .tsv (all of them also .gz or .zst), .parquet, "
    "folders, -"
)


class Inputs:
    """The inputs named on a command line; *max_record* is the most that one record of them may hold, in bytes.

    Raises `InputError` if one is missing or of no known sort, `MissingExtraError` if reading it needs more,
    `ValueError` for standard input that is closed.
    """

    def __init__(self, names: Sequence[str], max_record: int = MAX_RECORD) -> None:
        self.names, self.max_record, self.stopped = list(names), max_record, False
        self.paths = list(dict.fromkeys(path for name in names for path in _expand(name)))
        for path in self.paths:
            _check(path)
        self._piped = LiveLines(limit=max_record) if STDIN in self.paths else None
        self.live = self._piped if self.paths == [STDIN] else None
        self._weights = [_weight(path) for path in self.paths]
        self._at = self._pages = 0
        self._file: IO[bytes] | None = None

    def __iter__(self) -> Iterator[Raw]:
        for at, path in enumerate(self.paths):
            self._at, self._pages = at, 0
            for raw in self._read(path):
                if self.stopped:
                    return
                self._pages += 1
                yield raw
        self._at, self._file = len(self.paths), None

    @property
    def can_be_read_again(self) -> bool:
        """Whether all of it is on the disk, and no pipe."""
        return not self._piped and all(os.path.isfile(path) or os.path.isdir(path) for path in self.paths)

    def stop(self) -> None:
        """Yield nothing more. Safe to call from a signal handler."""
        self.stopped = True
        if self._piped:
            self._piped.stop()

    @property
    def done(self) -> float | None:
        """About which share of the input has been read, 0 to 1; None if nobody can know."""
        total = sum(self._weights)
        if self.live or not total:
            return None
        here = 0
        if self._at < len(self.paths):
            here = self._file.tell() if self._file else self._pages * _USUAL_PAGE
            here = min(here, self._weights[self._at])
        return (sum(self._weights[: self._at]) + here) / total

    def _read(self, path: str) -> Iterator[Raw]:
        self._file = None
        if path == STDIN and self._piped:
            return self._piped
        if os.path.isdir(path):
            return read_folder(path, self.max_record)
        if _is_table(path):
            return _guarded(read_parquet(path, self.max_record), path)
        if is_page_file(path):
            return iter([page_file(path, self.max_record)])
        return self._read_stream(path)

    def _read_stream(self, path: str) -> Iterator[Raw]:
        with open_file(path) as file:
            self._file = file
            try:
                yield from _guarded(_READERS[content_ending(path)](file, path, self.max_record), path)
            finally:
                self._file = None


def _guarded(raws: Iterator[Raw], path: str) -> Iterator[Raw]:
    """Turn damage in the middle of a file into one record of it: the inputs after it are still good."""
    number = 0
    try:
        for raw in raws:
            number += 1
            yield raw
    except DAMAGE as error:
        yield Unreadable(f"{path}:{number + 1}", f"{path} is cut short or damaged here: {error}")
    except (OSError, InputError) as error:
        yield Unreadable(f"{path}:{number + 1}", f"{path} cannot be read any further: {error}")


def _expand(name: str) -> list[str]:
    if name == STDIN or os.path.exists(name) or not glob.has_magic(name):
        return [name]
    found = sorted(glob.glob(name, recursive=True))
    if not found:
        raise InputError(f"{name}: no file fits")
    return [path for path in found if os.path.isdir(path) or is_page_file(path) or is_known(path)]


def is_known(path: str) -> bool:
    """Say whether a file of this name holds records that can be read."""
    return content_ending(path) in _READERS or _is_table(path)


def _is_table(path: str) -> bool:
    return ending(path) == ".parquet"


def _check(path: str) -> None:
    if path == STDIN:
        standard_input()
        return
    if os.path.isdir(path):
        return
    if not os.path.exists(path):
        raise InputError(f"{path}: there is no such file")
    if _is_table(path):
        import_parquet()
    elif not (is_page_file(path) or is_known(path)):
        raise InputError(f"{path}: what is in it? Known are {KNOWN}")


def _weight(path: str) -> int:
    if path == STDIN:
        return 0
    if os.path.isdir(path):
        return count_pages(path) * _USUAL_PAGE
    return _USUAL_PAGE if is_page_file(path) else os.path.getsize(path)
