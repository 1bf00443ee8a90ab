"""The one definition of the same text: typography, case, scripts, word boundaries."""

import pytest

from cleaner.text.normalize import (
    fold,
    fold_case,
    is_spaceless,
    joins,
    name_words,
    starts_spaceless,
    tidy,
    without_tail,
)


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("", ""),
        ("Ferry sails", "Ferry sails"),
        ("  Ferry \t sails\n ", "Ferry sails"),
        ("Ferry\u00a0sails\u2009again\u3000now", "Ferry sails again now"),
        ("Fer\u200bry sa\u00adils\ufeff", "Ferry sails"),
        ("It’s ‘so’", "It's 'so'"),
        ("He said “so” «and» „so‟", 'He said "so" "and" "so"'),
        ("14–16 — again − now", "14-16 - again - now"),
        ("and so on…", "and so on..."),
        ("ⓒ Harbour", "© Harbour"),
        # presentation forms
        ("ﬁsh", "fish"),
        ("ＡＢＣ１２", "ABC12"),
        ("①", "1"),
        ("cafe\u0301", "café"),
        # bullets and arrows at the start, but no marks that open a text
        ("► Ferry", "Ferry"),
        ("- Ferry", "Ferry"),
        ("» Ferry", "Ferry"),
        ("›\u00a0Ferry", "Ferry"),
        ("»Ferry«", '"Ferry"'),
        ("•• Ferry •", "Ferry •"),
        ("(Ferry)", "(Ferry)"),
        ("#ferry", "#ferry"),
        ("¿Ferry?", "¿Ferry?"),
        ("€ 12", "€ 12"),
        ("►►", ""),
        ("أحمد إلى آخر", "احمد الى اخر"),
        ("مَرْحَبًا", "مرحبا"),
        ("Citește și", "Citeşte şi"),
    ],
)
def test_tidy(text: str, tidied: str) -> None:
    assert tidy(text) == tidied
    assert tidy(tidied) == tidied


@pytest.mark.parametrize(
    ("text", "tidied"), [("► Ferry", "► Ferry"), (" - Ferry ", "- Ferry"), ("► “Ferry”", '► "Ferry"'), ("►►", "►►")]
)
def test_a_part_of_a_text_keeps_what_it_begins_with(text: str, tidied: str) -> None:
    assert tidy(text, whole=False) == tidied


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("FERRY", "ferry", True),
        ("İLGİLİ", "ilgili", True),
        ("ILGILI", "ılgılı", True),
        ("ΠΗΓΉ", "πηγη", True),
        ("ΆΝΕΜΟΣ", "Άνεμος", True),
        ("STRASSE", "straße", True),
        ("Ёлка", "ёлка", True),
        ("résumé", "resume", False),
        ("ferry", "ferries", False),
        ("CITEŞTE", "citește", True),
        ("Ferry – again", "ferry - AGAIN", True),
    ],
)
def test_fold(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same
    assert fold(fold(one)) == fold(one)


@pytest.mark.parametrize(
    ("text", "folded"), [("READ More", "read more"), ("Ή", "η"), ("ß", "ss"), ("ı", "i"), ("İ", "i")]
)
def test_fold_case(text: str, folded: str) -> None:
    assert fold_case(text) == folded


def test_letters_under_a_heap_of_marks_stay_cheap_to_compare() -> None:
    assert len(tidy("a" + "\u0301" * 50_000)) < 50


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("read more", "read more"),
        ("read more:", "read more"),
        ("read more ...", "read more"),
        ("read more →", "read more"),
        ('read "more"', 'read "more'),
        ("read more?", "read more?"),
        ("read more (2)", "read more (2)"),
        ("阅读。", "阅读"),
        (" : ", ""),
    ],
)
def test_without_tail(text: str, left: str) -> None:
    assert without_tail(text) == left


@pytest.mark.parametrize(
    ("left", "right", "one_word"),
    [
        ("a", "b", True),
        ("a", "1", True),
        ("é", "я", True),
        ("a", "-", False),
        (" ", "a", False),
        ("a", "'", False),
        ("a", "—", False),
        ("я", "»", False),
        ("渡", "轮", False),
        ("a", "渡", False),
        ("한", "국", False),
        ("र", "े", True),
        ("ש", "ל", True),
    ],
)
def test_joins(left: str, right: str, one_word: bool) -> None:
    assert joins(left, right) is one_word


@pytest.mark.parametrize(
    ("chars", "spaceless"),
    [("aяش1。 ", False), ("กສကខ", True), ("あア渡한", True)],
)
def test_scripts_without_spaces(chars: str, spaceless: bool) -> None:
    for char in chars:
        assert is_spaceless(char) is spaceless, char
        assert starts_spaceless(f"Ferry {char}") is spaceless, char


def test_what_shows_far_from_the_start_does_not_tell_the_script() -> None:
    assert not starts_spaceless("x" * 200 + "渡")
    assert starts_spaceless("x" * 199 + "渡")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("related", {"related"}),
        ("relatedPosts", {"related", "posts"}),
        ("related-posts_item", {"related", "posts", "item"}),
        ("RELATED", {"related"}),
        ("ad2block", {"ad", "block"}),
        ("a-b-more", {"more"}),
        ("", set()),
        ("123", set()),
    ],
)
def test_name_words(name: str, words: set[str]) -> None:
    assert name_words(name) == words
