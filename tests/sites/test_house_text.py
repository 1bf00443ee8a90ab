"""A profile at work: which entries of which site become rules, what these are called, and what they take."""

from pathlib import Path
from typing import Any

import pytest

from cleaner.document.block import Block
from cleaner.matching.conditions import PageContext
from cleaner.sites import Entry, Site, load_profile, save_profile
from cleaner.sites.house_text import HouseText, entry_rule
from cleaner.text.block_text import BlockText


def entry(text: str = "Ring us.", **more: Any) -> Entry:
    return Entry(**{
        "way": "is", "text": text, "kind": "promo", "advice": "use", "pages": 7, "of": 9, "kept": 0, "place": "low",
    } | more)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "number", "rule_id"),
    [
        (entry(), 1, "promo.1-ring-us.7-of-9"),
        (entry("Ring us at our office today!"), 12, "promo.12-ring-us-at-our.7-of-9"),
        (entry("RING 0800 US"), 1, "promo.1-ring-0800-us.7-of-9"),
        (entry("Anrufen: Fähre"), 1, "promo.1-anrufen-f-hre.7-of-9"),
        (entry("桥梁"), 1, "promo.1-.7-of-9"),
        (entry("incomprehensibilities everywhere"), 1, "promo.1-incomprehensibilities-ev.7-of-9"),
        (entry(kind="share", pages=1234, of=5678), 1, "share.1-ring-us.1234-of-5678"),
        (
            entry("a" * 99, kind="caption-credit", pages=10**9, of=10**9),
            10**6,
            "caption-credit.1000000-aaaaaaaaaaaaaaaa.1000000000-of-1000000000",
        ),
    ],
)
def test_a_rule_is_called_by_its_entry(given: Entry, number: int, rule_id: str) -> None:
    assert entry_rule("a.example", given, number).id == rule_id


def test_a_rule_says_where_it_comes_from() -> None:
    rule = entry_rule("a.example", entry(), 3)
    assert rule.full_id == "profile:a.example/promo.3-ring-us.7-of-9"
    assert (rule.kind, rule.why) == ("promo", "House text of this site: on 7 of 9 pages, low.")
    assert (rule.where.hosts, [phrase.text for phrase in rule.text.is_]) == (("a.example",), ["Ring us."])
    assert rule.trust == -2
    assert (
        entry_rule("a.example", entry(place="low " * 99), 1).why[:50]
        == "House text of this site: on 7 of 9 pages, low low "
    )
    assert len(entry_rule("a.example", entry(place="low " * 99), 1).why) == 160


SITES = [
    Site("a.example", 9, entries=(
        entry(), entry("Look again.", advice="review"), entry("By {}", way="like"), entry("div.ad", way="css"),
        entry("More ferries", linked=True, kind="share"),
    )),
    Site("b.example", 9, entries=(entry("Write to us."),)),
    Site("c.co.uk", 9),
]  # fmt: skip


@pytest.fixture(scope="module", params=["p.json", "p.sqlite"])
def house_text(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> HouseText:
    path: Path = tmp_path_factory.mktemp("profile") / request.param
    save_profile(path, SITES)
    return HouseText(load_profile(path))


@pytest.mark.parametrize(
    ("host", "rules"),
    [
        ("a.example", ["promo.1-ring-us.7-of-9", "share.2-more-ferries.7-of-9"]),
        ("www.a.example", ["promo.1-ring-us.7-of-9", "share.2-more-ferries.7-of-9"]),
        ("b.example", ["promo.1-write-to-us.7-of-9"]),
        ("c.co.uk", []),
        ("x.co.uk", []),
        ("nota.example", []),
        ("", []),
    ],
)
def test_each_site_has_the_rules_of_its_own_entries(host: str, rules: list[str], house_text: HouseText) -> None:
    assert [rule.id for rule in house_text.rules(host)] == rules
    assert house_text.rules(host) is house_text.rules(host), "they are compiled once"


@pytest.mark.parametrize(
    ("url", "text", "linked", "taken"),
    [
        ("https://a.example/1", "Ring us.", 0, True),
        ("https://www.a.example/1", "RING US", 0, True),
        ("https://a.example/1", "Ring us. Now.", 0, False),
        ("https://a.example/1", "They said: Ring us.", 0, False),
        ("https://b.example/1", "Ring us.", 0, False),
        ("https://b.example/1", "Write to us.", 0, True),
        (None, "Ring us.", 0, False),
        ("https://a.example/1", "Look again.", 0, False),
        ("https://a.example/1", "By Ida", 0, False),
        ("https://a.example/1", "More ferries", 0, False),
        ("https://a.example/1", "More ferries", 5, False),
        ("https://a.example/1", "More ferries", 6, True),
        ("https://a.example/1", "More ferries", 12, True),
    ],
)
def test_house_text_is_found(url: str | None, text: str, linked: int, taken: bool, house_text: HouseText) -> None:
    blocks = [Block(0, "The ferry sails."), Block(1, text, "p", (), linked)]
    found = list(house_text.find([BlockText(block) for block in blocks], PageContext(url)))
    assert [(match.first, match.last) for match in found] == ([(1, 2)] if taken else [])
