"""Controls that are headings: a question to be pressed, with its answer below, as in lists that unfold."""

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.matching.match import Match
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core

_MARKS = ("?", "？", "؟")
_WORDS = 4
"""Words of a question at least: "Forgot your password?" has fewer, and a notice may stand below it."""
_BELOW = 2
"""Blocks below it among which a paragraph is the answer. Of 12 such questions of 855 pages that rules for controls take
the six above a paragraph are in the known article, the others are not (every fourth page of six dev sets)."""


def is_over_answer(match: Match, blocks: Sequence[Block]) -> bool:
    """Say whether *match* would take a question from above its answer for a mere control."""
    rule = match.rule
    if not rule.removes or rule.kind != "ui" or rule.where.hosts or match.last - match.first != 1:
        return False
    question = BlockText(blocks[match.first])
    if not question.block.text.endswith(_MARKS) or question.words < _WORDS:
        return False
    return any(is_core(BlockText(block)) for block in blocks[match.last : match.last + _BELOW])
