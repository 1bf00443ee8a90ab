"""What counts as prose: every definition, so that they can be told apart."""

from cleaner.text.block_text import BlockText


def is_prose(block_text: BlockText) -> bool:
    """Say whether a block reads like a sentence or more of running text."""
    return block_text.is_closed and block_text.words >= 12 and block_text.block.link_density < 0.5
