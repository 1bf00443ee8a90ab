"""Looking at a cleaned page: which texts stand in and near its article, where, and what became of them."""

from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Note, Verdict
from cleaner.learning.observation import Observation, Seen, digest
from cleaner.learning.observe import look_of, section_of, sight, text_key, watching
from cleaner.rules.ruleset import RuleSet
from cleaner.text.block_text import BlockText
from tests.learning.cleaned import FERRY, NEAREST, PROSE, URL, article, verdict
from tests.learning.counted import rules


def look(*verdicts: Verdict, **more: Any) -> Observation:
    found = sight(article(*verdicts, **more), rules(), "pages:1")
    assert found
    return found


def one(text: str, *, by: str = "", around: tuple[str, ...] = (), after: tuple[str, ...] = (), **more: Any) -> Seen:
    """Return what is seen of a block between kept ones."""
    block = {name: more.pop(name) for name in ("tag", "ancestors", "linked") if name in more}
    page = [*map(verdict, around), verdict(text, by, **block), *map(verdict, after)]
    return next(found for found in look(*page, **more).seen if found.text == text)


@pytest.mark.parametrize(
    ("url", "host", "status", "domain"),
    [
        (URL, "", "ok", "tideway-post.example"),
        (URL, "", "short", "tideway-post.example"),
        (URL, "", "gated", "tideway-post.example"),
        (URL, "other.example", "ok", "tideway-post.example"),
        (None, "www.other.example", "ok", "other.example"),
        (None, "", "ok", None),
        (URL, "", "not-an-article", None),
        (URL, "", "empty", None),
        (URL, "", "consent-wall", None),
    ],
)
def test_pages_that_are_learned_from(url: str | None, host: str, status: Any, domain: str | None) -> None:
    found = sight(article(verdict(FERRY), url=url, status=status), {}, "pages:1", host)
    assert (found.domain if found else None) == domain


def test_what_a_page_says_of_itself() -> None:
    found = look(verdict(FERRY), date="2026-06-05T14:30:00+02:00")
    assert (found.address, found.section, found.date) == (URL, "sport", "2026-06-05")
    assert found.page == digest(URL, FERRY)
    nameless = sight(article(verdict(FERRY), url=None), {}, "pages:1", "a.example")
    assert nameless
    assert (nameless.address, nameless.section, nameless.date) == ("pages:1", "", "")


@pytest.mark.parametrize(
    ("page", "near"),
    [
        ("-----", ""),
        ("+", "0"),
        ("-----+", "2345"),
        ("+-----", "0123"),
        ("----+----", "1234567"),
        ("+------+", "01234567"),
    ],
)
def test_texts_near_the_article(page: str, near: str) -> None:
    """Three blocks before the first that stays and after the last, and all between."""
    verdicts = [verdict(f"Boat {at}", "" if mark == "+" else "evidence") for at, mark in enumerate(page)]
    assert [found.text.removeprefix("Boat ") for found in look(*verdicts).seen] == list(near)


def test_each_text_counts_once_and_as_it_was_kept() -> None:
    found = look(verdict("Boat", "evidence"), verdict(FERRY), verdict("Boat"), verdict("BOAT!", "evidence")).seen
    assert [(text.text, text.kept) for text in found] == [("Boat", True), (FERRY, True)]


@pytest.mark.parametrize(
    ("text", "more", "field", "value"),
    [
        ("12 boats", {}, "form", "{n} boats"),
        ("Boats", {}, "form", ""),
        ("Boat", {"linked": 2}, "linked", True),
        ("Boat", {"linked": 1}, "linked", False),
        (FERRY, {}, "prose", True),
        (FERRY, {"linked": len(FERRY)}, "prose", False),
        ("The ferry sailed today.", {}, "prose", False),
        ("Boat", {"tag": "td"}, "role", "cell"),
        ("Boat", {}, "look", "div.lead > p"),
        ("Boat", {}, "selectors", (".lead", ".x7")),
        ("Anna Berg wrote it", {"authors": ("Anna Berg",)}, "author", True),
        ("Anna Berg wrote it", {"authors": ("Anna",)}, "author", False),  # too short to tell a name from a word
        ("Ferry sails", {"title": "Ferry sails"}, "title", True),
        ("FERRY SAILS", {"title": "Ferry sails"}, "title", True),
        ("Ferry", {"tag": "h1"}, "title", True),
        ("Ferry", {"tag": "h2"}, "title", False),
        ("Boat", {}, "by_rule", False),
        ("Boat", {"by": "mine/share.mail"}, "by_rule", True),
        ("Boat", {"by": "evidence"}, "by_rule", False),
        ("Boat", {"by": "mine/share.mail"}, "kind", "share"),
        ("Boat", {"by": "evidence"}, "kind", ""),
        ("Boat", {"by": "mine/promo.learned"}, "kind", ""),  # what was learned is no other rule's word
        ("Boat", {"by": "mine/promo.learned"}, "rule", "mine/promo.learned"),
        ("Boat", {"by": "mine/share.mail"}, "rule", ""),
        ("Boat", {"notes": (Note("mine/correction.note", "policy", 1, 2),)}, "kind", "correction"),
        ("Boat", {"notes": (Note("mine/promo.drafted", "draft", 0, 3),)}, "rule", "mine/promo.drafted"),
        ("Boat", {"notes": (Note("mine/promo.drafted", "draft", 2, 3),)}, "rule", ""),
    ],
)
def test_what_is_seen_of_a_text(text: str, more: dict[str, Any], field: str, value: object) -> None:
    found = one(text, around=(PROSE.format("Tuesday"),), after=(PROSE.format("Friday"),), **more)
    assert getattr(found, field) == value


def test_a_long_text_is_cut_and_has_no_key() -> None:
    text = "The ferry sails again. " * 300
    (found,) = look(verdict(text)).seen
    assert (len(found.text), found.key, found.form) == (1000, b"", "")


@pytest.mark.parametrize(
    ("blocks", "head", "tail"),
    [(7, "", ""), (8, "01234", "34567"), (11, "01234", "678910")],
)
def test_edges_of_an_article_that_has_a_middle(blocks: int, head: str, tail: str) -> None:
    found = look(*(verdict(f"Boat number {'i' * at}x") for at in range(blocks))).seen
    assert "".join(str(at) for at, text in enumerate(found) if text.head) == head
    assert "".join(str(at) for at, text in enumerate(found) if text.tail) == tail


@pytest.mark.parametrize(
    ("text", "under", "leads"),
    [
        ("Ingredients", verdict("Salt"), True),
        ("You need:", verdict("Salt"), True),
        ("You need salt.", verdict("Salt"), False),
        ("one two three four five six seven eight nine ten", verdict("Salt"), True),
        ("one two three four five six seven eight nine ten eleven", verdict("Salt"), False),
        ("Ingredients", verdict("Salt", "evidence"), False),
        ("Ingredients", verdict("Salt", linked=4), False),
    ],
)
def test_what_a_heading_leads_to(text: str, under: Verdict, leads: bool) -> None:
    found = look(verdict(text), under, verdict(FERRY)).seen[0]
    assert found.follower == (digest("salt") if leads else b"")


def test_texts_of_one_form_lead_to_the_same() -> None:
    first, second = (look(verdict("You need:"), verdict(f"{n} boats")).seen[0].follower for n in (12, 9))
    assert first == second != b""


def test_rules_that_took_something_or_would_have() -> None:
    notes = (
        Note("mine/promo.drafted", "draft", 0, 1),
        Note("mine/share.mail", "draft", 0, 1),  # a person's draft is not counted
        Note("mine/promo.learned", "budget", 0, 1),
    )
    found = look(verdict(FERRY), verdict("Boat", "mine/share.mail"), verdict("Salt", "evidence"), notes=notes)
    assert found.rules == ("mine/promo.drafted", "mine/share.mail")


def test_learned_rules_only_report_while_their_texts_are_counted_anew() -> None:
    cleaner = watching(Cleaner(RuleSet(tuple(rules().values()))))
    assert {rule.full_id: rule.status for rule in cleaner.rules.rules} == {
        "mine/share.mail": "on",
        "mine/correction.note": "on",
        "mine/promo.learned": "draft",
        "mine/promo.drafted": "draft",
    }


@pytest.mark.parametrize(
    ("url", "section"),
    [
        ("https://www.a.example/sport/2024/05/match.html", "sport"),
        ("https://tv.a.example/tonight", "tv"),
        ("https://tv.a.example/shows/tonight", "tv/shows"),
        ("https://a.example/2024/05/match.html", ""),
        ("https://a.example/2024/sport/match.html", "sport"),
        ("https://a.example/match.html", ""),
        ("https://a.example", ""),
        ("", ""),
    ],
)
def test_sections(url: str, section: str) -> None:
    assert section_of(url) == section


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Read more", "READ MORE: →", True),
        ("Read more", "Read most", False),
        ("The ferry sails. " * 200, "THE ferry sails. " * 200, False),
    ],
)
def test_what_stands_for_a_text(one: str, other: str, same: bool) -> None:
    keys = [text_key(BlockText(Block(0, text))) for text in (one, other)]
    assert (keys[0] == keys[1]) is same


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Block(0, "Boat"), "line"),
        (Block(0, "Boat", "p", (Ancestor(1, "p"),)), "p"),
        (Block(0, "Boat", "p", NEAREST), "div.lead > p"),
        (Block(0, "Boat", "p", (Ancestor(1, "div", "", ("a", "b2", "c")), Ancestor(2, "p", "id"))), "div.a.c > p"),
    ],
)
def test_how_a_block_looks(block: Block, said: str) -> None:
    assert look_of(block) == said


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        (DAYS[:4], DAYS[:4], True),
        (DAYS[:4], DAYS[:3], False),
        (DAYS[:4], ("Sunday", *DAYS[1:4]), True),
        (DAYS[:4], ("Sunday", "Saturday", *DAYS[2:4]), False),
        (DAYS[:2], DAYS[:2], True),
        (DAYS[:2], DAYS[:3], False),
        ((), (), False),
    ],
    ids=["same", "shorter", "one rewritten", "two rewritten", "short", "short and longer", "no prose"],
)
def test_copies_share_a_body(one: tuple[str, ...], other: tuple[str, ...], copies: bool) -> None:
    """An article is known by any three of its four longest blocks of prose."""
    bodies = [
        {*look(verdict("Boat"), *(verdict(PROSE.format(day)) for day in days), title="Ferry").bodies}
        for days in (one, other)
    ]
    assert bool(bodies[0] & bodies[1]) is copies
