"""Tables on a terminal, where rich fits them to its width, and elsewhere, where a row is a line."""

import io
import re
import sys
from collections.abc import Callable

import pytest

from cleaner.cli import tables

HEADS = ("id", "why")
ROWS = [("mine/promo.harbour", "Promotes [b]something[/b] else of the house."), ("mine/ui", "\x1b[31mRed.")]


class Terminal(io.StringIO):
    """A terminal, as far as anybody asks."""

    def isatty(self) -> bool:
        return True


def test_elsewhere_a_row_is_a_line(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    tables.write(HEADS, ROWS[:1])
    assert capsysbinary.readouterr().out.decode().splitlines() == [
        "id                  why",
        "mine/promo.harbour  Promotes [b]something[/b] else of the house.",
    ]


def read(write: Callable[[], None], columns: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the lines that *write* puts on a terminal of so many *columns*, without their colours."""
    made = Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", made)
        patched.setenv("COLUMNS", str(columns))
        write()
    lines = re.sub(r"\x1b\[[\d;]*m", "", made.getvalue()).splitlines()
    assert max(map(len, lines)) <= columns
    return [line.rstrip() for line in lines]


def test_a_terminal_is_not_overrun_and_not_steered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(lambda: tables.write(HEADS, ROWS), 40, monkeypatch) == [
        "id                  why",
        "mine/promo.harbour  Promotes",
        "                    [b]something[/b]",
        "                    else of the house.",
        "mine/ui             \\x1b[31mRed.",
    ]


NUMBERS = ("system", "word F1", "shingle F1", "foreign", "ms/page")
SCORES = [("cleaner", "0.9710", "0.9600", "0.3400", "12.0"), ("trafilatura", "0.9430", "0.9100", "0.6600", "4.2")]


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (
            60,
            [
                "system       word F1  shingle F1  foreign  ms/page",
                "cleaner       0.9710      0.9600   0.3400     12.0",
                "trafilatura   0.9430      0.9100   0.6600      4.2",
            ],
        ),
        (
            40,
            [
                "system      cleaner  trafilatura",
                "word F1      0.9710       0.9430",
                "shingle F1   0.9600       0.9100",
                "foreign      0.3400       0.6600",
                "ms/page        12.0          4.2",
            ],
        ),
    ],
)
def test_a_table_that_is_too_wide_turns(columns: int, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(lambda: tables.write(NUMBERS, SCORES, right=range(1, 5), turns=True), columns, monkeypatch) == lines


def test_numbers_elsewhere_stand_to_the_right(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    tables.write(("rule", "hits"), [("one", "7"), ("two", "12")], right=(1,))
    assert capsysbinary.readouterr().out.decode().splitlines() == ["rule  hits", "one      7", "two     12"]


FACTS = [("read", "12 blocks, 180 words; title: Islands get their ferry back"), ("budget", "no rule held back")]


def test_facts_on_a_terminal_hang_from_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(lambda: tables.write_facts(iter(FACTS)), 40, monkeypatch) == [
        "read    12 blocks, 180 words; title:",
        "        Islands get their ferry back",
        "budget  no rule held back",
    ]


def test_facts_elsewhere_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    tables.write_facts(iter(FACTS))
    assert capsys.readouterr().out.splitlines() == [f"{name}: {said}" for name, said in FACTS]
