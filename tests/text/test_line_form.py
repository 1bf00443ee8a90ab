"""The form of a line, words put aside."""

import pytest

from cleaner.text.line_form import CODE, DAY, line_form


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("250 ml milk", "0"),
        ("3. Marlow", "0."),
        ("Marlow 3:4", "w 0:0"),
        ("9.30 Harbour News", "0:0"),
        ("9 March 2026", DAY),
        ("On 9 March 2026 the ferry sailed again", "w 0 w 0 w"),
        ("boat.sail();", CODE),
        ("The ferry", ""),
        (" ".join(["1"] * 17), ""),
        ("1" * 201, ""),
    ],
)
def test_forms(line: str, form: str) -> None:
    assert line_form(line, line, line.count(" ") + 1, has_digit=any(map(str.isdigit, line))) == form
