"""Lines that were wrapped by hand, and the paragraphs that they make."""

import pytest

from cleaner.text.wrapping import Hyphens, is_wrapped, unwrap, width_of

COLUMN = """\
The harbour office said on Monday that the
ferry would sail again before May, since
the crack in its hull had been closed and
the paint was dry when the inspector came.

He had a lamp.
It was red.
The inspector wrote it all into the book""".split("\n")
LOG = [f"2026-05-{day} 10:00 the pump took {day} tons" for day in range(10, 20)]
GLOSSARY = [f"{letter}nchor: what holds a boat in the wind" for letter in "ABCDEFGH"]
CHINESE = [
    "港口办公室周一表示渡轮将于五月",
    "之前再次启航因为船体的裂缝已",
    "经修好检查员来的时候油漆也干",
    "了他手里拿着一盏红色的灯写下",
]
POEM = ["The boat is gone,", "the sea is wide,", "and no one on", "the other side", "", "will ever say", "a word to me"]


@pytest.mark.parametrize(
    ("lines", "wrapped"),
    [
        (COLUMN, True),
        (POEM, False),
        (["Home", "News", "Sport", "Weather", "Boats for sale", "", "Contact"], False),
        # without empty lines nothing says where paragraphs end
        (COLUMN[:4], False),
        # where paragraphs are lines, an address of several lines proves nothing
        ([*COLUMN, "", " ".join(COLUMN[:4])], True),
        ([*COLUMN, "", " ".join([*COLUMN, *COLUMN])], False),
        ([*LOG, "", "Share this"], False),
        ([*GLOSSARY, "", "Share this"], False),
        ([*(line * 3 for line in CHINESE), CHINESE[0], "", CHINESE[1]], True),
        ([line.upper() for line in COLUMN], True),
        ([], False),
    ],
)
def test_is_wrapped(lines: list[str], wrapped: bool) -> None:
    assert is_wrapped(lines) is wrapped


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    assert width_of(COLUMN) in range(40, 43)
    assert unwrap(COLUMN, lambda line: False) == [" ".join(COLUMN[:4]), *COLUMN[5:]]
    assert unwrap(COLUMN, lambda line: line.startswith("the paint")) == [
        " ".join(COLUMN[:3]),
        *COLUMN[3:4],
        *COLUMN[5:],
    ]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        # the text has the whole word, or has both halves as words of their own
        (["The fer-", "ry sails. A ferry!"], ["The ferry sails. A ferry!"]),
        (["The well-", "known boat did well and is known"], ["The well-known boat did well and is known"]),
        (["A well-known and well-", "known boat"], ["A well-known and well-known boat"]),
        # where nothing tells, it is as most are, and stays where none tells
        (["The fer-", "ry, a ferry, af-", "ter"], ["The ferry, a ferry, after"]),
        (["It sails af-", "ter noon"], ["It sails af-ter noon"]),
        (["Tarnby-", "Sund"], ["Tarnby-", "Sund"]),
        ([], []),
    ],
)
def test_hyphens(lines: list[str], joined: list[str]) -> None:
    assert Hyphens(lines).join(lines) == joined
