"""What each step of the road added, by its name."""

from collections.abc import Iterator
from pathlib import Path

from cleaner import Cleaner, Page, SiteMemory, remember
from cleaner.classifier.model import Model, bundled_model
from cleaner.classifier.model_file import ModelFile
from cleaner.engine.steps import steps
from tests.engine.test_remembered import page as page_of_site
from tests.engine.test_remembered import taking_repeats

PROSE = "The ferry sails again on Monday, the harbour office said, four years after the storm took its ramp away. "

EMPTY = Model(ModelFile(), bundled_model().lexicon, bundled_model().adjustments)


def told_of(page: Page, cleaner: Cleaner | None = None) -> Iterator[tuple[str, str]]:
    cleaner = cleaner or Cleaner()
    return steps(cleaner.settle(page), cleaner.clean(page))


def test_steps_of_a_page() -> None:
    page = f"<main><h1>Ferry</h1><p>{PROSE}</p><p>{PROSE * 2}</p></main><div class=sharedaddy>Share this</div>"
    told = dict(told_of(Page(html=page)))
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


def test_steps_where_trafilatura_is_asked_when_unsure() -> None:
    page = Page(html=f"<main><h1>Ferry</h1><p>{PROSE}</p><p>{PROSE * 2}</p></main>")
    sure, unsure = Cleaner(trafilatura="when-unsure"), Cleaner(model=EMPTY, trafilatura="when-unsure")
    told = [dict(told_of(page, cleaner))["trafilatura"] for cleaner in (sure, unsure)]
    assert told[0] == "not asked: sure"
    assert told[1].startswith("asked: unsure; votes for ")


def test_steps_of_text() -> None:
    told = [name for name, _ in told_of(Page(text=PROSE))]
    assert told == ["read", "form of the text", "rules on text", "evidence", "verdicts", "budget", "read again"]


def test_no_title_steers_a_terminal() -> None:
    headline = r"Ferry\u001b]0;owned\u0007"
    data = f'<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "headline": "{headline}"}}</script>'
    _, first = next(told_of(Page(html=f"{data}<p>{PROSE}</p>")))
    assert "Ferry" in first
    assert first.isprintable()


def test_what_the_memory_of_sites_adds(bundled: Cleaner, tmp_path: Path) -> None:
    remember(tmp_path / "sites.sqlite", (bundled.clean(page_of_site(number)) for number in range(6)))
    knowing = taking_repeats(bundled).with_site_memory(SiteMemory(tmp_path / "sites.sqlite"))
    assert list(told_of(page_of_site(99), knowing))[-1] == ("memory of sites", "1 more block taken")
