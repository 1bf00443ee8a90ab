"""Threads below a line that counts comments: what goes with it, and where a count ends no article."""

import pytest

from cleaner import Page, clean
from cleaner.classifier.counted_thread import counted_thread
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core
from tests.classifier.test_comment_thread import NAMES, STORY, TALK

NAMED = [line for name, talk in zip(NAMES, TALK, strict=True) for line in (name, talk)]


def _counted(above: list[str], below: list[str]) -> list[str]:
    """Return what goes below a line that counts comments and was taken by a rule, as its number shows."""
    numbers = [*range(len(above)), *range(len(above) + 1, len(above) + 1 + len(below))]
    block_texts = [BlockText(Block(number, line)) for number, line in zip(numbers, [*above, *below], strict=True)]
    found = counted_thread(block_texts, list(map(is_core, block_texts)), {len(above)})
    return [block_texts[at].block.text for at in found]


@pytest.mark.parametrize(
    ("above", "below", "gone"),
    [
        ([*STORY, *STORY], NAMED, NAMED),
        ([*STORY, *STORY], [*NAMED, "More from the paper"], [*NAMED, "More from the paper"]),
        ([*STORY, *STORY], [*STORY, *TALK], []),  # the count stands above the rest of the article
        ([*STORY, *STORY], ["Imprint", "Jobs"], []),  # nothing to read
        (
            [STORY[0], "More", STORY[1], "More", STORY[2], "More", STORY[0]],
            [*NAMED, *STORY],
            [],
        ),  # a count among teasers
        (["The Mirror"], NAMED, []),  # no article above
    ],
)
def test_below_a_count_of_comments_they_go_where_each_has_a_line_above(
    above: list[str], below: list[str], gone: list[str]
) -> None:
    assert _counted(above, below) == gone


@pytest.mark.parametrize("line", ["4 comments", "4 comments:", "4 thoughts on “A bridge closes”", "4 Kommentare"])
def test_comments_below_their_count_go(line: str) -> None:
    text = "\n\n".join([*STORY, *STORY[::-1], line, *NAMED])
    assert NAMED[1] not in clean(Page(text=text)).text
