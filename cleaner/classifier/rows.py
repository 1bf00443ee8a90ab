"""Rows of data tables: a row that lost a cell says something else, so a row of which one cell stays stays whole."""

from collections import defaultdict
from collections.abc import Sequence

from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.document.verdict import Evidence, add_up
from cleaner.text.block_text import BlockText

ROW = "a row of which one cell stays, stays whole"
TABLE = "a table of which more than half stays, stays whole"


def with_rows(
    block_texts: Sequence[BlockText], weighed: Sequence[Prediction], core: Sequence[bool]
) -> list[Prediction]:
    """Return *weighed*, with each cell of a table's row at the best of its row.

    On the dev sets 29 pages are nearer to their known article with it, and 9 further from it.
    Rows with prose in a cell are left alone: tables lay out pages, too.
    """
    made, rows = list(weighed), _grouped(block_texts, "tr")
    for places in rows.values():
        if len(places) > 1 and not any(core[at] for at in places):
            best = max(weighed[at].balance for at in places)
            for at in places:
                made[at] = _raised(weighed[at], best, ROW)
    return made


def with_tables(
    block_texts: Sequence[BlockText], weighed: Sequence[Prediction], core: Sequence[bool]
) -> list[Prediction]:
    """Return *weighed*, with all cells of a table of Markdown kept if more than half of them are.

    Lines of Markdown are weighed without what is around them, so that single rows would go. Of 146 pages of dev sets
    that markdownify wrote one changes, and a table of it is whole. Tables with prose in a cell are left alone.
    """
    made, tables = list(weighed), _grouped(block_texts, "table")
    for places in tables.values():
        kept = [weighed[at].balance for at in places if weighed[at].balance > 0]
        if 2 * len(kept) > len(places) > len(kept) and not any(core[at] for at in places):
            least = min(kept)
            for at in places:
                made[at] = _raised(weighed[at], max(weighed[at].balance, least), TABLE)
    return made


def _grouped(block_texts: Sequence[BlockText], tag: str) -> dict[int, list[int]]:
    """Return the places of cells by the number of the innermost element of *tag* around them."""
    found = defaultdict[int, list[int]](list)
    for at, block_text in enumerate(block_texts):
        if block_text.block.role == "cell":
            found[_holder(block_text.block, tag)].append(at)
    return found


def _holder(block: Block, tag: str) -> int:
    return next((one.number for one in reversed(block.ancestors) if one.tag == tag), -1)


def _raised(one: Prediction, to: float, why: str) -> Prediction:
    if one.balance == to:
        return one
    return Prediction(to, (*one.evidence, Evidence(why, add_up([to, -one.balance]))))
