"""D09: examples that prove nothing, since another rule removes them already."""

from collections.abc import Iterator

from cleaner.authoring.lint.code import Code, Finding, pack_check
from cleaner.authoring.lint.study import Study
from cleaner.authoring.staging import example_block, example_page, suitable_context
from cleaner.engine.guards import refuses_prose
from cleaner.html.snapshot import take_snapshot
from cleaner.matching.css import CssMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText

_RULES_NAMED = 3
"""Rules that a finding names. Not measured: they fit a line."""


@pack_check(
    Code(
        "D09",
        "example-already-goes",
        "warning",
        "Every `remove` example of the rule is removed by other rules already.",
        "Either the new rule is not needed, or its example does not show what it is for.",
        'is: ["Advertisement"]\nexamples: {remove: ["Advertisement"]}   # generic/ad-marker.label',
        "an example that stays without this rule.",
    )
)
def example_already_goes(study: Study) -> Iterator[Finding]:
    """Try each example on all other rules."""
    others = [rule for rule in study.living if _takes_alone(rule)]
    texts, elements = TextMatcher(others), CssMatcher(others)
    for subject in study.sound:
        rule = subject.rule
        if not _takes_alone(rule):
            continue
        takers = [_takers(elements, texts, rule, example) - {rule.full_id} for example in rule.examples.remove]
        if takers and all(takers):
            names = ", ".join(sorted(set.union(*takers))[:_RULES_NAMED])
            said = f"every remove example goes already, by {names}"
            yield subject.finding("D09", said, rule.examples.remove[0], "examples")


def _takers(elements: CssMatcher, texts: TextMatcher, rule: Rule, example: str) -> set[str]:
    return _css_takers(elements, rule, example) if rule.css else _text_takers(texts, rule, example)


def _takes_alone(rule: Rule) -> bool:
    return rule.status == "on" and rule.removes and rule.do == "remove" and rule.where.position is None


def _text_takers(matcher: TextMatcher, rule: Rule, example: str) -> set[str]:
    block_text = BlockText(example_block(rule, example))
    found = matcher.find([block_text], suitable_context(rule))
    return {match.rule.full_id for match in found if not refuses_prose(match.rule, block_text)}


def _css_takers(matcher: CssMatcher, rule: Rule, example: str) -> set[str]:
    snapshot = take_snapshot(example_page(example))
    if snapshot.element_index is None:
        return set()
    first, _, last, _ = snapshot.layout.extents[snapshot.element_index.by_anchor["id"]["cleaner-example"][0]]
    found = matcher.find(snapshot.element_index, snapshot.layout, suitable_context(rule))
    return {one.match.rule.full_id for one in found if one.match.first <= first < last <= one.match.last}
