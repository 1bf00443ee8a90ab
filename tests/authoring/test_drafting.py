"""A candidate as a rule: its pack, its keys, and the examples that prove it."""

from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.candidates import Candidate
from cleaner.authoring.drafting import draft
from cleaner.authoring.scene import Scene, Wish
from cleaner.authoring.testing import check_rule
from cleaner.document.block import Ancestor, Block
from cleaner.document.page import Page
from cleaner.rules import RuleSet
from cleaner.rules.canonical import write_pack
from cleaner.rules.load import load_text
from tests.authoring.small_packs import rules

TEXT = "Visit the harbour fair"
PHRASE = Candidate("", {"text": {"is": [TEXT]}}, TEXT)
START = Candidate("", {"text": {"starts": ["Visit"]}, "block": {"words": "..14", "sentences": "..3"}}, "Visit")
TAIL = Candidate("", {"where": {"position": "tail"}, "text": {"is": [TEXT]}}, TEXT)
BOX = Candidate("", {"css": ".fair-strip"}, "fair-strip", "div")
GLUED = Candidate("", {"text": {"glued": ["Harbour offers"]}, "do": "trim"}, "Harbour offers")
PROSE = "The council met on Monday and agreed to mend the bridge over the narrows before the winter came."
AROUND = (Ancestor(1, "div", "", ("letter-box",)), Ancestor(2, "p", "", ("fair-strip",)))


def scene(text: str = TEXT, ruled: RuleSet | None = None, **known: Any) -> Scene:
    wish = Wish(text, **{name: known.pop(name) for name in list(known) if name in Wish.__dataclass_fields__})
    return Scene(wish, ruled or RuleSet(), known.pop("block", Block(0, text, "p", AROUND)), **known)


@pytest.mark.parametrize(
    ("candidate", "known", "pack", "where"),
    [
        (PHRASE, {"host": "a.example"}, "a.example", {"hosts": ["a.example"]}),
        (PHRASE, {"host": "a.example", "pack": "mine"}, "mine", {"hosts": ["a.example"]}),
        (PHRASE, {"host": "a.example", "everywhere": True}, "generic", None),
        (PHRASE, {}, "generic", None),
        (PHRASE, {"pack": "mine"}, "mine", None),
        (TAIL, {"host": "a.example"}, "a.example", {"hosts": ["a.example"], "position": "tail"}),
        (TAIL, {}, "generic", {"position": "tail"}),
        (BOX, {"platform": "tideway"}, "tideway", {"platform": ["tideway"]}),
        (PHRASE, {"platform": "tideway"}, "generic", None),  # words are the site's, markup is the platform's
        (BOX, {"platform": "tideway", "host": "a.example"}, "a.example", {"hosts": ["a.example"]}),
        (BOX, {"platform": "tideway", "host": "a.example", "everywhere": True}, "tideway", {"platform": ["tideway"]}),
    ],
)
def test_home(candidate: Candidate, known: dict[str, Any], pack: str, where: dict[str, Any] | None) -> None:
    made, keys = draft(candidate, scene(**known))
    assert (made, keys.get("where")) == (pack, where)


KNOWN = rules("id: newsletter.one, kind: newsletter, css: .letter-box")


@pytest.mark.parametrize(
    ("candidate", "known", "wanted"),
    [
        (PHRASE, {}, {"id": "promo.visit-the-harbour-fair", "kind": "promo"}),
        (BOX, {}, {"id": "promo.fair-strip-box", "kind": "promo"}),
        (PHRASE, {"ruled": KNOWN}, {"id": "newsletter.visit-the-harbour-fair", "kind": "newsletter"}),
        (
            PHRASE,
            {"kind": "ui", "id": "ui.fair", "why": "A button of the fair."},
            {"id": "ui.fair", "kind": "ui", "why": "A button of the fair."},
        ),
        (PHRASE, {"kind": "ui"}, {"why": "Labels a button or field of the page."}),
        (PHRASE, {"kind": "protect"}, {"why": "It is not part of the article."}),
        (
            PHRASE,
            {"ruled": rules("id: promo.visit-the-harbour-fair, css: .x")},
            {"id": "promo.visit-the-harbour-fair-2"},
        ),
    ],
    ids=[
        "a phrase",
        "a box",
        "a kind that its box tells",
        "all given",
        "a kind given",
        "no kind of text",
        "a taken id",
    ],
)
def test_name_and_reason(candidate: Candidate, known: dict[str, Any], wanted: dict[str, str]) -> None:
    _, keys = draft(candidate, scene(**known))
    assert {name: keys[name] for name in wanted} == wanted
    assert [*keys][:3] == ["id", "kind", "why"]
    assert candidate.keys.items() <= keys.items()


@pytest.mark.parametrize(
    ("candidate", "known", "remove", "keep"),
    [
        (
            PHRASE,
            {"language": "de"},
            [TEXT],
            [
                "Visit the harbour fair stand auf dem Zettel, und niemand wusste, von wem er war.",
                "Auf dem Zettel stand „Visit the harbour fair“, und sie hob ihn auf.",
            ],
        ),
        (
            BOX,
            {},
            ['<div class="fair-strip"><p>Visit the harbour fair</p></div>'],
            None,
        ),
        (
            GLUED,
            {"text": "Harbour offers", "block": Block(0, f"Harbour offers{PROSE}", "p")},
            [f"Harbour offers{PROSE} => {PROSE}"],
            None,
        ),
    ],
    ids=["a phrase", "a box", "a trim"],
)
def test_examples(candidate: Candidate, known: dict[str, Any], remove: list[str], keep: list[str] | None) -> None:
    pack, keys = draft(candidate, scene(**known))
    assert keys["examples"]["remove"] == remove
    assert 1 <= len(keys["examples"]["keep"]) <= 2
    if keep:
        assert set(keep) & set(keys["examples"]["keep"])
    faults: list[Any] = []
    (rule,) = load_text(write_pack(pack, [keys]), "draft", faults, trust=4).rules
    assert faults == []
    assert [one.result for one in check_rule(rule)] == ["ok"] * (1 + len(keys["examples"]["keep"]))


NEAR = "Visit the harbour and see the fair, the mayor said on Monday."


@pytest.mark.parametrize(("candidate", "holds"), [(PHRASE, True), (START, False)], ids=["as a whole", "by its start"])
def test_a_sentence_of_the_page_is_a_keep_example_if_the_rule_leaves_it(candidate: Candidate, holds: bool) -> None:
    html = f"<article><p>{PROSE}</p><p>{NEAR}</p><p>{TEXT}</p><p>{PROSE} Again.</p></article>"
    article = Cleaner(RuleSet()).clean(Page(html=html))
    block = next(one.block for one in article.trace if one.block.text == TEXT)
    _, keys = draft(candidate, scene(block=block, article=article))
    assert (NEAR in keys["examples"]["keep"]) is holds
    assert keys["examples"]["keep"]
