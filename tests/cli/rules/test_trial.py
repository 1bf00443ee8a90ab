"""`cleaner rules try`: rules at work on one page."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.pages import FERRY, RULE, written

NAME = "mine/promo.harbour"


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("words", "code", "lines"),
    [
        (
            ["--rule", "mine.yaml"],
            0,
            ["- Visit the harbour fair", f"    {NAME} (promo)"],
        ),
        (
            ["--rule", "draft.yaml"],
            0,
            ["! Visit the harbour fair", f"    {NAME} did not act: the rule is a draft"],
        ),
    ],
    ids=["removed", "refused"],
)
def test_try(call: Call, tmp_path: Path, words: list[str], code: int, lines: list[str]) -> None:
    written(tmp_path / "mine.yaml", RULE)
    written(tmp_path / "draft.yaml", RULE.replace("kind: promo\n", "kind: promo\n    status: draft\n"))
    prose = "".join(f"<p>{FERRY.replace('Monday', day)} {FERRY}</p>" for day in ("Tuesday", "Friday"))
    written(tmp_path / "page.html", f"<h1>Ferry</h1>{prose}<p>Visit the harbour fair</p>")
    done = call("rules", "try", "page.html", *words, code=code)
    assert [line for line in done.out.splitlines() if line in lines] == lines
    assert f"  {FERRY.replace('Monday', 'Friday')} {FERRY}" in done.out


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(("words", "code"), [([], 1), (["--accept-large"], 0)], ids=["refused", "meant"])
def test_a_rule_that_asks_for_much_leaves_with_1(call: Call, tmp_path: Path, words: list[str], code: int) -> None:
    written(tmp_path / "mine.yaml", RULE.replace("isit the harbour fair", "isit the ferry office on the island today"))
    written(tmp_path / "page.html", "<h1>Ferry</h1><p>Visit the ferry office on the island today</p><p>Boat sails.</p>")
    done = call("rules", "try", "page.html", "--rule", "mine.yaml", *words, code=code)
    assert "mine/promo.harbour" in done.err


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["none.html"], 3, "none.html: there is no such file"),
        (["page.html", "--rule", "none.yaml"], 2, "none.yaml"),
    ],
    ids=["no page", "no rule"],
)
def test_wrong_use(call: Call, bridge: Path, words: list[str], code: int, told: str) -> None:
    assert told in call("rules", "try", *words, code=code).told
