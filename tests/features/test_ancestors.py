"""What the elements around a block say of it: their names, their tags, how much prose and how many links they hold."""

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.features.ancestors import ElementFacts
from cleaner.features.outline import Outline
from cleaner.text.block_text import BlockText

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
NAMES = {"related": ("related",), "share": ("share",), "body": ("body",)}
BODY = (Ancestor(1, "main"), Ancestor(2, "div", "", ("body", "related")))
ASIDE = (Ancestor(10, "aside"), Ancestor(11, "section", "", ("related",)), Ancestor(12, "div"), Ancestor(13, "div"))
BLOCKS = [
    Block(0, PROSE, "p", (*BODY, Ancestor(3, "p"))),
    Block(1, PROSE, "p", (*BODY, Ancestor(4, "p"))),
    Block(2, PROSE, "p", (*BODY, Ancestor(5, "p", "", ("share",)))),
    Block(3, "Ramp torn", "p", (*ASIDE, Ancestor(14, "p")), linked=9),
    Block(4, "Storm near", "p", (*ASIDE, Ancestor(15, "p", "", ("share",))), linked=10),
    Block(5, "Contact", "p", (Ancestor(20, "p"),)),
    Block(6, "Ferry sails again", "h1", (Ancestor(1, "main"), Ancestor(30, "div"), Ancestor(31, "h1"))),
]


def around(number: int, refused: dict[int, frozenset[str]] | None = None) -> tuple[str, ...]:
    outline = Outline([BlockText(block) for block in BLOCKS])
    return ElementFacts(outline, NAMES, refused or {}).around(BLOCKS[number].ancestors)


def of(sort: str, found: tuple[str, ...]) -> set[str]:
    return {fact.removeprefix(f"{sort}.") for fact in found if fact.startswith(f"{sort}.")}


@pytest.mark.parametrize(
    ("number", "named", "far"),
    [
        # elements that hold most of the prose say nothing, whatever they are called
        (0, set(), set()),
        (2, {"share"}, set()),
        (3, set(), {"related"}),
        (4, {"share"}, {"related"}),
        (5, set(), set()),
    ],
)
def test_names(number: int, named: set[str], far: set[str]) -> None:
    assert of("named", around(number)) == named
    assert of("around", around(number)) == far


@pytest.mark.parametrize(
    ("inside", "outside", "named"), [(1, 1, True), (3, 2, True), (2, 1, False), (4, 2, False), (1, 0, False)]
)
def test_an_element_with_most_of_the_prose_says_nothing_of_a_block(inside: int, outside: int, named: bool) -> None:
    box = Ancestor(40, "div", "related")
    within = [Block(at, PROSE, "p", (box, Ancestor(50 + at, "p"))) for at in range(inside)]
    beside = [Block(at, PROSE, "p", (Ancestor(80 + at, "p"),)) for at in range(inside, inside + outside)]
    facts = ElementFacts(Outline([BlockText(block) for block in (*within, *beside)]), NAMES, {})
    assert ("named.related" in facts.around(within[0].ancestors)) is named


def test_what_is_named_near_is_not_named_far_as_well() -> None:
    ancestors = (Ancestor(40, "div", "related"), Ancestor(41, "div"), Ancestor(42, "p", "related"))
    outline = Outline([BlockText(Block(0, "Ramp torn", "p", ancestors)), BlockText(BLOCKS[0])])
    found = ElementFacts(outline, NAMES, {}).around(ancestors)
    assert (of("named", found), of("around", found)) == ({"related"}, set())


@pytest.mark.parametrize(
    ("refused", "far"),
    [
        ({}, {"related"}),
        ({11: frozenset({"related"})}, set()),
        ({11: frozenset({"share"})}, {"related"}),
        ({12: frozenset({"related"})}, {"related"}),
    ],
)
def test_names_do_not_speak_of_what_a_guard_refused(refused: dict[int, frozenset[str]], far: set[str]) -> None:
    assert of("around", around(3, refused)) == far


@pytest.mark.parametrize(("number", "tags"), [(0, {"main"}), (3, {"aside", "section"}), (5, set()), (6, {"main"})])
def test_tags(number: int, tags: set[str]) -> None:
    assert of("inside", around(number)) == tags


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        (0, {"parent.prose.all", "parent.links.none", "grandparent.prose.all", "grandparent.links.none"}),
        (
            3,
            {
                *("parent.prose.none", "parent.links.all", "grandparent.prose.none", "grandparent.links.all"),
                *("third.prose.none", "third.links.all"),
            },
        ),
        (6, {"parent.prose.none", "parent.links.none", "grandparent.prose.all", "grandparent.links.none"}),
        (5, set()),
    ],
)
def test_what_they_hold(number: int, facts: set[str]) -> None:
    assert {fact for fact in around(number) if fact.startswith(("parent", "grandparent", "third"))} == facts


@pytest.mark.parametrize(
    ("number", "main"), [(0, "main.depth.1"), (3, "main.outside"), (5, "main.outside"), (6, "main.outside")]
)
def test_main_element(number: int, main: str) -> None:
    assert [fact for fact in around(number) if fact.startswith("main.")] == [main]


@pytest.mark.parametrize(("levels", "depth"), [(1, "1"), (2, "2"), (3, "3"), (4, "4-5"), (5, "4-5"), (6, "6+")])
def test_depth_in_the_main_element(levels: int, depth: str) -> None:
    below = tuple(Ancestor(number, "div") for number in range(50, 50 + levels))
    blocks = [*BLOCKS[:3], Block(3, "Ramp torn", "p", (*BODY, *below))]
    found = ElementFacts(Outline([BlockText(block) for block in blocks]), NAMES, {}).around(blocks[3].ancestors)
    assert of("main.depth", found) == {depth}


def test_siblings_that_look_alike_share_their_facts() -> None:
    facts = ElementFacts(Outline([BlockText(block) for block in BLOCKS]), NAMES, {})
    assert facts.around(BLOCKS[0].ancestors) is facts.around(BLOCKS[1].ancestors)
    assert facts.around(BLOCKS[0].ancestors) != facts.around(BLOCKS[2].ancestors)
