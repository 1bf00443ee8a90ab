"""What decides the bytes of an output: told apart, named, and the same wherever the rules lie."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.adjustments import bundled_adjustments
from cleaner.classifier.model import Model
from cleaner.classifier.model_file import ModelFile
from cleaner.document.policy import Policy
from cleaner.features.lexicon import bundled_lexicon
from cleaner.io.fields import FieldNames
from cleaner.rules import RuleSet, load_rules
from cleaner.runs import fingerprint as deciding
from cleaner.runs.fingerprint import differences, fingerprint
from cleaner.sites import SiteMemory, add_pages
from cleaner.sites.packed_page import PackedPage

RULE = """
  - id: promo.fair
    kind: promo
    why: The fair of a harbour town, said under every story.
    text:
      is: ["Visit the harbour fair"]
    examples:
      remove: ["Visit the harbour fair"]
      keep: ["They visit the harbour fair each year, she said."]
"""
HEAD = "format: 1\npack: mine\nrules:"
EXAMPLE = RULE.replace('remove: ["Visit', 'remove: ["visit the harbour fair", "Visit')


def print_of(rules: str = HEAD + RULE, folder: Path | None = None, **given: object) -> dict[str, str]:
    """Return the fingerprint of a run with these rules."""
    assert folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.yaml").write_text(rules)
    policy, model = given.pop("policy", None), given.pop("model", None)
    cleaner = Cleaner(load_rules(folder / "mine.yaml"), policy, model=model)  # type: ignore[arg-type]
    asked = {"inputs": ["a.jsonl"], "names": FieldNames(), "output_format": "jsonl", "limit": None} | given
    return fingerprint(cleaner, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "rules",
    [HEAD + RULE, "# moved down\n\n" + HEAD + RULE, HEAD + EXAMPLE, HEAD + RULE.replace("The fair", "A fair")],
)
def test_rules_are_told_by_what_they_do_and_not_by_their_place(rules: str, tmp_path: Path) -> None:
    assert print_of(folder=tmp_path / "here") == print_of(rules, tmp_path / "another" / "checkout")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"rules": HEAD + RULE.replace("Visit the", "See the")}, "the rules"),
        ({"rules": HEAD.replace("mine", "ours") + RULE}, "the rules"),
        ({"rules": HEAD + RULE.replace("kind: promo", "kind: promo\n    status: draft")}, "the rules"),
        ({"inputs": ["b.jsonl"]}, 'the inputs: ["a.jsonl"] then, ["b.jsonl"] now'),
        ({"names": FieldNames("body")}, "the field options"),
        ({"output_format": "html"}, "--format: jsonl then, html now"),
        ({"images": True}, "--images: None then, True now"),
        ({"limit": 5}, "--limit: None then, 5 now"),
        ({"ledger": Path("why.jsonl")}, "--ledger: None then, why.jsonl now"),
        ({"policy": Policy(keep=frozenset({"byline"}))}, "--keep: nothing then, byline now"),
        ({"policy": Policy(drop=frozenset({"correction"}))}, "--drop: nothing then, correction now"),
    ],
)
def test_what_decides_the_bytes_is_told_apart_and_named(given: dict[str, object], says: str, tmp_path: Path) -> None:
    told = differences(print_of(folder=tmp_path), print_of(folder=tmp_path, **given))  # type: ignore[arg-type]
    assert says in told
    assert ";" not in told


@pytest.mark.parametrize("package", ["article-cleaner", "trafilatura", "lxml"])
def test_an_upgrade_is_told(package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = print_of(folder=tmp_path)
    monkeypatch.setattr(deciding, "_version", lambda name: "99.1" if name == package else before[name])
    assert differences(before, print_of(folder=tmp_path)) == f"{package}: {before[package]} then, 99.1 now"


def test_another_model_is_told(tmp_path: Path) -> None:
    before = print_of(folder=tmp_path)
    assert differences(before, print_of(folder=tmp_path, model=other_model())).startswith("the model: ")


def other_model() -> Model:
    """Return a model by which nothing weighs anything."""
    return Model(ModelFile(), bundled_lexicon(), bundled_adjustments())


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ({}, {}, ""),
        ({"a": "1", "b": "2"}, {"b": "2", "a": "1"}, ""),
        ({"a": "1"}, {"a": "2"}, "a: 1 then, 2 now"),
        ({"a": "1"}, {}, "a: 1 then, None now"),
        ({}, {"a": "1"}, "a: None then, 1 now"),
        ({"a": "1", "b": "2"}, {"c": "3", "b": "2", "a": "2"}, "a: 1 then, 2 now; c: None then, 3 now"),
    ],
)
def test_differences(before: Mapping[str, str], now: Mapping[str, str], told: str) -> None:
    assert differences(before, now) == told


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        (["a.jsonl"], '["a.jsonl"]'),
        (["ö", "-"], '["ö", "-"]'),
        (["x" * 76], f'["{"x" * 76}"]'),
        (["x" * 77], "27e4fe49d035c9c3"),
        (["x" * 76 + "y"], "6df1d5f54fdf4c49"),
        (["\udcff" * 99], "0e29f427514f89eb"),
    ],
    ids=["short", "odd", "as long as may be", "longer", "another", "no UTF-8"],
)
def test_long_values_are_digests(inputs: list[str], said: str) -> None:
    assert fingerprint(Cleaner(RuleSet()), inputs, FieldNames(), "jsonl", None)["the inputs"] == said


def test_another_memory_is_told(tmp_path: Path) -> None:
    prints = [fingerprint(Cleaner(RuleSet()), [], FieldNames(), "jsonl", None)]
    for number in (1, 2):
        add_pages(tmp_path / f"{number}.sqlite", [PackedPage("a.example", number, b"")])
        cleaner = Cleaner(RuleSet(), site_memory=SiteMemory(tmp_path / f"{number}.sqlite"))
        prints.append(fingerprint(cleaner, [], FieldNames(), "jsonl", None))
    assert prints[0]["the memory of sites"] == "none"
    assert len({one["the memory of sites"] for one in prints}) == 3
    assert differences(prints[1], prints[2]).startswith("the memory of sites: ")


def test_a_package_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deciding, "_PACKAGES", ("no-such-package-anywhere",))
    made = fingerprint(Cleaner(RuleSet()), [], FieldNames(), "jsonl", None)
    assert made["no-such-package-anywhere"] == "not installed"
