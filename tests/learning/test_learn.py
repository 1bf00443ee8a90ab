"""The road on one machine: pages in, sites out, whatever their order and however often they were read."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.errors import InputError
from cleaner.io.record import Row
from cleaner.learning.decide import Judge, Thresholds
from cleaner.learning.learn import NO_SITE, Job, find_copies, learn_site
from cleaner.learning.observation import Observation
from tests.learning.conftest import Learn, raws
from tests.learning.counted import SITE, observation, rules, seen
from tests.learning.tideway import Leaf


@pytest.mark.parametrize(
    ("bodies", "copies"),
    [
        ([(b"x",), (b"y",)], ""),
        ([(b"x",), (b"x",), (b"x",)], "23"),
        ([(b"x", b"y"), (b"y", b"z"), (b"z",)], "23"),
        ([(), ()], ""),
    ],
    ids=["different", "same", "in turn", "none"],
)
def test_of_each_article_one_page_counts(tmp_path: Path, bodies: list[tuple[bytes, ...]], copies: str) -> None:
    pages = [observation(page=str(at).encode(), bodies=one) for at, one in enumerate(bodies, 1)]
    found = find_copies(reversed(pages), tmp_path)
    assert found == {digit.encode() for digit in copies}


def test_learn_site(tmp_path: Path) -> None:
    """House text under ten articles; one of them was printed twice."""
    house = seen("Pay for the ink", linked=True)
    pages = [
        observation(seen(f"Boat {'i' * at}x"), house, page=str(at).encode(), bodies=(bytes([at]),)) for at in range(10)
    ]
    again = observation(seen("Boat ix"), house, page=b"again", bodies=(bytes([1]),))
    site = learn_site(SITE, [*pages, again], Judge(rules().values(), Thresholds()), tmp_path)
    assert (site.domain, site.pages, site.copies) == (SITE, 10, 1)
    (entry,) = site.entries
    assert (entry.text, entry.advice, entry.pages, entry.of) == ("Pay for the ink", "use", 10, 10)


FERRY = "On {} the ferry sailed to the islands, it was said at the office, and came back with the mail."
STORY = "".join(f"<p>{FERRY.format(day)} {FERRY.format(day)}</p>" for day in ("Monday", "Tuesday", "Friday"))


@pytest.mark.parametrize(
    ("row", "site", "domain", "status"),
    [
        ({"html": STORY, "url": "https://www.a.example/x"}, "", "a.example", "ok"),
        ({"html": STORY}, "b.example", "b.example", "ok"),
        ({"html": STORY}, "", None, NO_SITE),
        ({"html": "<p>Boat</p>"}, "", None, "empty"),
    ],
    ids=["address", "site", "no site", "no article"],
)
def test_one_page(bundled: Cleaner, row: dict[str, str], site: str, domain: str | None, status: str) -> None:
    found, tally = Job(bundled, site=site)(Row("pages:1", 1, row))
    assert (found.domain if found else None) == domain
    assert tally.status == status


def test_a_page_that_cannot_be_read(bundled: Cleaner) -> None:
    with pytest.raises(InputError, match="no field holds a page; the record has note: name one with --field"):
        Job(bundled)(Row("pages:1", 1, {"note": "no page"}))


def test_the_order_of_pages_makes_no_difference(
    observations: list[Observation], bundled: Cleaner, tmp_path: Path
) -> None:
    judge = Judge(bundled.rules.rules, Thresholds())
    backwards = observations[::-1]
    domain = observations[0].domain
    assert learn_site(domain, observations, judge, tmp_path) == learn_site(domain, backwards, judge, tmp_path)


def test_pages_that_were_read_twice_count_once(leaves: list[Leaf], learn_from: Learn) -> None:
    pages = raws(leaves[:20])
    (once,) = learn_from(pages)
    assert once.entries
    assert learn_from([*pages, *reversed(pages)]) == [once]


def test_pages_of_several_sites_are_told_apart(leaves: list[Leaf], learn_from: Learn) -> None:
    few = leaves[:20]
    moved = [Leaf(leaf.url.replace("www.tideway-post", "ferry.sandby-news"), leaf.html) for leaf in few]
    sites = learn_from([*raws(few), *raws(moved)], workers=2)
    assert [site.domain for site in sites] == ["sandby-news.example", "tideway-post.example"]
    assert sites[0].entries
    assert [entry.text for entry in sites[0].entries] == [entry.text for entry in sites[1].entries]


def test_pages_of_no_site_are_not_learned_from(leaves: list[Leaf], learn_from: Learn) -> None:
    pages = raws([Leaf("", leaf.html.replace("rel=canonical", "")) for leaf in leaves[:10]])
    assert learn_from(pages) == []
    (site,) = learn_from(pages, site="www.tideway-post.example")
    assert (site.domain, site.pages) == ("tideway-post.example", 10)
