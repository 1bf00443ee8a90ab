"""How far a run has come, in a small file beside its output: what `--resume` goes on from.

The file is replaced as a whole once the output up to that point is on the disk, so it never says more
than is true. What was written after it is cut off and done again when the run goes on.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, NonNegativeInt

from cleaner.errors import StateError
from cleaner.io.atomic import write_own
from cleaner.runs.fingerprint import Fingerprint
from cleaner.runs.summary import Summary

FORMAT = 3
"""Version of the progress file's format; files of others are refused."""


class Positions:
    """Which inputs are done: all before *next*, and single ones *beyond*."""

    def __init__(self, following: int = 0, beyond: Iterable[int] = ()) -> None:
        self.next, self.beyond = following, set(beyond)

    def __contains__(self, number: int) -> bool:
        return number < self.next or number in self.beyond

    def add(self, number: int) -> None:
        """Add one input."""
        self.beyond.add(number)
        while self.next in self.beyond:
            self.beyond.remove(self.next)
            self.next += 1


class _State(BaseModel):
    """The file's content."""

    model_config = ConfigDict(extra="forbid", title="the progress of a run")
    format: int
    fingerprint: Fingerprint
    next: NonNegativeInt
    beyond: list[NonNegativeInt]
    marks: dict[str, NonNegativeInt]
    summary: Summary
    last: tuple[int, str, int] | None
    memory: str
    finished: bool


@dataclass(slots=True)
class Checkpoint:
    """A point to go on from.

    *marks* are the sinks', *last* tells the last input in order by its place and sum. *memory* is the digest of the
    memory of sites once the first pass is over.
    """

    fingerprint: Fingerprint
    positions: Positions = field(default_factory=Positions)
    marks: dict[str, int] = field(default_factory=dict)
    summary: Summary = field(default_factory=Summary)
    last: tuple[int, str, int] | None = None
    memory: str = ""
    finished: bool = False

    def save(self, path: Path) -> None:
        """Put the checkpoint on the disk, in place of an older one. Raises `OutputError`."""
        state = {
            "format": FORMAT,
            "fingerprint": self.fingerprint,
            "next": self.positions.next,
            "beyond": sorted(self.positions.beyond),
            "marks": self.marks,
            "summary": self.summary.to_state(),
            "last": self.last,
            "memory": self.memory,
            "finished": self.finished,
        }
        write_own(path, json.dumps(state).encode())

    @classmethod
    def load(cls, path: Path) -> "Checkpoint":
        """Read what `save` wrote.

        Raises `StateError` for a file that is none of ours.
        """
        try:
            if not path.is_file():
                raise ValueError("it is no file")
            content = json.loads(path.read_bytes())
            if isinstance(content, dict) and content.get("format", FORMAT) != FORMAT:
                raise StateError(f"{path}: written by another version of cleaner; begin anew with --overwrite")
            state = _State.model_validate(content)
        except (OSError, ValueError, RecursionError) as error:
            told = str(error).splitlines()[0]
            raise StateError(
                f"{path}: this is no progress file of cleaner ({told}); begin anew with --overwrite"
            ) from None
        positions = Positions(state.next, state.beyond)
        return cls(state.fingerprint, positions, state.marks, state.summary, state.last, state.memory, state.finished)
