"""What a shared pack is refused for before it is built or installed, each with its file and line."""

from pathlib import Path

import pytest

from cleaner.authoring.sharing.checking import check
from cleaner.authoring.sharing.shared_pack import from_folder
from cleaner.errors import RuleError
from cleaner.rules import RuleSet, load_rules
from tests.authoring.sharing.harbour import RULES, write_harbour


def _check(folder: Path, rules: str, others: tuple[RuleSet, ...] = ()) -> list[str]:
    return [str(one) for one in check(from_folder(write_harbour(folder, rules=rules)), "here", others)]


def test_a_sound_pack(tmp_path: Path) -> None:
    assert _check(tmp_path, RULES) == []


def test_warnings_are_told(tmp_path: Path) -> None:
    (found,) = _check(tmp_path, RULES.replace("{words: ..15, sentences: ..3}", "{ words: ..15, sentences: ..3 }"))
    assert found.startswith("here/harbour.yaml:9: warning F05 not-formatted")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: promo", "kind: promotion", "here/harbour.yaml:5: kind: expected "),
        ("format: 1", "format: 2", "here/harbour.yaml:1: format: expected 1, found 2"),
        (
            '["Good night from the pilots of Port Quay"]\n    block',
            '["Send"]\n    block',
            "here/harbour.yaml:11: harbour/promo",
        ),
        ("      is:", "      has:", "here/harbour.yaml:4: promo.good-night: text.has matches anywhere"),
        ("    text:\n      is: [", "    css: [", "here/harbour.yaml:"),
    ],
    ids=["kind", "format", "example", "unsafe", "selector"],
)
def test_what_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(RuleError) as error:
        _check(tmp_path, RULES.replace(old, new, 1))
    assert told in str(error.value)


def test_ids_and_platforms_that_are_taken(tmp_path: Path) -> None:
    platforms = RULES.replace("rules:", 'platforms: {quay: {any: [".quay"]}}\nrules:')
    (tmp_path / "mine.yaml").write_text(platforms)
    own = load_rules(tmp_path / "mine.yaml")
    with pytest.raises(RuleError) as error:
        _check(tmp_path / "a", platforms, (own,))
    assert str(error.value).splitlines() == [
        f"here/harbour.yaml:3: the platform quay is described already: {tmp_path}/mine.yaml:3",
        f"here/harbour.yaml:5: the id harbour/promo.good-night is taken: {tmp_path}/mine.yaml:5",
    ]


def test_no_bundled_rule_is_replaced(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"the id generic/comments.form-labels is taken: "):
        _check(
            tmp_path,
            RULES.replace("pack: harbour", "pack: generic")
            .replace("promo.good-night", "comments.form-labels")
            .replace("kind: promo", "kind: comments"),
        )
