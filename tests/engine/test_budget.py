"""No set of rules makes an article vanish: whole pages, hostile and careless rules, what is left."""

from dataclasses import replace
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.document.verdict import Verdict
from cleaner.engine.budget import is_suspect
from cleaner.rules import Rule, RuleSet
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText

SENTENCES = [
    "The harbour office said on Monday that the ferry sails again before the end of the month.",
    "Nobody had asked the ferryman, who has crossed here for thirty years and means to go on.",
    "The council voted by nine to four for the new landing stage, which will cost eleven million.",
    "Residents of the islands collected more than two thousand names under their petition last winter.",
    "The old stage was closed in spring when a survey found rust in four of its six pillars.",
    "Fishermen had offered their own boats in the meantime, at least in weather that was calm enough.",
]
TEXTS = [f"{sentence} {other}" for sentence in SENTENCES for other in SENTENCES if sentence is not other][:20]
MENU = "<nav><a href=/a>News</a> <a href=/b>Sport</a> <a href=/c>Weather</a></nav>"


def rule(number: int = 0, **given: Any) -> Rule:
    whole = {"id": f"promo.x{number}", "kind": "promo", "why": "a reason for the test", **given}
    return replace(checked(Rule, whole), pack="test")


def page(markup: str) -> str:
    story = "".join(markup.format(text) for text in TEXTS)
    head = "<head><title>Ferry back on its old line</title></head>"
    return f"<html>{head}<body>{MENU}<h1>Ferry back on its old line</h1><div class=story>{story}</div></body></html>"


WAYS_TO_WRITE = {
    "p": "<p class=par>{}</p>",
    "div": "<div class=par>{}</div>",
    "section": "<section class=par>{}</section>",
    "span and br": "<span class=par>{}</span><br><br>",
    "item": "<ul class=par><li>{}</ul>",
    "cell": "<table class=par><tr><td>{}</table>",
}
GREEDY = {
    "each paragraph": [rule(css=".par")],
    "the whole story": [rule(css=".story")],
    "by tag": [rule(css=["p", "div", "section", "span", "ul", "table"])],
    "loosened": [rule(css=".par", limit={"max_hits": 100_000})],
    "by words": [rule(text={"starts": [s[:12] for s in SENTENCES]}, limit={"max_hits": 99}, block={"words": "1.."})],
    "by weight": [rule(css=".par", weigh=-3)],
    "by many weights": [rule(number, css=".par", weigh=-3) for number in range(9)],
    "a rule a sentence": [
        rule(number, text={"starts": [sentence[:20]]}, block={"words": "1..", "sentences": "1.."})
        for number, sentence in enumerate(SENTENCES)
    ],
    "trimmed": [rule(text={"like": [f"{s.split()[0]} {{rest}}" for s in SENTENCES]}, do="trim")],
    "cut": [rule(text={"starts": ["The harbour office"]}, do="cut-after", limit={"max_cut": 1.0})],
}


@pytest.mark.parametrize("markup", WAYS_TO_WRITE.values(), ids=WAYS_TO_WRITE)
@pytest.mark.parametrize("rules", GREEDY.values(), ids=GREEDY)
def test_no_rule_takes_the_article(rules: list[Rule], markup: str) -> None:
    article = Cleaner(RuleSet(tuple(rules))).clean(Page(html=page(markup)))
    kept = sum(text in " ".join(article.text.split()) for text in TEXTS)
    assert kept >= 14, f"{kept} of {len(TEXTS)} paragraphs stay"


@pytest.mark.parametrize(
    ("name", "guard"),
    [("each paragraph", "budget"), ("the whole story", "mass"), ("by many weights", "budget"), ("by words", "hits")],
)
def test_a_refusal_is_told(name: str, guard: str) -> None:
    article = Cleaner(RuleSet(tuple(GREEDY[name]))).clean(Page(html=page("<p class=par>{}</p>")))
    assert guard in {note.guard for note in article.notes}


def test_a_rule_that_takes_furniture_may_take_most_of_a_page() -> None:
    comments = "".join(
        f"<li class=comment><a href=/u>Reader {n}</a> I think so too, number {n}.</li>" for n in range(60)
    )
    html = page("<p>{}</p>").replace("</body>", f"<ol id=comments>{comments}</ol></body>")
    taking = rule(css="#comments", id="comments.x", kind="comments", allow=["mass"])
    article = Cleaner(RuleSet((taking,))).clean(Page(html=html))
    assert "I think so" not in article.text
    assert not article.notes


def test_the_least_trusted_rule_gives_way_first() -> None:
    trusted = replace(rule(1, css=".story .a"), trust=3)
    careless = rule(2, css=".story .b")
    story = "".join(f"<p class={'a' if n < 5 else 'b'}>{text}</p>" for n, text in enumerate(TEXTS))
    html = page("{}").replace("".join(TEXTS), story)
    article = Cleaner(RuleSet((trusted, careless))).clean(Page(html=html))
    assert {(note.rule, note.guard) for note in article.notes} == {("test/promo.x2", "budget")}
    assert {removal.rule for removal in article.removals if removal.rule} == {"test/promo.x1"}


def test_what_a_guard_gives_back_is_weighed_like_all_others() -> None:
    cookies = "".join(f"<p>We use cookies to remember choice number {n}, see our privacy policy.</p>" for n in range(3))
    html = page("<p>{}</p>").replace("</body>", f"<div class=cookies>{cookies}</div></body>")
    shield = rule(id="protect.x", kind="protect", do="protect", css=".cookies", **{"from": ["promo"]})
    given_back = Cleaner(RuleSet((rule(css=".cookies p"), shield))).clean(Page(html=html))
    without = Cleaner(RuleSet(())).clean(Page(html=html))
    assert given_back.text == without.text


@pytest.mark.parametrize(
    ("kind", "texts", "is_asked"), [("byline", 1, True), ("byline", 0, False), ("promo", 1, False)]
)
def test_a_rule_for_lines_that_takes_a_paragraph_is_asked(kind: str, texts: int, is_asked: bool) -> None:
    taking = rule(css=".meta", id=f"{kind}.x", kind=kind)
    name = taking.full_id
    taken = Block(0, TEXTS[0] if texts else "By the harbour desk", "p")
    trace = [Verdict(taken, False, "rule", name, kind)]
    trace += [Verdict(Block(number, text, "p"), True) for number, text in enumerate(TEXTS[1:], 1)]
    block_texts = [BlockText(verdict.block) for verdict in trace]
    assert is_suspect(trace, block_texts, {name: taking}) is is_asked


@pytest.mark.parametrize("name", ["comments", "comment-body", "comment-content", "comments-area"])
def test_an_article_in_a_box_for_comments_stays_though_the_vote_is_for_a_menu(name: str, bundled: Cleaner) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in SENTENCES)
    menu = "<header><nav><a href=/>Home</a> <a href=/n>News</a></nav></header>"
    made = f"{menu}<h1>Ferry back</h1><div class={name}>{paragraphs}</div><footer><p>Copyright Norrick</p></footer>"
    assert bundled.clean(Page(html=made)).text == "\n\n".join(SENTENCES)


def test_lines_that_no_sentence_stands_among_are_not_taken_for_a_section(bundled: Cleaner) -> None:
    minutes = ["Minutes of the council", "Present: Ilva Torrend", "Apologies: Nora Lind", "Minutes of May approved"]
    minutes += ["Three offers received", "Decision postponed to July", "Ferry fares unchanged", "Next meeting in July"]
    others = ["Most read", "Baker wins the cup", "Choir looks for basses", "Bridge closed for a week"]
    article = bundled.clean(Page(text="\n".join([*others, "", *minutes])))
    assert all(line in article.text for line in minutes)
    assert article.held_back == ("generic/related.section",)
