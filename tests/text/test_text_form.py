"""Which form scraped text has, and the signs that tell it."""

import pytest

from cleaner.text.text_form import recognise

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of May."
WRAPPED = """\
The harbour office said on Monday that the ferry would
sail again before the end of May, since the crack in its
hull had been closed and the paint was dry by the time
the inspector came to see it on the last day of April.

It had lain in the yard since March, when a diver found
the crack while he was looking for a lost anchor below."""


@pytest.mark.parametrize(
    ("text", "form", "signs"),
    [
        ("", "lines", "each of 0 lines ends where it ends"),
        (f"Ferry sails\n{PROSE}\n{PROSE}", "lines", "each of 3 lines ends where it ends"),
        (f"A [boat](/boat) and a [pier](/pier).\n\n{PROSE}", "markdown", "2 links"),
        (f"A [boat](/boat).\n\n## Pier\n\n{PROSE}", "markdown", "1 link"),
        ("See [boat][1]\n\n[1]: /boat\n[2]: /pier\n", "markdown", "2 numbered links"),
        ("```python\nx = 1\n```\n", "markdown", "2 fences"),
        ("# Boats\n\n| Boat | Year |\n| --- | --- |\n| Ida | 1920 |", "markdown", "1 table"),
        ("---\ntitle: Ferry\n---\n# Ferry\n\nIt sails.", "markdown", "1 front matter"),
        # a single link is cited, headings and items alone are lines that look so
        (f"He wrote [boat](/boat).\n{PROSE}", "lines", "each of 2 lines ends where it ends"),
        ("# Boats\n\n- One\n- Two", "lines", "each of 3 lines ends where it ends"),
        (WRAPPED, "wrapped", "4 of 4 lines are as wide as the text"),
        (" ".join([PROSE] * 20), "one-line", "a line holds 1,779 of 1,779 characters, 20 sentences"),
        (" ".join([PROSE] * 5), "lines", "each of 1 line ends where it ends"),
    ],
)
def test_form(text: str, form: str, signs: str) -> None:
    assert recognise(text) == (form, signs)


@pytest.mark.parametrize("text", ["[" * 90_000, "[a](" * 30_000, "|-" * 50_000, "- " * 50_000, "---\na:" * 20_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    assert recognise(text).signs


def test_a_line_longer_than_any_page_stays_one_block() -> None:
    assert recognise(f"{PROSE} " * 100).form == "one-line"
    assert recognise(f"{PROSE} " * 20_000).form == "lines"
