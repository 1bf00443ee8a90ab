"""Titles without the names of sites."""

import time

import pytest

from cleaner import clean
from cleaner.text.titles import headline, without_site


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


SLOGAN = "Harbour Co. 100 % Coast"


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        # the headline and the site's slogan
        ([f"Ferry sails again? - {SLOGAN}", "Ferry sails again?"], "Ferry sails again?"),
        ([f"Ferry sails again | Islands | {SLOGAN}", "Ferry sails again | Islands"], "Ferry sails again | Islands"),
        ([f"Islands sail ｜ {SLOGAN}", "Islands sail"], "Islands sail ｜ Harbour Co. 100 % Coast"),
        ([f"{SLOGAN} | The ferry to the outer islands sails again", "The ferry to the outer islands sails again"],
         "The ferry to the outer islands sails again"),
        (["大掃除太用力｜地方新聞｜時報", "大掃除太用力"], "大掃除太用力"),
        ([f"It’s the ferry - {SLOGAN}", "It's the ferry"], "It's the ferry"),
        # a headline with a dash or a colon of its own, a kicker
        (["Tug of war - in pictures", "Harbour News"], "Tug of war - in pictures"),
        (["Ferry: the boat of the year", "Ferry"], "Ferry: the boat of the year"),
        (["Ferry - a film", "Ferry"], "Ferry - a film"),
        (["Rail: More trains to the harbour", "More trains to the harbour"], "Rail: More trains to the harbour"),
        (["Ferry sails-again", "Ferry sails"], "Ferry sails-again"),
        # a first-level heading that is the name of the site
        (["The Quay", "Ferry sails again « The Quay"], "Ferry sails again"),
        (["The Quay", "The Quay: Ferry sails again"], "Ferry sails again"),
        # a headline that is cut off
        (["Ferry sails to the outer…", "Ferry sails to the outer islands"], "Ferry sails to the outer islands"),
        (["Ferry sails to the outer…", "Boats sail"], "Ferry sails to the outer…"),
        (["x" * 110, "x" * 110 + "yz again"], "x" * 110 + "yz again"),
    ],
)  # fmt: skip
def test_headline(titles: list[str], wanted: str) -> None:
    assert headline(titles, None, "") == wanted


@pytest.mark.parametrize("part", ["a - ", "a | ", "| ", "a: ", "- ", "::", "x", "…", "» "])
def test_a_title_costs_what_its_length_is(part: str) -> None:
    title = part * (400_000 // len(part))
    started = time.process_time()
    headline([title, title[:-1], title[: len(title) // 2], part], "Harbour News", "harbournews.example")
    assert time.process_time() - started < 2
