"""What is remembered of one page: of each block some digests, where it stood, and what the page by itself made of it.

No text is kept. A page and the same page read twice are equal, so that a memory can be put together from parts that
overlap.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Literal, NamedTuple

from cleaner.document.block import Block
from cleaner.document.verdict import Verdict
from cleaner.features.families import is_from_site
from cleaner.sites.template import form_key, template
from cleaner.text.block_text import BlockText
from cleaner.text.prose import CORE_WORDS, is_prose

Position = Literal["head", "body", "tail", "out"]
"""Where a block stands: among the first or last kept blocks, between these, or outside of the article."""
Size = Literal["label", "line", "prose"]
"""What a block is by its length: up to three words, more, or a sentence and more of running text."""

EDGE = 0.15
"""Share of the kept blocks that are the article's head, and its tail. Not measured."""
NEAR = 3
"""Blocks before and after the kept ones that still count as the article's head and tail. Not measured."""
LABEL_WORDS = 3
"""Words up to which a block is a label. Not measured."""
LINKED = 0.5
"""Share of a block's characters in links beyond which it is known by where these lead. Not measured."""
MOST_TARGETS = 3
"""Links of a block by which it is known. Not measured."""
MOST_TEXTS, FEW_PARAGRAPHS = 40, 2
"""Kept paragraphs by which an article is known: the rest of a long one adds nothing. With fewer than the second it is
known by all its kept blocks. Not measured."""
_FORM_SHIFT = 31
"""Bits of a digest that the one of a form does without."""
_DIGITS = re.compile(r"\d+")
_DAY_CHARS = len("2026-06-05")
"""Characters of the day in a date of ISO 8601."""
_SHORT, _TEXTS = 300, 16_384
"""Characters of the longest texts whose digests stay at hand, and how many do: 4 MB, the blocks of about eighty pages.
Sites print the same short texts on page after page."""
_ELEMENTS = 4_096
"""Elements whose digests stay at hand. Not measured: sites mark a few dozen."""


class SeenBlock(NamedTuple):
    """One block: digests of its *text*, of the set of its links (*target*, 0 if it is not linked) and of its place.

    *look* stands for the element around it, without numbers; *form* for its text with holes for numbers, dates and
    names, 0 if it has none. What became of it is what the page by itself says.
    """

    text: int
    target: int
    look: int
    position: Position
    size: Size
    kept: bool
    by_rule: bool
    form: int = 0


class SeenPage(NamedTuple):
    """One page: what stands for its address, for what its article is known by, and its blocks in source order.

    *day* is when it was published, as `date.toordinal` counts; 0 if that is not known.
    """

    page: int
    article: frozenset[int]
    blocks: tuple[SeenBlock, ...]
    day: int = 0


def see(trace: Sequence[Verdict], address: str, published: str | None = None) -> SeenPage:
    """Return what is to be remembered of a page; *address* is its URL, or what else names it.

    *published* is a date in ISO 8601, of which only a whole day counts.
    """
    kept = [at for at, verdict in enumerate(trace) if _is_kept(verdict)]
    block_texts = [BlockText(verdict.block) for verdict in trace]
    blocks = tuple(
        _seen(block_text, verdict, position)
        for block_text, verdict, position in zip(block_texts, trace, _positions(len(trace), kept), strict=True)
    )
    texts = {blocks[at].text for at in kept if is_prose(block_texts[at]) and block_texts[at].words >= CORE_WORDS}
    if len(texts) < FEW_PARAGRAPHS:
        texts = {blocks[at].text for at in kept}
    known_by = sorted(texts)[:MOST_TEXTS]
    return SeenPage(digest(address or repr(known_by)), frozenset(known_by), blocks, _day(published))


def _day(published: str | None) -> int:
    try:
        return date.fromisoformat((published or "")[:_DAY_CHARS]).toordinal()
    except ValueError:
        return 0


def digest(text: str) -> int:
    """Return 63 bits that stand for *text*: of a million texts, two share one by a chance of 1 in 18 million."""
    made = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(made, "big") >> 1


def _seen(block_text: BlockText, verdict: Verdict, position: Position) -> SeenBlock:
    block = block_text.block
    text, form = _of_short_text(block.text) if len(block.text) <= _SHORT else _of_text(block.text)
    return SeenBlock(
        text,
        digest("\n".join(sorted(set(block.links))[:MOST_TARGETS])) if block.link_density > LINKED else 0,
        _look(block),
        position,
        _size(block_text),
        _is_kept(verdict),
        verdict.source == "rule",
        form,
    )


def _of_text(text: str) -> tuple[int, int]:
    """Return the digest of a text, and 32 bits that stand for its form, 0 if it has none.

    Of the thousand forms of a site, two share their bits by a chance of 1 in 8,000.
    """
    block_text = BlockText(Block(0, text))
    form = template(block_text.tidied) if block_text.whole else ""
    return digest(block_text.whole or text), digest(form_key(form)) >> _FORM_SHIFT if form else 0


_of_short_text = lru_cache(_TEXTS)(_of_text)


def _is_kept(verdict: Verdict) -> bool:
    """Say whether the page by itself would keep a block: evidence of its site stands only where it would, and last."""
    return verdict.kept or any(map(is_from_site, verdict.evidence[-1:]))


def _size(block_text: BlockText) -> Size:
    if is_prose(block_text):
        return "prose"
    return "label" if block_text.words <= LABEL_WORDS else "line"


def _look(block: Block) -> int:
    """Return what stands for the element around a block: the innermost one with a name, without numbers."""
    for one in reversed(block.ancestors):
        if one.id or one.classes:
            return _named_look(block.tag, one.tag, one.id, one.classes)
    return digest(f"{block.tag}<{'/'.join(one.tag for one in block.ancestors)}")


@lru_cache(_ELEMENTS)
def _named_look(block_tag: str, tag: str, name: str, classes: tuple[str, ...]) -> int:
    return digest(_DIGITS.sub("0", f"{block_tag}<{tag}#{name}.{'.'.join(sorted(classes))}"))


def _positions(count: int, kept: Sequence[int]) -> Iterator[Position]:
    before = 0
    for at in range(count):
        if not kept or at < kept[0] - NEAR or at > kept[-1] + NEAR:
            yield "out"
        else:
            share = before / len(kept)
            yield "head" if share < EDGE else "tail" if share > 1 - EDGE else "body"
        before += before < len(kept) and kept[before] == at
