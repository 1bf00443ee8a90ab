"""Which form scraped text has, and the signs that tell it."""

import pytest

from cleaner.text.text_form import cut_at_bars, recognise

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
        ("It sails.[^1]\n\n[^1]: So they say.\n[^b]: In May.\n", "markdown", "2 footnotes"),
        ("```python\nx = 1\n```\n", "markdown", "2 fences"),
        ("The **boat** is **not** here.", "markdown", "2 strong words"),
        ("# Boats\n\n__Ida__ sails.", "markdown", "1 strong word"),
        ("Set boat\\_name and pier\\_name.", "markdown", "2 escapes"),
        # stars and strokes that mean none
        (
            "Call ** or ****, or 2**3 and 4**5.\nIt is __init__.py, a__b__c and **\n**",
            "lines",
            "each of 3 lines ends where it ends",
        ),
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
    assert recognise(text) == (form, signs, False)


@pytest.mark.parametrize(
    ("text", "runs_together"),
    [
        (f"{PROSE}{PROSE}{PROSE}", True),
        (f"Ferry sails again By Nora Lind | June 5 {PROSE} READ MORE: Who pays? {PROSE} Leave a reply", True),
        (f"{PROSE} {PROSE} Sign up! © 2026 The Harbour News | All rights reserved.", True),
        # bars part what runs together
        (f"Home | News | Sport | {PROSE}{PROSE} © 2026 {PROSE} | Imprint", True),
        (f"Home | News | {PROSE} | {PROSE} | © 2026 The Harbour News | Imprint", False),
        # a paragraph that cites one
        (f"{PROSE} {PROSE} {PROSE} The plate says © 1920.", False),
        (f"{PROSE} {PROSE} The mate wrote to the office.He got no answer.", False),
        (f"{PROSE} Sign up! © 2026 The Harbour News | Imprint", False),
        # lines of their own
        (f"{PROSE}\n{PROSE}\nREAD MORE: Who pays?\n© 2026 The Harbour News | All rights reserved.", False),
    ],
)
def test_a_line_that_holds_more_than_a_paragraph(text: str, runs_together: bool) -> None:
    found = recognise(text)
    assert (found.form, found.runs_together) == ("lines", runs_together)
    assert ("runs together" in found.signs) == runs_together


@pytest.mark.parametrize(
    ("lines", "cut"),
    [
        ([], []),
        ([f"Home | News | Sport | {PROSE}"], ["Home", "News", "Sport", PROSE]),
        (["Ferry", f"Home | News | {PROSE} | Contact"], ["Ferry", "Home", "News", PROSE, "Contact"]),
        ([f"新闻 ｜ 体育 ｜ 天气 ｜ {PROSE}"], ["新闻", "体育", "天气", PROSE]),
        # too few bars, no sentence, lines beside it, bars that belong to a word
        ([f"Home | News | {PROSE}"], None),
        (["Route | Fare | Day | Norrick to Holm | 12 | Monday | " * 5], None),
        ([f"Home | News | Sport | {PROSE}", PROSE], None),
        ([f"a|b|c|d {PROSE}"], None),
    ],
)
def test_a_page_on_one_line_is_cut_at_its_bars(lines: list[str], cut: list[str] | None) -> None:
    assert cut_at_bars(lines) == (lines if cut is None else cut)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 90_000,
        "[a](" * 30_000,
        "|-" * 50_000,
        "- " * 50_000,
        "**a " * 40_000,
        "__a" * 50_000,
        " | a" * 50_000,
        "---\na:" * 20_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    assert recognise(text).signs


def test_a_line_longer_than_any_page_stays_one_block() -> None:
    assert recognise(f"{PROSE} " * 100).form == "one-line"
    assert recognise(f"{PROSE} " * 20_000).form == "lines"
