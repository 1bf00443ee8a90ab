"""`cleaner learn`: rules and the memory of sites, what it says of each, and of pages it could not use."""

from collections import Counter
from pathlib import Path

import pytest

from cleaner.cli.learn import Target, _close
from cleaner.rules import load_rules
from cleaner.runs.summary import Summary
from cleaner.sites import SiteMemory
from cleaner.sites.counts import Counts
from tests.cli.conftest import Call, Say
from tests.cli.pages import STORY, written
from tests.learning.tideway import MEMBERS, WEEKEND, Leaf, write_folder
from tests.runs.conftest import write_lines

FERRY = "The ferry {} sailed to the islands, it was said at the office, and it came back late with the mail."
HOUSE = "The paper belongs to the people who read it, and they pay for the ink."


@pytest.fixture(scope="module")
def fewer(few: list[Leaf], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with so many pages as rules take."""
    return write_folder(few[:16], tmp_path_factory.mktemp("fewer") / "pages")


def test_rules_go_to_stdout_or_to_a_folder(fewer: Path, say: Say, tmp_path: Path) -> None:
    shown = say("learn", fewer, "--quiet")
    say("learn", fewer, "-o", tmp_path / "rules", "--quiet")
    (path,) = (tmp_path / "rules").iterdir()
    assert path.name == "tideway-post.example.yaml"
    assert path.read_text("utf-8") == shown.stdout
    rules = load_rules(path).rules
    assert {rule.status for rule in rules} == {"on", "draft"}


def test_learning_again_with_the_rules_in_place_changes_nothing(fewer: Path, say: Say, tmp_path: Path) -> None:
    say("learn", fewer, "-o", tmp_path, "--quiet")
    before = {path: path.read_text("utf-8") for path in tmp_path.iterdir()}
    say("learn", fewer, "-o", tmp_path, "--rules", tmp_path, "--quiet", "--site-memory", tmp_path / "s.sqlite")
    for path, text in before.items():
        assert path.read_text("utf-8") == text
    entries = [entry for site in Counts(tmp_path / "s.sqlite").sites() for entry in site.entries]
    assert all(entry.rule for entry in entries if entry.text in (MEMBERS, *WEEKEND))


def test_thresholds(fewer: Path, say: Say) -> None:
    assert "advice: use" not in say("learn", fewer, "--use-from", 1000, "--quiet").stdout


def test_pages_without_an_address(few: list[Leaf], say: Say, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "pages.jsonl", [{"html": leaf.html.replace("rel=canonical", "")} for leaf in few[:8]])
    assert "8 articles do not say their site; give it with --site" in say("learn", path).stderr
    assert "tideway-post.example: 8 pages" in say("learn", path, "--site", "tideway-post.example").stderr


def test_unreadable_pages_are_told(fewer: Path, say: Say, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "pages.jsonl", [{"note": "no page"}])
    assert "1 failed" in say("learn", path, fewer, code=1).stderr


def test_one_pass_learns_what_a_run_remembers(folder: Path, memory: Path, say: Say, tmp_path: Path) -> None:
    own = tmp_path / "own.sqlite"
    say("run", folder, "-o", tmp_path / "out.jsonl", "--site-memory", own, "--remember", "--quiet")
    assert SiteMemory(memory).digest == SiteMemory(own).digest
    assert SiteMemory(memory).sites() == {"tideway-post.example": 32}


def test_drafts_of_flat_addresses_say_what_they_miss(say: Say, tmp_path: Path) -> None:
    texts = (f"{FERRY.format('n' * at)}\n\n{FERRY.format('m' * at)}\n\n{HOUSE}" for at in range(20))
    rows = [{"text": text, "url": f"https://a.example/{at}"} for at, text in enumerate(texts)]
    done = say("learn", write_lines(tmp_path / "pages.jsonl", rows))
    assert "a.example: 20 pages, 0 texts to take, 1 draft\n" in done.stderr
    missing = "it looks like house text, but a series would, too: it has to be seen in 3 sections of the site"
    assert f"  1 draft: {missing}, and its addresses name none\n" in done.stderr
    assert f'doubt: "{missing}, and its addresses name none"' in done.stdout
    assert "a draft takes nothing: to use one, delete its line `status: draft`" in done.stderr


@pytest.mark.parametrize(
    ("output", "site_memory", "told"),
    [
        (
            None,
            None,
            ["a folder that -o names", "`cleaner learn PAGES --site-memory FILE`, and then `cleaner run PAGES"],
        ),
        (Path("mine"), None, ["its line `status: draft` in mine\n", "--site-memory FILE`, and then"]),
        (None, Path("s.sqlite"), ["between: `cleaner run PAGES --site-memory s.sqlite` judges pages by it\n"]),
    ],
    ids=["stdout", "rules", "memory"],
)
def test_what_to_do_with_drafts_is_told(
    output: Path | None, site_memory: Path | None, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _close(Summary(), Target(output, site_memory, quiet=False), Counter(sites=1, drafts=2))
    said = capsys.readouterr().err
    assert [one for one in told if one not in said] == []


def test_no_more_sites_are_told_than_one_reads(say: Say, tmp_path: Path) -> None:
    rows = [{"text": "\n\n".join(map(FERRY.format, range(3))), "url": f"https://a{at}.example/x"} for at in range(22)]
    said = say("learn", write_lines(tmp_path / "pages.jsonl", rows)).stderr
    assert said.count(".example: 1 page,") == 20
    assert "2 more sites are not told of\n" in said
    assert "draft takes nothing" not in said


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["pages", "--use-from", "1"], 2, "Invalid value for '--use-from'"),
        (["pages", "--review-from", "1"], 2, "Invalid value for '--review-from'"),
        (["pages", "--timeout", "soon"], 2, "'soon' is no limit; write 20s, 500ms, 2m or none"),
        (["pages", "--off", "nothing"], 2, "nothing"),
        (
            ["m.jsonl", "--site-memory", "m.jsonl"],
            2,
            "--site-memory m.jsonl would write over, or into, what is read from",
        ),
        (["pages", "--site-memory", "m.jsonl"], 2, "m.jsonl: this is no memory of sites (file is not a database)"),
        (["none"], 3, "none"),
        ([], 2, "Missing argument 'PAGES...'"),
    ],
    ids=["use", "review", "timeout", "off", "clash", "no memory", "no input", "nothing"],
)
def test_wrong_use(call: Call, tmp_path: Path, words: list[str], code: int, told: str) -> None:
    written(tmp_path / "pages" / "a.html", STORY)
    lines = write_lines(tmp_path / "m.jsonl", [{"html": STORY}]).read_bytes()
    done = call("learn", *words, "--workers", 1, code=code)
    assert told in done.told
    assert (tmp_path / "m.jsonl").read_bytes() == lines
