"""Tables on a terminal, where rich fits them to its width, and elsewhere, where a row is a line."""

import io
import sys

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


def test_a_terminal_is_not_overrun_and_not_steered(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setenv("COLUMNS", "40")
    tables.write(HEADS, ROWS)
    lines = shown.getvalue().splitlines()
    assert max(map(len, lines)) <= 40
    assert [line.rstrip() for line in lines] == [
        "id                  why",
        "mine/promo.harbour  Promotes",
        "                    [b]something[/b]",
        "                    else of the house.",
        "mine/ui             \\x1b[31mRed.",
    ]
