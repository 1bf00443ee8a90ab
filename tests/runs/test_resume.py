"""What a run goes on from: the same rules wherever they lie, the same versions, and all that was written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.adjustments import bundled_adjustments
from cleaner.classifier.model import Model
from cleaner.classifier.model_file import ModelFile
from cleaner.document.policy import Policy
from cleaner.errors import StateError
from cleaner.features.lexicon import bundled_lexicon
from cleaner.io.fields import FieldNames
from cleaner.io.inputs import Inputs
from cleaner.rules import RuleSet, load_rules
from cleaner.runs import fingerprint as deciding
from cleaner.runs.checkpoint import Checkpoint
from cleaner.runs.fingerprint import differences, fingerprint
from cleaner.runs.output import progress_file
from cleaner.runs.run import Plan, run
from tests.runs.conftest import Command, read_lines, write_lines
from tests.workers.hazards import HazardousCleaner, VerbatimCleaner, prose

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


ODD: dict[str, Callable[[Path], object]] = {
    "empty": Path.touch,
    "binary": lambda path: path.write_bytes(b"\x00\xff\xfe"),
    "no JSON": lambda path: path.write_text("how far?"),
    "list": lambda path: path.write_text("[]"),
    "deep": lambda path: path.write_text("[" * 100_000),
    "older": lambda path: path.write_text('{"format": 1}'),
    "no fields": lambda path: path.write_text('{"format": 2}'),
    "folder": Path.mkdir,
    "FIFO": os.mkfifo,
    "dangling": lambda path: path.symlink_to("nowhere"),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_progress_file_is_one_sentence(case: str, bare: Cleaner, tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": prose(1)[0]}]), tmp_path / "out.jsonl"
    ODD[case](progress_file(str(out)))
    with pytest.raises(StateError) as caught:
        run(bare, Plan(str(out), resume=True), Inputs([str(path)]))
    assert str(caught.value).startswith(str(progress_file(str(out))))
    assert "\n" not in str(caught.value)
    assert not out.exists()


def test_a_progress_file_cut_short_at_any_byte_is_told(bare: Cleaner, tmp_path: Path) -> None:
    Checkpoint({"a": "b"}).save(tmp_path / "p")
    whole = (tmp_path / "p").read_bytes()
    for size in range(len(whole)):
        (tmp_path / "p").write_bytes(whole[:size])
        with pytest.raises(StateError):
            Checkpoint.load(tmp_path / "p")


@pytest.mark.parametrize("output", ["out.jsonl", "out.jsonl.gz", "out.parquet", "out"])
@pytest.mark.parametrize("stopped", [True, False])
def test_outputs_that_are_gone_are_not_passed_over(output: str, stopped: bool, tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(1100)]), tmp_path / output
    inputs = Inputs([str(path)])

    def stop(summary: object, share: float | None) -> None:
        if stopped and summary.pages == 1050:  # type: ignore[attr-defined]
            inputs.stop()

    run(VerbatimCleaner(RuleSet()), Plan(str(out), workers=1), inputs, stop)
    assert Checkpoint.load(progress_file(str(out))).finished is not stopped
    victims = {"out": out / "index.jsonl", "out.parquet": tmp_path / "out.parquet.parts" / f"{512:012}.parquet"}
    (out if not stopped and output != "out" else victims.get(output, out)).unlink()
    with pytest.raises(ValueError, match="begin anew with --overwrite"):
        run(VerbatimCleaner(RuleSet()), Plan(str(out), resume=True), Inputs([str(path)]))
    assert run(VerbatimCleaner(RuleSet()), Plan(str(out), overwrite=True), Inputs([str(path)])).pages == 1100


def test_a_second_run_into_one_output_is_refused(tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(9)]), tmp_path / "out.jsonl"
    refused: list[str] = []

    def once_more(summary: object, share: float | None) -> None:
        for plan in (Plan(str(out), resume=True), Plan(str(out), overwrite=True)):
            if len(refused) < 2:
                with pytest.raises(ValueError, match="another run is writing it") as caught:
                    run(VerbatimCleaner(RuleSet()), plan, Inputs([str(path)]))
                refused.append(str(caught.value))

    run(HazardousCleaner(RuleSet()), Plan(str(out)), Inputs([str(path)]), once_more)
    assert [row["text"] for row in read_lines(out)] == prose(9)
    assert len(refused) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["in.jsonl", "-o", "in.jsonl", "--overwrite"], "-o in.jsonl would write over"),
        (["in.jsonl", "-o", "soft.jsonl", "--overwrite"], "-o soft.jsonl would write over"),
        (
            ["in.jsonl", "-o", "o.jsonl", "--ledger", "hard.jsonl", "--overwrite"],
            "--ledger hard.jsonl would write over",
        ),
        (["in.jsonl", "-o", "o.jsonl", "--failures", "o.jsonl"], "-o and --failures are the same file"),
        (["in.jsonl", "-o", "o.jsonl", "--summary", "in.jsonl"], "--summary in.jsonl would write over"),
        (["in.jsonl", "-o", "o.jsonl", "--summary", "no/s.json"], "there is no folder"),
        (["in.jsonl", "-o", "o.jsonl", "--profile", "in.jsonl", "--two-pass"], "--profile in.jsonl would write over"),
    ],
)
def test_mistakes_that_would_cost_data(
    arguments: list[str], says: str, tmp_path: Path, cleaner_run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines(tmp_path / "in.jsonl", [{"text": prose(1)[0]}])
    (tmp_path / "soft.jsonl").symlink_to("in.jsonl")
    (tmp_path / "hard.jsonl").hardlink_to(tmp_path / "in.jsonl")
    monkeypatch.setenv("PYTHONPATH", os.getcwd())
    monkeypatch.chdir(tmp_path)
    done = cleaner_run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert len(read_lines(tmp_path / "in.jsonl")) == 1
    assert sorted(os.listdir(tmp_path)) == ["hard.jsonl", "in.jsonl", "soft.jsonl"]
