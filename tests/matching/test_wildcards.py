"""What wildcards stand for: the same for Python's `re` and for RE2."""

import re

import pytest

from cleaner.matching.pattern import compile_like
from cleaner.matching.wildcards import HOLES, MOST_WORDS, re2_hole, re2_literal
from cleaner.text.normalize import tidy

HOLDS = {
    "name": [
        *(
            "Jane Doe",
            "J. R. R. Tolkien",
            "Ludwig van Beethoven",
            "María de la Cruz",
            "Nora O'Brien",
            "Anne-Marie Lind",
        ),
        *("Ґеля Їжакевич", "Nguyễn Văn Ấn", "Élodie Été", "王小明", "김철수", "สมชาย ใจดี", "ΆΛΦΑ ΒΗΤΑ"),
    ],
    "word": ["a", "e-mail", "№5", "日本"],
    "n": ["5", "1,234", "1.234.567", "٣"],
    "date": ["5 May 2026", "June 5, 2026", "2026-06-05", "5. Mai 2026", "05/06/2026", "5 mai 2026"],
    "time": ["14:05", "14.05", "9", "9 am", "9:30 p.m.", "14:05 Uhr", "14h05", "14:05:09", "9 EST"],
    "url": ["https://a.example/x", "www.a.example", "a.example", "news.harbour.example/x?y=1"],
    "email": ["desk@a.example", "a.b+c@d.example"],
    "handle": ["@harbour", "@harbour_news1"],
}
HOLDS_NOT = {
    "name": ["Jane", "jane doe", "the Jane Doe", "Jane doe", "王", "Jane 5"],
    "word": ["", "two words", "x" * 31],
    "n": ["", "five", ",5", "5 6", "1" * 15],
    "date": ["Monday or so", "2026-06-05x", "5"],
    "time": ["noon", "14:5", "14:05 o'clock", "123"],
    "url": ["harbour", "http://", "a.b"],
    "email": ["desk", "desk@a", "@a.example"],
    "handle": ["harbour", "@a", "@a b"],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in table.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), cases(HOLDS))
def test_what_a_wildcard_holds(name: str, text: str) -> None:
    assert re.fullmatch(HOLES[name], text)
    assert compile_like(f"x: {{{name}}}").match(tidy(f"x: {text}"))
    assert len(text.split()) <= MOST_WORDS.get(name, 1)


@pytest.mark.parametrize(("name", "text"), cases(HOLDS_NOT))
def test_what_it_does_not_hold(name: str, text: str) -> None:
    assert not re.fullmatch(HOLES[name], text)
    assert not compile_like(f"x: {{{name}}}").match(f"x: {text}")


def test_every_wildcard_has_cases() -> None:
    assert set(HOLDS) == set(HOLDS_NOT) == set(HOLES)


@pytest.mark.parametrize("name", HOLES)
def test_re2_is_given_nothing_that_it_does_not_have(name: str) -> None:
    expression = re2_hole(name)
    assert not re.search(r"\\[wdSb]|\(\?[!=<]", expression)
    assert expression.startswith("(?:")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("by", "(?i:by)"),
        ("a.b", r"(?i:a\.b)"),
        ("Via", "(?i:V[iIıİ]a)"),
        ("İŞ", "(?i:[iIıİ]Ş)"),
    ],
)
def test_literals(text: str, expression: str) -> None:
    assert re2_literal(text) == expression
