"""Lines of scraped text to blocks."""

import pytest

from cleaner.text.split_lines import cut_lines

WRAPPED = """\
The harbour council of Norrick voted on Tuesday evening to
re-
open the old ferry line to the outer islands, four years af-
ter a storm tore away the pier and left the villages there
with a single boat a week, as the chair of the board said.

The first boat sails in May."""
JOINED = (
    "The harbour council of Norrick voted on Tuesday evening to re-open the old ferry line to the outer islands, four"
    " years af-ter a storm tore away the pier and left the villages there with a single boat a week, as the chair of"
    " the board said."
)


def test_hard_wrapped_paragraphs_are_joined() -> None:
    assert [block.text for block in cut_lines(WRAPPED)] == [JOINED, "The first boat sails in May."]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The council voted to re-\nopen the line.", ["The council voted to re-open the line."]),
        ("The council -\nand nobody else", ["The council -", "and nobody else"]),
        ("Tarnby-\nSund 3", ["Tarnby-", "Sund 3"]),
        ("Score 3-\nno goals", ["Score 3-", "no goals"]),
    ],
)
def test_words_parted_by_a_hyphen_are_joined(text: str, lines: list[str]) -> None:
    assert [block.text for block in cut_lines(text)] == lines
