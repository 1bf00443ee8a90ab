"""`cleaner explain`: each block with its reason, those that are asked for, and the steps of the road."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.pages import BARE, FERRY, PAGE, RULE, STORY, written


def test_explain(call: Call) -> None:
    shown = call("explain", PAGE).out
    assert "removed: " in shown
    assert "because: " in shown
    blocks = json.loads(call("explain", PAGE, "--format", "json").out)
    assert [block["block"] for block in blocks] == list(range(len(blocks)))
    only = json.loads(call("explain", PAGE, "--format", "json", "--only", "comments").out)
    assert only
    assert all(not block["kept"] for block in only)
    text = next(block["text"] for block in blocks if block["kept"])
    why = call("explain", PAGE, "--block", text[:30]).out
    assert "evidence: " in why
    call("explain", PAGE, "--block", "nowhere on the page", code=1)


def test_a_newcomer_adds_a_rule(call: Call, tmp_path: Path) -> None:
    page = written(
        tmp_path / "story.txt", "Ferry back\n\nThe ferry sails again on Monday, it was said.\n\nVisit the harbour fair"
    )
    rules = written(tmp_path / "mine.yaml", RULE)
    done = call("explain", page, "--rules", rules, "--only", "mine/promo.harbour")
    assert "promo by mine/promo.harbour" in done.out


@pytest.mark.parametrize(("form", "count"), [("auto", 2), ("lines", 2), ("wrapped", 1), ("one-line", 3)])
def test_the_form_of_a_text_can_be_given(call: Call, form: str, count: int) -> None:
    given = b"The ferry sails again on Monday, it was said. The\nramp is new."
    words = ("--input", "text", "--text-form", form, "--format", "json")
    assert len(json.loads(call("explain", "-", *BARE, *words, given=given).out)) == count
    assert "did you mean 'wrapped'?" in call("explain", "-", "--text-form", "wraped", given=given, code=2).told


PAIR = f"{STORY}<p>Visit the harbour fair</p>".encode()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["--only", "promo"], ["Visit the harbour fair"]),
        (["--only", "mine/promo.harbour"], ["Visit the harbour fair"]),
        (["--only", "Promo"], ["Visit the harbour fair"]),
        (["--only", "promo.harbour"], ["Visit the harbour fair"]),
        (["--block", "harbour"], [FERRY, "Visit the harbour fair"]),
        (["--block", "HARBOUR  fair"], ["Visit the harbour fair"]),
        (["--block", "harbour", "--only", "promo"], ["Visit the harbour fair"]),
        (["--block", "harbour", "--keep", "promo"], [FERRY, "Visit the harbour fair"]),
        (["--only", "promo", "--keep", "promo"], []),
        (["--only", "share"], []),
    ],
    ids=" ".join,
)
def test_what_is_asked_for(call: Call, tmp_path: Path, words: list[str], shown: list[str]) -> None:
    written(tmp_path / "mine.yaml", RULE)
    done = call(
        "explain", "-", *BARE, "--rules", "mine.yaml", "--format", "json", *words, given=PAIR, code=0 if shown else 1
    )
    assert [block["text"] for block in json.loads(done.out)] == shown
    assert done.err == ("" if shown else "nothing on the page fits\n")


def test_lines_of_a_removal(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", RULE)
    done = call("explain", "-", *BARE, "--rules", "mine.yaml", "--only", "promo", given=PAIR)
    assert [line.strip() for line in done.out.splitlines()[1:]] == [
        "removed: promo by mine/promo.harbour",
        "because: The fair is on every page of the paper.",
    ]
    shown = json.loads(
        call("explain", "-", *BARE, "--rules", "mine.yaml", "--only", "promo", "--format", "json", given=PAIR).out
    )
    (block,) = shown
    assert (block["text"], block["kept"], block["rule"]) == ("Visit the harbour fair", False, "mine/promo.harbour")


FAIR = "".join(f"<p>Visit the harbour fair</p>{more}" for more in ("", "", f"<p>{FERRY}</p>"))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            [],
            [
                "   0 Ferry back",
                f"   1 {FERRY}",
                "   2 Visit the harbour fair",
                "   3 Visit the harbour fair",
                "   4 Visit the harbour fair",
                "    removed: promo by mine/promo.harbour, 3 blocks",
                "    because: The fair is on every page of the paper.",
                f"   5 {FERRY}",
                "short: kept 2 of 6 blocks, removed 32% of the text (3 promo, 1 headline)",
            ],
        ),
        (
            ["--only", "promo"],
            [
                "   2 Visit the harbour fair",
                "   3 Visit the harbour fair",
                "   4 Visit the harbour fair",
                "    removed: promo by mine/promo.harbour, 3 blocks",
                "    because: The fair is on every page of the paper.",
            ],
        ),
    ],
    ids=["all", "only"],
)
def test_what_one_rule_took_in_a_row_stands_together(
    call: Call, tmp_path: Path, words: list[str], lines: list[str]
) -> None:
    written(tmp_path / "mine.yaml", RULE)
    done = call("explain", "-", *BARE, "--rules", "mine.yaml", *words, given=f"{STORY}{FAIR}".encode())
    assert [
        line for line in done.out.splitlines() if not line.startswith(("    kept: ", "    removed: headline"))
    ] == lines


def test_every_fact(call: Call) -> None:
    few, every = (call("explain", "-", *BARE, "--block", FERRY, *words, given=PAIR).out for words in ((), ("--all",)))
    assert "fact: " not in few
    assert every.count("fact: ") > few.count("evidence: ") > 3


def test_a_page_of_its_own(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", RULE)
    shown = call("explain", "-", *BARE, "--rules", "mine.yaml", "--format", "html", given=PAIR).out
    assert shown.startswith("<!DOCTYPE html>\n")
    assert '<p class="gone k-promo" data-kind="promo" title="removed: promo by mine/promo.harbour&#10;' in shown
    assert shown.count("<title>Ferry back</title>") == 1


def test_steps(call: Call) -> None:
    lines = call("explain", "-", *BARE, "--steps", given=PAIR).out.splitlines()
    assert lines[0].startswith("read: 3 blocks, ")
    assert lines[0].endswith("; title: Ferry back")
    assert [line.partition(":")[0] for line in lines] == [
        "read", "rules on elements", "trafilatura", "rules on text", "evidence", "verdicts", "budget",
    ]  # fmt: skip


@pytest.mark.parametrize("option", [["--all"], ["--block", "ferry"], ["--only", "share"], ["--format", "json"]])
def test_steps_stand_alone(call: Call, option: list[str]) -> None:
    assert "instead of blocks" in call("explain", PAGE, "--steps", *option, code=2).told


def test_wrong_use(call: Call) -> None:
    assert "did you mean 'terminal'?" in call("explain", PAGE, "--format", "terminl", code=2).told
    told = call("explain", "-", *BARE, "--only", "promoo", given=PAIR, code=2).err
    assert told == "cleaner: --only: no such kind or rule: promoo; did you mean 'promo'?\n"
    assert call("explain", "nowhere.html", code=3).err == "cleaner: nowhere.html: there is no such file\n"
