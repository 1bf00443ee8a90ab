"""What counts as prose: every definition, so that they can be told apart."""

from cleaner.text.block_text import BlockText

PROSE_WORDS, PROSE_LINKED = 12, 0.5
"""Words that prose has at least, and the share of its characters in links from which a block is none. Not measured."""


def is_prose(block_text: BlockText) -> bool:
    """Say whether a block reads like a sentence or more of running text."""
    # most blocks are short: their ends need not be looked at
    is_long = block_text.words >= PROSE_WORDS
    return is_long and block_text.is_closed and block_text.block.link_density < PROSE_LINKED


CORE_WORDS, CORE_LINKED = 15, 0.4
"""Words in whole sentences at least, and less than this share of the characters linked. boilerpipe's classifier parts
text at 16 words a line (Kohlschuetter et al., WSDM 2010)."""


def is_core(block_text: BlockText) -> bool:
    """Say whether a block is core prose, by which a page's main element is told."""
    return block_text.finished_words >= CORE_WORDS and block_text.block.link_density < CORE_LINKED


def is_worded(block_text: BlockText) -> bool:
    """Say whether a block has as many words in whole sentences as core prose, linked or not."""
    return block_text.finished_words >= CORE_WORDS


RUNNING_WORDS = 8
"""Words of a finished line that runs on, though it be a short one. Not measured."""


def is_running(block_text: BlockText) -> bool:
    """Say whether a block is a finished line of running text, linked or not."""
    return block_text.is_closed and block_text.words >= RUNNING_WORDS
