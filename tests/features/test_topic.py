"""How much of a block's wording the prose of its page uses, too."""

import pytest

from cleaner.document.block import Block
from cleaner.features.topic import Topic
from cleaner.text.block_text import BlockText

PROSE = ["The ferry crosses to the islands.", "Sailors of the islands repair the harbour."]


def fact(at: int, *texts: str, core: tuple[int, ...] = (0, 1)) -> str:
    block_texts = [BlockText(Block(number, text, "p")) for number, text in enumerate(texts)]
    return Topic(block_texts, core).fact(at)


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Budget meeting tonight", "none"),
        ("Budget meeting tonight after islands parade", "few"),
        ("Budget meeting tonight parade islands", "few"),
        ("Budget meeting near islands", "some"),
        ("Budget islands", "some"),
        ("Islands harbour ferry sailors meeting", "many"),
        ("Islands harbour meeting", "many"),
        ("ISLANDS, Harbour!", "all"),
        ("Island", "none"),
        # short words and repeated ones say nothing more
        ("The day of the ferry", "all"),
        ("Ferry, ferry, ferry: meeting", "some"),
        ("Ask us now", "unknown"),
        ("»»", "unknown"),
    ],
)
def test_a_block_beside_the_prose(text: str, shared: str) -> None:
    assert fact(2, *PROSE, text) == f"topic.{shared}"


def test_the_words_of_prose_itself_must_stand_in_other_prose() -> None:
    # of "ferry crosses islands" the other sentence has one
    assert fact(0, *PROSE) == "topic.some"
    # of "sailors islands repair harbour" the other sentence has one
    assert fact(1, *PROSE) == "topic.some"
    assert fact(0, PROSE[0], "Budget meeting tonight.") == "topic.none"
    assert fact(0, PROSE[0], PROSE[0]) == "topic.all"


@pytest.mark.parametrize(("core", "shared"), [((), "unknown"), ((0,), "unknown"), ((0, 1), "all"), ((0, 1, 2), "all")])
def test_one_block_of_prose_is_not_enough(core: tuple[int, ...], shared: str) -> None:
    assert fact(2, *PROSE, "Islands", core=core) == f"topic.{shared}"


@pytest.mark.parametrize(
    ("text", "shared"), [("渡轮", "all"), ("渡轮停航", "some"), ("财政", "none"), ("船", "unknown")]
)
def test_scripts_without_spaces_are_compared_by_two_characters(text: str, shared: str) -> None:
    assert fact(2, "渡轮明天复航", "岛上居民高兴", text) == f"topic.{shared}"
