"""What counts as prose: every definition, so that they can be told apart."""

from cleaner.text.block_text import BlockText

PROSE_WORDS, PROSE_LINKED = 12, 0.5
"""Words that prose has at least, and the share of its characters in links from which a block is none. Not measured."""


def is_prose(block_text: BlockText) -> bool:
    """Say whether a block reads like a sentence or more of running text."""
    return block_text.is_closed and block_text.words >= PROSE_WORDS and block_text.block.link_density < PROSE_LINKED
