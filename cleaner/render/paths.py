"""The lists, quotes and tables around each kept block, from the outermost inwards, without those that lay out a page.

Every item lies in a list, every part of a list in an item, and every row and cell in a table of data.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Verdict
from cleaner.html.markdown_places import SCENE_BREAK
from cleaner.text.block_text import count_words

Path = tuple[Ancestor, ...]

LISTS = frozenset({"ul", "ol", "menu", "dl"})
ITEMS = frozenset({"li", "dt", "dd"})
CELLS = frozenset({"td", "th"})
_SILENT = frozenset({"thead", "caption"})
"""Parts of a table that are told by what is in them, or by where it stands."""
_OF_TABLES = CELLS | _SILENT | {"tr"}
_HOLDING = LISTS | ITEMS | _OF_TABLES | {"table", "blockquote", "pre"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEM_BLOCKS = 8
"""Blocks of an item of a bullet list at most; with more, the list lays out a page. Not measured."""
_CELL_BLOCKS, _CELL_WORDS = 3, 100
"""Blocks beside lists, and words, of a cell at most; with more, the table lays out a page. Not measured."""
_LOOSE_LIST, _LOOSE_NUMBERS, _LOOSE = -1, -2, -3
"""Identities of lists that no element is for, and from which on, downwards, those of other things are."""
_BREAK = re.compile(r"(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}")
"""A line that parts scenes, as Markdown has it, too."""
_NUMBER = re.compile(r"(\d{1,2})[.)]\s")


def paths(kept: Sequence[Verdict]) -> list[Path]:
    """Return what is around each of the *kept* blocks; equal values are the same thing."""
    around = [_holders(verdict.block, number) for number, verdict in enumerate(kept)]
    layout = frozenset(_layout_tables(kept, around)) | frozenset(_layout_lists(kept, around))
    last_items: dict[int, Ancestor] = {}
    return [tuple(_completed(_of_data(path, layout), number, last_items)) for number, path in enumerate(around)]


def _holders(block: Block, number: int) -> Path:
    """Return the elements around a block that hold something; scraped text has its tag alone."""
    if not block.ancestors:
        return _loose(block, number)
    holders = []
    for ancestor in block.ancestors:
        if ancestor.tag in _HOLDING:
            holders.append(ancestor)
        if ancestor.tag == "pre":
            break
    return tuple(holders)


def is_break(block: Block) -> bool:
    """Say whether a block of scraped text, or of Markdown, parts what stands before it from what follows."""
    is_scraped = not block.ancestors or SCENE_BREAK in block.ancestors[-1].classes
    return is_scraped and _BREAK.fullmatch(block.text) is not None


def _loose(block: Block, number: int) -> Path:
    if block.tag not in _HOLDING or is_break(block):
        return ()
    own = Ancestor(_LOOSE - number, block.tag)
    found = _NUMBER.match(block.text) if block.tag == "li" else None
    return (Ancestor(_LOOSE_NUMBERS, "ol"), own._replace(place=int(found[1]))) if found else (own,)


def _layout_lists(kept: Sequence[Verdict], around: Sequence[Path]) -> Iterator[int]:
    """Yield the bullet lists that hold headings, or more in an item than a list does."""
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for verdict, path in zip(kept, around, strict=True):
        is_heading = verdict.block.tag in _HEADINGS
        for list_, item in pairwise(path):
            if list_.tag in ("ul", "menu") and item.tag == "li":
                counts[list_.number, item.number] += 1
                if is_heading or counts[list_.number, item.number] > _ITEM_BLOCKS:
                    yield list_.number


def _layout_tables(kept: Sequence[Verdict], around: Sequence[Path]) -> Iterator[int]:
    """Yield the tables that hold no data."""
    within: dict[int, list[tuple[Block, Path]]] = defaultdict(list)
    for verdict, path in zip(kept, around, strict=True):
        for level, holder in enumerate(path):
            if holder.tag == "table":
                within[holder.number].append((verdict.block, path[level + 1 :]))
    return (number for number, inside in within.items() if not _is_data(inside))


def _is_data(inside: Sequence[tuple[Block, Path]]) -> bool:
    rows: dict[int, set[int]] = defaultdict(set)
    words: dict[int, int] = defaultdict(int)
    blocks: dict[int, int] = defaultdict(int)
    columns, has_head = set[int | None](), False
    for block, path in inside:
        tags = [holder.tag for holder in path]
        if "table" in tags or block.tag in _HEADINGS:
            return False
        if tags[:1] == ["caption"]:
            continue
        row, cell = (next((one for one in path if one.tag in names), None) for names in (("tr",), CELLS))
        if row is None or cell is None:
            return False
        rows[row.number].add(cell.number)
        columns.add(cell.place)
        has_head |= cell.tag == "th"
        words[cell.number] += count_words(block.text)
        blocks[cell.number] += not ITEMS.intersection(tags)
    if not rows or max(words.values()) > _CELL_WORDS or max(blocks.values()) > _CELL_BLOCKS:
        return False
    return len(columns) > 1 or max(map(len, rows.values())) > 1 or (has_head and len(rows) > 1)


def _of_data(path: Path, layout: frozenset[int]) -> Iterator[Ancestor]:
    """Yield what is left of *path* without lists and tables of *layout*, and what belongs to them.

    The place of a row says whether it is one of the table's head.
    """
    in_table, in_list, is_head = False, True, False
    for holder in path:
        if holder.tag == "table":
            in_table, is_head = holder.number not in layout, False
        elif holder.tag in LISTS:
            in_list = holder.number not in layout
        is_head |= holder.tag == "thead"
        is_of_table = holder.tag == "table" or holder.tag in _OF_TABLES
        is_of_list = holder.tag in LISTS or holder.tag in ITEMS
        if (in_table or not is_of_table) and (in_list or not is_of_list) and holder.tag not in _SILENT:
            yield holder._replace(place=int(is_head)) if holder.tag == "tr" else holder


def _completed(path: Iterable[Ancestor], number: int, last_items: dict[int, Ancestor]) -> Iterator[Ancestor]:
    """Yield *path* with a list around items that have none, and an item in lists around what is in none."""
    before: Ancestor | None = None
    for holder in path:
        if holder.tag in ITEMS:
            if before is None or before.tag not in LISTS:
                before = Ancestor(_LOOSE_LIST, "ul" if holder.tag == "li" else "dl")
                yield before
            last_items[before.number] = holder
        elif before is not None and before.tag in LISTS:
            yield last_items.setdefault(before.number, Ancestor(_LOOSE - number, "li"))
        yield holder
        before = holder
    if before is not None and before.tag in LISTS:
        yield last_items.setdefault(before.number, Ancestor(_LOOSE - number, "li"))
