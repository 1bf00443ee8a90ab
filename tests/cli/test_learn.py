"""`cleaner learn`: rules and profiles of a site, what it says of each, and of pages it could not use."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.cli.learn import _told
from cleaner.rules import load_rules
from cleaner.sites import Entry, Site, load_profile
from tests.cli.conftest import Call, Say
from tests.cli.pages import STORY, written
from tests.learning.tideway import MEMBERS, WEEKEND, Leaf
from tests.runs.conftest import write_lines


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


USED = Entry("is", "Pay for the ink.", "promo", "use", 9, 12, 9, "anywhere in the article")
ASKED = replace(USED, advice="review", doubt="it was seen on too few pages to be sure")


@pytest.mark.parametrize(
    ("site", "told"),
    [
        (Site("a.example", 1), "1 page, 0 to use, 0 to review"),
        (Site("a.example", 1200, 0, (USED, ASKED, ASKED)), "1,200 pages, 1 to use, 2 to review"),
        (Site("a.example", 12, 1003, (USED,)), "12 pages, 1 to use, 0 to review, 1,003 copies of articles"),
        (
            Site("a.example", 12, 0, (), {}, {"it stands in tables": 4, "it is the headline of a page": 1}),
            "12 pages, 0 to use, 0 to review; 4 left alone because it stands in tables; "
            "1 left alone because it is the headline of a page",
        ),
    ],
    ids=["page", "entries", "copies", "left"],
)
def test_what_is_said_of_a_site(site: Site, told: str) -> None:
    assert _told(site) == told


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["pages", "--use-from", "1"], 2, "Invalid value for '--use-from'"),
        (["pages", "--review-from", "1"], 2, "Invalid value for '--review-from'"),
        (["pages", "--timeout", "soon"], 2, "'soon' is no limit; write 20s, 500ms, 2m or none"),
        (["pages", "--off", "nothing"], 2, "nothing"),
        (["m.jsonl", "--profile", "m.jsonl"], 2, "--profile m.jsonl would write over, or into, what is read from"),
        (["none"], 3, "none"),
        ([], 2, "Missing argument 'PAGES...'"),
    ],
    ids=["use", "review", "timeout", "off", "clash", "no input", "nothing"],
)
def test_wrong_use(call: Call, tmp_path: Path, words: list[str], code: int, told: str) -> None:
    written(tmp_path / "pages" / "a.html", STORY)
    lines = write_lines(tmp_path / "m.jsonl", [{"html": STORY}]).read_bytes()
    done = call("learn", *words, "--workers", 1, code=code)
    assert told in done.told
    assert (tmp_path / "m.jsonl").read_bytes() == lines
