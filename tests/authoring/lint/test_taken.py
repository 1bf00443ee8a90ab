"""D09: examples that prove nothing, since another rule removes them already."""

import pytest

from cleaner.authoring.lint.taken import example_already_goes
from tests.authoring.small_packs import NO_REMOVAL, rules, study

TEXT = "text: {is: [Leave a Reply]}, examples: {remove: [Leave a Reply], keep: [Leave a reply, he said.]}"
TWO = "text: {starts: [Leave]}, examples: {remove: [Leave a Reply, Leave a note], keep: [Leave me, he said.]}"
BOX = "css: .tide, examples: {remove: ['<div class=\"tide sea\"><p>High at noon</p></div>'], keep: ['<p>High</p>']}"
OTHER = "text: {starts: [Leave a]}"


@pytest.mark.parametrize(
    ("rule", "others", "takers"),
    [
        (TEXT, ["text: {is: [Leave a Reply]}"], "generic/promo.one"),
        (TEXT, [OTHER, "text: {starts: [Leave]}"], "generic/promo.one, generic/promo.two"),
        (TEXT, ["text: {starts: [Leave]}"] * 5, "generic/promo.five, generic/promo.four, generic/promo.one"),
        (TEXT, ["text: {is: [Leave a note]}"], None),
        (TEXT, ["text: {is: [Leave a Reply]}, status: draft"], None),
        (TEXT, ["text: {is: [Leave a Reply]}, where: {position: tail}"], None),
        (TEXT, [f"text: {{is: [Leave a Reply]}}, do: mark, examples: {NO_REMOVAL}"], None),
        (TEXT, ["text: {is: [Leave a Reply]}, where: {hosts: [a.example]}"], None),
        (
            f"{TEXT}, where: {{hosts: [a.example]}}",
            ["text: {is: [Leave a Reply]}, where: {hosts: [a.example]}"],
            "generic/promo.one",
        ),
        (f"{TEXT}, status: draft", ["text: {is: [Leave a Reply]}"], None),
        (f"{TEXT}, where: {{position: tail}}", ["text: {is: [Leave a Reply]}"], None),
        (TWO, ["text: {is: [Leave a Reply]}"], None),  # the other example is its own
        (TWO, ["text: {is: [Leave a Reply]}", "text: {is: [Leave a note]}"], "generic/promo.one, generic/promo.two"),
        (BOX, ["css: .sea"], "generic/promo.one"),
        (BOX, ["css: '.sea p'"], "generic/promo.one"),
        (BOX, ["css: .quay"], None),
        (BOX, ["text: {is: [High at noon]}"], None),  # elements are tried on elements
    ],
)
def test_example_already_goes(rule: str, others: list[str], takers: str | None) -> None:
    made = study("css: .before", rule, others=rules(*others, name="generic").rules)
    found = [(one.message, one.line) for one in example_already_goes.findings(made)]
    assert found == ([(f"promo.two: every remove example goes already, by {takers}", 5)] if takers else [])


def test_an_element_that_holds_more_than_one_rule_takes() -> None:
    scrap = '<div class="tide"><p class="sea">High</p><p>Low</p></div>'
    two = f"css: .tide, examples: {{remove: ['{scrap}'], keep: ['<p>x</p>']}}"
    assert list(example_already_goes.findings(study(two, others=rules("css: .sea", name="generic").rules))) == []
