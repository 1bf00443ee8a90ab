"""Trafilatura is asked only where the page itself leaves doubt, or rules take much; then all is as if always asked."""

import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner import Cleaner, SiteMemory, remember
from cleaner.classifier.model import Model, bundled_model
from cleaner.classifier.model_file import Look, Looks, ModelFile
from cleaner.document.page import Page
from cleaner.engine.pipeline import Pipeline
from cleaner.features.families import BIAS
from cleaner.features.votes import is_vote
from cleaner.rules import Rule, RuleSet
from tests.engine.test_budget import GREEDY, page
from tests.engine.test_remembered import page as page_of_site
from tests.engine.test_remembered import taking_repeats
from tests.fixture_pages import FixturePage, all_pages

STORY = Page(html=page("<p class=par>{}</p>"))


def model(alone: float, with_vote: float) -> Model:
    """Return a model by which each block weighs so much, without the vote and with it."""
    looks = [Looks(second=Look(bias=(amount, amount))) for amount in (alone, with_vote)]
    return Model(ModelFile(alone=looks[0], html=looks[1]), bundled_model().lexicon, bundled_model().adjustments)


@pytest.mark.parametrize(
    ("alone", "with_vote", "rules", "asked", "is_kept"),
    [
        # the two tables disagree, so that it shows which of them decides
        (3.0, -3.0, (), "not asked: sure", True),
        (0.5, -3.0, (), "asked: unsure", False),
        (-0.5, 3.0, (), "asked: unsure", True),
        (3.0, 3.0, GREEDY["each paragraph"], "asked: rules take much", True),
        (0.5, 3.0, GREEDY["each paragraph"], "asked: unsure", True),
    ],
    ids=["sure", "unsure that it stays", "unsure that it goes", "rules take much", "both"],
)
def test_who_decides(alone: float, with_vote: float, rules: Sequence[Rule], asked: str, is_kept: bool) -> None:
    pipeline = Pipeline(RuleSet(tuple(rules)), model=model(alone, with_vote), trafilatura="when-unsure")
    article = pipeline.clean(STORY)
    assert article.trafilatura == asked
    first_paragraph = next(verdict for verdict in article.trace if verdict.block.tag == "p")
    balance = sum(one.amount for one in first_paragraph.evidence if one.source == BIAS)
    assert (balance > 0) is is_kept
    assert bool(pipeline.settle(STORY).analysis.signals.shares) is (asked != "not asked: sure")


def test_a_model_that_knows_no_page_without_the_vote_always_asks() -> None:
    file = replace(bundled_model(), file=replace(bundled_model().file, alone=Looks()))
    assert Pipeline(model=file, trafilatura="when-unsure").clean(STORY).trafilatura == "asked: unsure"


@pytest.fixture(scope="module")
def when_unsure() -> Cleaner:
    return Cleaner(trafilatura="when-unsure")


# every third fixture page: all outcomes are among them
@pytest.mark.parametrize("fixture", all_pages()[::3], ids=lambda fixture: fixture.folder.name)
def test_where_it_is_asked_the_page_is_judged_as_always(
    fixture: FixturePage, bundled: Cleaner, when_unsure: Cleaner
) -> None:
    always, article = bundled.clean(fixture.page), when_unsure.clean(fixture.page)
    assert [verdict.block for verdict in article.trace] == [verdict.block for verdict in always.trace]
    assert all(verdict.kept or verdict.rule or verdict.evidence for verdict in article.trace)
    if article.trafilatura == "not asked: sure":
        assert not any(is_vote(one.source) for verdict in article.trace for one in verdict.evidence)
    else:
        assert replace(article, trafilatura=None) == always


@pytest.mark.parametrize("given", [Page(text="The ferry sails.\n\nRead more"), Page(text="# Ferry\n\nIt [sails](/a).")])
def test_scraped_text_has_no_vote(given: Page, bundled: Cleaner, when_unsure: Cleaner) -> None:
    assert when_unsure.clean(given) == bundled.clean(given)
    assert when_unsure.clean(given).trafilatura is None


def test_what_is_told_stays_with_the_memory_of_sites(bundled: Cleaner, tmp_path: Path) -> None:
    remember(tmp_path / "sites.sqlite", (bundled.clean(page_of_site(number)) for number in range(6)))
    by_itself = Cleaner(model=taking_repeats(bundled).model, trafilatura="when-unsure")
    article = by_itself.clean(page_of_site(99))
    known = by_itself.with_site_memory(SiteMemory(tmp_path / "sites.sqlite")).clean(page_of_site(99))
    assert len(known.blocks) < len(article.blocks)
    assert known.trafilatura == article.trafilatura
    assert article.trafilatura


def test_it_travels_to_workers(when_unsure: Cleaner) -> None:
    assert pickle.loads(pickle.dumps(when_unsure)).trafilatura == "when-unsure"
    (article,) = when_unsure.stream([STORY], workers=1)
    assert article == when_unsure.clean(STORY)
