"""The size of headlines, and their words in the story."""

import pytest

from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.headlines import is_taken_up, is_too_long, stems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry, and Ferries of the harbour", ["ferri", "ferry", "harbo"]),
        ("Паромы и паром", ["паром"]),
        ("渡轮复航", ["复航", "渡轮", "轮复"]),
        ("On it we go", []),
        ("", []),
    ],
)
def test_stems(text: str, found: list[str]) -> None:
    assert stems(BlockText(Block(0, text))) == set(found)


@pytest.mark.parametrize(
    ("text", "expected"), [("boat " * 20, False), ("boat " * 21, True), ("船" * 80, False), ("船" * 82, True)]
)
def test_a_headline_has_so_many_words(text: str, expected: bool) -> None:
    assert is_too_long(BlockText(Block(0, text.strip()))) is expected


@pytest.mark.parametrize(
    ("text", "share", "expected"),
    [
        ("Harbour ferries delayed", 0.5, True),
        ("Harbour ferries delayed", 0.7, False),
        ("Harbour crossing", 0.5, False),
        ("Off it went", 0.5, False),
    ],
)
def test_a_story_takes_up_its_headline(text: str, share: float, expected: bool) -> None:
    story = stems(BlockText(Block(1, "The ferries of the harbour sail again.")))
    assert is_taken_up(BlockText(Block(0, text)), story, share) is expected
