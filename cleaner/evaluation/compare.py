"""What a change did: outputs written down by one run, set beside those of another, page by page.

A saved file has one output a line: `set road system id body seconds`. Scores are not saved: both sides are
scored anew, so that a corrected truth or scorer changes both.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from cleaner.errors import InputError
from cleaner.evaluation.result import Result
from cleaner.io.atomic import write_bytes
from cleaner.io.files import read_bytes
from cleaner.io.known_set import KnownPage
from cleaner.scoring.scores import PageScore, foreign_lines, score_page
from cleaner.text.counted import counted
from cleaner.text.file_names import ending

_ROUNDING = 1e-9
"""Word F1. A smaller gain is an error of rounding."""
_LINE_CHARS = 100
"""Characters of a changed line that are shown. Not measured: they fit a terminal."""

Key = tuple[str, str, str]
"""Set, road, system."""
Saved = Mapping[Key, Mapping[str, str]]
"""Bodies by page id."""


@dataclass(frozen=True, slots=True)
class Change:
    """One page whose output is not what it was. *gone* and *new* hold its lines, and whether each is foreign."""

    page: KnownPage
    before: PageScore
    after: PageScore
    gone: tuple[tuple[str, bool], ...]
    new: tuple[tuple[str, bool], ...]

    @property
    def gain(self) -> float:
        """Word F1 now, less what it was."""
        return self.after.f1 - self.before.f1


@dataclass(frozen=True, slots=True)
class Comparison:
    """One system on one set, on the pages that both runs have. Means of word F1; *changes* from worst to best."""

    system: str
    pages: int
    before: float
    after: float
    changes: tuple[Change, ...]


def save(path: Path, results: Iterable[Result]) -> None:
    """Write all outputs down, gzipped if the name ends in `.gz`."""
    lines = [
        json.dumps(
            {"set": result.known.name, "road": result.road, "system": system, "id": page.id}
            | {"body": outputs[page.id].body, "seconds": outputs[page.id].seconds},
            ensure_ascii=False,
        )
        for result in results
        for system, outputs in result.outputs.items()
        for page in result.known.pages
    ]
    written = "".join(f"{line}\n" for line in lines).encode("utf-8")
    write_bytes(path, gzip.compress(written, mtime=0) if ending(path) == ".gz" else written)


def load(path: Path) -> Saved:
    """Read what an earlier run saved. Raises `InputError`."""
    saved: dict[Key, dict[str, str]] = {}
    for number, line in enumerate(read_bytes(str(path), None).decode("utf-8").split("\n"), 1):
        if not line:
            continue
        try:
            one = json.loads(line)
            saved.setdefault((one["set"], one["road"], one["system"]), {})[one["id"]] = one["body"]
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(f"{path}:{number}: not an output that bench saved: {error!r}") from error
    return saved


def compare(result: Result, saved: Saved) -> list[Comparison]:
    """Set the outputs of *result* beside those saved for the same set, road and system."""
    found = []
    for system in result.outputs:
        bodies = saved.get((result.known.name, result.road, system), {})
        pages = [page for page in result.known.pages if page.id in bodies]
        if pages:
            found.append(_comparison(result, system, pages, bodies))
    return found


def _comparison(result: Result, system: str, pages: Sequence[KnownPage], bodies: Mapping[str, str]) -> Comparison:
    now = {score.id: score for score in result.scores[system]}
    was = {page.id: score_page(bodies[page.id], page.truth) for page in pages}
    changes = [
        _change(page, was[page.id], now[page.id], bodies[page.id], body)
        for page in pages
        if (body := result.outputs[system][page.id].body) != bodies[page.id]
    ]
    before, after = (fmean(scores[page.id].f1 for page in pages) for scores in (was, now))
    return Comparison(system, len(pages), before, after, tuple(sorted(changes, key=lambda change: change.gain)))


def _change(page: KnownPage, was: PageScore, now: PageScore, before: str, after: str) -> Change:
    gone, new = (
        tuple((line, bool(foreign_lines(line, page.truth))) for line in _only_in(one, other))
        for one, other in ((before, after), (after, before))
    )
    return Change(page, was, now, gone, new)


def _only_in(one: str, other: str) -> list[str]:
    """Return the lines of *one* that *other* lacks, or has less often."""
    left, found = Counter(other.split("\n")), []
    for line in one.split("\n"):
        if left[line]:
            left[line] -= 1
        elif line.strip():
            found.append(line)
    return found


def describe(comparison: Comparison, lines: int = 8) -> str:
    """Return a comparison in words: a sum, then each changed page with up to *lines* lines gone (-) and new (+)."""
    changes = comparison.changes
    better, worse = (sum(sign * change.gain > _ROUNDING for change in changes) for sign in (1, -1))
    gain = comparison.after - comparison.before
    said = [
        f"{comparison.system}: {counted(better, 'page')} better, {worse} worse, {len(changes) - better - worse} other, "
        f"{comparison.pages - len(changes)} the same; "
        f"word F1 {comparison.before:.4f} -> {comparison.after:.4f} ({gain:+.4f})"
    ]
    for change in changes:
        said.append(f"  {change.page.id}  {change.before.f1:.4f} -> {change.after.f1:.4f} ({change.gain:+.4f})")
        marked = [*(("-", *line) for line in change.gone), *(("+", *line) for line in change.new)]
        said += [
            f"    {sign} {line[:_LINE_CHARS]}{'  [foreign]' if foreign else ''}"
            for sign, line, foreign in marked[:lines]
        ]
        said += [f"    ... {len(marked) - lines} more lines"] if len(marked) > lines else []
    return "\n".join(said)
