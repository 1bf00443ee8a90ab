"""`cleaner rules accept`: drafts come into use, with consent only."""

from pathlib import Path

import pytest

from cleaner.cli.rules import accept
from cleaner.rules import load_rules
from tests.cli.conftest import Call
from tests.cli.pages import RULE, written

DRAFT = f"{RULE}    status: draft\n"
FAILING = DRAFT.replace('remove: ["Visit', 'remove: ["Leave')


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return written(tmp_path / ".cleaner" / "rules" / "mine.yaml", DRAFT)


def status(path: Path) -> str:
    return load_rules(path).rules[0].status


@pytest.mark.parametrize(
    "words", [[], ["promo.*"], [".cleaner/rules/mine.yaml"]], ids=["one's own", "a pattern", "a file"]
)
def test_with_yes(call: Call, mine: Path, words: list[str]) -> None:
    done = call("rules", "accept", *words, "--yes")
    assert done.out == ".cleaner/rules/mine.yaml\n"
    assert done.err.splitlines() == [
        ".cleaner/rules/mine.yaml:4: mine/promo.harbour: The fair is on every page of the paper.",
        "1 of 1 drafts act from now on",
    ]
    assert status(mine) == "on"


def test_nothing_is_written_where_nobody_can_be_asked(call: Call, mine: Path) -> None:
    done = call("rules", "accept", code=2)
    assert "mine/promo.harbour: The fair is on every page" in done.err
    assert "nobody is here to be asked; --yes accepts all that are ready" in done.err
    assert status(mine) == "draft"


@pytest.mark.parametrize(("answer", "then"), [(b"y\n", "on"), (b"n\n", "draft"), (b"\n", "draft")])
def test_on_a_terminal(call: Call, mine: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes, then: str) -> None:
    monkeypatch.setattr(accept, "is_interactive", lambda: True)
    assert "let it act?" in call("rules", "accept", given=answer).err
    assert status(mine) == then


def test_a_draft_without_proof(call: Call, mine: Path) -> None:
    mine.write_text(FAILING, "utf-8")
    done = call("rules", "accept", "--yes", code=1)
    assert "    not ready: the example 'Leave the harbour fair' comes out missing" in done.err.splitlines()
    assert status(mine) == "draft"


def test_no_drafts(call: Call) -> None:
    assert call("rules", "accept").err == "0 of 0 drafts act from now on\n"
