"""What a code, a finding and a check are."""

import pytest

from cleaner.authoring.lint.code import Code, Finding, pack_check, rule_check
from tests.authoring.small_packs import study

CODE = Code("X01", "no-boats", "warning", "No boats.", "Boats sink.", "css: .boat", "a ferry.")


@pytest.mark.parametrize(
    ("code", "page"),
    [
        (
            CODE,
            "### X01 no-boats (warning)\n\nNo boats.\n\n*Why:* Boats sink.\n\n```yaml\ncss: .boat\n```\n\n"
            "Instead: a ferry.\n",
        ),
        (
            Code("X02", "no-ropes", "error", "No ropes.", "Ropes rot.", "css: .rope", fixable=True),
            "### X02 no-ropes (error)\n\nNo ropes. `lint --fix` repairs it.\n\n*Why:* Ropes rot.\n\n"
            "```yaml\ncss: .rope\n```\n",
        ),
    ],
    ids=["with advice", "fixable"],
)
def test_page(code: Code, page: str) -> None:
    assert code.page() == page


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (Finding("a.yaml", 4, "X01", "a boat", "warning", name="no-boats"), "a.yaml:4: warning X01 no-boats: a boat"),
        (Finding("a.yaml", 4, "X01", "a boat"), "a.yaml:4: error X01 : a boat"),
    ],
    ids=["graded", "as a check makes it"],
)
def test_a_finding_in_a_line(finding: Finding, said: str) -> None:
    assert str(finding) == said


def test_findings_stand_in_the_order_of_files_and_lines() -> None:
    made = [Finding("b.yaml", 1, "A", ""), Finding("a.yaml", 10, "A", ""), Finding("a.yaml", 9, "B", "")]
    assert [(one.file, one.line) for one in sorted(made)] == [("a.yaml", 9), ("a.yaml", 10), ("b.yaml", 1)]


def test_a_rule_check_looks_at_each_rule_that_compiles() -> None:
    check = rule_check(CODE)(lambda subject, study: [("is a boat", ".boat")] if ".boat" in subject.rule.css else [])
    found = list(check.findings(study("css: .boat", "css: .ferry", "css: [.boat, 'a:hover']", "css: .boat")))
    assert [str(one) for one in found] == [
        "mine.yaml:4: error X01 : promo.one: is a boat",
        "mine.yaml:7: error X01 : promo.four: is a boat",
    ]
    assert [one.rule for one in found] == ["mine/promo.one", "mine/promo.four"]


def test_a_pack_check_looks_at_all_files() -> None:
    check = pack_check(CODE)(lambda study: (Finding(file.name, 1, "X01", "a boat") for file in study.packs.files))
    assert list(check.findings(study("css: .boat"))) == [Finding("mine.yaml", 1, "X01", "a boat")]
