"""Kept blocks to plain text, and what separates them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cleaner.document.block import Block
from cleaner.document.verdict import Verdict

_TABULAR = frozenset({"table", "tr"})
_LISTS = frozenset({"ul", "ol", "menu"})


def render(trace: Iterable[Verdict]) -> str:
    """Return the kept text: a blank line between blocks, less inside lists and tables."""
    return "".join(mark + text for mark, text, _ in laid_out(trace))


def laid_out(trace: Iterable[Verdict]) -> Iterator[tuple[str, str, Verdict]]:
    """Yield, for each kept block, what stands before it, its text, and its verdict.

    A cell is one line where others stand beside it.
    """
    kept = [(verdict, text) for verdict in trace if (text := verdict.text)]
    marks = ["", *(separator(before.block, after.block) for (before, _), (after, _) in pairwise(kept)), ""]
    for (verdict, text), before, after in zip(kept, marks, marks[1:], strict=False):
        yield before, " ".join(text.split()) if "\t" in (before, after) else text, verdict


def separator(before: Block, after: Block) -> str:
    """Return what stands between two neighbouring blocks."""
    if any(ancestor.tag in _TABULAR for ancestor in before.ancestors):
        if _share(before, after, frozenset({"tr"})):
            return "\n" if _share(before, after, frozenset({"td", "th"})) else "\t"
        if _share(before, after, frozenset({"table"})) and "cell" in (before.role, after.role):
            return "\n"
    if before.role == after.role == "li":
        is_scraped = before.tag == after.tag == "li" and not (before.ancestors or after.ancestors)
        return "\n" if is_scraped or _share(before, after, _LISTS) else "\n\n"
    return "\n\n"


def _share(before: Block, after: Block, tags: frozenset[str]) -> bool:
    """Say whether the innermost element of *tags* around both blocks is the same."""
    one, other = before.innermost(tags), after.innermost(tags)
    return one is not None and one == other
