"""The headline of scraped text is no part of the article's body, as of HTML: given apart, if it is one beyond doubt.

A first line may also be a standfirst, the heading of a section, or a first sentence that lost its stop. What tells is
what stands around it: bylines, dates and labels go beside headlines, and stories take up what these say.
"""

from collections.abc import Collection, Sequence
from itertools import compress

from cleaner.classifier.predict import Prediction
from cleaner.document.verdict import Evidence
from cleaner.features.kinds import HEADLINE_APART
from cleaner.text.block_text import BlockText
from cleaner.text.headlines import is_taken_up, is_too_long, stems
from cleaner.text.lazy_expression import lazy

HEADLINE_GOES = Prediction(-1.0, (Evidence(HEADLINE_APART, -1.0),))
"""Of 180 texts of a greedy extractor's (six dev sets, weights of other hosts) 17 % come out exact with it and 6 %
without, 61 and 68 % keep a foreign line."""
_MARKED = lazy(r"# +(?=\w)")
"""How tools that write lines mark a headline, as Markdown does."""
_OTHER_LINE = lazy(r"[^\w¿¡]|\d{1,2}[.)] |\w{1,2}: |.*[?!:？！：]\W*$|.{0,40}\) ?[-–—]")
"""Questions and answers, quotations, items of lists, salutations, and first sentences behind place and agency."""
_NEAR = 2
"""Blocks on either side of a headline among which others go, and blocks below it that take it up."""
_SHARE_TAKEN_UP = 0.5
"""Share of a headline's longer words that recur below it. Of 735 lines of scraped text that are none of the known
article's 700 stand beside what goes, 21 of the others recur so, and 14 stay (six dev sets)."""
_POINTERS = frozenset({"related"})
"""Kinds that stand among the paragraphs of a story as well: they tell of no head."""


def without_headline(
    block_texts: Sequence[BlockText],
    core: Sequence[bool],
    weighed: list[Prediction],
    pointed: Sequence[tuple[int, str]],
    *,
    is_told: bool,
    is_clean: bool = False,
) -> list[Prediction]:
    """Return *weighed*, but that the headline goes; several, or one below prose, are headings of sections.

    *pointed* are the lines that rules know, of what kind. A headline *is_told* where its form says that it is one, and
    where the text *is_clean* nothing else tells.
    """
    found = [at for at, block_text in enumerate(block_texts) if block_text.block.tag == "h1"]
    if len(found) != 1 or any(core[: found[0]]):
        return weighed
    text = block_texts[found[0]].block.text
    mark = _MARKED.match(text)
    if not is_told and _OTHER_LINE.match(text[mark.end() :] if mark else text):
        return weighed
    if not (is_told or mark) and (is_clean or not _is_headline(block_texts, weighed, found[0], pointed)):
        return weighed
    return [HEADLINE_GOES if at == found[0] else one for at, one in enumerate(weighed)]


def _is_headline(
    block_texts: Sequence[BlockText], weighed: Sequence[Prediction], at: int, pointed: Sequence[tuple[int, str]]
) -> bool:
    """Say whether what stands around the line shows it to be a headline."""
    kept = compress(block_texts[at + 1 :], [one.balance > 0 for one in weighed[at + 1 :]])
    below = [block_text for block_text, _ in zip(kept, range(_NEAR), strict=False)]
    if is_too_long(block_texts[at]) or (below and below[0].block.text[0].islower()):
        return False
    staying = {one.block.number for one, (balance, _) in zip(block_texts, weighed, strict=True) if balance > 0}
    staying |= {number for number, kind in pointed if kind in _POINTERS}
    if _has_frame(block_texts[at].block.number, staying):
        return True
    return is_taken_up(block_texts[at], frozenset[str]().union(*map(stems, below)), _SHARE_TAKEN_UP)


def _has_frame(number: int, staying: Collection[int]) -> bool:
    """Say whether lines go on either side of line *number*, *staying* being those that do not."""
    beside = range(max(0, number - _NEAR), min(max(staying), number + _NEAR) + 1)
    return any(near not in staying for near in beside)
