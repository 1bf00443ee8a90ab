"""Counts merge in any order and grouping; tables in little room hold what large ones do; workers change nothing."""

import random
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.learning.counts import Count
from cleaner.learning.decide import Judge, Thresholds
from cleaner.learning.learn import Job, learn_site
from cleaner.learning.observation import Observation
from cleaner.learning.observe import section_of
from cleaner.learning.passes import count_texts
from cleaner.learning.spill import Key, Table
from cleaner.learning.template import finds, template
from cleaner.text.domain import domain_of
from cleaner.text.normalize import tidy
from tests.learning.conftest import Learn, raws
from tests.learning.tideway import Leaf


@pytest.fixture(scope="module")
def observations(leaves: list[Leaf], bundled: Cleaner) -> list[Observation]:
    job = Job(bundled)
    found = [job(raw)[0] for raw in raws(leaves[::5])]
    return [one for one in found if one]


def counts(observations: list[Observation]) -> Iterator[tuple[Key, Count]]:
    return (item for observation in observations for item in count_texts(observation))


def merge(parts: Sequence[Any]) -> Any:
    return reduce(lambda one, other: one.merge(other), parts)


@pytest.mark.parametrize("seed", range(5))
def test_order_and_grouping_make_no_difference(observations: list[Observation], seed: int) -> None:
    by_key: dict[Key, list[Count]] = {}
    for key, count in counts(observations):
        by_key.setdefault(key, []).append(count)
    chance = random.Random(seed)
    for parts in by_key.values():
        shuffled = chance.sample(parts, len(parts))
        cut = chance.randrange(len(parts) + 1)
        assert merge([merge(half) for half in (shuffled[:cut], shuffled[cut:]) if half]) == merge(parts)


@pytest.mark.parametrize("room", [1, 7, 200])
def test_a_table_in_little_room_holds_the_same(observations: list[Observation], tmp_path: Path, room: int) -> None:
    large: Table[Count] = Table(tmp_path)
    small: Table[Count] = Table(tmp_path, room)
    some = observations[:12]
    large.add_all(counts(some))
    small.add_all(counts(some))
    assert list(small) == list(large)
    assert not list(tmp_path.iterdir())  # nothing that a killed process could leave behind
    small.close()


def test_the_order_of_pages_makes_no_difference(
    observations: list[Observation], bundled: Cleaner, tmp_path: Path
) -> None:
    judge = Judge(bundled.rules.rules, Thresholds())
    backwards = observations[::-1]
    domain = observations[0].domain
    assert learn_site(domain, observations, judge, tmp_path) == learn_site(domain, backwards, judge, tmp_path)


def test_pages_that_were_read_twice_count_once(leaves: list[Leaf], learn_from: Learn) -> None:
    pages = raws(leaves[:60])
    assert learn_from([*pages, *reversed(pages)]) == learn_from(pages)


def test_pages_of_several_sites_are_told_apart(leaves: list[Leaf], learn_from: Learn) -> None:
    moved = [Leaf(leaf.url.replace("www.tideway-post", "ferry.sandby-news"), leaf.html) for leaf in leaves[:40]]
    sites = learn_from([*raws(leaves[:40]), *raws(moved)], workers=2)
    assert [site.domain for site in sites] == ["sandby-news.example", "tideway-post.example"]
    assert [entry.text for entry in sites[0].entries] == [entry.text for entry in sites[1].entries]


def test_pages_of_no_site_are_not_learned_from(leaves: list[Leaf], learn_from: Learn) -> None:
    pages = raws([Leaf("", leaf.html.replace("rel=canonical", "")) for leaf in leaves[:10]])
    assert learn_from(pages) == []
    (site,) = learn_from(pages, host="www.tideway-post.example")
    assert (site.domain, site.pages) == ("tideway-post.example", 10)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("12 comments", "{n} comments"),
        ("By Jane Doe in Berlin", "By {name} in {word}"),
        ("Checked by Jane Doe: 3 May 2024, 14:30", "Checked by {name}: {date}, {time}"),
        ("© 2024 Tideway Post. All rights reserved.", "© {n} {name}. All rights reserved."),
        ("A year costs €4.20; cancel within 14 days.", "A year costs €{n}; cancel within {n} days."),
        ("Write to jane@paper.example or @paper", "Write to {email} or {handle}"),
        ("Leave a reply", ""),
        ("18:15", ""),
        ("Mats Holm", ""),
        ("Terms {apply} in 2024", ""),
    ],
)
def test_forms(text: str, form: str) -> None:
    assert template(text) == form
    assert not form or finds(form, tidy(text))


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.tideway-post.example", "tideway-post.example"),
        ("news.sandby.co.uk", "sandby.co.uk"),
        ("ferry.blogspot.com", "ferry.blogspot.com"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("2001:db8::1", "2001:db8::1"),
        ("", ""),
    ],
)
def test_domains(host: str, domain: str) -> None:
    assert domain_of(host) == domain


@pytest.mark.parametrize(
    ("url", "section"),
    [
        ("https://www.a.example/sport/2024/05/match.html", "sport"),
        ("https://tv.a.example/tonight", "tv"),
        ("https://a.example/2024/05/match.html", ""),
        ("https://a.example/match.html", ""),
        ("", ""),
    ],
)
def test_sections(url: str, section: str) -> None:
    assert section_of(url) == section
