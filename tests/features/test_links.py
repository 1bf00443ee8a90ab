"""Where a block's links lead: to articles and sections of the site, to a mailbox, away or nowhere."""

import pytest

from cleaner.document.block import Block
from cleaner.features.links import link_facts

HOST = "www.harbournews.example"
NAMES = {"sport": ("section",), "tag": ("tags",), "newsletter": ("newsletter", "mail")}


def facts(*links: str, linked: int = 20, host: str = HOST, edges: tuple[bool, bool] = (False, False)) -> set[str]:
    block = Block(0, "x" * 20, "p", (), linked, links, *edges)
    return set(link_facts(block, host, NAMES))


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("#comments", {"within"}),
        ("", {"nowhere"}),
        ("javascript:void(0)", {"nowhere"}),
        ("data:text/plain,x", {"nowhere"}),
        ("mailto:desk@harbournews.example", {"person"}),
        ("tel:+4912345", {"person"}),
        ("sms:12345", {"person"}),
        ("whatsapp://send?text=x", {"person"}),
        ("https://other.example/ferry-sails-again-on-monday", {"away"}),
        ("//other.example/", {"away"}),
        ("https://harbournews.example/sea", {"own", "section"}),
        ("https://sea.harbournews.example/", {"own", "section"}),
        ("/sea", {"own", "section"}),
        ("/sea/", {"own", "section"}),
        ("/ferry-sails-again", {"own", "section"}),
        ("/ferry-sails-again-today", {"own", "article"}),
        ("/sea/ferry_sails_again_today/", {"own", "article"}),
        ("/ferry-sails-again-today/sea", {"own", "section"}),
        ("/sea/2026", {"own", "section"}),
        ("/sea/20261", {"own", "article"}),
        ("/20261/sea", {"own", "article"}),
        ("ferry.html", {"own", "section"}),
    ],
)
def test_target(link: str, leads: set[str]) -> None:
    found = {fact for fact in facts(link) if ".to-" not in fact}
    assert found == {"leads.1", *(f"leads.{name}" for name in leads)}


def test_no_link_no_fact() -> None:
    assert facts(linked=0) == set()


@pytest.mark.parametrize(("linked", "does"), [(20, "leads"), (10, "leads"), (9, "cites"), (1, "cites")])
def test_a_block_leads_somewhere_or_cites(linked: int, does: str) -> None:
    assert facts("/sea", linked=linked) == {f"{does}.1", f"{does}.own", f"{does}.section"}


@pytest.mark.parametrize(("count", "name"), [(1, "1"), (2, "2-3"), (3, "2-3"), (4, "4+"), (9, "4+")])
def test_count(count: int, name: str) -> None:
    assert facts(*["/sea"] * count) == {f"leads.{name}", "leads.own", "leads.section"}


@pytest.mark.parametrize(
    ("linked", "edges", "found"),
    [
        (5, (True, False), {"links.at-start"}),
        (5, (False, True), {"links.at-end"}),
        (12, (True, True), {"links.at-start", "links.at-end"}),
        (5, (False, False), set()),
        # where nearly all is linked, the edges are anyway
        (18, (True, True), set()),
        (20, (True, True), set()),
    ],
)
def test_edges(linked: int, edges: tuple[bool, bool], found: set[str]) -> None:
    assert {fact for fact in facts("/sea", linked=linked, edges=edges) if fact.startswith("links.")} == found


@pytest.mark.parametrize(
    ("link", "speaks_of"),
    [
        ("/sport/ferry-race", {"section"}),
        ("https://harbournews.example/tag/ferry", {"tags"}),
        ("/newsletter/sign-up", {"mail", "newsletter"}),
        # the last part names a single page, unless it is all there is
        ("/sea/sport", set()),
        ("/sport", {"section"}),
        ("/sport/", {"section"}),
        ("https://sport.example/ferry", set()),
        ("/sea/ferry?tag=sport", set()),
    ],
)
def test_words_of_the_path(link: str, speaks_of: set[str]) -> None:
    assert {fact.removeprefix("leads.to-") for fact in facts(link) if ".to-" in fact} == speaks_of


def test_facts_of_several_links_stand_together() -> None:
    found = facts("/sport/race", "https://other.example/", "#top", "/sport/boats", linked=4)
    assert found == {"cites.4+", "cites.own", "cites.section", "cites.away", "cites.within", "cites.to-section"}


@pytest.mark.parametrize("link", ["https://other.example/sea", "https://harbournews.example/sea"])
def test_without_a_host_nothing_is_away(link: str) -> None:
    assert facts(link, host="") == {"leads.1", "leads.own", "leads.section"}
