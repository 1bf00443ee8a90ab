"""Fingerprints that are no selectors are told with their platform, file and line, before any page is cleaned."""

from pathlib import Path

import pytest

from cleaner import Cleaner, RuleError, load_rules
from cleaner.authoring.lint import lint
from cleaner.matching.platforms import platform_faults
from cleaner.rules.ruleset import RuleSet

PACK = """\
format: 1
pack: mine
platforms:
  quay: {any: [".quay"]}
  dock:
    any: [".dock", "div["]
rules:
  - id: promo.x
    kind: promo
    why: The sites of both platforms print it under their articles.
    where: {platform: [dock, quay]}
    text: {is: ["Hello there"]}
    examples: {remove: ["Hello there"], keep: ["Hello there, said the mayor."]}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(PACK, "utf-8")
    return path


@pytest.mark.parametrize("again", [False, True], ids=["as YAML", "by its entry in the index"])
def test_a_cleaner_is_not_made(pack: Path, again: bool) -> None:
    rules = [load_rules(pack) for _ in range(1 + again)][-1]
    with pytest.raises(RuleError, match=rf"^{pack}:5: platform dock: ") as caught:
        Cleaner(rules)
    assert len(caught.value.faults) == 1


def test_lint_tells_it(pack: Path) -> None:
    (found,) = [one for one in lint(pack) if one.code == "F10"]
    assert (found.file, found.line, found.message[:15]) == (str(pack), 5, "platform dock: ")


@pytest.mark.parametrize(
    ("platforms", "count"),
    [({}, 0), ({"quay": (".quay", "#a b")}, 0), ({"quay": ("div[", "p"), "dock": (":::",)}, 2)],
    ids=["none", "sound", "two"],
)
def test_faults(platforms: dict[str, tuple[str, ...]], count: int) -> None:
    assert len(platform_faults(RuleSet((), platforms))) == count
