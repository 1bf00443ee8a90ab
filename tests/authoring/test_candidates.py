"""Ways to match a text that should go, the narrowest first."""

from typing import Any

import pytest

from cleaner.authoring.candidates import Candidate, candidates, selectors
from cleaner.document.block import Ancestor, Block

LONG = "Ferry alert: the boats of the harbour sail an hour later than usual on every day of this week"
ONE_MORE = " ".join(f"word{n}" for n in range(15))
BOX = (Ancestor(1, "article", "", ("tide-story",)), Ancestor(2, "div", "tide", ("row", "tide-box")))


def phrase(way: str, text: str, **more: Any) -> dict[str, Any]:
    return {"text": {way: [text]}, **more}


def limits(words: int) -> dict[str, Any]:
    return {"block": {"words": f"..{words}", "sentences": "..3"}}


@pytest.mark.parametrize(
    ("whole", "text", "wanted"),
    [
        ("Visit the fair", "Visit the fair", [phrase("is", "Visit the fair")]),
        ("Visit the fair", "VISIT the  fair", [phrase("is", "Visit the fair")]),
        ("Visit the fair", "Visit", [phrase("starts", "Visit", **limits(14))]),
        ("Visit the fair", "the fair", [phrase("ends", "the fair")]),
        ("Visit the fair", "the", [phrase("is", "Visit the fair")]),
        ("Photo: Harbour Office", "Photo: Harbour Office", [phrase("starts", "Photo:", **limits(14))]),
        ("Photo | Harbour Office", "Harbour", [phrase("starts", "Photo |", **limits(14))]),
        ("See also – the fair", "See also – the fair", [phrase("starts", "See also –", **limits(15))]),
        (
            "One two three four five six seven: tides",
            "One two three four five six seven: tides",
            [phrase("is", "One two three four five six seven: tides")],  # no label has seven words
        ),
        (ONE_MORE, ONE_MORE, [phrase("starts", "word0 word1 word2 word3 word4", **limits(25))]),
        (
            LONG,
            LONG,
            [
                phrase("starts", "Ferry alert:", **limits(25)),
                phrase("starts", "Ferry alert: the boats of", **limits(25)),
            ],
        ),
        (
            "AdvertisementThe ferry sails again on Monday.",
            "Advertisement",
            [phrase("glued", "Advertisement", do="trim")],
        ),
    ],
)
def test_phrases(whole: str, text: str, wanted: list[dict[str, Any]]) -> None:
    assert [one.keys for one in candidates(Block(0, whole, "p"), text, None)] == wanted


def test_their_order() -> None:
    assert [one.said for one in candidates(Block(0, "Visit the fair", "p", BOX), "Visit the fair", "tail")] == [
        'is "Visit the fair"',
        'is "Visit the fair", at the tail',
        "selector .tide-box",
        "selector #tide",
        "selector .tide-story",
        "selector .tide-box with climb",
        "selector #tide with climb",
        "selector .tide-story with climb",
    ]


def test_a_position_narrows_a_phrase_only() -> None:
    made = list(candidates(Block(0, "Visit the fair", "p", BOX[:1]), "Visit the fair", "head"))
    assert [one.keys.get("where") for one in made] == [None, {"position": "head"}, None, None]
    assert [one.is_text for one in made] == [True, True, False, False]


@pytest.mark.parametrize(
    ("ancestor", "found"),
    [
        (Ancestor(1, "div", "", ("tide-box", "promo")), [".tide-box", ".promo"]),
        (Ancestor(1, "div", "tides"), ["#tides"]),
        (Ancestor(1, "div", "tide-box"), []),  # no name that needs no quotes
        (Ancestor(1, "div", "tides2026"), []),
        (Ancestor(1, "div", "", ("row", "Content", "clearfix")), []),  # layout
        (Ancestor(1, "div", "", ("css-1x2y3z", "sc-tide", "a12", "x9Bq7Z8", "tide__a1b2c")), []),  # made by machines
        (Ancestor(1, "div", "", ("md:flex", "2col", "w-1/2")), []),  # need escapes
        (Ancestor(1, "div", "", ("-tide", "_tide")), [".-tide", "._tide"]),
        (Ancestor(1, "div", "", ("ad",)), []),  # so short a name is a machine's
    ],
)
def test_selectors(ancestor: Ancestor, found: list[str]) -> None:
    assert [selector for selector, _, _ in selectors(Block(0, "x", "p", (ancestor,)))] == found


@pytest.mark.parametrize(("height", "names"), [(1, ["e"]), (3, ["e", "d", "c"]), (5, ["e", "d", "c", "b", "a"])])
def test_selectors_are_looked_for_so_many_elements_up(height: int, names: list[str]) -> None:
    around = tuple(Ancestor(at, "div", "", (f"tide-{name}",)) for at, name in enumerate("xabcde"))
    block = Block(0, "x", "p", around)
    assert list(selectors(block, height)) == [(f".tide-{name}", f"tide-{name}", "div") for name in names]
    assert list(selectors(block)) == list(selectors(block, 5))


@pytest.mark.parametrize(
    ("candidate", "scrap"),
    [
        (Candidate("", {"css": ".tide"}, "tide", "div"), '<div class="tide"><p>Rope &amp; sail</p></div>'),
        (Candidate("", {"css": "#tide"}, "tide", "p"), '<p id="tide">Rope &amp; sail</p>'),
        (
            Candidate("", {"css": ".tide", "climb": "sole"}, "tide", "span"),
            '<div><span class="tide">Rope &amp; sail</span></div>',
        ),
    ],
    ids=["a box", "an id that holds text", "climbing"],
)
def test_scrap(candidate: Candidate, scrap: str) -> None:
    assert candidate.scrap("Rope & sail") == scrap
