"""A rule's page: what it takes, why, where, how it is found and at what cost, its proof."""

from dataclasses import replace

import pytest

from cleaner.authoring.describing import cost_class, describe, find_rule
from cleaner.rules import load_rules
from cleaner.rules.schema import Rule
from tests.authoring.small_packs import NO_REMOVAL, PHOTOS, rule, rules
from tests.conftest import ROOT

WORDLESS = ", ".join(f"'{{date}} {mark} {{time}}'" for mark in "-/:;!?")
"""Patterns that no word leads to."""
VALID = load_rules(ROOT / "fixtures" / "rules" / "valid")


@pytest.mark.parametrize("one", VALID.rules, ids=lambda one: one.full_id)
def test_every_rule_has_a_page(one: Rule) -> None:
    page = describe(one)
    assert page.startswith(f"# {one.full_id}\n\n{one.why}\n")
    assert "cost:" in page


def test_a_page() -> None:
    assert describe(rule("text: {is: [Tide], starts: {en: ['Next:']}}, where: {hosts: [a.example]}"), "##") == (
        "## mine/promo.one\n\n"
        "Asks the reader for pictures, again and again.\n\n"
        "- kind `promo`, status on, action remove\n"
        "- where: hosts a.example\n"
        "- cost: low; phrases looked up: 1 is, 1 starts\n"
        "- defined in mine.yaml:4\n\n"
        "Found by:\n\n- is: `Tide`\n- starts (en): `Next:`\n\n"
        f"Removes:\n\n- `{PHOTOS}`\n\n"
        f"Keeps:\n\n- `{PHOTOS}, she wrote.`\n"
    )


def test_a_page_without_a_file() -> None:
    made = rule("css: .tide")
    assert "defined in" in describe(made)
    assert "defined in" not in describe(replace(made, file=""))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (f"css: .tide, weigh: 0.5, examples: {NO_REMOVAL}", "- kind `promo`, status on, evidence +0.5"),
        (f"css: .tide, weigh: -2, examples: {NO_REMOVAL}", "- kind `promo`, status on, evidence -2"),
        ("css: .tide, status: draft", "- kind `promo`, status draft, action remove"),
        ("css: .tide, block: {words: ..9, links: 0.5..}", "- block: links 0.5..; words 0..9"),
        ("css: .tide, limit: {max_hits: 2}", "- limit: max_hits 2"),
        ("css: .tide, climb: sole", "- climbs: sole"),
        ("css: .tide, needs: {has: [sea, boat]}", "- also needs, in the same block: `sea`, `boat`"),
        ("css: .tide, except: [{hosts: [a.example, b.example]}]", "- except: hosts a.example, b.example"),
        ("text: {is: [Tide]}, except: [{text: {has: [sea]}}]", "- except: text `sea`"),
        ("css: .tide, except: [{css: '[data-sea]'}]", "- except: css `[data-sea]`"),
        ("text: {is: ['Tide `9`']}", "- is: `` Tide `9` ``"),
        ("css: .tide, allow: [inline]", "- may pass the guards: inline"),
        ("css: .tide, was: [promo.old, promo.older]", "- was: promo.old, promo.older"),
        ("css: .tide, see: https://a.example/1", "- see: https://a.example/1"),
        ("css: .tide, since: '2026-01-01'", "- since: 2026-01-01"),
        ("css: .tide, until: '2026-01-01'", "- review by: 2026-01-01"),
        (
            "css: .tide, learned: {text: x, advice: use, pages: 3, of: 9, kept: 3, place: at the end, silent: true}",
            "- learned: on 3 of 9 pages, at the end; silent now",
        ),
        ("css: ['.tide', '#sea']", "- elements `.tide`, `#sea`"),
        (f"css: [{', '.join(f'.c{n}' for n in range(26))}]", "- elements `.c0`, "),
        (f"text: {{is: [{', '.join(f'Tide {n}' for n in range(10))}]}}", "`Tide 7` and 2 more"),
        ("shape: true, where: {hosts: [a.example]}, block: {words: ..3}", "- blocks by the facts above alone"),
        ("repeat: {times: 3, keep: none}", "- the same block at least 3 times on the page; none stays"),
        (f"css: .tide, do: mark, examples: {NO_REMOVAL}", "Matches:\n\n- `Pictures`"),
        ("css: .tide, examples: {remove: [a], keep: [b], todo: [Sea]}", "Should remove, and does not yet:\n\n- `Sea`"),
        ("text: {is: [Tide]}, examples: {cases: [{name: two, blocks: [a], want: [0]}]}", "Cases:\n\n- `two`"),
    ],
)
def test_what_is_said(said: str, line: str) -> None:
    assert line in describe(rule(said))


@pytest.mark.parametrize(
    ("said", "cost"),
    [
        ("css: [.tide, '#sea', '.a b.c']", "low; selectors looked up: 2 by class, 1 by id"),
        ("css: [.tide, 'main p']", "medium; selectors looked up: 1 by class, 1 by tag"),
        ("css: '[data-tide]'", "medium; selectors looked up: 1 by attribute"),
        ("text: {is: [Tide, Sea]}", "low; phrases looked up: 2 is"),
        ("text: {has: [Tide]}, needs: {has: [Sea]}", "medium; phrases looked up: 1 has"),
        ("text: {like: ['By {name}']}", "medium; phrases looked up: 1 like"),
        (
            f"text: {{like: [{WORDLESS}]}}",
            "high; phrases looked up: 6 like",
        ),
        ("repeat: {times: 3}", "low; counted over the blocks that are kept"),
        ("shape: true, where: {hosts: [a.example]}", "medium; every block of its hosts"),
    ],
    ids=[
        "names",
        "a tag",
        "an attribute",
        "wholes",
        "anywhere",
        "a pattern",
        "patterns without words",
        "copies",
        "shape",
    ],
)
def test_cost_class(said: str, cost: str) -> None:
    assert cost_class(rule(said)) == cost


@pytest.mark.parametrize(
    ("name", "full_id"),
    [
        ("dateline.wire-remnant", "house-lines/dateline.wire-remnant"),
        ("house-lines/dateline.wire-remnant", "house-lines/dateline.wire-remnant"),
    ],
)
def test_finding_a_rule(name: str, full_id: str) -> None:
    assert find_rule(VALID, name).full_id == full_id


def test_finding_a_rule_by_its_old_id() -> None:
    assert find_rule(rules("css: .tide, was: [promo.old]"), "promo.old").full_id == "mine/promo.one"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "dateline.wire-remnants",
            r"^no rule is called dateline.wire-remnants; did you mean .*dateline.wire-remnant\b",
        ),
        ("zzz", "^no rule is called zzz$"),
        ("promo.on", "^no rule is called promo.on; did you mean promo.one[?]$"),
        ("mine/promo.on", "^no rule is called mine/promo.on; did you mean mine/promo.one or "),
        ("Comments", "^no rule is called Comments, which is a kind; `cleaner rules list --kind comments` lists "),
        ("promo.one", "^several rules are called promo.one: mine/promo.one, other/promo.one$"),
    ],
)
def test_no_such_rule(name: str, message: str) -> None:
    known = VALID + rules("css: .tide") + rules("css: .tide", name="other")
    with pytest.raises(ValueError, match=message):
        find_rule(known, name)
