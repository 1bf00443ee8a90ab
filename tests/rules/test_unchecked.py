"""Models to plain values and back, the same in every field."""

import marshal
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pytest

from cleaner.classifier.model import BUNDLED, bundled_model
from cleaner.classifier.model_file import Look, Looks, ModelFile, SiteLook, read_model_file
from cleaner.errors import RuleError
from cleaner.rules import Rule, load_rules
from cleaner.rules.annotations import checked
from cleaner.rules.bundled import bundled_packs
from cleaner.rules.conditions import NOWHERE_SPECIAL, BlockLimits, Limit, Repeat, RuleException, Text, Where
from cleaner.rules.plain_file import read_plain_file
from cleaner.rules.proof import Case, Examples, Learned
from cleaner.rules.unchecked import checked_once, made, plain, sorts
from cleaner.rules.values import Part, Phrase, Range

TYPES = (Rule, Where, Text, Repeat, BlockLimits, Limit, RuleException, Examples, Case, Learned, Phrase, Range)
FULL = {
    "id": "related.x",
    "kind": "related",
    "why": "a reason for the test",
    "where": {"hosts": "a.example", "langs": ["de", "en"]},
    "text": {"is": {"de": ["Mehr"], "en": ["More"]}, "like": ["{n} more"]},
    "block": {"words": "..3", "chars": 7, "links": "0.5..", "tag": "h"},
    "needs": {"has": ["ferry"]},
    "limit": {"max_share": 0.5},
    "allow": ["mass"],
    "except": [{"hosts": "b.example"}, {"text": {"is": ["No more"]}}],
    "examples": {"remove": ["Mehr"], "cases": [{"name": "a", "blocks": ["Mehr", "b"], "want": [1]}]},
    "lint": {"ignore": {"Q01": "for the test"}},
    "learned": {"text": "more", "advice": "use", "pages": 3, "of": 4, "kept": 3, "signs": "a sign"},
}


@dataclass(frozen=True, kw_only=True)
class Ferry(Part):
    name: str
    decks: int = 1


def same(one: object, other: object) -> bool:
    return (one, repr(one)) == (other, repr(other))


@pytest.mark.parametrize(
    "values",
    [
        FULL,
        {name: FULL[name] for name in ("id", "kind", "why")},
        {**FULL, "where": {}, "repeat": {"times": 3}, "climb": 2},
        {**FULL, "climb": "sole", "weigh": 1},
    ],
)
def test_a_rule_comes_back(values: dict[str, object]) -> None:
    rule = checked(Rule, values)
    again = made(marshal.loads(marshal.dumps(plain(rule))), sorts(*TYPES))
    assert same(again, rule)
    assert same(asdict(again), asdict(rule))
    assert (again.where is NOWHERE_SPECIAL) is (rule.where == NOWHERE_SPECIAL)
    assert replace(again, line=7).line == 7


def test_all_bundled_rules_come_back() -> None:
    for rule in load_rules(*bundled_packs()).rules:
        again = made(marshal.loads(marshal.dumps(plain(rule))), sorts(*TYPES))
        assert same(again, rule)
        assert same(asdict(again), asdict(rule))


def test_the_bundled_weights_come_back() -> None:
    assert same(
        made(plain(read_model_file(BUNDLED)), sorts(ModelFile, Looks, Look, SiteLook)), read_model_file(BUNDLED)
    )
    assert bundled_model().file == read_model_file(BUNDLED)


def test_a_file_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path, read = tmp_path / "ferry.yaml", list[Path]()

    def reading(path: Path) -> Ferry:
        read.append(path)
        return read_plain_file(path, Ferry)

    path.write_text("name: Norrick", "utf-8")
    assert checked_once(Ferry, (), path, reading) == checked_once(Ferry, (), path, reading) == Ferry(name="Norrick")
    assert len(read) == 1
    path.write_text("name: Tideway", "utf-8")
    assert checked_once(Ferry, (), path, reading) == Ferry(name="Tideway")
    path.write_text("name: []", "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match=r"ferry\.yaml:1"):
            checked_once(Ferry, (), path, reading)
    assert len(read) == 4


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ((), ()),
        ((1, "a"), (1, "a")),
        ((Phrase("", "a"), Phrase("de", "b")), ["Phrase*", ("", "a"), ("de", "b")]),
        ((Phrase("", "a"), Range(1, 2)), ["", ["Phrase", "", "a"], ["Range", 1, 2]]),
        ((Range(1, 2), 3), ["", ["Range", 1, 2], 3]),
        ((((Range(1, 2),),), ()), ["", ["", ["Range*", (1, 2)]], ()]),
        ({"a": (1,)}, {"a": (1,)}),
        ({"a": Range(1, 2)}, {None: "", "a": ["Range", 1, 2]}),
        (Ferry(name="Norrick"), {None: "Ferry", "name": "Norrick"}),
        ((Ferry(name="Norrick", decks=2),), ["", {None: "Ferry", "name": "Norrick", "decks": 2}]),
    ],
)
def test_how_values_are_kept(value: object, kept: object) -> None:
    assert plain(value) == kept
    again = made(marshal.loads(marshal.dumps(kept)), sorts(Phrase, Range, Ferry))
    assert same(again, value)
