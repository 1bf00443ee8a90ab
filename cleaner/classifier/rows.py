"""Rows of data tables, and lists: a row that lost a cell, or a list that lost an item, says something else."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean

from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.document.verdict import Evidence, add_up
from cleaner.text.block_text import BlockText

ROW = "a row of which one cell stays, stays whole"
TABLE = "a table of data, or one of which more than half stays, stays whole"
LIST = "items of one list stay or go together"
FEW_ITEMS = 3
"""Items of which none was taken by a rule that a list has at least. Not measured."""
NOT_AGAINST, NOT_FOR = -1.0, 0.5
CLEARLY_AGAINST = -0.8
"""A list stays whole if more speaks for its items than against them and no item is below the first number; it goes
whole if the mean of its items is below the third and none is above the second. Of 256 lists of the dev sets that had
holes 83 are nearer to the known article with it, and 34 further from it (weights of other hosts)."""
DATA_ROWS, EVEN_SHARE, DATA_LINKED = 3, 0.75, 0.2
"""Rows that a table of data in Markdown has at least, share of them with as many cells as its head, and share of its
characters in links below which it lies. Of 24 such tables of 857 pages that markdownify wrote (dev sets) 21 are a part
of the known article; with those without a head, 45 of 64."""
OF_DATA = 0.5
"""Log-odds of the cells of a table of data of which none would stay. Not measured."""
_ROW, _CELL, _CODE = frozenset({"tr"}), frozenset({"td", "th"}), frozenset({"pre"})
_TABLE, _LIST = frozenset({"table"}), frozenset({"ul", "ol", "dl"})


def with_rows(
    block_texts: Sequence[BlockText], weighed: Sequence[Prediction], core: Sequence[bool]
) -> list[Prediction]:
    """Return *weighed*, with each cell of a table's row at the best of its row.

    On the dev sets 29 pages are nearer to their known article with it, and 9 further from it; where each cell
    holds a paragraph 12 more are nearer, and 4 further. Rows with prose in a cell are left alone: tables lay out pages,
    too.
    """
    made, rows = list(weighed), _rows(block_texts)
    for places in rows:
        if len(places) > 1 and not any(core[at] for at in places):
            best = max(weighed[at].balance for at in places)
            for at in places:
                made[at] = _moved(weighed[at], best, ROW)
    return made


def with_tables(
    block_texts: Sequence[BlockText], weighed: Sequence[Prediction], core: Sequence[bool], *, is_clean: bool = False
) -> list[Prediction]:
    """Return *weighed*, with all cells of a table of Markdown kept if more than half of them are, or it is of data.

    Without a head it is of data where the text *is_clean*: tables lay out pages.

    Lines of Markdown are weighed without what is around them, so that single rows would go. Of 146 pages of dev sets
    that markdownify wrote one changes, and a table of it is whole. Those with prose in a cell are left alone.
    """
    made, tables = list(weighed), _grouped(block_texts, "cell", _TABLE)
    for places in tables.values():
        kept = [weighed[at].balance for at in places if weighed[at].balance > 0]
        is_whole = 2 * len(kept) > len(places) or _is_data([block_texts[at].block for at in places], is_clean)
        if is_whole and len(kept) < len(places) and not any(core[at] for at in places):
            least = min(kept, default=OF_DATA)
            for at in places:
                made[at] = _moved(weighed[at], max(weighed[at].balance, least), TABLE)
    return made


def _is_data(cells: Sequence[Block], is_clean: bool) -> bool:
    """Say whether most rows of a table have as many cells as its head, and few of these lead elsewhere."""
    rows = Counter(cell.innermost(_ROW) for cell in cells)
    head = sum(cell.tag == "th" for cell in cells)
    columns = head or (max(rows.values()) if is_clean else 0)
    linked, chars = sum(cell.linked for cell in cells), sum(len(cell.text) for cell in cells)
    is_even = sum(count == columns for count in rows.values()) >= EVEN_SHARE * len(rows)
    return columns > 1 and len(rows) >= DATA_ROWS and is_even and linked < DATA_LINKED * chars


def with_lists(
    block_texts: Sequence[BlockText], weighed: Sequence[Prediction], core: Sequence[bool]
) -> list[Prediction]:
    """Return *weighed*, with the items of a list together where they are in doubt; one with prose does not go."""
    made = list(weighed)
    for places in _grouped(block_texts, "li", _LIST).values():
        balances = [weighed[at].balance for at in places]
        to = _together(balances) if len(places) >= FEW_ITEMS else 0.0
        if to > 0 or (to < 0 and not any(core[at] for at in places)):
            nearer = max if to > 0 else min
            for at in places:
                made[at] = _moved(weighed[at], nearer(to, weighed[at].balance), LIST)
    return made


def _together(balances: Sequence[float]) -> float:
    """Return the least that all items of a list get if it stays whole, the most if it goes whole, or 0."""
    mean = fmean(balances)
    if mean > 0 and min(balances) > NOT_AGAINST:
        return min(balance for balance in balances if balance > 0)
    if mean < CLEARLY_AGAINST and max(balances) < NOT_FOR:
        return max(balance for balance in balances if balance < 0)
    return 0.0


def _grouped(block_texts: Sequence[BlockText], role: str, tags: frozenset[str]) -> dict[int, list[int]]:
    """Return the places of blocks of a *role* by the number of the innermost element of *tags* around them."""
    found = defaultdict[int, list[int]](list)
    for at, block_text in enumerate(block_texts):
        if block_text.block.role == role and (holder := block_text.block.innermost(tags)) is not None:
            found[holder].append(at)
    return found


def _rows(block_texts: Sequence[BlockText]) -> Iterator[Sequence[int]]:
    """Yield the places of the cells of each row, those that hold paragraphs among them if none of its cells has two.

    The numbers beside the lines of code are no data.
    """
    rows = defaultdict[int, dict[int, list[int]]](dict)
    for at, block_text in enumerate(block_texts):
        cell = block_text.block.innermost(_CELL)
        row = None if cell is None else block_text.block.innermost(_ROW)
        if cell is not None and row is not None:
            rows[row].setdefault(cell, []).append(at)
    for cells in rows.values():
        places = [at for held in cells.values() for at in held]
        is_plain = len(places) == len(cells) and all(block_texts[at].block.innermost(_CODE) is None for at in places)
        yield [at for at in places if is_plain or block_texts[at].block.role == "cell"]


def _moved(one: Prediction, to: float, why: str) -> Prediction:
    if one.balance == to:
        return one
    return Prediction(to, (*one.evidence, Evidence(why, add_up([to, -one.balance]))))
