"""Keep examples for a new rule: real sentences that come near it, and its own words put to another use."""

import pytest

from cleaner.authoring.nearmiss import MAX_CHARS, closeness, near_misses, other_element, said_otherwise
from cleaner.authoring.prose import read_prose
from cleaner.document.block import Block
from cleaner.text.normalize import fold


@pytest.mark.parametrize(
    ("words", "wanted", "score"),
    [
        ("send us your pictures", "send us your stories", 3 * 3 + 2),
        ("please send us pictures", "send us pictures", 2),  # short words say nothing
        ("send", "send us", 3 + 1),
        ("the sea", "a sea", 0),
        ("", "send", 0),
    ],
)
def test_closeness(words: str, wanted: str, score: float) -> None:
    assert closeness(words.split(), wanted.split()) == score


LINE = "Send us your harbour pictures"
NEAR = [
    "Send us your boats, the mayor said.",
    "The pictures of the harbour hang in the hall.",
]


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (NEAR, NEAR),
        ([*reversed(NEAR)], NEAR),  # the nearest first, in whatever order they stand
        (["Send us your harbour", *NEAR], NEAR),  # no sentence
        (["Send us boats.", *NEAR], NEAR),  # too short for one
        ([f"Send us your harbour {'and boats ' * 30}today.", *NEAR], NEAR),  # too long for an example
        ([NEAR[0], *NEAR], NEAR),  # once
    ],
    ids=["near ones", "backwards", "open", "short", "long", "twice"],
)
def test_near_misses_of_the_page(texts: list[str], first: list[str]) -> None:
    found = near_misses(LINE, [Block(at, text, "p") for at, text in enumerate(texts)])
    assert [text for text in found if text in texts] == first
    assert found[0] == first[0]
    assert all(len(text) <= MAX_CHARS for text in texts if text in found)


def test_without_a_page_the_prose_is_searched() -> None:
    sentence = read_prose()[0].text
    assert near_misses(sentence, [])[0] == sentence
    scores = [closeness(fold(text).split(), fold(sentence).split()) for text in near_misses(sentence, [])]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 2


def test_nothing_is_near() -> None:
    assert near_misses("Zzyzx", []) == []


@pytest.mark.parametrize(
    ("phrase", "language", "sentences"),
    [
        (
            "Read more:",
            "en",
            [
                "Read more was all that the note said, and nobody knew who had left it.",
                'The note said "Read more:", and she kept it.',
            ],
        ),
        (
            "Mehr dazu",
            "de-AT",
            [
                "Mehr dazu stand auf dem Zettel, und niemand wusste, von wem er war.",
                "Auf dem Zettel stand „Mehr dazu“, und sie hob ihn auf.",
            ],
        ),
        (
            "►",
            None,
            ["► was all that the note said, and nobody knew who had left it.", 'The note said "►", and she kept it.'],
        ),
        (
            "Lue",
            "fi",
            [
                "Lue was all that the note said, and nobody knew who had left it.",
                'The note said "Lue", and she kept it.',
            ],
        ),
    ],
    ids=["english", "a region", "of no language", "of another language"],
)
def test_said_otherwise(phrase: str, language: str | None, sentences: list[str]) -> None:
    assert said_otherwise(phrase, language) == sentences


def test_other_element() -> None:
    assert other_element("tide", "The sea.") == '<p class="tide-of-the-story">The sea.</p>'
