"""What a shell offers when tab is pressed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli import completion
from cleaner.cli.app import app
from cleaner.document.kinds import KINDS
from tests.cli.pages import RULE, written


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    written(tmp_path / ".cleaner" / "rules" / "mine.yaml", RULE)


def offered(line: str) -> list[str]:
    """Return what bash is told once *line* is typed and tab is pressed."""
    words = line.split(" ")
    told = {"_CLEANER_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    done = CliRunner().invoke(app, [], prog_name="cleaner", env=told)
    assert done.exit_code == 0, done.output
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cleaner clean --format m", ["markdown"]),
        ("cleaner run --format jso", ["jsonl"]),
        ("cleaner explain --format t", ["terminal"]),
        ("cleaner clean --input ", ["auto", "html", "text"]),
        ("cleaner clean --keep ag", ["agency"]),
        ("cleaner clean --drop corr", ["correction"]),
        ("cleaner explain --only mine/", ["mine/promo.harbour"]),
        ("cleaner explain --only promo.har", ["promo.harbour"]),
        ("cleaner run --off min", ["mine", "mine/promo.harbour"]),
        ("cleaner clean --off promo.har", ["promo.harbour"]),
        ("cleaner rules list --pack min", ["mine"]),
        ("cleaner rules list --status d", ["draft"]),
        ("cleaner rules show mine/p", ["mine/promo.harbour"]),
        ("cleaner rules show promo.har", ["promo.harbour"]),
        ("cleaner rules show S11", ["S11"]),
        ("cleaner rules test promo.har", ["promo.harbour"]),
        ("cleaner rules test ", []),
        ("cleaner rules lint --select S10", ["S10"]),
        ("cleaner rules lint --ignore X", []),
        ("cleaner rules list --language en", ["en"]),
        ("cleaner bench --against a", ["all"]),
        ("cleaner bench --against trafilatura,resi", ["trafilatura,resiliparse"]),
        ("cleaner teach page.html --kind cap", ["caption-credit"]),
        ("cleaner bench --keep pol", ["poll"]),
        ("cleaner bench --drop sta", ["standfirst"]),
        ("cleaner run --policy ", ["news", "strict", "everything"]),
        ("cleaner clean --format x", ["xml"]),
        ("cleaner clean --format y", []),
        ("cleaner story.txt cl", ["clean"]),
    ],
)
def test_what_is_offered(line: str, words: list[str]) -> None:
    assert offered(line) == words


@pytest.mark.parametrize("option", ["clean --off", "explain --only"])
def test_rules_stand_behind_their_kind(option: str) -> None:
    words = offered(f"cleaner {option} promo")
    assert words[0] == "promo"
    assert "promo.harbour" in words
    assert len(words) == len(set(words))


def test_families_of_codes_are_offered() -> None:
    assert offered("cleaner rules lint --select ")[:2] == ["D", "F"]


def test_every_kind_is_offered() -> None:
    assert completion.kinds("") == KINDS


def test_broken_rules_offer_nothing(tmp_path: Path) -> None:
    written(tmp_path / ".cleaner" / "rules" / "mine.yaml", "format: 9")
    assert completion.rules("") == completion.packs("") == []
