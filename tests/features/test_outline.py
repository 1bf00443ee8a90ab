"""The shape of a page: core prose, the element that holds most of it, headings, blocks that look alike."""

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.features.outline import Outline, look
from cleaner.text.block_text import BlockText

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
LABEL = "Ferry sails again"


def block(number: int, text: str, path: str = "", linked: int = 0) -> Block:
    """Make a block inside the elements of *path*: `1 div.body/2 p`."""
    ancestors = []
    for part in filter(None, path.split("/")):
        place, name = part.split()
        tag, *classes = name.split(".")
        ancestors.append(Ancestor(int(place), tag, "", tuple(classes)))
    return Block(number, text, ancestors[-1].tag if ancestors else "line", tuple(ancestors), linked)


def outline(*given: tuple[str, str] | tuple[str, str, int]) -> Outline:
    return Outline([BlockText(block(number, *one)) for number, one in enumerate(given)])


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("", ("line", (), "", ())),
        ("1 p.lead", ("p", ("lead",), "", ())),
        ("1 div.body/2 p", ("p", (), "div", ("body",))),
        ("1 main/2 div.body/3 p.a.b", ("p", ("a", "b"), "div", ("body",))),
    ],
)
def test_look(path: str, seen: tuple[str, tuple[str, ...], str, tuple[str, ...]]) -> None:
    assert look(block(0, LABEL, path)) == seen


STORY = [
    (LABEL, "1 article/2 h1"),
    (PROSE, "1 article/3 div.body/4 p"),
    (PROSE, "1 article/3 div.body/5 p"),
    (LABEL, "1 article/3 div.body/6 h2"),
    (PROSE, "1 article/3 div.body/7 p"),
    (LABEL, "8 aside/9 p", len(LABEL)),
    (PROSE, "8 aside/10 p"),
]


@pytest.mark.parametrize(
    ("number", "tag", "prose", "linked"),
    [
        (1, "article", 0.75, 0.0),
        (3, "div", 0.75, 0.0),
        (4, "p", 0.25, 0.0),
        (2, "h1", 0.0, 0.0),
        (8, "aside", 0.25, len(LABEL) / (len(LABEL) + len(PROSE))),
        (9, "p", 0.0, 1.0),
        (99, "div", 0.0, 0.0),
    ],
)
def test_what_an_element_holds(number: int, tag: str, prose: float, linked: float) -> None:
    page = outline(*STORY)
    assert page.prose_share(Ancestor(number, tag)) == pytest.approx(prose)
    assert page.link_share(Ancestor(number, tag)) == pytest.approx(linked)


@pytest.mark.parametrize(
    ("blocks", "main"),
    [
        (STORY, 3),
        ([(PROSE, "1 div/2 p")], 2),
        # half of it is not most of it
        ([(PROSE, "1 div/2 p"), (PROSE, "3 div/4 p")], -1),
        ([(PROSE, "1 body/2 div/3 p"), (PROSE, "1 body/4 div/5 p")], 1),
        ([(PROSE, ""), (PROSE, "")], -1),
        ([], -1),
    ],
)
def test_main_element(blocks: list[tuple[str, str]], main: int) -> None:
    assert outline(*blocks).main == main


@pytest.mark.parametrize(
    ("at", "before", "after"),
    [
        (0, (0, 0), (4, 1)),
        (1, (0, 0), (3, 1)),
        (2, (1, 1), (2, 2)),
        (3, (2, 1), (2, 1)),
        (5, (3, 1), (1, 1)),
        (6, (3, 2), (0, 0)),
    ],
)
def test_how_far_core_prose_is(at: int, before: tuple[int, int], after: tuple[int, int]) -> None:
    page = outline(*STORY)
    assert page.core == [1, 2, 4, 6]
    assert (page.core_before(at), page.core_after(at)) == (before, after)
    assert page.is_core(at) is (at in (1, 2, 4, 6))


def test_a_page_without_blocks_holds_no_prose() -> None:
    page = outline()
    assert (page.prose_share(Ancestor(1, "div")), page.link_share(Ancestor(1, "div"))) == (0.0, 0.0)


def test_last_heading_before_each_block() -> None:
    assert outline(*STORY).headings == [-1, 0, 0, 0, 3, 3, 3]


@pytest.mark.parametrize(
    ("blocks", "body"),
    [
        (STORY, 1),
        # a summary that looks otherwise stands before the body
        ([(PROSE, "1 p.dek"), (LABEL, "2 h2"), (PROSE, "3 div/4 p"), (PROSE, "3 div/5 p")], 2),
        ([(LABEL, "1 p")], 0),
        ([], 0),
    ],
)
def test_body_begins_where_prose_looks_as_most_of_it(blocks: list[tuple[str, str]], body: int) -> None:
    assert outline(*blocks).body == body


def test_blocks_that_look_alike_are_counted_together() -> None:
    page = outline((PROSE, "1 div.a/2 p"), (LABEL, "3 div.a/4 p", 5), (PROSE, "5 div.b/6 p"))
    assert page.looks[0] == page.looks[1] != page.looks[2]
    group = page.groups[page.looks[0]]
    assert (group.blocks, group.words, group.linked) == (2, len(PROSE.split()) + 3, 5)
    assert (group.chars, group.prose) == (len(PROSE) + len(LABEL), len(PROSE))


def test_where_little_is_core_all_unlinked_text_shows_where_the_article_lies() -> None:
    items = [("Four cups of flour", f"1 ul/{number} li") for number in range(2, 8)]
    page = outline(*items, ("Home", "20 nav/21 a", 4))
    assert page.core == []
    assert page.main == 1
    assert page.prose_share(Ancestor(20, "nav")) == 0.0
    assert page.prose == 6 * len("Four cups of flour")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ferry sails again", "Ramp torn down", True),
        ("Ferry sails again", "ferry sails again", False),
        ("Ferry sails again", "Ferry sails again.", False),
        ("Ferry sails again", "FERRY SAILS AGAIN", False),
        ("Ferry sails again", "Ferry sails in 1998", False),
        ("4 boats", "9 ferries", True),
        ("Ferry sails again", f"{LABEL} and again", False),
    ],
)
def test_scraped_lines_look_alike_by_length_and_edges(one: str, other: str, alike: bool) -> None:
    page = outline((one, ""), (other, ""))
    assert page.is_scraped
    assert (page.looks[0] == page.looks[1]) is alike
