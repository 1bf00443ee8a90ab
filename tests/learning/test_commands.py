"""`learn`, `teach`, and profiles in `clean`, `explain` and `run`, as people call them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cleaner.cli.app import app
from cleaner.rules import load_rules
from cleaner.sites import load_profile
from tests.learning.tideway import MEMBERS, WEEKEND, Leaf, tideway, write_folder
from tests.runs.conftest import read_lines, write_lines

Say = Callable[..., Result]


@pytest.fixture(scope="module")
def few() -> list[Leaf]:
    return [*tideway(news=24)[:30], *tideway(news=0)[:10]]


@pytest.fixture(scope="module")
def folder(few: list[Leaf], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(few, tmp_path_factory.mktemp("tideway") / "pages")


@pytest.fixture(scope="module")
def say() -> Say:
    """Call the command line in this process."""

    def call(*words: object, code: int = 0, **more: Any) -> Result:
        if words[0] == "learn" and "--workers" not in words:
            words = (*words, "--workers", 1)  # each takes a while to start
        done = CliRunner().invoke(app, [str(word) for word in words], **more)
        assert done.exit_code == code, done.output
        return done

    return call


@pytest.fixture(scope="module")
def profile(folder: Path, say: Say) -> Path:
    path = folder.with_name("site.json")
    done = say("learn", folder, "--profile", path, "--workers", 2)
    assert "tideway-post.example: 40 pages" in done.stderr
    assert "left alone because the article's own text follows it" in done.stderr
    assert done.stdout == ""
    return path


def test_rules_go_to_stdout_or_to_a_folder(folder: Path, say: Say, tmp_path: Path) -> None:
    shown = say("learn", folder, "--quiet")
    say("learn", folder, "-o", tmp_path / "rules", "--quiet")
    (path,) = (tmp_path / "rules").iterdir()
    assert path.name == "tideway-post.example.yaml"
    assert path.read_text("utf-8") == shown.stdout
    rules = load_rules(path).rules
    assert {rule.status for rule in rules} == {"on", "draft"}


def test_learning_again_with_the_rules_in_place_changes_nothing(folder: Path, say: Say, tmp_path: Path) -> None:
    say("learn", folder, "-o", tmp_path, "--quiet")
    before = {path: path.read_text("utf-8") for path in tmp_path.iterdir()}
    say("learn", folder, "-o", tmp_path, "--rules", tmp_path, "--quiet", "--profile", tmp_path / "known.json")
    for path, text in before.items():
        assert path.read_text("utf-8") == text
    entries = [entry for site in load_profile(tmp_path / "known.json").sites() for entry in site.entries]
    assert all(entry.rule for entry in entries if entry.text in (MEMBERS, *WEEKEND))


def test_thresholds(folder: Path, say: Say) -> None:
    assert "advice: use" not in say("learn", folder, "--use-from", 1000, "--quiet").stdout


def test_pages_without_an_address(few: list[Leaf], say: Say, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "pages.jsonl", [{"html": leaf.html.replace("rel=canonical", "")} for leaf in few[:8]])
    assert "8 articles do not say their site; give it with --host" in say("learn", path).stderr
    assert "tideway-post.example: 8 pages" in say("learn", path, "--host", "tideway-post.example").stderr


def test_unreadable_pages_are_told(folder: Path, say: Say, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "pages.jsonl", [{"note": "no page"}])
    assert "1 failed" in say("learn", path, folder, code=1).stderr


def test_clean_and_explain_with_a_profile(few: list[Leaf], profile: Path, say: Say, tmp_path: Path) -> None:
    leaf = next(leaf for leaf in few if WEEKEND[1] in leaf.html)
    page = tmp_path / "page.html"
    page.write_text(leaf.html, "utf-8")
    assert WEEKEND[1] in say("clean", page).stdout
    assert WEEKEND[1] not in say("clean", page, "--profile", profile).stdout
    assert WEEKEND[1] in say("clean", page, "--profile", profile, "--keep", "promo").stdout
    told = say("explain", page, "--profile", profile, "--block", WEEKEND[1]).stdout
    assert "removed: promo by profile:tideway-post.example/" in told
    assert "because: House text of this site: on" in told


@pytest.mark.parametrize("content", ["{}", "no json", '{"format": 9, "sites": []}', '{"format": 1, "sites": [1]}'])
@pytest.mark.parametrize("name", ["profile.json", "profile.sqlite"])
def test_what_is_no_profile_is_said_so(profile: Path, name: str, content: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    done = CliRunner().invoke(app, ["clean", str(folder / "000.html"), "--profile", str(path)])
    assert str(path) in str(done.exception)


def test_run_in_two_passes_is_learn_and_run(few: list[Leaf], profile: Path, say: Say, tmp_path: Path) -> None:
    pages = write_lines(tmp_path / "pages.jsonl", [{"url": leaf.url, "html": leaf.html} for leaf in few])
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    say("run", pages, "-o", one, "--profile", profile, "--quiet")
    say("run", pages, "-o", two, "--two-pass", "--workers", 1, "--quiet", "--ledger", tmp_path / "why.jsonl")
    assert one.read_bytes() == two.read_bytes()
    removals = [removal for row in read_lines(tmp_path / "why.jsonl") for removal in row["removals"]]
    assert sum(removal.get("rule", "").startswith("profile:") for removal in removals) > 30


def test_two_passes_keep_their_profile_and_go_on(few: list[Leaf], say: Say, tmp_path: Path) -> None:
    pages = write_lines(tmp_path / "pages.jsonl", [{"url": leaf.url, "html": leaf.html} for leaf in few[:30]])
    words = ("run", pages, "-o", tmp_path / "out.jsonl", "--two-pass", "--profile", tmp_path / "kept.sqlite", "--quiet")
    say(*words)
    assert [site.domain for site in load_profile(tmp_path / "kept.sqlite").sites()] == ["tideway-post.example"]
    before = (tmp_path / "out.jsonl").read_bytes()
    say(*words, "--resume")
    assert (tmp_path / "out.jsonl").read_bytes() == before


def test_a_pipe_cannot_be_read_twice() -> None:
    done = CliRunner().invoke(app, ["run", "-", "--two-pass"], input="{}\n")
    assert isinstance(done.exception, ValueError)
    assert "reads its input twice" in str(done.exception)


def test_resume_refuses_another_profile(few: list[Leaf], profile: Path, say: Say, tmp_path: Path) -> None:
    pages = write_lines(tmp_path / "pages.jsonl", [{"url": leaf.url, "html": leaf.html} for leaf in few[:5]])
    say("run", pages, "-o", tmp_path / "out.jsonl", "--quiet")
    done = CliRunner().invoke(
        app, ["run", str(pages), "-o", str(tmp_path / "out.jsonl"), "--resume", "--profile", str(profile)]
    )
    assert "other inputs, rules or options" in str(done.exception)


def test_teach_is_new_from_one_page(folder: Path, say: Say, tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    page = next(path for path in sorted(folder.iterdir()) if WEEKEND[1] in path.read_text("utf-8"))
    done = say("teach", page, "--text", "The long read comes with the Saturday paper", "-o", out, "--yes")
    (rule,) = load_rules(out).rules
    assert rule.where.hosts == ("tideway-post.example",)
    assert rule.id in done.stdout
    assert rule.text
    assert "long read" in rule.text.starts[0].text
