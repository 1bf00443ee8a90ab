"""The bundled packs, as every pull request leaves them: no lint errors, one form, a page for each rule."""

from collections import Counter

from cleaner.authoring.describing import describe
from cleaner.authoring.formatting import fmt
from cleaner.authoring.lint import lint
from cleaner.authoring.prose import read_prose
from cleaner.rules import bundled_rules
from cleaner.rules.bundled import bundled_packs


def test_lint_finds_no_errors() -> None:
    assert [str(one) for one in lint() if one.severity == "error"] == []


def test_they_are_formatted() -> None:
    assert fmt(*bundled_packs(), check=True) == []


def test_every_rule_has_a_page() -> None:
    for rule in bundled_rules().rules:
        page = describe(rule)
        assert page.startswith(f"# {rule.full_id}\n\n{rule.why}\n")
        assert "cost:" in page, rule.full_id


def test_the_prose_that_they_are_read_against_is_of_many_languages() -> None:
    sizes = Counter(sentence.language for sentence in read_prose())
    assert len(sizes) >= 30
    assert min(sizes.values()) >= 10
    assert sum(size >= 30 for size in sizes.values()) >= 12
