"""On an invented site of which every block is known: what is learned is house text, and nearly all of it is."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.learning.merging import write_rules
from cleaner.rules import load_rules
from cleaner.sites.entry import Site
from cleaner.text.normalize import fold
from tests.learning.reckoning import reckon
from tests.learning.tideway import (
    AUTHORS,
    BACKGROUND,
    CLOSED_DOOR,
    LIVE,
    LOWERS,
    MEMBERS,
    WALKS,
    WEEKEND,
    Leaf,
    tideway,
)

pytestmark = pytest.mark.xdist_group("tideway")


def taught(site: Site, bundled: Cleaner, folder: Path) -> Cleaner:
    """Return a cleaner with the rules that were learned of the site."""
    path = write_rules(site, folder)
    assert path
    return Cleaner(bundled.rules + load_rules(path))


def test_rules_take_house_text_and_nothing_else(
    site: Site, leaves: list[Leaf], bundled: Cleaner, tmp_path: Path
) -> None:
    informed = taught(site, bundled, tmp_path)
    for pages in (leaves[::2], tideway(seed=77, news=60)[::2]):  # pages learned from, and pages nobody has seen
        found = reckon(pages, bundled, informed)
        assert found.house > 1_000
        assert found.precision >= 0.99, found
        assert found.found >= 0.95, found


@pytest.mark.parametrize("text", [MEMBERS, *WEEKEND, *(bio for _, bio in AUTHORS)])
def test_house_text_is_used(site: Site, text: str) -> None:
    (entry,) = (entry for entry in site.entries if entry.text == text)
    assert entry.advice == "use"
    assert entry.signs
    assert len(entry.examples) == 3


def test_forms_are_one_entry(site: Site) -> None:
    (entry,) = (entry for entry in site.entries if entry.text.startswith("A year of the paper"))
    assert entry.way == "like"
    assert entry.text == "A year of the paper costs {n} crowns; students pay {n}."
    assert len(set(entry.samples)) == 3


@pytest.mark.parametrize("text", [WALKS, LIVE, BACKGROUND, CLOSED_DOOR, LOWERS, "Heat the oven to 200 degrees"])
def test_a_person_decides_about_repeated_prose_of_articles(site: Site, text: str) -> None:
    entries = [entry for entry in site.entries if entry.text.startswith(text)]
    assert entries
    assert all(entry.advice == "review" and entry.doubt for entry in entries)


@pytest.mark.parametrize(
    "text", ["Pros", "Cons", "How we tested", "Ingredients", "Norholm Shipping", "18:15 Harbour watch"]
)
def test_the_forms_of_series_are_left_alone(site: Site, text: str) -> None:
    assert text not in {entry.text for entry in site.entries}


def test_a_page_counts_once_and_a_syndicated_article_too(site: Site, leaves: list[Leaf]) -> None:
    assert site.copies == 15  # three reports, printed six times each
    assert site.pages == len(leaves) - 15
    agency = {text for leaf in leaves[-18:] for text in leaf.own}
    assert not [entry for entry in site.entries if fold(entry.text) in agency]


def test_each_removal_names_its_entry_and_counts(
    site: Site, leaves: list[Leaf], bundled: Cleaner, tmp_path: Path
) -> None:
    leaf = next(leaf for leaf in leaves if fold(WEEKEND[1]) in leaf.house)
    page = Page(html=leaf.html, url=leaf.url)
    informed = taught(site, bundled, tmp_path)
    (removal,) = (one for one in informed.clean(page).removals if one.text == WEEKEND[1])
    (entry,) = (one for one in site.entries if one.text == WEEKEND[1])
    assert removal.rule.startswith("tideway-post.example/promo.")
    counts = informed.rules.by_id[removal.rule].learned
    assert counts
    assert (counts.pages, counts.of) == (entry.pages, entry.of)
    spared = Cleaner(informed.rules, Policy(keep=frozenset({"promo"}))).clean(page)
    assert WEEKEND[1] in spared.text
    assert WEEKEND[1] in informed.clean(Page(html=leaf.html, url="https://a.example/x")).text


def test_what_is_learned_changes_nothing_around_it(
    site: Site, leaves: list[Leaf], bundled: Cleaner, tmp_path: Path
) -> None:
    informed = taught(site, bundled, tmp_path)
    for leaf in leaves[:40]:
        page = Page(html=leaf.html, url=leaf.url)
        for old, new in zip(bundled.clean(page).trace, informed.clean(page).trace, strict=True):
            assert new.kept == old.kept or new.rule.startswith("tideway-post.example/")
