"""What each step of the road added, in a line each."""

from cleaner import Cleaner, Page
from cleaner.engine.steps import steps

PROSE = "The ferry sails again on Monday, the harbour office said, four years after the storm took its ramp away. "


def test_steps_of_a_page() -> None:
    page = f"<main><h1>Ferry</h1><p>{PROSE}</p><p>{PROSE * 2}</p></main><div class=sharedaddy>Share this</div>"
    told = dict(line.split(": ", 1) for line in steps(Cleaner().settle(Page(html=page))))
    assert list(told) == [
        "read",
        "rules on elements",
        "trafilatura",
        "rules on text",
        "evidence",
        "verdicts",
        "budget",
    ]
    assert told["read"].startswith("4 blocks, ")
    assert "taken whole: 1 block;" in told["rules on elements"] or "taken whole: 0 blocks;" in told["rules on elements"]
    assert told["budget"] == "no rule held back"


def test_steps_of_text() -> None:
    told = [line.partition(":")[0] for line in steps(Cleaner().settle(Page(text=PROSE)))]
    assert told == ["read", "rules on text", "evidence", "verdicts", "budget"]


def test_no_title_steers_a_terminal() -> None:
    headline = r"Ferry\u001b]0;owned\u0007"
    data = f'<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "headline": "{headline}"}}</script>'
    first = next(steps(Cleaner().settle(Page(html=f"{data}<p>{PROSE}</p>"))))
    assert "Ferry" in first
    assert first.isprintable()
