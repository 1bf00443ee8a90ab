"""What counts as prose, by each of its definitions."""

import pytest

from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core, is_prose, is_running

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
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


@pytest.mark.parametrize(
    ("text", "linked", "core"),
    [
        (PROSE, 0, True),
        (PROSE, len(PROSE) // 3, True),
        (PROSE, len(PROSE) // 2, False),
        ("Ferry sails again", 0, False),
        (" ".join(["boat"] * 15) + ".", 0, True),
        (" ".join(["boat"] * 14) + ".", 0, False),
        (" ".join(["boat"] * 30), 0, False),
        # only the words of whole sentences count
        (f"{PROSE} Harbour News", 0, True),
        ("It sails. " + " ".join(["boat"] * 30), 0, False),
    ],
)
def test_core_prose(text: str, linked: int, core: bool) -> None:
    assert is_core(BlockText(Block(0, text, "p", linked=linked))) is core


@pytest.mark.parametrize(
    ("text", "linked", "running"),
    [
        ("boat " * 7 + "boat.", 0, True),
        ("boat " * 7 + "boat:", 0, True),
        ("boat " * 6 + "boat.", 0, False),
        ("boat " * 7 + "boat", 0, False),
        ("boat " * 7 + "boat.", 40, True),
        ("渡轮将在下星期一再次启航到岛上去。", 0, True),
    ],
)
def test_is_running(text: str, linked: int, running: bool) -> None:
    assert is_running(BlockText(Block(0, text, "p", linked=linked))) is running
