"""Labels with a colon and a few words: of minutes, and of notices."""

import pytest

from cleaner.document.block import Block
from cleaner.engine.fields import find_fields, is_field, tells_event, tells_reach
from cleaner.features.lexicon import bundled_lexicon
from cleaner.text.block_text import BlockText


def read(*lines: str) -> list[BlockText]:
    return [BlockText(Block(number, text)) for number, text in enumerate(lines)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Place: the boathouse", True),
        ("Lieu : vieux moulin", True),
        ("时间：上午9时", True),
        ("Present: I. Moen (chair), T. Ekeberg, K. Aas", True),
        ("Contact:", False),
        ("9.15 am: the boat leaves", False),
        ("The boat leaves. Place: the pier", False),
        ("It is said: " + "the boat leaves " * 6, False),
        ("", False),
    ],
)
def test_what_is_a_field(text: str, found: bool) -> None:
    assert is_field(read(text)[0]) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E-mail: eva@norrick.example", True),
        ("Phone: +47 55 55 01 00", True),
        ("(05555) 0100", True),
        ("Date: 4 May 2026", False),
        ("Follow @norrick", False),
    ],
)
def test_what_tells_how_to_reach_somebody(text: str, found: bool) -> None:
    assert tells_reach(read(text)[0]) is found


@pytest.mark.parametrize(
    ("lines", "runs"),
    [
        (("Minutes", "Date: 4 May", "Place: pier", "They met."), [range(1, 3)]),
        (("Date: 4 May", "They met.", "Place: pier"), []),
        (("Date: 4 May", "Place: pier", "They met.", "Name: Eva", "Phone: 1", "Mail: 2"), [range(2), range(3, 6)]),
        ((), []),
    ],
)
def test_runs_of_fields(lines: tuple[str, ...], runs: list[range]) -> None:
    assert list(find_fields(read(*lines))) == runs


@pytest.mark.parametrize(
    ("lines", "tells"),
    [
        (("Date: 4 May", "Place: pier"), True),
        (("Wann: Freitag", "Mitbringen: Brot", "Wo: am Steg"), True),
        (("Date : 4 mai", "Lieu : quai"), True),
        (("日時：5月4日", "場所：桟橋"), True),
        (("ДАТА: 4 мая", "Место: причал"), True),
        (("Date: 4 May", "Time: 9.15"), False),
        (("Placement: pier", "Dated: 4 May"), False),
        ((), False),
    ],
)
def test_fields_that_tell_an_event(lines: tuple[str, ...], tells: bool) -> None:
    assert tells_event(read(*lines), bundled_lexicon().forms) is tells
