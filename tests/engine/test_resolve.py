"""Actions, protection, guards, places: one rule set, a scrap of a page, what is left."""

from dataclasses import replace
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.matching.conditions import PageContext
from cleaner.rules import Rule, RuleSet
from cleaner.rules.annotations import checked

PROSE = "The harbour office said on Monday that the ferry sails again before the end of the month."
OTHER = "Nobody had asked the ferryman, who has crossed here for thirty years and means to go on."


def rule(**given: Any) -> Rule:
    whole = {"id": "promo.x", "kind": "promo", "why": "a reason for the test", **given}
    return replace(checked(Rule, whole), pack="test")


def left(rules: list[Rule], lines: list[str], policy: Policy | None = None) -> list[int]:
    cleaner = Cleaner(RuleSet(tuple(rules)), policy)
    blocks = [Block(n, text.removeprefix("# "), "h2" if text.startswith("# ") else "p") for n, text in enumerate(lines)]
    return [verdict.block.number for verdict in cleaner.judge(blocks, PageContext()).verdicts() if verdict.kept]


def notes(rules: list[Rule], html: str) -> set[str]:
    article = Cleaner(RuleSet(tuple(rules))).clean(Page(html=html))
    return {note.guard for note in article.notes}


FAIR = {"is": ["Visit the fair"]}


def test_remove() -> None:
    assert left([rule(text=FAIR)], [PROSE, "Visit the fair", OTHER]) == [0, 2]


def test_cut_after_and_before() -> None:
    more = rule(text={"is": ["More"]}, do="cut-after", limit={"max_cut": 0.5})
    assert left([more], [PROSE, OTHER, "More", "One", "Two"]) == [0, 1]
    assert left([more], [PROSE, "More", OTHER, PROSE, OTHER]) == [0, 1, 2, 3, 4], "prose would go"
    head = rule(text={"is": ["Menu"]}, do="cut-before", limit={"max_cut": 0.5})
    assert left([head], ["Home", "Menu", PROSE, OTHER]) == [2, 3]


def test_remove_section() -> None:
    section = rule(text={"is": ["Related"]}, do="remove-section")
    assert left([section], [PROSE, "# Related", "One", "Two", "# Next part", PROSE]) == [0, 4, 5]
    assert left([section], [PROSE, "# Related", "One", " ".join([PROSE] * 2)]) == [0, 3]


def test_protect_shields_from_the_kinds_it_names() -> None:
    shield = rule(id="protect.x", kind="protect", do="protect", text=FAIR, **{"from": ["promo"]})
    assert left([rule(text=FAIR), shield], [PROSE, "Visit the fair"]) == [0, 1]
    other = rule(id="protect.x", kind="protect", do="protect", text=FAIR, **{"from": ["share"]})
    assert left([rule(text=FAIR), other], [PROSE, "Visit the fair"]) == [0]


def test_policy_stands_above_rules() -> None:
    assert left([rule(text=FAIR)], [PROSE, "Visit the fair"], Policy(keep=frozenset({"promo"}))) == [0, 1]
    agency = rule(id="agency.x", kind="agency", text=FAIR)
    assert left([agency], [PROSE, "Visit the fair"]) == [0, 1]
    assert left([agency], [PROSE, "Visit the fair"], Policy(drop=frozenset({"agency"}))) == [0]


def test_an_opt_in_rule_acts_where_its_kind_is_dropped_by_name() -> None:
    asked = rule(text=FAIR, opt_in=True)
    assert left([asked], [PROSE, "Visit the fair"]) == [0, 1]
    assert left([asked], [PROSE, "Visit the fair"], Policy(drop=frozenset({"promo"}))) == [0]
    assert left([asked], [PROSE, "Visit the fair"], Policy(drop=frozenset({"ui"}))) == [0, 1]


def test_drafts_only_report() -> None:
    assert left([rule(text=FAIR, status="draft")], [PROSE, "Visit the fair"]) == [0, 1]


def test_what_rules_weigh_is_whole_hundredths_in_any_order() -> None:
    amounts = {"promo.x": 0.126, "promo.y": 0.1, "promo.z": 0.017}
    rules = [rule(id=name, text=FAIR, weigh=amount) for name, amount in amounts.items()]
    for order in (rules, rules[::-1]):
        cleaner = Cleaner(RuleSet(tuple(order)))
        assert cleaner.judge([Block(0, "Visit the fair", "p")], PageContext()).balance(0) == 1.25


def test_weigh_adds_up() -> None:
    assert left([rule(text=FAIR, weigh=-0.4)], [PROSE, "Visit the fair"]) == [0, 1]
    assert left([rule(text=FAIR, weigh=-1.5)], [PROSE, "Visit the fair"]) == [0]


def test_repeat() -> None:
    shout = rule(repeat={"keep": "none"}, block={"case": "upper"})
    assert left([shout], [PROSE, "BUY NOW", OTHER, "BUY NOW"]) == [0, 2]
    again = rule(repeat={"keep": "first"}, block={"words": "5.."})
    assert left([again], [PROSE, OTHER, PROSE]) == [0, 1]
    assert left([again], ["One", PROSE, "One"]) == [0, 1, 2]


def test_trim() -> None:
    trim = rule(text={"like": ["{word} (dpa) - {rest}"]}, do="trim")
    cleaner = Cleaner(RuleSet((trim,)))
    (verdict,) = cleaner.judge([Block(0, f"BERLIN (dpa) – {PROSE}", "p")], PageContext()).verdicts()
    assert verdict.text == PROSE
    assert verdict.trims[0].start == 0


@pytest.mark.parametrize(
    ("place", "wanted"), [("head", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), ("tail", list(range(11)))]
)
def test_position(place: str, wanted: list[int]) -> None:
    lines = ["Visit the fair", *[f"{PROSE} {n}." for n in range(10)], "Visit the fair"]
    assert left([rule(text=FAIR, where={"position": place})], lines) == wanted


def test_too_many_hits_and_the_budget() -> None:
    sweeping = rule(text={"starts": ["The harbour"]})
    assert left([sweeping], [f"{PROSE} {n}." for n in range(20)]) == list(range(20))
    greedy = rule(text={"starts": ["The harbour"]}, limit={"max_hits": 99})
    lines = [f"{PROSE if n % 2 else OTHER} {n}." for n in range(8)]
    assert left([greedy], lines) == list(range(8))
    copies = [PROSE if n % 2 else f"{OTHER} {n}." for n in range(8)]
    assert left([greedy], copies) == [0, 2, 4, 6], "copies of one line are no loss of prose"


def page(inside: str) -> str:
    body = "".join(f"<p>{PROSE} {n}.</p>" for n in range(10))
    return f"<html><head><title>Ferry back</title></head><body><h1>Ferry back</h1>{body}{inside}</body></html>"


def test_what_a_rule_has_to_give_back_stays_on_a_page() -> None:
    sweeping = rule(text={"starts": ["The harbour"]}, limit={"max_hits": 99})
    article = Cleaner(RuleSet((sweeping,))).clean(Page(html=page("")))
    assert "budget" in {note.guard for note in article.notes}
    assert article.text.count(PROSE) == 10
    fair = rule(text={"is": [OTHER]})
    shield = rule(id="protect.x", kind="protect", do="protect", text=fair.text, **{"from": ["promo"]})
    kept = Cleaner(RuleSet((fair, shield))).clean(Page(html=page(f"<p>{OTHER}</p>")))
    assert kept.text.endswith(OTHER)


@pytest.mark.parametrize(
    ("selector", "inside", "guard"),
    [
        (".ad", f"<div class=ad>{f'<p>{PROSE}</p>' * 70}</div>", "mass"),
        (".ad", f"<div class=ad>{f'{PROSE}<br><br>' * 70}</div>", "mass"),
        (".ad", f"<div class=ad><p>{OTHER}</p></div>", ""),
        ("main", f"<main><p>{PROSE}</p></main>", "root"),
        (".box", "<div class=box><h1>Ferry back</h1></div>", ""),
    ],
)
def test_guards_refuse_elements(selector: str, inside: str, guard: str) -> None:
    found = notes([rule(css=selector)], page(inside))
    assert found == ({guard} if guard else set())


def test_the_element_with_the_headline_is_refused() -> None:
    html = page("").replace("<h1>Ferry back</h1>", "<div class=top><h1>Ferry back</h1><p>Share</p></div>")
    assert notes([rule(css=".top")], html) == {"headline"}
