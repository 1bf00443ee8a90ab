"""The small pattern language."""

import time
from collections.abc import Callable

import pytest

from cleaner.document.block import Block
from cleaner.matching.pattern import LikeError, compile_like
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import tidy

CASES = [
    ("By [{name}] | {date}", "By | June 5, 2026", True),
    ("By [{name}] | {date}", "By Jane Doe | June 5, 2026", True),
    ("By [{name}] | {date}", "By Jane Doe", False),
    ("{name} is (a|an) [{words:1-4}] (reporter|writer) {rest}", "Ann Lee is a senior politics reporter for X.", True),
    ("{name} is (a|an) [{words:1-4}] (reporter|writer) {rest}", "She is a writer for television.", False),
    ("{word} (dpa) - {rest}", "BERLIN (dpa) – Die Fähre fährt.", True),
    ("{word} (dpa) - {rest}", "BERLIN dpa – Die Fähre fährt.", False),
    ("[View|Show] [all] [the] {n} (comment|comments)", "12 Comments", True),
    ("[View|Show] [all] [the] {n} (comment|comments)", "View all 24 comments", True),
    ("[View|Show] [all] [the] {n} (comment|comments)", "He read 24 comments aloud", False),
    ("责任编辑：{name}", "责任编辑：王小明", True),
    ("Tác giả: {name}", "Tác giả: Nguyễn Văn Ấn", True),
    ("Автор: {name}", "Автор: Ґеля Їжакевич", True),
    ("ผู้เขียน: {name}", "ผู้เขียน: สมชาย ใจดี", True),
    ("Tác giả: {name}", "Tác giả: một người dân", False),
    ("Updated: {date}, {time}", "Updated: 3 May 2024, 14:05", True),
    ("Lesezeit: {n} (Minute|Minuten)", "Lesezeit: 4 Minuten", True),
    ("{rest} (Photo: {words:1-4})", "The ferry sails. (Photo: Harbour Office)", True),
    ("{rest} (Photo: {words:1-4})", "The ferry (photo: Harbour Office) sails.", False),
    ("Contact: {email}", "Contact: desk@paper.example", True),
]


@pytest.mark.parametrize(("pattern", "text", "wanted"), CASES)
def test_match(pattern: str, text: str, wanted: bool) -> None:
    assert compile_like(pattern).match(tidy(text)) is wanted


@pytest.mark.parametrize(("pattern", "text"), [case[:2] for case in CASES if case[2]])
def test_what_matches_shows_the_signs_of_it(pattern: str, text: str) -> None:
    assert compile_like(pattern).may_match(BlockText(Block(0, text)))


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{foo} bar", "unknown {foo}"),
        ("(a|b", "closing"),
        ("x]", "nothing opens"),
        ("{name}", "no word of its own"),
        ("{words:3-1} x", "words:a-b"),
        ("{rest} {name} says", "needs a word or a mark"),
        ("a {n} {n} {n} {n} {n} {n} {n}", "wildcards"),
        ("a {rest} b {rest}", "two rests"),
        ("{rest} ", "needs a word or a mark"),
        ("By {name", "closing }"),
        ("By name}", "nothing opens"),
        ("(" * 2_000, "at most 1,000 characters"),
        ("(" * 900, "at most 5 deep"),
        ("[" * 6 + "a" + "]" * 6, "at most 5 deep"),
    ],
)
def test_errors(pattern: str, message: str) -> None:
    with pytest.raises(LikeError, match=message.replace("{", "\\{")):
        compile_like(pattern)


WORDS = "{words:1-12}"
NASTY_PATTERNS = [
    WORDS * 6 + "x",
    f"{WORDS} {WORDS} x {WORDS}{WORDS} {WORDS} {WORDS}",
    "[a ]" * 30 + "b",
    "[a|b|a b] " * 60 + "x",
    "{url}" * 6 + "x",
    "{email}" * 6,
    "{name}" * 6 + "x",
    "{name} and {name} of {words:1-12} said {words:1-12} to {name} x",
    "{date}" * 6,
    f"{{rest}} x{WORDS * 6} (y|z)",
    f"{{rest}} a [a] [a] {{rest}} {WORDS * 5} x",
    "(a|a|a)" * 120 + "x",
]
NASTY_BLOCKS = [
    "Aa " * 150 + "of " * 40,
    "the harbour office said on Monday that the ferry sails again and nobody was glad of it but the captain's mate",
    "a" * 600,
    "a " * 300,
    "a.b" * 200,
    "www." * 150,
    "a@" * 300,
    "Ä" * 600,
    "Ää " * 200,
    "日本" * 300,
    "1 " * 300,
    "5 May " * 100,
    "x y " * 150,
    "".join(chr(0x61 + at * at % 26) + " " * (at % 3 == 0) for at in range(450)),
]


@pytest.mark.parametrize("text", NASTY_PATTERNS)
def test_no_text_makes_a_pattern_slow(text: str) -> None:
    pattern = compile_like(text)
    pattern.match("warm")
    for block in NASTY_BLOCKS:
        tidied = tidy(block)
        assert min(_seconds(pattern.match, tidied[:600]) for _ in range(3)) < 0.01
        assert min(_seconds(pattern.match_edge, tidied + tidied[:400]) for _ in range(3)) < 0.01


def _seconds(match: Callable[[str], object], text: str) -> float:
    begin = time.perf_counter()
    match(text)
    return time.perf_counter() - begin


@pytest.mark.parametrize("text", NASTY_PATTERNS)
def test_no_pattern_is_slow_to_compile(text: str) -> None:
    begin = time.process_time()
    compile_like(text).match("x")
    assert time.process_time() - begin < 0.5


def test_half_a_character_is_read_as_a_question_mark() -> None:
    assert compile_like("By {words:1-3}").match("By Ann \ud800 Lee")


@pytest.mark.parametrize(
    ("pattern", "text", "rest"),
    [
        ("{word} (dpa) - {rest}", "BERLIN (dpa) - Die Fähre.", "Die Fähre."),
        ("(dpa) {rest}", "(dpa) - Die Fähre.", " - Die Fähre."),
        ("Über {word}: {rest}", "Über Köln: é sails", "é sails"),
        ("a (b {rest}|c)", "a c", None),
    ],
)
def test_the_rest_is_found_in_characters(pattern: str, text: str, rest: str | None) -> None:
    found = compile_like(pattern).match_edge(text)
    assert found
    assert (None if found.rest is None else text[found.rest :].lstrip()) == (rest and rest.lstrip())


def test_turkish_letters_are_one() -> None:
    assert compile_like("Haber giriş: {date}").match("HABER GİRİŞ: 3 Kasım 2024")
    assert compile_like("Haber giriş: {date}").match("Haber Giriş: 3 KASIM 2024")


def test_the_gate_is_the_most_telling_choice() -> None:
    assert compile_like("{name} is (a|an) (reporter|correspondent) {rest}").gate == {"reporter", "correspondent"}
    assert compile_like("责任编辑：{name}").hints == {"责任编辑:"}


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("(a (big|small) boat|none) sails", ["a big boat sails", "a small boat sails", "none sails"]),
        ("K{n} (share|view)s", ["K5 shares", "k5 views"]),
        ("x[ (a|b)] [c[d]] boat", ["x boat", "x a boat", "x a cd boat", "x c boat"]),
        ("Published[:] {word}", ["Published: today", "published today"]),
        ("a[.]b {n}", ["ab 5", "a.b 5"]),
        ("[re|un]read{word}", ["reader", "unreads", "rereads"]),
        ("(by) (x) {name}", ["(by) (x) Ann Lee"]),
    ],
)
def test_what_leads_to_a_pattern_never_hides_a_match(pattern: str, texts: list[str]) -> None:
    compiled = compile_like(pattern)
    for text in texts:
        block_text = BlockText(Block(0, text))
        assert compiled.match(block_text.tidied), text
        assert not compiled.gate or compiled.gate & block_text.word_set
        assert any(hint in block_text.folded for hint in compiled.hints)
        assert block_text.words <= compiled.most_words
