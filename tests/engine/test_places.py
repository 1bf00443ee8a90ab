"""Head, tail and body of an article, and what stands inside it, as lines of its kept blocks."""

import pytest

from cleaner.document.block import Block
from cleaner.document.ledger import Claim, Ledger
from cleaner.engine.places import Places, edges


@pytest.mark.parametrize(
    ("count", "head", "tail"),
    [(0, 3, 4), (1, 3, 4), (16, 3, 4), (17, 3, 5), (20, 3, 5), (21, 4, 6), (40, 6, 10), (100, 15, 25), (101, 16, 26)],
)
def test_edges(count: int, head: int, tail: int) -> None:
    assert edges(count) == (head, tail)


def ledger(count: int, taken: tuple[int, ...]) -> Ledger:
    made = Ledger([Block(number, f"Line {number}", "p") for number in range(count)])
    for number in range(count):
        made.weigh(number, (), 1.0)
    made.claim(taken, Claim(1, "p/related.x", "related"))
    return made


@pytest.mark.parametrize(
    ("count", "taken", "head", "tail"),
    [
        (0, (), [], []),
        (1, (), [0], [0]),
        # they overlap in short articles
        (5, (), [0, 1, 2], [1, 2, 3, 4]),
        (10, (), [0, 1, 2], [6, 7, 8, 9]),
        # what is taken is not counted, but stands where it stands
        (10, (0, 1), [0, 1, 2, 3, 4], [6, 7, 8, 9]),
        (10, (8, 9), [0, 1, 2], [4, 5, 6, 7, 8, 9]),
        (10, (4, 7), [0, 1, 2], [5, 6, 7, 8, 9]),
        (3, (0, 1, 2), [], [0, 1, 2]),
    ],
)
def test_places(count: int, taken: tuple[int, ...], head: list[int], tail: list[int]) -> None:
    places = Places(ledger(count, taken))
    wanted = {
        "head": head,
        "tail": tail,
        "edges": sorted({*head, *tail}),
        "body": [number for number in range(count) if number not in {*head, *tail}],
        None: list(range(count)),
    }
    assert {at: [number for number in range(count) if places.fits(at, number)] for at in wanted} == wanted
    assert places.kept == [number for number in range(count) if number not in taken]


@pytest.mark.parametrize(
    ("tags", "taken", "inside", "near"),
    [
        ("", (), [], []),
        ("p p p", (0, 1, 2), [], [0, 1, 2]),
        ("p p p p", (), [0, 1, 2, 3], [0, 1, 2, 3]),
        ("p p p p", (0, 2), [1, 2, 3], [0, 1, 2, 3]),
        ("p p p p p p p", (2, 3, 4, 5, 6), [0, 1], [0, 1, 2, 3, 4, 5]),
        ("p p p p p p p", (0, 1, 2, 3, 4), [5, 6], [1, 2, 3, 4, 5, 6]),
        # what stands between headline and first block is inside, the headline is not, whether it is kept or taken
        ("p h1 p p p", (0, 1, 2), [2, 3, 4], [0, 1, 2, 3, 4]),
        ("p h1 p p p", (0,), [2, 3, 4], [0, 1, 2, 3, 4]),
        # a second headline above the first block is nearer to it, and one below it is none
        ("h1 p h1 p p", (0, 1, 2, 3), [3, 4], [0, 1, 2, 3, 4]),
        ("p p h1 p", (), [0, 1, 2, 3], [0, 1, 2, 3]),
    ],
)
def test_inside(tags: str, taken: tuple[int, ...], inside: list[int], near: list[int]) -> None:
    blocks = [Block(number, "A line", tag) for number, tag in enumerate(tags.split())]
    made = Ledger(blocks)
    for block in blocks:
        made.weigh(block.number, (), 1.0)
    made.claim(taken, Claim(1, "p/related.x", "related"))
    places = Places(made)
    assert [block.number for block in blocks if places.fits("inside", block.number)] == inside
    assert [block.number for block in blocks if places.is_near(block.number)] == near
