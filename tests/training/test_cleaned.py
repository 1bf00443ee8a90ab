"""Known pages cleaned by looks that have not seen their hosts: by which, in which forms, and what came of it."""

import pickle
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.model_file import Look, Looks, ModelFile, Table
from cleaner.training.cleaned import Cleaned, Cleaning, unseen_models
from cleaner.training.cross_fit import Unseen
from cleaner.training.each_page import SetPage, read_sets
from tests.training.conftest import HOSTS

ALL, NOTHING = (Looks(second=Look(bias=(amount, amount))) for amount in (9.0, -9.0))
"""Looks that keep each block that no rule takes, and none but for the floor."""
TABLES: tuple[Table, ...] = ("html", "alone", "text", "markdown")


@pytest.fixture(scope="module")
def pages(tiny_set: Path) -> list[SetPage]:
    return read_sets([tiny_set])


def cleaning(bundled: Cleaner, *tables: Table, odd: Table | None = None) -> Cleaning:
    """Return what cleans by the bundled looks; by a table that is *odd*, the last host by others."""
    file = bundled.model.file
    unseen = {
        table: [
            Unseen(frozenset(HOSTS[:-1]), getattr(file, table)),
            Unseen(
                frozenset(HOSTS[-1:]), (ALL if odd == "html" else NOTHING) if table == odd else getattr(file, table)
            ),
        ]
        for table in tables
    }
    return Cleaning(bundled, unseen_models(bundled.model, ModelFile(), unseen))


def tables(cleaned: Cleaned) -> list[Table]:
    return [one.table for one in cleaned.outcomes]


def test_a_page_in_all_its_forms(pages: list[SetPage], bundled: Cleaner) -> None:
    cleaned = cleaning(bundled, *TABLES)(pages[0])
    # it is sure without the vote; and the lines, the scraped text, two sorts of Markdown and the article
    assert tables(cleaned) == ["alone", "html", "text", "text", "markdown", "markdown", "text"]
    assert {(one.host, one.counts) for one in cleaned.outcomes} == {(HOSTS[0], pages[0].counts)}
    by_itself = bundled.clean(pages[0].known.html())
    html = next(one for one in cleaned.outcomes if one.table == "html")
    assert html.f1 == 1.0
    assert html.signs["agreed"] > 0
    assert set(cleaned.of_site) == {"html", "text", "markdown"}
    assert [block.is_asked for block in cleaned.of_site["html"].blocks] == [one.kept for one in by_itself.trace]


def test_for_sites_a_page_is_cleaned_as_it_is_found(pages: list[SetPage], bundled: Cleaner) -> None:
    cleaned = cleaning(bundled, "html", "text", "markdown")(pages[0])
    assert tables(cleaned) == ["html", "text", "markdown"]
    assert cleaned.of_site == cleaning(bundled, *TABLES)(pages[0]).of_site


@pytest.mark.parametrize("odd", ["html", "text", "markdown"])
def test_each_page_is_cleaned_by_the_looks_that_have_not_seen_its_host(
    pages: list[SetPage], bundled: Cleaner, odd: Table
) -> None:
    made = cleaning(bundled, "html", "text", "markdown", odd=odd)
    kept = {
        page.host: sum(block.is_asked for block in made(page).of_site[odd].blocks) for page in (pages[0], pages[-1])
    }
    assert kept[HOSTS[-1]] != kept[HOSTS[0]]


def test_a_page_that_leaves_doubt_is_judged_with_the_vote_alone(pages: list[SetPage], bundled: Cleaner) -> None:
    file = ModelFile()  # without weights nothing is sure
    unseen: dict[Table, list[Unseen]] = {table: [Unseen(frozenset(HOSTS), Looks())] for table in TABLES}
    cleaned = Cleaning(bundled, unseen_models(bundled.model, file, unseen))(pages[0])
    assert tables(cleaned) == ["html", "text", "text", "markdown", "markdown", "text"]


def test_what_cleans_can_be_sent_to_a_worker(pages: list[SetPage], bundled: Cleaner) -> None:
    made = cleaning(bundled, "html", "text")
    assert pickle.loads(pickle.dumps(made))(pages[0]) == made(pages[0])
