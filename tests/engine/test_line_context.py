"""Lines of scraped text that the lines around them show to be no boilerplate, whatever rules say."""

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.engine.line_context import LineContext, read_context
from cleaner.features.lexicon import bundled_lexicon
from cleaner.matching.match import Match
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
DAY = "Norrick, 4 May 2026"
FIELDS = (
    "Minutes of the club",
    "Date: 9 March 2026",
    "Place: the boathouse",
    "Present: all members, two guests",
    PROSE,
)
MINUTES = ("Protokoll", "Datum: 9. März 2026", "Ort: Bootshaus", "Protokoll: Eva Strand", "Anwesend: alle", PROSE)
LETTER = (
    DAY,
    "Subject: the ferry",
    "Dear members,",
    PROSE,
    "Yours sincerely",
    "Eva Strand",
    "Mail: eva@norrick.example",
)
NOTICE = ("The pond is cleared", "Date: 4 May", "Place: the mill", PROSE, "Contact", "Name: Eva", "Phone: 05555 0100")
CHRONOLOGY = ("Ferry", "3 March 2026", "A crack is found.", "9 March 2026", PROSE, "5 June 2026", "She sails.")
SLIDES = ("Slide 1", PROSE, "Slide 2", PROSE, "Slide 3", PROSE)
SETTINGS = (PROSE, "services:", "image: tide", "ports:", '- "8080:80"', "restart: always", PROSE)
CONTACT = (PROSE, "Contact", "Eva Strand, head of communications", "eva.strand@norrick-yard.example")

SCRIPT = (
    "googletag.cmd.push(function() {",
    "googletag.display('ferry-1');",
    "});",
    "var s = tide(1);",
    "s.late = true;",
)


def rule(kind: str, **given: object) -> Rule:
    base = {"id": f"{kind}.x", "kind": kind, "why": "a reason for the test", "text": {"is": ["x"]}, "pack": "p"}
    return checked(Rule, {**base, **given})


def context(lines: tuple[str, ...], kinds: dict[int, str], *ancestors: Ancestor, **given: object) -> LineContext:
    """Return what lines say of one another; *kinds* are those that rules see in lines."""
    block_texts = [BlockText(Block(number, text, "line", ancestors)) for number, text in enumerate(lines)]
    matches = [Match(rule(kind, **given), at, at + 1) for at, line in kinds.items() for kind in line.split()]
    return read_context(block_texts, matches, bundled_lexicon().forms)


def told(lines: tuple[str, ...], kinds: dict[int, str], *ancestors: Ancestor, **given: object) -> list[int]:
    """Return the numbers of the lines that are told by the others."""
    return sorted(context(lines, kinds, *ancestors, **given).told)


@pytest.mark.parametrize(
    ("lines", "kinds", "at"),
    [
        # the day above a salutation
        ((DAY, "Dear Mrs Halvorsen,", PROSE), {0: "dateline"}, [0]),
        ((DAY, "Dear Mrs Halvorsen,", PROSE), {0: "byline dateline"}, [0]),
        ((DAY, "Estimada señora Quiroga:", PROSE), {0: "byline"}, [0]),
        ((DAY, "Уважаемая Вера Павловна!", PROSE), {0: "dateline"}, [0]),
        ((DAY, "尊敬的王女士：", PROSE), {0: "dateline"}, [0]),
        (("Works department", "Quay 4", DAY, "Geachte heer Terpstra,", PROSE), {2: "dateline"}, [2]),
        # what else a rule sees there, and what stands below
        ((DAY, "Dear Mrs Halvorsen,", PROSE), {0: "dateline share"}, []),
        ((DAY, "Dear Mrs Halvorsen,", PROSE), {0: "share"}, []),
        (("Dear Mrs Halvorsen,", DAY, PROSE), {1: "dateline"}, []),
        # no salutation: a headline, a word that begins as one, one below prose
        ((DAY, "Dear bread is here to stay", PROSE), {0: "dateline"}, []),
        ((DAY, "Dearest of all,", PROSE), {0: "dateline"}, []),
        ((DAY, "Nora Lind, staff writer,", PROSE), {0: "dateline"}, []),
        ((DAY, PROSE, "Dear Mrs Halvorsen,", PROSE), {0: "dateline"}, []),
        ((DAY, *["Islands"] * 8, "Dear Mrs Halvorsen,", PROSE), {0: "dateline"}, []),
        # a day among fields
        (FIELDS, {1: "dateline"}, [1]),
        (("Compte rendu", "Date : 9 mars 2026", "Lieu : mairie", "Présents : tous", PROSE), {1: "dateline"}, [1]),
        (("Ferry sails", "By Nora Lind", "Date: 9 March 2026", PROSE), {1: "byline", 2: "dateline"}, []),
        (("Ferry sails", "Author: Nora Lind", "Date: 9 March 2026", PROSE), {1: "byline", 2: "dateline"}, []),
        (("Ferry sails", "Date: 9 March 2026", "Topic: ferries", PROSE), {1: "dateline"}, []),
        (("Minutes", "9 March 2026", "Place: the boathouse", "Present: all", PROSE), {1: "dateline"}, []),
        (MINUTES, {1: "dateline", 3: "author-bio"}, [1, 3]),
        (MINUTES, {1: "dateline", 3: "author-bio", 4: "share"}, []),
        (("A note", *[PROSE] * 7, *MINUTES[2:5], "Zeit: 19 Uhr"), {9: "author-bio"}, []),
        (FIELDS, {1: "dateline", 2: "tags"}, []),
        # the days of a chronology
        (CHRONOLOGY, {1: "dateline", 3: "dateline", 5: "dateline"}, [1, 3, 5]),
        (CHRONOLOGY, {1: "dateline", 3: "tags", 4: "dateline"}, [1]),
        (CHRONOLOGY[:5], {1: "dateline", 3: "dateline"}, []),
        # headings that count, and names of things to press that do
        (SLIDES, {0: "ui"}, [0]),
        (SLIDES, {0: "share"}, []),
        (SLIDES[::2], {0: "ui"}, []),
        (SLIDES[:4], {0: "ui"}, []),
        # code in which rules see a credit, and lines of which they take most
        (SETTINGS, {2: "caption-credit"}, [2]),
        (SETTINGS, {1: "share", 2: "caption-credit", 3: "share"}, []),
        ((PROSE, "image: tide", PROSE), {1: "caption-credit"}, []),
        # code stands between paragraphs or below what announces it, and is none that pages run themselves
        ((PROSE, *SETTINGS[1:-1], PROSE), {2: "caption-credit"}, [2]),
        (("The file says:", *SETTINGS[1:-1]), {2: "caption-credit"}, [2]),
        (SETTINGS[1:-1], {1: "caption-credit"}, []),
        ((PROSE, *SETTINGS[1:-1]), {2: "caption-credit"}, []),
        ((*SETTINGS[1:-1], PROSE), {1: "caption-credit"}, []),
        ((PROSE, *SCRIPT, PROSE), {4: "ui"}, []),
        # the heading of a contact
        (CONTACT, {1: "navigation"}, [1]),
        ((PROSE, "Kontakt", "Jonas Reuter", "Telefon 05555 0100"), {1: "navigation"}, [1]),
        ((PROSE, "Contact", "Imprint", "Privacy"), {1: "navigation"}, []),
        ((*CONTACT, "© 2026 Norrick"), {1: "navigation", 4: "rights"}, []),
        ((*CONTACT, PROSE), {1: "navigation"}, []),
        (("Home", *CONTACT[1:]), {1: "navigation"}, []),
        (CONTACT[:2], {1: "navigation"}, []),
        (CONTACT, {1: "ui"}, []),
        (CONTACT, {1: "navigation", 3: "author-bio"}, [1, 3]),
        (CONTACT, {0: "share", 1: "navigation", 3: "author-bio"}, []),
        ((PROSE, *CONTACT), {0: "share", 2: "navigation"}, [2]),
        # a letter's subject, and what stands below its close
        (LETTER, {0: "dateline", 1: "newsletter", 6: "author-bio"}, [0, 1, 6]),
        (LETTER, {1: "tags", 5: "byline"}, [1, 5]),
        (LETTER, {1: "newsletter", 6: "newsletter"}, []),
        (LETTER, {3: "newsletter"}, []),
        ((*LETTER, "Mail: desk@norrick.example"), {5: "share", 6: "author-bio"}, []),
        ((*LETTER, *["Pier"] * 3, "Mail: desk@norrick.example"), {10: "author-bio"}, []),
        (LETTER[:4], {1: "newsletter", 3: "author-bio"}, [1]),
        # the contact of a notice, whatever stands below
        ((*NOTICE, "Share"), {4: "navigation", 6: "author-bio", 7: "share"}, [4, 6]),
        ((*NOTICE, "Share"), {4: "promo navigation", 7: "share"}, [4]),
        ((*NOTICE, "Share"), {4: "share", 6: "author-bio"}, [6]),
        ((*NOTICE, *[PROSE] * 3, "Share"), {4: "navigation", 10: "share"}, []),
        ((*NOTICE[:2], *NOTICE[3:], "Share"), {4: "navigation", 6: "share"}, []),
        ((), {}, []),
    ],
)
def test_lines_that_are_told_by_others(lines: tuple[str, ...], kinds: dict[int, str], at: list[int]) -> None:
    assert told(lines, kinds) == at


@pytest.mark.parametrize(
    ("lines", "kinds", "at"),
    [
        ((*LETTER, "Share"), {7: "share"}, [0, 1, 2, 3, 4, 5, 6]),
        (("Home", "Quay 4", *LETTER, "Share"), {0: "navigation", 9: "share"}, [1, 2, 3, 4, 5, 6, 7, 8]),
        ((*LETTER, "Share"), {5: "share", 7: "share"}, [0, 1, 2, 3, 4]),
        ((*LETTER[:4], "Share"), {4: "share"}, []),
        ((*NOTICE, "Share"), {7: "share"}, [1, 2, 4, 5, 6]),
        ((*NOTICE[:4], "Share"), {4: "share"}, [1, 2]),
        (("Ferry sails", "Date: 4 May", "Time: 9.15", PROSE, "Share"), {4: "share"}, []),
        (("Ferry sails", "By: Eva", "Date: 4 May", "Place: Norrick", PROSE), {1: "byline"}, []),
        (("Ferry sails", "Date: 4 May", "Place: Norrick", PROSE), {2: "tags"}, []),
        (LETTER, {}, []),
        (SLIDES, {0: "ui"}, [0, 2, 4]),
        (CHRONOLOGY, {3: "dateline"}, [1, 3, 5]),
    ],
)
def test_formal_lines(lines: tuple[str, ...], kinds: dict[int, str], at: list[int]) -> None:
    assert sorted(context(lines, kinds).formal) == at


def test_blocks_in_elements_are_told_by_these() -> None:
    assert told(FIELDS, {1: "dateline"}, Ancestor(0, "body")) == []
    assert told(CHRONOLOGY, {1: "dateline", 2: "share"}, Ancestor(0, "body")) == [1]


@pytest.mark.parametrize("given", [{"do": "mark"}, {"weigh": -1.0}])
def test_what_takes_nothing_is_not_refused(given: dict[str, object]) -> None:
    assert told(FIELDS, {1: "dateline"}, **given) == []
