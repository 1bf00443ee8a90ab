"""What reads like a sentence or more of running text."""

import pytest

from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_prose

ELEVEN = "boat " * 10 + "boat"


@pytest.mark.parametrize(
    ("text", "linked", "prose"),
    [
        (f"{ELEVEN} boat.", 0, True),
        (f"{ELEVEN} boat:", 0, True),
        (f"“{ELEVEN} boat.”", 0, True),
        (f"{ELEVEN}.", 0, False),
        (f"{ELEVEN} boat", 0, False),
        (f"{ELEVEN} boat.", 29, True),
        (f"{ELEVEN} boat.", 30, False),
        (f"{ELEVEN} boat.", 60, False),
        (f"{ELEVEN}. {ELEVEN}", 0, False),
    ],
)
def test_is_prose(text: str, linked: int, prose: bool) -> None:
    assert is_prose(BlockText(Block(0, text, "p", linked=linked))) is prose
