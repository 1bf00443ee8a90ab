"""The small pattern language."""

import time

import pytest

from cleaner.matchers.like import LikeError, compile_like
from cleaner.normalize import tidy

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
    assert (compile_like(pattern).match(tidy(text)) is not None) is wanted


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
    ],
)
def test_errors(pattern: str, message: str) -> None:
    with pytest.raises(LikeError, match=message.replace("{", "\\{")):
        compile_like(pattern)


def test_no_text_makes_a_pattern_slow() -> None:
    pattern = compile_like("{name} and {name} of {words:1-12} said {words:1-12} to {name} x")
    text = "Aa " * 150 + "of " * 40
    begin = time.perf_counter()
    assert pattern.match(text[:590]) is None
    assert time.perf_counter() - begin < 0.5


def test_the_gate_is_the_most_telling_choice() -> None:
    assert compile_like("{name} is (a|an) (reporter|correspondent) {rest}").gate == {"reporter", "correspondent"}
    assert compile_like("责任编辑：{name}").hints == {"责任编辑:"}
