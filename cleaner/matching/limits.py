"""Facts that a rule asks of a block: how many words, how much of it linked, and so on."""

from dataclasses import replace

from cleaner.rules.schema import BlockLimits, Range, Rule
from cleaner.text.block_text import BlockText

_DEFAULT_WORDS = Range(0, 40)
_DEFAULT_SENTENCES = Range(0, 3)
"""Words and sentences of a block, where a rule with phrases other than `is` says nothing of them. Not measured: they
err towards leaving long blocks alone."""


def default_limits(rule: Rule) -> BlockLimits:
    """Return the limits of *rule*, with those that phrases other than `is` have by default."""
    if not rule.text or rule.do == "trim":
        return rule.block
    words, sentences = rule.block.words, rule.block.sentences
    return replace(
        rule.block,
        words=_DEFAULT_WORDS if words is None else words,
        sentences=_DEFAULT_SENTENCES if sentences is None else sentences,
    )


def within(limits: BlockLimits, block_text: BlockText) -> bool:
    """Say whether a block shows all the facts of *limits*.

    Scraped text has no links and tags to show, so limits on them do not hold there.
    """
    block = block_text.block
    is_line = block.tag == "line"
    return (
        (limits.words is None or limits.words.holds(block_text.words))
        and (limits.chars is None or limits.chars.holds(len(block.text)))
        and (limits.sentences is None or limits.sentences.holds(block_text.sentences))
        and (limits.digits is None or limits.digits.holds(block_text.digits))
        and (limits.links is None or (not is_line and limits.links.holds(block.link_density)))
        and (not limits.tag or block.role in limits.tag)
        and (limits.case is None or block_text.is_upper)
        and (limits.ends is None or block_text.is_closed == (limits.ends == "closed"))
    )
