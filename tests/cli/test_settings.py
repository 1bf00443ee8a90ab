"""What a settings file may say, and what is wrong with it, line by line."""

import re
from pathlib import Path

import pytest
import typer.main

from cleaner.cli import settings
from cleaner.cli.app import app
from tests.cli.conftest import Call
from tests.cli.pages import BARE, FERRY, RULE, STORY, written
from tests.conftest import ROOT

KNOWN = typer.main.get_command(app).commands  # type: ignore[attr-defined]
WRITES = "output ledger failures summary save html-report remember overwrite resume work-folder".split()


def made(tmp_path: Path, text: str) -> settings.Settings:
    return settings.load(written(tmp_path / ".cleaner" / "config.yaml", text), KNOWN)


@pytest.mark.parametrize(
    ("text", "command", "values"),
    [
        ("keep: [Share, poll]", "clean", {"keep": (["share", "poll"], 1)}),
        ("keep: share\nlanguage: de", "run", {"keep": (["share"], 1)}),
        ("policy: strict\nkeep: list", "clean", {"policy": ("strict", 1), "keep": (["list"], 2)}),
        ("drop: agency\nclean:\n  drop: [correction]", "clean", {"drop": (["correction"], 3)}),
        ("clean:\n  drop: [correction]\ndrop: agency", "clean", {"drop": (["correction"], 2)}),
        ("run: {min-confidence: 0.5}", "run", {"min-confidence": (0.5, 1)}),
        ("run: {workers: 2, unordered: true, timeout: none}", "run",
         {"workers": (2, 1), "unordered": (True, 1), "timeout": ("none", 1)}),
        ("rules: [mine, ../its.yaml]", "explain", {"rules": (["{}/mine", "{}/../its.yaml"], 1)}),
        ("run: {timeout: 20, memory: 1000000}", "run", {"timeout": ("20", 1), "memory": ("1000000", 1)}),
        ("learn: {timeout: 0.5}", "learn", {"timeout": ("0.5", 1)}),
        ("run: {timeout: 2m, memory: 512M, max-record: none}", "run",
         {"timeout": ("2m", 1), "memory": ("512M", 1), "max-record": ("none", 1)}),
        ("run: {site-memory: auto}", "run", {"site-memory": ("auto", 1)}),
        ("run: {site-memory: known.sqlite}", "run", {"site-memory": ("{}/known.sqlite", 1)}),
        ("bench: {sets: dev, compare: base.jsonl}", "bench",
         {"sets": (["{}/dev"], 1), "compare": ("{}/base.jsonl", 1)}),
        ("bench: {road: full-text, rouge: false, worst: 3}", "bench",
         {"road": ("full-text", 1), "rouge": (False, 1), "worst": (3, 1)}),
        ("explain: {color: never, format: html}", "explain", {"color": ("never", 1), "format": ("html", 1)}),
        ("clean: {input: text}", "clean", {"input": ("text", 1)}),
        ("learn: {site: a.example}", "learn", {"site": ("a.example", 1)}),
        ("trafilatura: when-unsure", "run", {"trafilatura": ("when-unsure", 1)}),
        ("folder-rules: false", "bench", {"folder-rules": (False, 1)}),
        ("clean: {format: md}", "clean", {"format": ("md", 1)}),
        ("clean: {format: json}", "run", {}),
    ],
)  # fmt: skip
def test_what_holds_for_a_command(
    tmp_path: Path, text: str, command: str, values: dict[str, tuple[object, int]]
) -> None:
    def there(value: object) -> object:
        if isinstance(value, list):
            return [there(one) for one in value]
        return value.format(tmp_path) if isinstance(value, str) else value

    found = made(tmp_path, text).by_command[command]
    assert found == {key: settings.Setting(there(value), line) for key, (value, line) in values.items()}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("keap: [share]", ["1: no such setting: keap; did you mean 'keep'?"]),
        ("min-confidence: 0.5", ["1: no such setting: min-confidence; it belongs under run"]),
        ("clean:\n  workers: 3", ["2: no such setting: clean.workers; it belongs under run or learn"]),
        ("\nrun:\n  worker: 2", ["3: no such setting: run.worker; did you mean 'workers'?"]),
        ("clean:\n  output: x", ["2: no such setting: clean.output; there are format, "]),
        ("keep: [shar]", ["1: keep: no such kind: shar; did you mean 'share'?"]),
        ("policy: strikt", ["1: policy: 'strikt' is none of news, strict, everything; did you mean 'strict'?"]),
        ("keep: 3", ["1: keep: expected text, or a list of texts, found 3"]),
        ("run: {workers: many}", ["1: run.workers: expected a whole number, found 'many'"]),
        ("run: {workers: true}", ["1: run.workers: expected a whole number, found true"]),
        ("run:\n  workers: 0", ["2: run.workers: expected a whole number from 1, found 0"]),
        ("run: {min-confidence: 2}", ["1: run.min-confidence: expected a number from 0 to 1, found 2"]),
        ("run: {min-confidence: much}", ["1: run.min-confidence: expected a number from 0 to 1, found 'much'"]),
        ("run: {workers: .nan}", ["1: run.workers: expected a whole number, found '.nan'"]),
        ("learn:\n  use-from: 1", ["2: learn.use-from: expected a whole number from 2, found 1"]),
        (
            "run:\n  timeout: .nan",
            ["2: run.timeout: expected a time: 20s, 500ms, 2m, a number of seconds, or none, found '.nan'"],
        ),
        (
            "run: {timeout: true}",
            ["1: run.timeout: expected a time: 20s, 500ms, 2m, a number of seconds, or none, found true"],
        ),
        (
            "run: {timeout: -1}",
            ["1: run.timeout: expected a time: 20s, 500ms, 2m, a number of seconds, or none, found -1"],
        ),
        (
            "run: {timeout: fast}",
            ["1: run.timeout: expected a time: 20s, 500ms, 2m, a number of seconds, or none, found 'fast'"],
        ),
        (
            "learn: {timeout: 0s}",
            ["1: learn.timeout: expected a time: 20s, 500ms, 2m, a number of seconds, or none, found '0s'"],
        ),
        ("run: {memory: 20s}", ["1: run.memory: expected a size: 1G, 512M, a number of bytes, or none, found '20s'"]),
        (
            "run: {max-record: '0'}",
            ["1: run.max-record: expected a size: 1G, 512M, a number of bytes, or none, found '0'"],
        ),
        ("run: {unordered: 1}", ["1: run.unordered: expected true or false, found 1"]),
        ("run: {field: [html]}", ["1: run.field: expected text, found ['html']"]),
        ("run: [workers]", ["1: run: expected a table of settings of `cleaner run`"]),
        ("clean: {format: markdwn}", ["1: format: 'markdwn' is none of text, markdown, "]),
        ("bench: {road: txt}", ["1: road: 'txt' is none of html, text, trafilatura, "]),
        (
            "1: [share]\nrun: {2: 3}",
            ["1: no such setting: 1; there are rules, ", "2: no such setting: run.2; there are "],
        ),
        ("keap: x\nrun:\n  worker: 2", ["1: no such setting: keap; did you mean", "3: no such setting: run.worker"]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, told: list[str]) -> None:
    with pytest.raises(ValueError, match=r"config\.yaml:") as raised:
        made(tmp_path, text)
    path = tmp_path / ".cleaner" / "config.yaml"
    lines = str(raised.value).split("\n")
    assert [line[: len(f"{path}:{start}")] for line, start in zip(lines, told, strict=True)] == [
        f"{path}:{start}" for start in told
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [("workers = 0", "3: run.workers: expected a whole number from 1, found 0"),
     ("timeout = nan", "3: run.timeout: expected a time: 20s, 500ms, 2m, a number of seconds, or none, found nan")],
    ids=["workers", "timeout"],
)  # fmt: skip
def test_a_run_tells_what_no_run_can_have(call: Call, tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path / "pyproject.toml", f"\n[tool.cleaner.run]\n{text}\n")
    page = written(tmp_path / "page.html", STORY)
    done = call("run", page, "-o", tmp_path / "x.csv", "-q", *BARE, code=2)
    assert done.err == f"cleaner: {path}:{told}\n"
    assert not (tmp_path / "x.csv").exists()


def test_no_setting_has_anything_written() -> None:
    named = {*settings.EVERYWHERE, *(key for keys in settings.COMMANDS.values() for key in keys)}
    assert named.isdisjoint(WRITES)
    assert set(WRITES) <= {key for command in KNOWN.values() for key in settings.option(command)}


def test_a_command_heeds_the_file_and_then_its_own_options(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", RULE)
    written(tmp_path / "page.html", f"{STORY}<p>{FERRY}</p><p>Visit the harbour fair</p>")
    path = written(
        tmp_path / "pyproject.toml",
        '[tool.cleaner]\nrules = "mine.yaml"\n[tool.cleaner.clean]\nformat = "md"\n[tool.cleaner.run]\nworkers = 1\n',
    )
    told = f"with the settings in {path}; --no-config leaves them out"
    done = call("clean", "page.html", *BARE)
    assert (done.out, done.err.splitlines()[0]) == (f"# Ferry back\n\n{FERRY}\n\n{FERRY}\n", told)
    assert call("clean", "-q", "page.html", *BARE, "--format", "text").out == f"{FERRY}\n\n{FERRY}\n"
    assert "Visit the harbour fair" in call("--no-config", "clean", "-q", "page.html", *BARE).out
    other = written(tmp_path / "other.yaml", "keep: promo\n")
    assert call("--config", other, "clean", "-q", "page.html", *BARE, "--rules", "mine.yaml").out.endswith("fair\n")


def test_a_file_that_is_not_trusted_is_told_and_not_used(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "page.html", STORY)
    path = written(tmp_path / "pyproject.toml", '[tool.cleaner.clean]\nformat = "md"\n')
    path.chmod(0o666)
    done = call("clean", "page.html", *BARE)
    refused = f"without the settings in {path}: everybody may write to {path}; --config names it to use them"
    assert (done.out, done.err.splitlines()[0]) == (f"{FERRY}\n", refused)


def test_a_broken_file_is_one_line(call: Call, tmp_path: Path) -> None:
    path = written(tmp_path / "pyproject.toml", "[tool.cleaner]\nkeap = []\n")
    done = call("clean", "page.html", code=2)
    assert done.err == f"cleaner: {path}:2: no such setting: keap; did you mean 'keep'?\n"


@pytest.mark.parametrize(("language", "name"), [("toml", "pyproject.toml"), ("yaml", ".cleaner/config.yaml")])
def test_the_examples_of_the_documentation(tmp_path: Path, language: str, name: str) -> None:
    (example,) = re.findall(rf"```{language}\n(.*?)```", (ROOT / "docs" / "settings.md").read_text("utf-8"), re.DOTALL)
    found = settings.load(written(tmp_path / name, example), KNOWN).by_command
    assert found["clean"]["keep"].value == ["caption-credit"]
    assert found["run"]["workers"].value == 4
