"""What counts as prose: every definition, so that they can be told apart."""

from cleaner.text.block_text import Reading


def is_prose(reading: Reading) -> bool:
    """Say whether a block reads like a sentence or more of running text."""
    return reading.is_closed and reading.words >= 12 and reading.block.link_density < 0.5
