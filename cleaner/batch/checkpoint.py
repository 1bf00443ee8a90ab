"""How far a run has come, in a small file beside its output: what `--resume` goes on from.

The file is replaced as a whole once the output up to that point is on the disk, so it never says more
than is true. What was written after it is cut off and done again when the run goes on.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleaner.errors import InputError

FORMAT = 1


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


@dataclass(slots=True)
class Checkpoint:
    """A point to go on from. *marks* are the sinks', *last* tells the last input in order by its place and sum."""

    fingerprint: str
    positions: Positions = field(default_factory=Positions)
    marks: dict[str, int] = field(default_factory=dict)
    summary: dict[str, Any] = field(default_factory=dict)
    last: tuple[int, str, int] | None = None
    finished: bool = False

    def save(self, path: Path) -> None:
        """Put the checkpoint on the disk, in place of an older one."""
        positions = self.positions
        state = {
            "format": FORMAT,
            "fingerprint": self.fingerprint,
            "next": positions.next,
            "beyond": sorted(positions.beyond),
            "marks": self.marks,
            "summary": self.summary,
            "last": self.last,
            "finished": self.finished,
        }
        fresh = path.with_name(path.name + ".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(state, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)

    @classmethod
    def load(cls, path: Path) -> "Checkpoint":
        """Read what `save` wrote.

        Raises `InputError` for a file that is none of ours.
        """
        try:
            state = json.loads(path.read_text("utf-8"))
            if state["format"] != FORMAT:
                raise InputError(f"{path}: written by another version of cleaner; begin anew with --overwrite")
            last = tuple(state["last"]) if state["last"] else None
            positions = Positions(state["next"], state["beyond"])
            return cls(state["fingerprint"], positions, state["marks"], state["summary"], last, state["finished"])
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{path}: this is no progress file of cleaner ({error})") from None
