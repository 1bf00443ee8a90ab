"""Head, tail and body of an article, as lines of its kept blocks."""

import pytest

from cleaner.document.block import Block
from cleaner.document.ledger import Claim, Ledger
from cleaner.engine.places import Places, edges

POSITIONS = ("head", "tail", "edges", "body")


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
