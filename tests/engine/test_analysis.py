"""What is known of a page before its facts are weighed, and the ledger that this opens."""

from typing import Any

import pytest
from lxml import etree

from cleaner.classifier.predict import Prediction
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence
from cleaner.engine.analysis import PageAnalysis, Settled
from cleaner.engine.pipeline import Pipeline
from cleaner.rules import Rule, RuleSet
from cleaner.rules.annotations import checked

TALE = "The harbour office said on Monday that the ferry sails again before the end of the month, on trip {}."
TALES = [TALE.format(number) for number in range(20, 24)]
AGAINST, FOR = Evidence("named.share", -2.0), Evidence("is.core", 1.0)


def rule(name: str, **given: object) -> Rule:
    base = {"id": name, "kind": name.partition(".")[0], "why": "a reason for the test", "pack": "p"}
    return checked(Rule, {**base, **given})


def analysed(*rules: Rule, lines: list[str], policy: Policy | None = None) -> PageAnalysis:
    body = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    page = Page(html=f"<title>The ferry</title><article>{body}</article>", url="https://a.example/x")
    return Pipeline(RuleSet(rules), policy).analyse(page)


def free(analysis: PageAnalysis) -> list[int]:
    return [block_text.block.number for block_text in analysis.free]


LINES = [*TALES, "<p class=share>Share this</p>", "Read more"]
CSS, TEXT = rule("share.x", css=".share"), rule("related.x", text={"is": ["Read more"]})


@pytest.mark.parametrize(
    ("rules", "left", "taken"),
    [
        ((), [0, 1, 2, 3, 4, 5], 0),
        ((CSS,), [0, 1, 2, 3, 5], 1 / 6),
        ((TEXT,), [0, 1, 2, 3, 4], 1 / 6),
        ((CSS, TEXT), [0, 1, 2, 3], 2 / 6),
        # where a rule counts only at a place, its blocks are weighed all the same
        ((rule("related.x", text={"is": ["Read more"]}, where={"position": "tail"}),), [0, 1, 2, 3, 4, 5], 0),
        ((CSS, rule("protect.x", css=".share", do="protect")), [0, 1, 2, 3, 4, 5], 0),
        ((rule("share.x", css=".share", status="draft"),), [0, 1, 2, 3, 4, 5], 0),
        ((rule("share.x", css=".share", do="mark"),), [0, 1, 2, 3, 4, 5], 0),
    ],
    ids=["no rule", "css", "text", "both", "at a place", "shielded", "draft", "mark"],
)
def test_the_blocks_that_no_rule_takes(rules: tuple[Rule, ...], left: list[int], taken: float) -> None:
    analysis = analysed(*rules, lines=LINES)
    assert (free(analysis), analysis.share_taken) == (left, pytest.approx(taken))
    assert [block.text for block in analysis.blocks] == [*TALES, "Share this", "Read more"]
    assert len(analysis.signals.shares) == len(left)


def test_the_vote_is_on_what_element_rules_leave() -> None:
    lines = [*TALES, f"<p class=fair>{TALE.format(24)}</p>"]
    assert analysed(lines=lines).voted == {0, 1, 2, 3, 4}
    without = analysed(rule("promo.x", css=".fair"), lines=lines)
    assert without.voted == {0, 1, 2, 3}
    assert without.source.snapshot
    assert b"fair" in etree.tostring(without.source.snapshot.root)


def test_scraped_text_has_no_vote() -> None:
    analysis = Pipeline(RuleSet()).analyse(Page(text="\n\n".join(TALES)))
    assert (analysis.signals.shares, analysis.voted, free(analysis)) == ((), frozenset(), [0, 1, 2, 3])


@pytest.mark.parametrize(
    ("weighed", "policy", "told"),
    [
        ((1.0, (FOR,)), Policy(), (True, "page", "")),
        ((-2.0, (AGAINST,)), Policy(), (False, "evidence", "share")),
        ((-1.0, (Evidence("is.core", -1.0),)), Policy(), (False, "evidence", "")),
        ((-2.0, (AGAINST,)), Policy(keep=frozenset({"share"})), (True, "page", "")),
        ((-2.0, (AGAINST,)), Policy(keep=frozenset({"related"})), (False, "evidence", "share")),
        # nothing was said against it
        ((0.0, ()), Policy(), (False, "evidence", "")),
    ],
    ids=["for it", "against it", "no kind", "its kind is kept", "another is kept", "nothing"],
)
def test_the_ledger_holds_the_evidence(weighed: Any, policy: Policy, told: tuple[bool, str, str]) -> None:
    analysis = analysed(lines=[TALES[0]])
    ledger = analysis.ledger([Prediction(*weighed)], policy)
    (verdict,) = ledger.verdicts()
    assert (verdict.kept, verdict.source, verdict.kind) == told
    assert verdict.evidence == weighed[1]
    assert Settled(analysis, ledger, (verdict,)).trace == (verdict,)


def test_the_ledger_holds_what_element_rules_take_and_shield() -> None:
    shield = rule("protect.x", text={"is": ["Read more"]}, do="protect")
    analysis = analysed(CSS, shield, lines=LINES)
    ledger = analysis.ledger([Prediction(-1.0, (AGAINST,))] * len(analysis.free), Policy())
    assert ledger.owners() == {4: "p/share.x"}
    assert ledger.kept() == [5]


SCENES = "\n\n".join(["[Home](/) [News](/n)", TALES[0], "* * *", TALES[1], "---", "Read more", TALES[2]])


def test_breaks_of_markdown_are_not_weighed_and_count_for_no_other_block() -> None:
    page = Page(text=f"{SCENES}\n\n[^1]: A\n", text_form="markdown")
    analysis = Pipeline(RuleSet((TEXT,))).analyse(page)
    assert [analysis.blocks[number].text for number in analysis.breaks] == ["* * *", "---"]
    assert free(analysis) == [0, 1, 3, 6, 7]
    # one line between them that a rule takes, none that is a break
    assert [block_text.block.number for block_text in analysis.weighed] == [0, 1, 2, 4, 5]
    assert analysis.signals.pointed == [(3, "related")]


@pytest.mark.parametrize(
    ("balances", "kept"),
    [
        ((1, 1, 1, 1, 1), [2, 4]),
        ((1, 1, 0, 1, 1), [2, 4]),
        ((0, 0, 1, 1, 1), [4]),
        ((1, 1, 0, 0, 0), []),
        ((0, 0, 0, 0, 0), []),
    ],
)
def test_breaks_stay_between_what_stays(balances: tuple[int, ...], kept: list[int]) -> None:
    analysis = Pipeline(RuleSet((TEXT,))).analyse(Page(text=f"{SCENES}\n\nEnd\n", text_form="markdown"))
    weighed = [Prediction(balance, (FOR,) if balance > 0 else (AGAINST,)) for balance in balances]
    assert [number for number in analysis.ledger(weighed, Policy()).kept() if number in (2, 4)] == kept
