"""Titles without the names of sites."""

import pytest

from cleaner import clean
from cleaner.titles import without_site


@pytest.mark.parametrize(
    ("title", "site", "host", "wanted"),
    [
        ("Ferry sails again | Harbour News", "Harbour News", "", "Ferry sails again"),
        ("Ferry sails again | Islands | Harbour News", None, "www.harbournews.co.uk", "Ferry sails again | Islands"),
        ("Ferry sails again – harbournews.example", None, "m.harbournews.example", "Ferry sails again"),
        ("The Harbour News: Ferry sails again", None, "harbournews.example", "Ferry sails again"),
        ("Fähre fährt wieder - Hafen - Der Bote", "Hafen - Der Bote", "", "Fähre fährt wieder"),
        ("渡轮复航|海港新闻", "海港新闻", "", "渡轮复航"),
        (
            "Tug of war - in pictures | The boats",
            "Harbour News",
            "harbournews.example",
            "Tug of war - in pictures | The boats",
        ),
        ("Harbour: the film of the year", "Harbour", "harbour.example", "Harbour: the film of the year"),
        ("Harbour News", "Harbour News", "", "Harbour News"),
        ("Tug-of-war: a history", None, "", "Tug-of-war: a history"),
    ],
)
def test_without_site(title: str, site: str | None, host: str, wanted: str) -> None:
    assert without_site(title, site, host) == wanted


def test_a_page_without_a_headline_of_its_own() -> None:
    page = "<title>The Harbour News: Ferry sails again</title><body><p>The ferry sails again on Monday, they said.</p>"
    assert clean(page, url="https://www.harbournews.example/ferry").title == "Ferry sails again"
