"""Which breaks end a line and which only wrap one, by the text of a block and the places of its breaks."""

import pytest

from cleaner.html.line_breaks import line_breaks

LONG = "The harbour office said on Monday that the old ferry would soon"  # 63 characters
LOWER = f"sail {LONG[4:]}"
CLOSED = "The harbour office said on Monday that the old ferry sails on."


def ends(*lines: str) -> list[int]:
    """Return which of the breaks after *lines*, the last one apart, end a line."""
    text, places = " ".join(lines), []
    for line in lines[:-1]:
        places.append((places[-1] + 1 if places else 0) + len(line))
    assert all(text[place] == " " for place in places)
    return [places.index(place) for place in line_breaks(text, places)]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (("Ferry",), []),
        (("Harbour Office", "1 Pier Road", "Norrick"), [0, 1]),
        (("two fathoms at the bell", "and you are well"), [0]),
        # a long line that goes on with a small letter was wrapped
        ((LONG, "sail again."), []),
        ((CLOSED, "and so it went."), [0]),
        ((LONG, "Monday"), [0]),
        ((LONG, "渡轮复航"), [0]),
        ((f"{LONG},", "sail again."), []),
        ((f"{LONG}:", "sail again."), [0]),
        # where most breaks of a block are wrapped, all its long lines are
        ((LONG, LOWER, LOWER, "Norrick"), []),
        ((LONG, LOWER, "Norrick"), []),
        ((LONG, LOWER, "Norrick", "sound"), [1, 2]),
        ((LONG, LOWER, LOWER, "Norrick", "sound"), [3]),
        ((LONG, "Monday and", "two", "sound"), [0, 1, 2]),
        ((LONG, "sail again.", CLOSED, "The end"), [1, 2]),
    ],
)
def test_line_breaks(lines: tuple[str, ...], kept: list[int]) -> None:
    assert ends(*lines) == kept


@pytest.mark.parametrize(("size", "kept"), [(59, [0]), (60, [])])
def test_how_long_a_wrapped_line_is(size: int, kept: list[int]) -> None:
    assert ends("x" * size, "sail again.") == kept
