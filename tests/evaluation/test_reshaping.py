"""A main text in the shapes in which texts come."""

import re

import pytest

from cleaner.evaluation.reshaping import RESHAPES

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month of May."
PARAGRAPHS = ["Ferry sails again", PROSE, PROSE.replace("ferry", "blue boat")]


@pytest.mark.parametrize("name", RESHAPES)
def test_no_word_is_lost(name: str) -> None:
    words = RESHAPES[name](PARAGRAPHS).replace("-\n", "").replace("•", "").split()
    rest = iter(words)
    assert all(word in rest for word in " ".join(PARAGRAPHS).split())


@pytest.mark.parametrize(
    ("name", "start"),
    [
        (
            "wrapped",
            "Ferry sails again\n\nThe harbour office said on Monday that the ferry would sail again before\nthe",
        ),
        ("single-newline", f"Ferry sails again\n{PROSE}\n"),
        ("marked", "•\tFerry sails again\r\n\r\n\tThe\xa0harbour office said on\xa0Monday"),
        ("newsletter", "---------- Forwarded message ---------\nFrom: The Quay"),
        ("pdf", "NORRICK COURIER          Thursday, 4 September 2025          Page 1\n\nFerry sails again\n\nThe"),
        ("one-line", f"Ferry sails again {PROSE} The"),
    ],
)
def test_shapes(name: str, start: str) -> None:
    assert RESHAPES[name](PARAGRAPHS).startswith(start)


def test_a_document_in_print_breaks_words_and_numbers_its_pages() -> None:
    made = RESHAPES["pdf"]([PROSE.replace("ferry", "interdepartmental committee")] * 30)
    assert re.search(r"[a-z]{4}-\n[a-z]{4}", made)
    assert "\f" in made
    assert [page.split("\n")[-1] for page in made.split("\f")] == [str(n + 1) for n in range(made.count("\f") + 1)]
    assert max(map(len, made.split("\n")[1:40])) <= 56
