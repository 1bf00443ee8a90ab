"""Sets whose articles hold some parts and not others: what is found of it, and what is made of it."""

import pytest

from cleaner import Cleaner
from cleaner.document.kinds import Kind
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.evaluation.convention import (
    LEAST_PAGES,
    NAME,
    Convention,
    OwnConvention,
    PartShare,
    PartShares,
    _half,
    own_convention,
)
from cleaner.io.known_set import KnownPage, KnownSet, Truth, read_set, write_set

MANY, FEW = LEAST_PAGES, LEAST_PAGES - 1
PROSE = (
    "The ferry of {host} sails again on Monday, the harbour office said, and the mail will come with it.",
    "It had lain in the yard since March, when a diver found a crack in its hull below the waterline.",
    "The crew of eleven has been paid all the while, and spent it painting both of the decks of the ship.",
)
HEADING = "A crack in the hull of the ship"


@pytest.mark.parametrize(
    ("staying", "taken", "choice"),
    [
        ((MANY, 0.9), (0, 0.0), "leave"),
        ((MANY, 0.4), (0, 0.0), "drop"),
        ((MANY, 0.5), (0, 0.0), "leave"),
        ((MANY, 0.9), (MANY, 0.6), "keep"),
        ((MANY, 0.9), (MANY, 0.5), "leave"),
        ((0, 0.0), (MANY, 0.1), "leave"),
        # too few pages tell nothing
        ((FEW, 0.0), (FEW, 1.0), ""),
        ((FEW, 0.0), (MANY, 1.0), "keep"),
        # what stays by default counts first
        ((MANY, 0.4), (MANY, 0.9), "drop"),
    ],
)
def test_choices(staying: tuple[int, float], taken: tuple[int, float], choice: str) -> None:
    assert PartShares(PartShare(*staying), PartShare(*taken)).choice == choice


def convention(**parts: PartShares) -> Convention:
    return Convention({name.replace("_", "-"): shares for name, shares in parts.items()})  # type: ignore[misc]


DROPPED = PartShares(PartShare(40, 0.126), PartShare(0, 0.0))
KEPT = PartShares(PartShare(40, 0.9), PartShare(12, 0.66))
AS_IT_IS = PartShares(PartShare(40, 0.9), PartShare(0, 0.0))


@pytest.mark.parametrize(
    ("found", "said", "keep", "drop"),
    [
        (convention(), "as cleaner does by default (no kind of part on 12 pages, to tell)", set(), set()),
        (convention(quote=AS_IT_IS), "as cleaner does by default", set(), set()),
        (
            convention(embed=KEPT, list=DROPPED, quote=AS_IT_IS, standfirst=KEPT),
            "drop list (13% in articles, 40 pages), keep standfirst (66% in articles, 12 pages), "
            "keep embed (66% in articles, 12 pages)",
            {"embed", "standfirst"},
            {"list"},
        ),
    ],
    ids=["nothing", "the same", "some"],
)
def test_a_convention_is_said_and_is_a_policy(found: Convention, said: str, keep: set[Kind], drop: set[Kind]) -> None:
    assert str(found) == said
    assert found.policy(Policy()) == Policy(frozenset(keep), frozenset(drop))


def test_it_changes_the_policy_that_is_there() -> None:
    base = Policy(keep=frozenset({"list", "byline"}), drop=frozenset({"embed", "agency"}))
    wanted = Policy(keep=frozenset({"embed", "byline"}), drop=frozenset({"list", "agency"}))
    assert convention(embed=KEPT, list=DROPPED).policy(base) == wanted
    assert convention(embed=AS_IT_IS, list=AS_IT_IS).policy(base) == Policy(
        frozenset({"byline"}), frozenset({"agency"})
    )
    assert convention().policy(base) == base


def html(host: str) -> str:
    first, second, third = (f"<p>{text.format(host=host)}</p>" for text in PROSE)
    story = f"<h1>Ferry of {host} sails</h1>{first}<h2>{HEADING}</h2>{second}{third}"
    return f"<html lang=en><title>Ferry of {host} sails</title><body><article>{story}</article></body></html>"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> KnownSet:
    """Pages of 34 hosts with a heading that their known articles leave out, and one that is no page."""
    hosts = [f"harbour{number}.example" for number in range(34)]
    truths = [Truth(host, "\n".join(PROSE).format(host=host), url=f"https://{host}/a") for host in hosts]
    pages = [html(host).encode() for host in hosts]
    folder = tmp_path_factory.mktemp("convention") / "set"
    write_set(folder, [*zip(truths, pages, strict=True), (Truth("broken", "x"), b"\0")])
    return read_set(folder)


@pytest.fixture(scope="module")
def own(known: KnownSet, bundled: Cleaner) -> OwnConvention:
    return own_convention(bundled, known.pages, "html")


def test_both_halves_of_the_hosts_are_asked(own: OwnConvention) -> None:
    assert [half.chosen("drop") for half in own.halves] == [["section-heading"]] * 2
    assert sum(half.parts["section-heading"].staying.pages for half in own.halves) == 34


def test_cleaner_under_it(own: OwnConvention, known: KnownSet, bundled: Cleaner) -> None:
    page = Page(html=known.pages[0].html(), url=known.pages[0].truth.url)
    assert HEADING in bundled.clean(page).text
    assert own.system
    assert own.system.name == NAME
    article = own.system.extract(page)
    assert not isinstance(article, str)
    assert article.text.split("\n\n") == known.pages[0].truth.body.split("\n")
    assert [one.rule for one in article.removals if one.kind == "section-heading"] == ["generic/section-heading.inside"]


def test_pages_are_cleaned_by_the_convention_of_other_hosts(known: KnownSet, bundled: Cleaner) -> None:
    """Only one half has enough pages to tell, and its own pages stay as they were."""
    halves: tuple[list[KnownPage], list[KnownPage]] = ([], [])
    for known_page in known.pages[:-1]:
        halves[_half(Page(html="", url=known_page.truth.url))].append(known_page)
    own = own_convention(bundled, [*halves[0][:MANY], *halves[1][:2]], "html")
    assert [half.chosen("drop") for half in own.halves] == [["section-heading"], []]
    assert own.system
    for half, holds in ((0, True), (1, False)):
        article = own.system.extract(Page(html=halves[half][0].html(), url=halves[half][0].truth.url))
        assert not isinstance(article, str)
        assert (HEADING in article.text) is holds


def test_a_set_that_does_as_cleaner_does_needs_no_system(known: KnownSet, bundled: Cleaner) -> None:
    seen = []
    own = own_convention(bundled, known.pages[:4], "html", lambda: seen.append(1))
    assert own.system is None
    assert [str(half) for half in own.halves] == [
        "as cleaner does by default (no kind of part on 12 pages, to tell)"
    ] * 2
    assert len(seen) == 4
