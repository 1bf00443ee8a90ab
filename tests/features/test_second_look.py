"""What the second look sees: the balances of the first one, in the block, near it, in blocks like it."""

from collections.abc import Sequence

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.features.outline import Outline
from cleaner.features.second_look import SecondLook, relate
from cleaner.text.block_text import BlockText


def facts(at: int, balances: Sequence[float], blocks: Sequence[Block] | None = None) -> dict[str, str]:
    """Return the facts of a block by sort; without *blocks*, each stands in an element of its own."""
    made = blocks or [item(number, 100 + number, f"c{number}") for number in range(len(balances))]
    look = SecondLook(relate(Outline([BlockText(block) for block in made])), balances)
    return dict(fact.removeprefix("second.").rsplit(".", 1) for fact in list(look.all_facts())[at])  # type: ignore[arg-type]


def item(number: int, parent: int, look: str, text: str = "one two", tag: str = "p") -> Block:
    around = (Ancestor(parent, "div", "", (look,)), Ancestor(1000 + number, tag))
    return Block(number, text, tag, around)


@pytest.mark.parametrize(
    ("balance", "level"),
    [
        (-99.0, "far-below"),
        (-3.0, "far-below"),
        (-2.99, "below"),
        (-1.5, "below"),
        (-1.49, "just-below"),
        (-1.0, "just-below"),
        (-0.5, "just-below"),
        (-0.49, "even"),
        (0.0, "even"),
        (0.5, "even"),
        (0.51, "just-above"),
        (1.5, "just-above"),
        (1.51, "above"),
        (3.0, "above"),
        (3.01, "far-above"),
    ],
)
def test_levels(balance: float, level: str) -> None:
    assert facts(0, [balance])["first-look"] == level


@pytest.mark.parametrize(
    ("at", "neighbours"),
    [
        (0, ("none", "none", "above", "far-below")),
        (1, ("none", "even", "far-below", "just-above")),
        (2, ("even", "above", "just-above", "none")),
        (3, ("above", "far-below", "none", "none")),
    ],
)
def test_neighbours(at: int, neighbours: tuple[str, ...]) -> None:
    found = facts(at, [0.1, 2.0, -4.0, 1.0])
    names = ("previous-but-one", "previous", "next", "next-but-one")
    assert tuple(found[name] for name in names) == neighbours


@pytest.mark.parametrize(
    ("at", "balances", "level"),
    [
        (0, [9.0], "none"),
        (0, [9.0, -2.0], "below"),
        (1, [2.0, -9.0, -2.0], "even"),
        # four on either side; one more does not count
        (4, [1.0] * 4 + [-9.0] + [1.0] * 4, "just-above"),
        (5, [-100.0] + [1.0] * 4 + [-9.0] + [1.0] * 4 + [-100.0], "just-above"),
        # no single block counts for more than 6
        (1, [100.0, 0.0, -2.0], "above"),
        (1, [-100.0, 0.0, 5.0], "just-below"),
    ],
)
def test_mean_of_the_eight_blocks_around(at: int, balances: list[float], level: str) -> None:
    assert facts(at, balances)["around"] == level


@pytest.mark.parametrize(
    ("at", "alike", "siblings"),
    [
        # the block itself does not count: (2.0 + 0.1) / 2, (2.0 - 0.9) / 2
        (0, "just-above", "just-above"),
        (1, "even", "just-below"),
        (2, "just-above", "none"),
        (3, "none", "just-above"),
    ],
)
def test_blocks_that_look_alike_and_blocks_in_the_same_element(at: int, alike: str, siblings: str) -> None:
    blocks = [item(0, 7, "a"), item(1, 7, "a"), item(2, 8, "a"), item(3, 7, "a", tag="li")]
    found = facts(at, [-0.2, 2.0, 0.1, -0.9], blocks)
    assert (found["alike"], found["siblings"]) == (alike, siblings)


@pytest.mark.parametrize(
    ("at", "balances", "place"),
    [
        (0, [-1, 1, -1, 1, -1], "before"),
        (1, [-1, 1, -1, 1, -1], "first"),
        (2, [-1, 1, -1, 1, -1], "inside"),
        (3, [-1, 1, -1, 1, -1], "last"),
        (4, [-1, 1, -1, 1, -1], "after"),
        (1, [-1, 1, -1], "first"),
        (0, [0.0, 1.0], "before"),
        (0, [-1, -1], "before"),
        (1, [-1, -1], "before"),
    ],
)
def test_place_among_what_the_first_look_keeps(at: int, balances: list[float], place: str) -> None:
    assert facts(at, balances)["run"] == place


@pytest.mark.parametrize(
    ("at", "before", "after"),
    [(0, "0", "3"), (1, "1", "3"), (3, "2", "3"), (6, "4", "2"), (7, "3", "1"), (9, "4", "0")],
)
def test_how_many_of_six_it_keeps_on_either_side(at: int, before: str, after: str) -> None:
    found = facts(at, [1, 1, -1, 1, 1, -1, -1, 1, 1, -1])
    assert (found["kept-before"], found["kept-after"]) == (before, after)


@pytest.mark.parametrize(("at", "tenths"), [(0, "0"), (1, "2"), (2, "2"), (3, "7")])
def test_tenths_of_the_kept_words_before(at: int, tenths: str) -> None:
    blocks = [item(n, n, f"c{n}", " ".join(["boat"] * words)) for n, words in enumerate((2, 90, 5, 3))]
    assert facts(at, [1, -1, 1, 1], blocks)["words-before"] == tenths


def test_the_last_words_are_less_than_all() -> None:
    blocks = [item(n, n, f"c{n}", " ".join(["boat"] * words)) for n, words in enumerate((19, 1))]
    assert facts(1, [1, 1], blocks)["words-before"] == "9"


def test_where_nothing_is_kept_no_words_stand_before() -> None:
    assert facts(1, [-1, -1])["words-before"] == "0"


@pytest.mark.parametrize(("at", "level"), [(0, "none"), (1, "none"), (2, "above"), (3, "above")])
def test_heading(at: int, level: str) -> None:
    tags = ["p", "h2", "p", "p"]
    blocks = [item(number, number, f"c{number}", tag=tag) for number, tag in enumerate(tags)]
    assert facts(at, [-9.0, 2.0, 0.0, 1.0], blocks)["section"] == level
