"""Whether what a css rule found is a part of a sentence, so that taking it would tear a hole.

Sites give links and terms in running text the class names of boxes: `popup`, `tooltip`, `related`, `share`.
"""

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.document.characters import says
from cleaner.matching.match import Match
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_prose
from cleaner.text.punctuation import CLOSING


def is_in_sentence(match: Match, blocks: Sequence[Block]) -> bool:
    """Say whether *match* would take words out of running text, and its rule may not do so.

    Rules that name hosts know what they do, and text for screen readers stands in sentences.
    """
    rule = match.rule
    if not rule.removes or "inline" in rule.allow or rule.where.hosts or match.first < match.last:
        return False
    return any(_is_amid(blocks[number], start, end) for number, start, end in match.spans)


def _is_amid(block: Block, start: int, end: int) -> bool:
    before, after = block.text[:start].rstrip(), block.text[end:].lstrip()
    says_before, says_after = says(before), says(after)
    if not (says_before or says_after):
        return False
    block_text = BlockText(block)
    if says_before and says_after:
        return block_text.is_closed or is_prose(block_text)
    if not is_prose(block_text):
        return False
    return before[-1] not in CLOSING if says_before else after[0].isalpha() and not after[0].isupper()
