"""All that a run writes: results, ledger, failures, and how far it has come."""

import os
import shutil
from pathlib import Path
from typing import Any

from cleaner.errors import OutputError
from cleaner.io.atomic import check_place, naming_failures
from cleaner.io.csv_file import CsvFile
from cleaner.io.files import STDIN
from cleaner.io.parquet import PartedTable, check_table, parts_folder
from cleaner.io.sinks import INDEX, Folder, LineFile, Pipe, Sink, check_folder, check_lines
from cleaner.io.tables import import_parquet
from cleaner.runs.checkpoint import Checkpoint
from cleaner.runs.fingerprint import Fingerprint, differences
from cleaner.runs.job import Done, Shape
from cleaner.text.file_names import content_ending, ending

_LINES = (".jsonl", ".ndjson", ".json")
_TABLE = ".parquet"
_WRITTEN = "written are .jsonl and .csv (also .gz or .zst), .parquet, and folders"


def shape_of(output: str) -> Shape:
    """Say what the sink of this name takes. A name without a suffix is a folder's.

    Raises `ValueError` for a suffix of something that is not written.
    """
    if output == STDIN or content_ending(output) in _LINES:
        return "line"
    if _is_table(output) or _is_csv(output):
        return "values"
    if Path(output).suffix and not Path(output).is_dir() and not output.endswith("/"):
        raise ValueError(f"{output}: {_WRITTEN}")
    return "file"


class Output:
    """The sinks of a run, and its progress file (none for standard output)."""

    def __init__(self, output: str, named: dict[str, Path], *, has_memory: bool = False) -> None:
        self._output, self._named = output, named
        self._sinks: dict[str, Sink] = {}
        self._progress = None if output == STDIN else progress_file(output)
        self.memory = memory_file(output) if has_memory and output != STDIN else None

    def begin(self, fingerprint: Fingerprint, resume: bool, overwrite: bool) -> Checkpoint:
        """Open all sinks, at the checkpoint of an earlier session if there is one to *resume*.

        Raises `ValueError` if that session had other inputs or options, if what it wrote is gone, if another
        process writes there, or if there is something to lose; `OutputError` for what is no place for a file, and
        where the disk refuses.
        """
        self._check_places()
        if _is_table(self._output):
            import_parquet()
        point = Checkpoint(fingerprint)
        if self._progress and resume and os.path.lexists(self._progress):
            point = Checkpoint.load(self._progress)
            if told := differences(point.fingerprint, fingerprint):
                raise ValueError(
                    f"{self._output} was begun with other inputs, rules or options, or by another version: give the"
                    f" same again, or begin anew with --overwrite ({told})"
                )
        elif not overwrite:
            self._refuse_to_lose()
        with naming_failures(self._output):
            self._check_whole(point.marks) if point.finished else self._open(point)
        return point

    @property
    def cuts(self) -> bool:
        """Whether checkpoints can only be made where the sinks were cut."""
        return any(sink.cuts for sink in self._sinks.values())

    def write(self, done: Done) -> None:
        """Write one result to every sink that it concerns. Raises `OutputError`."""
        self._put("output", done.row, done.content)
        if done.ledger:
            self._put("ledger", done.ledger)
        if done.failure:
            self._put("failures", done.failure)

    def cut(self) -> None:
        """Cut every sink. Raises `OutputError`."""
        with naming_failures(self._output, self._advice):
            for sink in self._sinks.values():
                sink.cut()

    def save(self, point: Checkpoint) -> None:
        """Put everything on the disk, and then *point*. Raises `OutputError`."""
        if self._progress:
            with naming_failures(self._output, self._advice):
                point.marks = {name: sink.sync() for name, sink in self._sinks.items()}
                self._note(point)

    def finish(self) -> None:
        """Make every output whole. Raises `OutputError`."""
        with naming_failures(self._output, self._advice):
            for sink in self._sinks.values():
                sink.finish()

    def close(self) -> None:
        """Close every sink."""
        for sink in self._sinks.values():
            sink.close()

    @property
    def _advice(self) -> str:
        return "; what is done is safe: make room and go on with --resume" if self._progress else ""

    def _put(self, name: str, row: Any, content: str | None = None) -> None:
        if sink := self._sinks.get(name):
            with naming_failures(self._named.get(name, self._output), self._advice):
                sink.write(row, content)

    def _check_places(self) -> None:
        """Raise `OutputError` for what no disk could take, before the first of the outputs is made."""
        files = list(self._named.values())
        if self._output != STDIN and shape_of(self._output) == "file":
            if os.path.lexists(self._output) and not Path(self._output).is_dir():
                raise OutputError(f"{self._output} is no folder; {_WRITTEN}")
        elif self._output != STDIN:
            files.append(Path(self._output))
        for path in files:
            check_place(path)

    def _open(self, point: Checkpoint) -> None:
        marks = point.marks
        try:
            # what is new gets its progress file first: killed in between, it could not be told from a stranger's file;
            # what is there may be another process's, and is claimed before its progress file is touched
            is_new = not os.path.lexists(_opened(self._output))
            if is_new:
                self._note(point)
            self._sinks["output"] = _open_sink(self._output, marks.get("output", 0))
            for name, path in self._named.items():
                self._sinks[name] = LineFile(path, marks.get(name, 0))
            if not is_new:
                self._note(point)
            for sink in self._sinks.values():
                sink.rewind()
        except BaseException:
            self.close()
            raise

    def _note(self, point: Checkpoint) -> None:
        if self._progress:
            self._progress.parent.mkdir(parents=True, exist_ok=True)
            point.save(self._progress)

    def _check_whole(self, marks: dict[str, int]) -> None:
        if _is_table(self._output):
            check_table(Path(self._output), marks.get("output", 0))
            shutil.rmtree(parts_folder(Path(self._output)), ignore_errors=True)
        else:
            check = check_folder if shape_of(self._output) == "file" else check_lines
            check(Path(self._output), marks.get("output", 0))
        for name, path in self._named.items():
            check_lines(path, marks.get(name, 0))

    def _refuse_to_lose(self) -> None:
        mine = [] if self._output == STDIN else [Path(self._output)]
        mine += [self.memory] if self.memory else []
        for path in (*mine, *emptied_by(self._output), *self._named.values()):
            if path.is_dir() and not any(path.iterdir()):
                continue
            if path.exists() and (path.is_dir() or path.stat().st_size):
                raise ValueError(f"{path} is there already: go on with --resume, or begin anew with --overwrite")


def open_output(output: str, ledger: Path | None, failures: Path | None, *, has_memory: bool = False) -> Output:
    """Return the outputs of a run, not yet opened; it *has_memory* of its own if it makes one of sites."""
    named = {"ledger": ledger, "failures": failures}
    return Output(output, {name: path for name, path in named.items() if path}, has_memory=has_memory)


def files_of(output: str) -> dict[str, Path]:
    """Return the other files that a run into *output* writes, by what they are."""
    if output == STDIN:
        return {}
    index = {"the index of -o": Path(output) / INDEX} if shape_of(output) == "file" else {}
    return {"the progress file of -o": progress_file(output), "the site memory of -o": memory_file(output), **index}


def emptied_by(output: str) -> list[Path]:
    """Return the folders in which a run into *output* leaves nothing."""
    return [parts_folder(Path(output))] if _is_table(output) else []


def progress_file(output: str) -> Path:
    """Return where a run into *output* notes how far it has come."""
    path = Path(output)
    return path / "progress.json" if shape_of(output) == "file" else path.with_name(path.name + ".progress")


def memory_file(output: str) -> Path:
    """Return where a run into *output* keeps the memory of sites that its first pass makes, until it is finished."""
    path = Path(output)
    return path / "sites.sqlite" if shape_of(output) == "file" else path.with_name(path.name + ".sites")


def _is_table(output: str) -> bool:
    return ending(output) == _TABLE


def _is_csv(output: str) -> bool:
    return content_ending(output) == ".csv"


def _opened(output: str) -> Path:
    """Return what the sink of this name has open, and claims."""
    if _is_table(output):
        return parts_folder(Path(output))
    return Path(output) / INDEX if shape_of(output) == "file" else Path(output)


def _open_sink(output: str, mark: int) -> Sink:
    if output == STDIN:
        return Pipe()
    if _is_table(output):
        return PartedTable(Path(output), mark)
    if _is_csv(output):
        return CsvFile(Path(output), mark)
    return LineFile(Path(output), mark) if shape_of(output) == "line" else Folder(Path(output), mark)
