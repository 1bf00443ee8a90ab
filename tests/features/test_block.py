"""What one block shows by itself: its length, its end, its typography, its words, and what its element is called."""

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.features.block import (
    COUNT_STEPS,
    NEAR_STEPS,
    Named,
    Scale,
    element_facts,
    is_dated,
    overlap,
    own_facts,
    spoken,
    step,
)
from cleaner.text.block_text import BlockText

SAYS = {"photo": ("credit",), "learn": ("call",), "ferry": ("boats", "travel"), "sails": ("boats",)}
STEPS = ((0.0, "none"), (0.5, "half"), (1.0, "whole"))


def read(text: str, tag: str = "p", linked: int = 0) -> BlockText:
    return BlockText(Block(0, text, tag, linked=linked))


def facts(text: str, tag: str = "p", linked: int = 0) -> set[str]:
    block_text = read(text, tag, linked)
    return set(own_facts(block_text, spoken(block_text, SAYS), SAYS))


def of(sort: str, found: set[str]) -> set[str]:
    return {fact.removeprefix(f"{sort}.") for fact in found if fact.startswith(f"{sort}.")}


@pytest.mark.parametrize(
    ("value", "name"),
    [(-1, "none"), (0, "none"), (0.01, "half"), (0.5, "half"), (0.51, "whole"), (1, "whole"), (1.01, "more")],
)
def test_a_step_holds_its_top(value: float, name: str) -> None:
    assert step(value, STEPS, "more") == name
    assert Scale("sure", STEPS, "more").fact(value) == f"sure.{name}"


@pytest.mark.parametrize(
    ("steps", "names"),
    [
        (NEAR_STEPS, "never 1 2 3-5 3-5 3-5 6-12 6-12 6-12 6-12 6-12 6-12 6-12 more"),
        (COUNT_STEPS, "0 1 2 3-5 3-5 3-5 more"),
    ],
)
def test_distances_and_counts(steps: tuple[tuple[float, str], ...], names: str) -> None:
    assert [step(value, steps, "more") for value in range(len(names.split()))] == names.split()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (1, "1-2"),
        (2, "1-2"),
        (3, "3-5"),
        (5, "3-5"),
        (6, "6-10"),
        (10, "6-10"),
        (11, "11-20"),
        (20, "11-20"),
        (21, "21-40"),
        (40, "21-40"),
        (41, "41-80"),
        (80, "41-80"),
        (81, "81+"),
    ],
)
def test_length(words: int, name: str) -> None:
    assert of("words", facts(" ".join(["boat"] * words))) == {name}


@pytest.mark.parametrize(
    ("linked", "name"),
    [(0, "none"), (1, "few"), (15, "few"), (16, "some"), (50, "some"), (51, "many"), (90, "many"), (91, "all")],
)
def test_links(linked: int, name: str) -> None:
    assert of("links", facts("x" * 100, linked=linked)) == {name}


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The ferry sails again.", {"sentence"}),
        ("The ferry sails. It is blue.", {"sentence", "sentences"}),
        ("“The ferry sails again.”", {"sentence"}),
        ("渡轮复航。", {"sentence"}),
        ("What the office said:", {"colon"}),
        ("相关阅读：", {"colon"}),
        pytest.param(
            "The ferry sails again and...",
            {"dots"},
            marks=pytest.mark.xfail(strict=True, reason="three dots count as the end of a sentence; only … as dots"),
        ),
        ("The ferry sails again and…", {"dots"}),
        ("The ferry sails again. Harbour News", {"behind-sentence"}),
        ("The ferry sails again", {"open"}),
    ],
)
def test_end(text: str, ends: set[str]) -> None:
    assert of("ends", facts(text)) == ends


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The ferry sails again", set()),
        ("and the ferry sails again", {"small"}),
        ("5 ferries sail again", {"digit"}),
        ("► Ferry sails again", {"mark"}),
        ("- Ferry sails again", {"mark"}),
        ("“Ferry sails again", {"quote"}),
        ("«Ferry sails again", {"quote"}),
        ("(Ferry sails again)", set()),
        ("¿Ferry sails again?", set()),
        ("Harbour: the ferry sails again", {"label"}),
        ("Harbour office: Ferry sails", {"label"}),
        ("Harbour, islands: Ferry sails", set()),
        ("Harbour:", set()),
        ("Learn about the ferry", {"call"}),
        ("LEARN about the ferry", {"call"}),
        ("You learn about the ferry", set()),
    ],
)
def test_start(text: str, starts: set[str]) -> None:
    assert of("starts", facts(text)) == starts


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The ferry sails again.", set()),
        ("The ferry sails at 14:30.", {"time"}),
        ("Um 14.30 Uhr fährt die Fähre.", {"time"}),
        ("La navette part à 14h30.", {"time"}),
        ("The ratio stood at 114:305 again.", set()),
        ("The ferry was built in 1998.", {"year"}),
        ("2026年6月", {"year", "many-digits"}),
        ("The island has 1850 sheep.", set()),
        ("The island has 20185 sheep.", set()),
        ("See www.harbour.example for more.", {"address"}),
        ("Write to desk@harbour.example today", {"address"}),
        ("Follow @harbournews today", {"address"}),
        ("See https://harbour.example/ferry", {"address"}),
        ("Home | Islands | Harbour", {"bar"}),
        ("Harbour · Islands", {"bar"}),
        ("Harbour / Islands", {"bar"}),
        ("and/or", set()),
        ("© Harbour News", {"copyright"}),
        ("(c) Harbour News", {"copyright"}),
        ("A ticket costs $12 on every boat now.", {"price"}),
        ("A ticket costs 12 EUR on every boat.", {"price"}),
        ("Will the ferry sail again?", {"question"}),
        ("渡轮复航？", {"question"}),
        ("He said “never” to the office.", {"quote"}),
        ("555-0123", {"many-digits"}),
        ("12 boats!", {"many-digits"}),
        ("12 boats!!!", set()),
    ],
)
def test_what_it_holds(text: str, holds: set[str]) -> None:
    assert of("has", facts(text)) == holds


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("The ferry sails again", set()),
        ("Ferry Sails Again", {"titled"}),
        ("Ferry to the Isles", {"titled"}),
        ("Ferry", set()),
        ("FERRY SAILS AGAIN", {"upper", "titled"}),
        ("►►", {"no-word"}),
        ("", {"no-word"}),
        (" ".join(["Boat"] * 20), {"titled"}),
        (" ".join(["Boat"] * 21), set()),
    ],
)
def test_what_it_is(text: str, is_: set[str]) -> None:
    assert of("is", facts(text)) == is_


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("The harbour office met", []),
        ("Photo by the office", ["credit"]),
        ("PHOTO", ["credit"]),
        ("Photographs", []),
        ("The ferry sails", ["boats", "travel"]),
        ("Ferry photo", ["boats", "credit", "travel"]),
    ],
)
def test_words(text: str, sorts: list[str]) -> None:
    assert spoken(read(text), SAYS) == sorts
    assert of("says", facts(text)) == set(sorts)


@pytest.mark.parametrize(
    ("text", "says", "tells"),
    [
        ("Photo by the office.", {"credit"}, set()),
        ("The boat came. Photo by the office.", set(), {"credit"}),
    ],
)
def test_scraped_lines_show_no_elements_and_tell_in_several_sentences(
    text: str, says: set[str], tells: set[str]
) -> None:
    line = read(text, "line")
    found = set(own_facts(line, spoken(line, SAYS), SAYS, is_scraped=True, has_elements=False))
    assert (of("says", found), of("tells", found)) == (says, tells)
    assert not of("tag", found)
    assert not of("links", found)
    assert of("role", found) == {"line"}


@pytest.mark.parametrize(("tag", "role"), [("p", "p"), ("h2", "h"), ("td", "cell"), ("div", "p")])
def test_tag_and_role(tag: str, role: str) -> None:
    found = facts("Ferry", tag)
    assert (of("tag", found), of("role", found)) == ({tag}, {role})


@pytest.mark.parametrize(
    ("words", "share"),
    [("", 0.0), ("ferry", 0.5), ("ferry sails", 1.0), ("ferry sails harbour office", 1.0), ("Ferry", 0.0)],
)
def test_overlap_is_the_share_of_the_blocks_own_words(words: str, share: float) -> None:
    assert overlap(read("Ferry sails, ferry SAILS!").word_set, frozenset(words.split())) == share


def test_a_block_without_words_overlaps_with_nothing() -> None:
    assert overlap(read("»»").word_set, frozenset({"ferry"})) == 0.0


@pytest.mark.parametrize(
    ("text", "dated"),
    [("At 14:30", True), ("In 1998", True), ("5 June", False), ("No time", False), ("2026年", True), ("14 30", False)],
)
def test_is_dated(text: str, dated: bool) -> None:
    assert is_dated(read(text)) is dated


@pytest.mark.parametrize(
    ("ancestor", "names"),
    [
        (Ancestor(1, "div"), set()),
        (Ancestor(1, "div", "", ("relatedPosts",)), {"related"}),
        (Ancestor(1, "div", "related-7", ("wide",)), {"related"}),
        (Ancestor(1, "div", "", ("share_bar", "related")), {"related", "share", "tool"}),
        (Ancestor(1, "div", "", ("unrelated",)), set()),
        (Ancestor(1, "amp-ad"), {"custom-element"}),
        (Ancestor(1, "x-bar", "share"), {"custom-element", "share", "tool"}),
        # a tag's own name is no class
        (Ancestor(1, "related"), set()),
    ],
)
def test_what_an_element_is_called(ancestor: Ancestor, names: set[str]) -> None:
    assert element_facts(ancestor, {"related": ("related",), "share": ("share", "tool")}) == names


def test_a_named_fact_is_made_once() -> None:
    named = Named("role.")
    assert named["h"] is named["h"]
    assert dict(named) == {"h": "role.h"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("At 9:05 sharp", {"has.time"}),
        ("At 21h30 sharp", {"has.time"}),
        ("At 123:45 or 1:234", set()),
        ("Track x9:05", set()),
        ("For 3 USD", {"has.price"}),
        ("For USD 3", set()),
        ("For £ 3", {"has.price"}),
        ("See harbour.com now", {"has.address"}),
        ("See harbour.example now", set()),
        ("Ask @harbour", {"has.address"}),
        ("See ftp://harbour now", set()),
    ],
)
def test_signs_within_a_text(text: str, shown: set[str]) -> None:
    assert facts(text) & {"has.time", "has.price", "has.address"} == shown
