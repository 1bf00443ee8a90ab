"""What is said of a wrong value: its line, what was found, what was expected, the nearest right spelling."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.lint.lists import read_banned
from cleaner.errors import Fault, RuleError
from cleaner.rules import gather_rules
from cleaner.rules.load import load_text
from tests.rules.pack_of_one import PACK


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("weigh: heavy", "weigh: expected a number, found 'heavy'"),
        ("weigh: 1e999", "weigh: expected a number, found '1e999'"),
        ("weigh: nan", "weigh: expected a number, found 'nan'"),
        ('weigh: "1"', "weigh: expected a number, found '1'"),
        ("limit: {max_words: true}", "max_words: expected a whole number, found true"),
        ("limit: {max_words: 3.0}", "max_words: expected a whole number, found 3.0"),
        ("limit: {max_share: true}", "max_share: expected a number, found true"),
        ("opt_in: 1", "opt_in: expected true or false, found 1"),
        ("why_not:", "unknown key 'why_not'"),
        ("limit: {max_word: 3}", "unknown key 'max_word'; did you mean 'max_words'?"),
        ('block: {words: "nan..3"}', "expected a range"),
        ("where: {host: [a.example]}", "unknown key 'host'; did you mean 'hosts'?"),
        ("is: [More]", "unknown key 'is' here; it belongs under 'text'"),
        ("where: {position: tial}", "found 'tial'; did you mean 'tail'?"),
        ("do: trimm", "found 'trimm'; did you mean 'trim'?"),
        ("shape: maybe", "shape: expected true or false, found 'maybe'"),
        ("climb: []", "climb: expected a text, found []"),
        ("except: {hosts: [a.example]}", "except: expected a list, found"),
        ("lint: {ignroe: {S11: why}}", "lint: expected ignore: {CODE: reason}, found 'ignroe'"),
        (f"see: [[{'x' * 500}]]", "see: expected a text, found ['" + "x" * 78 + "..."),
        ("text: {is: [a]}", "'text' stands twice here; first on line 7"),
    ],
)
def test_rules(more: str, message: str) -> None:
    faults: list[Fault] = []
    load_text(f"{PACK}    {more}\n", "mine.yaml", faults)
    assert {fault.line for fault in faults} == {9}
    assert message in "\n".join(map(str, faults))


@pytest.mark.parametrize(
    ("written", "found"), [("true", "true"), ("1.0", "1.0"), ('"1"', "'1'"), ("2", "2"), ("", "nothing")]
)
def test_the_format_is_a_number(written: str, found: str) -> None:
    faults: list[Fault] = []
    load_text(PACK.replace("format: 1", f"format: {written}".strip()), "mine.yaml", faults)
    assert [fault.message for fault in faults] == [f"format: expected 1, found {found}"]


def test_a_trim_says_what_stays() -> None:
    faults: list[Fault] = []
    text = PACK.replace('{is: ["Visit the harbour fair"]}', '{like: ["Visit {word}"]}\n    do: trim')
    rules = load_text(
        text.replace('remove: ["Visit the harbour fair"]', 'remove: ["Visit the harbour fair now => now"]'),
        "mine.yaml",
        faults,
    )
    assert faults == []
    with pytest.raises(RuleError, match=r"mine\.yaml:4: .*\{rest\} says what stays"):
        Cleaner(rules)


def test_all_faults_come_at_once() -> None:
    faults: list[Fault] = []
    wrong = PACK.replace("kind: promo", "knd: promo").replace("is:", "iss:") + "    do: trimm\n  - id: promo.other\n"
    load_text(wrong, "mine.yaml", faults)
    assert {fault.line for fault in faults} == {4, 5, 7, 9, 10}


@pytest.mark.parametrize("why", ["fair", "A fair that is held " + "again and " * 20])
def test_a_reason_that_is_no_sentence(why: str) -> None:
    faults: list[Fault] = []
    load_text(PACK.replace("why: ", f"why: {why} # "), "mine.yaml", faults)
    assert [(fault.line, fault.message.partition(", found ")[0]) for fault in faults] == [
        (6, "why: expected a sentence of 15 to 160 characters")
    ]


@pytest.mark.parametrize("name", ["promo.Fair", "promo.the_fair", ".fair", "promo." + "x" * 59])
def test_a_name_that_is_none(name: str) -> None:
    faults: list[Fault] = []
    load_text(PACK.replace("id: promo.harbour", f'id: "{name}"'), "mine.yaml", faults)
    said = "id: expected small letters a to z, digits, dots and hyphens, 64 characters at most"
    assert [fault.message for fault in faults] == [f"{said}, found {name!r}"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("- {pattern: 5, reason: It did harm.}", "pattern: expected a text, found 5"),
        ("- {pattern: x, raeson: It did harm.}", "unknown key 'raeson'; did you mean 'reason'?"),
        ("- x", "expected pattern, reason, found 'x'"),
        ("a: b", "expected a list"),
    ],
)
def test_lists(entry: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "banned.yaml").write_text(f"{entry}\n", "utf-8")
    with pytest.raises(RuleError) as error:
        read_banned([tmp_path])
    assert f"banned.yaml:1: {message}" in str(error.value)


def test_names_to_switch_off() -> None:
    with pytest.raises(ValueError, match="relatde; did you mean 'related'"):
        gather_rules(off=("relatde",))
