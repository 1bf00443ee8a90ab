"""All that a run writes: results, ledger, failures, and how far it has come."""

from pathlib import Path

from cleaner.batch.checkpoint import Checkpoint
from cleaner.batch.job import Done, Shape
from cleaner.io.files import STDIN
from cleaner.io.inputs import sort_of
from cleaner.io.parquet import PartedTable
from cleaner.io.sinks import Folder, LineFile, Pipe, Sink

_LINES = (".jsonl", ".ndjson", ".json")
_TABLE = ".parquet"


def shape_of(output: str) -> Shape:
    """Say what the sink of this name takes. A name without a suffix is a folder's.

    Raises `ValueError` for a suffix of something that is not written.
    """
    if output == STDIN or sort_of(output) in _LINES:
        return "line"
    if output.endswith(_TABLE):
        return "values"
    if Path(output).suffix and not Path(output).is_dir() and not output.endswith("/"):
        raise ValueError(f"{output}: written are .jsonl (also .gz or .zst), .parquet, and folders")
    return "file"


class Output:
    """The sinks of a run, and its progress file (none for standard output)."""

    def __init__(self, output: str, named: dict[str, Path]) -> None:
        self._output, self._named = output, named
        self._sinks: dict[str, Sink] = {}
        self._progress = None if output == STDIN else progress_file(output)

    def begin(self, fingerprint: str, resume: bool, overwrite: bool) -> Checkpoint:
        """Open all sinks, at the checkpoint of an earlier sitting if there is one to *resume*.

        Raises `ValueError` if that sitting had other inputs or options, or if there is something to lose.
        """
        point = Checkpoint(fingerprint)
        if self._progress and self._progress.exists() and resume:
            point = Checkpoint.load(self._progress)
            if point.fingerprint != fingerprint:
                raise ValueError(
                    f"{self._output} was begun with other inputs, rules or options: give the same again,"
                    " or begin anew with --overwrite"
                )
        elif not overwrite:
            self._refuse_to_lose()
        if not point.finished:
            self._open(point)
        return point

    @property
    def cuts(self) -> bool:
        """Whether checkpoints can only be made where the sinks were cut."""
        return any(sink.cuts for sink in self._sinks.values())

    def write(self, done: Done) -> None:
        """Write one result to every sink that it concerns."""
        self._sinks["output"].write(done.row, done.content)
        if done.ledger and "ledger" in self._sinks:
            self._sinks["ledger"].write(done.ledger)
        if done.failure and "failures" in self._sinks:
            self._sinks["failures"].write(done.failure)

    def cut(self) -> None:
        """Cut every sink."""
        for sink in self._sinks.values():
            sink.cut()

    def save(self, point: Checkpoint) -> None:
        """Put everything on the disk, and then *point*."""
        if self._progress and self._sinks and not point.finished:
            point.marks = {name: sink.sync() for name, sink in self._sinks.items()}
        if self._progress:
            point.save(self._progress)

    def finish(self) -> None:
        """Close every sink for good."""
        for sink in self._sinks.values():
            sink.finish()

    def close(self) -> None:
        """Close every sink for now."""
        for sink in self._sinks.values():
            sink.close()

    def _open(self, point: Checkpoint) -> None:
        marks = point.marks
        if self._progress:
            # before there is anything to lose, or a run killed early could not be told from a stranger's file
            self._progress.parent.mkdir(parents=True, exist_ok=True)
            point.save(self._progress)
        self._sinks["output"] = _open_sink(self._output, marks.get("output", 0))
        for name, path in self._named.items():
            self._sinks[name] = LineFile(path, marks.get(name, 0))

    def _refuse_to_lose(self) -> None:
        mine = [] if self._output == STDIN else [Path(self._output)]
        for path in (*mine, *self._named.values()):
            if path.is_dir() and not any(path.iterdir()):
                continue
            if path.exists() and (path.is_dir() or path.stat().st_size):
                raise ValueError(f"{path} is there already: go on with --resume, or begin anew with --overwrite")


def open_output(output: str, ledger: Path | None, failures: Path | None) -> Output:
    """Return the outputs of a run, not yet opened."""
    named = {"ledger": ledger, "failures": failures}
    return Output(output, {name: path for name, path in named.items() if path})


def progress_file(output: str) -> Path:
    """Return where a run into *output* notes how far it has come."""
    path = Path(output)
    return path / "progress.json" if shape_of(output) == "file" else path.with_name(path.name + ".progress")


def _open_sink(output: str, mark: int) -> Sink:
    if output == STDIN:
        return Pipe()
    if output.endswith(_TABLE):
        return PartedTable(Path(output), mark)
    return LineFile(Path(output), mark) if shape_of(output) == "line" else Folder(Path(output), mark)
