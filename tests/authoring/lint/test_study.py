"""What lint knows while it works: subjects, those that compile, all rules that live, words of the prose."""

import pytest

from cleaner.authoring.lint.code import Finding
from cleaner.authoring.lint.study import FoldedPhrase, folded_phrases
from tests.authoring.small_packs import rule, rules, study, subject

BROKEN = "css: 'a:hover'"


def test_subjects_sound_and_living() -> None:
    others = rules("css: .quay", "css: .x, status: retired", name="generic").rules
    own = rules("css: .old").rules  # an older version of a rule under study
    made = study("css: .tide", BROKEN, "css: .gone, status: retired", others=[*others, *own])
    assert [one.rule.id for one in made.subjects] == ["promo.one", "promo.two"]
    assert [one.rule.id for one in made.sound] == ["promo.one"]
    assert [(one.full_id, one.css) for one in made.living] == [
        ("mine/promo.one", (".tide",)),
        ("generic/promo.one", (".quay",)),
    ]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("css: .tide", []),
        (BROKEN, ["F10"]),
        ("text: {like: ['By {nam}']}", ["F11"]),
        ("text: {starts: ['►']}", ["D04"]),
        ("css: .tide, needs: {like: ['By {nam}']}", ["F11"]),
        ("text: {is: [Tide]}, except: [{text: {like: ['{nam}']}}]", ["F11"]),
        ("repeat: {times: 3}", []),
        ("shape: true, where: {hosts: [a.example]}", []),
    ],
)
def test_compile_faults(said: str, codes: list[str]) -> None:
    faults = study(said).compile_faults["mine/promo.one"]
    assert [code for code, _ in faults] == codes
    assert all(message.startswith("promo.one: ") for _, message in faults)


@pytest.mark.parametrize(
    ("said", "phrases"),
    [
        (
            "text: {is: {en: [READ  More]}, starts: ['Lue:']}",
            [FoldedPhrase("is", "READ  More", "read more", "en"), FoldedPhrase("starts", "Lue:", "lue:")],
        ),
        ("text: {starts: ['►', Read]}", [FoldedPhrase("starts", "Read", "read")]),
        ("css: .tide", []),
    ],
)
def test_folded_phrases(said: str, phrases: list[FoldedPhrase]) -> None:
    assert list(folded_phrases(rule(said))) == phrases
    assert list(subject(said).phrases) == phrases


@pytest.mark.parametrize(("said", "is_general"), [("css: .x", True), ("css: .x, where: {hosts: [a.example]}", False)])
def test_is_general(said: str, is_general: bool) -> None:
    assert subject(said).is_general is is_general


@pytest.mark.parametrize(
    ("about", "under", "line"),
    [(None, "", 4), ("Ropes", "", 6), ("Ropes", "examples", 7), ("No such text", "", 4), (".tide", "css", 4)],
    ids=["the rule", "a text", "below a key", "not there", "a selector"],
)
def test_a_finding_stands_on_the_line_of_what_it_is_about(about: str | None, under: str, line: int) -> None:
    made = subject("css: .tide,\n     needs:\n      {has: [Ropes]},\n     examples: {remove: [Ropes], keep: [Rope]}")
    assert made.finding("X01", "is wet", about, under) == Finding(
        "mine.yaml", line, "X01", "promo.one: is wet", rule="mine/promo.one"
    )


def test_word_counts_are_of_sentences() -> None:
    counts = study(prose=["The tide, the TIDE", "A tide"]).word_counts
    assert (counts["tide"], counts["the"], counts["quay"]) == (2, 1, 0)
