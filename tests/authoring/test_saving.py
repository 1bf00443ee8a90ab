"""Where a new rule goes, what it does elsewhere, and the writing of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.authoring.corpus import Sample
from cleaner.authoring.propose import Proposal
from cleaner.authoring.saving import SCHEMA, OtherHit, default_file, other_pages, pack_of, save, schema_beside
from cleaner.document.page import Page
from cleaner.errors import RuleError
from cleaner.rules import RuleSet, load_rules
from cleaner.rules.json_schema import schema_text
from tests.authoring.small_packs import WHY, rules, write
from tests.authoring.small_pages import FOREIGN, PROSE, sample

KEYS = {
    "id": "promo.one",
    "kind": "promo",
    "why": WHY,
    "text": {"is": [FOREIGN]},
    "examples": {"remove": [FOREIGN], "keep": [f"{FOREIGN[:-1]}, the notice said."]},
}


def proposal(said: str = f'text: {{is: ["{FOREIGN}"]}}') -> Proposal:
    return Proposal("mine", KEYS, "is", rules(said).rules[0])


@pytest.mark.parametrize(
    ("own", "start", "file"),
    [
        (None, ".", ".cleaner/rules/mine.yaml"),
        (".cleaner/rules", ".", ".cleaner/rules/mine.yaml"),
        (".cleaner/rules", "deep/er", ".cleaner/rules/mine.yaml"),
        ("deep/.cleaner/rules", "deep/er", "deep/.cleaner/rules/mine.yaml"),
        (None, "deep", "deep/.cleaner/rules/mine.yaml"),
    ],
)
def test_default_file(own: str | None, start: str, file: str, tmp_path: Path) -> None:
    for folder in filter(None, (own, start)):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    assert default_file("mine", tmp_path / start) == tmp_path / file


def test_the_working_folder_is_where_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_file("mine") == tmp_path / ".cleaner" / "rules" / "mine.yaml"


def test_pack_of(tmp_path: Path) -> None:
    assert pack_of(tmp_path / "no.yaml") is None
    assert pack_of(write(tmp_path / "other.yaml", "css: .tide", name="quay")) == "quay"
    assert pack_of(write(tmp_path / "empty.yaml")) is None
    with pytest.raises(RuleError, match=r"bad\.yaml:4"):
        pack_of(write(tmp_path / "bad.yaml", "css: .tide, kind: tides"))


def test_saving_makes_a_file_and_then_adds_to_it(tmp_path: Path) -> None:
    path = tmp_path / ".cleaner" / "rules" / "mine.yaml"
    save(proposal(), path)
    assert path.read_text("utf-8").splitlines()[:3] == [
        f"# yaml-language-server: $schema={SCHEMA}",
        "format: 1",
        "pack: mine",
    ]
    assert (tmp_path / ".cleaner" / "schema" / "rules-1.json").read_text("utf-8") == schema_text()
    save(replace(proposal(), keys={**KEYS, "id": "promo.two"}), path)
    assert [one.full_id for one in load_rules(path).rules] == ["mine/promo.one", "mine/promo.two"]
    assert proposal().yaml.strip() in path.read_text("utf-8").replace("\n    ", "\n    ")


@pytest.mark.parametrize("text", ["rules: [\n", "format: 1\npack: mine\nrules: {}\n"], ids=["no YAML", "no rules"])
def test_a_broken_file_is_not_touched(text: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError, match=r"mine\.yaml:"):
        save(proposal(), path)
    assert path.read_text("utf-8") == text


def test_an_id_that_is_taken_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    save(proposal(), path)
    text = path.read_text("utf-8")
    with pytest.raises(RuleError, match=r"mine\.yaml:\d+: the id .*promo\.one is taken; give another with --id"):
        save(proposal(), path)
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("file", "wanted"),
    [(".cleaner/rules/a.yaml", SCHEMA), ("rules/a.yaml", ""), (".cleaner/a.yaml", ""), ("a.yaml", "")],
)
def test_schema_beside(file: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    assert schema_beside(path) == wanted
    assert list(tmp_path.rglob("rules-1.json")) == ([(path.parent / SCHEMA).resolve()] if wanted else [])


LINE = f"<p>{FOREIGN}</p>"


def test_other_pages() -> None:
    advanced: list[int] = []
    small = Sample("small", lambda: Page(html=f"<p>{PROSE[0]}</p>{LINE}"))
    corpus = [
        sample("same", LINE, truth="\n".join(PROSE)),
        sample("other"),
        sample("quoted", LINE, truth="\n".join([*PROSE, FOREIGN])),
        Sample("broken", lambda: Page(html=b"%PDF-1.7 \x00\x01")),
        small,
    ]
    found = other_pages(proposal(), corpus, lambda: advanced.append(1), RuleSet())
    assert found.hits == (
        OtherHit("same", FOREIGN, False),
        OtherHit("quoted", FOREIGN, True),
        OtherHit("small", FOREIGN, None),
    )
    assert [(one.page, one.taken) for one in found.losses] == [("small", 13), ("quoted", 13), ("same", 13)]
    assert len(advanced) == 5


def test_what_other_rules_take_as_well_is_no_hit() -> None:
    others = rules('text: {starts: ["The mate met"]}', name="other")
    found = other_pages(proposal(), [sample("a", LINE)], rules=others)
    assert (found.hits, found.losses) == ((), ())


def test_what_guards_refuse_is_asked_for() -> None:
    found = other_pages(proposal("css: article"), [sample("a", LINE)], rules=RuleSet())
    assert found.hits == ()
    assert [(one.page, one.taken, one.refused) for one in found.losses] == [("a", 0, 253)]
