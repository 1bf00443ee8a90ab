"""What gets a class in Markdown for where it stands."""

import re

import pytest

from cleaner.html.markdown import to_html

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month of May."
LINKS = "* [Home](/)\n* [News](/news)\n"


def body(text: str) -> str:
    """Return what stands in the body, on one line."""
    page = to_html(text)
    assert page is not None
    return page.partition("<body>")[2].partition("</body>")[0].replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        (f"{LINKS}\n{PROSE}\n\n{LINKS}", ["scraped-links", "scraped-links"]),
        (f"{PROSE}\n\n{LINKS}\n{PROSE}", []),
        (f"{PROSE}\n\n* A warm coat\n\n{PROSE}\n\n* A hat", ["scraped-body"]),
        # and the line that leads over to it
        (f"{PROSE}\n\nTake along:\n\n* A warm coat\n\n{PROSE}", ["scraped-body scraped-lead", "scraped-body"]),
        (f"{PROSE}\n\nTake along\n\n* A warm coat\n\n{PROSE}", ["scraped-body"]),
        (f"[Home](/) | [News](/n)\n\n{PROSE}", ["scraped-links"]),
        (f"## [Ferry](/1)\n\n{PROSE}\n\n## [Bread](/2)\n\nDearer.\n\n### [Games](/3)\n\nPlay.", ["scraped-links"]),
        (f"{PROSE}\n\n## [Bread](/2)\n\nDearer.\n\n## [Jobs](/3)", ["scraped-links", "scraped-links"]),
        (f"{PROSE}\n\n## [Bread](#bread)\n\nDearer.", []),
        # notes to which the text leads, and no others
        (f"{PROSE}[^1]\n\nLog in\n\n[^1]: By letter.\n[^2]: In May.", ["scraped-note"]),
        (f"{PROSE}\n\n[^1]: By letter.", []),
        (f"{PROSE}[^1]\n\n* [^1]: By letter.", []),
        # a break between paragraphs, and before notes
        (f"{PROSE}\n\n* * *\n\nLog in\n\n{PROSE}", ["scraped-break"]),
        (f"{PROSE}[^1]\n\n---\n\n[^1]: By letter.", ["scraped-break", "scraped-note"]),
        (f"{PROSE}\n\n***\n\n* A warm coat\n\n---\n\n{PROSE}", ["scraped-break", "scraped-body"]),
        (f"Home\n\n* * *\n\n{PROSE}\n\n* * *\n\nLog in", []),
        (f"{PROSE}\n\n" + "Log in\n\n" * 5 + f"* * *\n\n{PROSE}", []),
        ("* * *", []),
        # without prose there is no head and no tail
        (LINKS, []),
    ],
)
def test_places(text: str, classes: list[str]) -> None:
    assert re.findall(r'class="(scraped-[^"]*)"', body(text)) == classes


def test_a_break_is_shown_as_it_is_written() -> None:
    assert '<p class="scraped-break">- - -</p>' in body(f"{PROSE}\n\n- - -\n\n{PROSE}")


@pytest.mark.parametrize(
    ("heading", "is_marked"),
    [
        ("Boats[¶](#boats)", True),
        ('Boats [#](https://sea.example/boats#top "Permalink")', True),
        ("Boats[](#boats)", True),
        ("[Boats](#boats)", False),
        ("Boats [¶](/boats)", False),
        ("Boats [¶ and so on](#boats)", False),
    ],
)
def test_links_behind_headings(heading: str, is_marked: bool) -> None:
    assert ('class="headerlink"' in body(f"## {heading}")) is is_marked
    assert "headerlink" not in body(heading)


@pytest.mark.parametrize("text", ["# " + "[](#a)" * 10_000, "[^1]: a\n\n" * 5_000, f"{PROSE}\n\n---\n\n" * 2_000])
def test_hostile_markdown_takes_no_time(text: str) -> None:
    assert to_html(text)
