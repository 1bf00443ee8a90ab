"""`new`: from a text that should go to the narrowest rule that works, or to the reasons why none does."""

from pathlib import Path
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.lint import lint
from cleaner.authoring.propose import propose
from cleaner.authoring.saving import save
from cleaner.authoring.scene import Wish
from cleaner.authoring.testing import check_rule
from cleaner.document.page import Page
from cleaner.rules import RuleSet, bundled_rules, load_rules
from tests.authoring.small_packs import rules
from tests.authoring.small_pages import FOREIGN, PROSE, html, page

LINE = f'<p class="harbour-strip">{FOREIGN}</p>'
PAGE = page(LINE)
NONE = RuleSet()
TWO = page(f'<div class="harbour-strip"><p>{FOREIGN}</p><p>Visit the fair.</p></div>')


@pytest.mark.parametrize(
    ("wish", "pack", "keys"),
    [
        (Wish(FOREIGN, PAGE), "ferry.example", {"text": {"is": [FOREIGN]}, "where": {"hosts": ["ferry.example"]}}),
        (Wish(FOREIGN, PAGE, everywhere=True), "generic", {"text": {"is": [FOREIGN]}}),
        (
            Wish(FOREIGN, PAGE, everywhere=True, how="selector", kind="promo"),
            "generic",
            {"css": ".harbour-strip", "kind": "promo"},
        ),
        (
            Wish("Visit the fair.", TWO, how="selector", everywhere=True),
            "generic",
            {"css": ".harbour-strip"},  # who asks for a selector may take the rest of its box
        ),
        (
            Wish("Ferry alert: what the captain said", kind="related", id="related.ferry-alert"),
            "generic",
            {"text": {"starts": ["Ferry alert:"]}, "id": "related.ferry-alert", "kind": "related"},
        ),
        (
            Wish("Harbour offers", Page(html=html(f"<p>Harbour offers{PROSE[0]}</p>"))),
            "generic",
            {"text": {"glued": ["Harbour offers"]}, "do": "trim"},
        ),
        (
            # of a kind that stays by default: it acts where that is dropped by name
            Wish(FOREIGN, PAGE, everywhere=True, how="selector", kind="standfirst"),
            "generic",
            {"css": ".harbour-strip", "kind": "standfirst"},
        ),
    ],
    ids=[
        "for the site",
        "for all sites",
        "a selector",
        "a selector of a box",
        "from a text alone",
        "a label",
        "a part",
    ],
)
def test_the_narrowest_rule(wish: Wish, pack: str, keys: dict[str, Any]) -> None:
    found = propose(wish, NONE)
    assert found.pack == pack
    assert {name: found.keys[name] for name in keys} == keys
    assert ("where" in found.keys) == ("where" in keys)
    assert found.keys["examples"]["keep"]
    assert {one.result for one in check_rule(found.rule)} == {"ok"}
    assert f"id: {found.rule.id}" in found.yaml


def test_the_example_of_a_label() -> None:
    found = propose(Wish("Harbour offers", Page(html=html(f"<p>Harbour offers{PROSE[0]}</p>"))), NONE)
    assert found.keys["examples"]["remove"] == [f"Harbour offers{PROSE[0]} => {PROSE[0]}"]


def test_beside_all_rules_and_saved_it_makes_the_text_go(tmp_path: Path) -> None:
    found = propose(Wish(FOREIGN, PAGE))
    path = tmp_path / "rules" / "ferry.yaml"
    save(found, path)
    assert [one for one in lint(path) if one.severity == "error"] == []
    assert FOREIGN not in Cleaner(bundled_rules() + load_rules(path)).clean(PAGE).text


def test_what_it_takes_of_the_page_is_told() -> None:
    found = propose(Wish(FOREIGN, page(LINE, LINE.replace("harbour-strip", "harbour-other"))), NONE)
    assert found.loss is not None
    assert (found.loss.rule, found.loss.taken) == (found.rule.full_id, 26)
    assert found.signs == ()


SENTENCE = "Read more slowly and you remember more, according to a study of four hundred pupils published on Tuesday."


@pytest.mark.parametrize(
    ("wish", "ruled", "message"),
    [
        (Wish(SENTENCE), NONE, "clean prose"),
        (Wish("Leave a Reply", page("<p>Leave a Reply</p>")), rules("text: {is: [Leave a Reply]}"), "goes already"),
        (Wish("No such words", PAGE), NONE, "no block that holds"),
        (Wish(" ► ", PAGE), NONE, "at least one letter"),
        (Wish("Visit the fair", page("<p>Visit the fair</p>"), how="selector"), NONE, ": it says too little$"),
        (Wish(PROSE[0], page(), how="selector"), NONE, ": it says too little$"),
    ],
    ids=["prose", "gone", "not there", "nothing", "no selector", "no selector for prose"],
)
def test_no_rule_works(wish: Wish, ruled: RuleSet, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        propose(wish, ruled)


TIDE = "<p class='tide-note'><b>Photo: the tide</b></p>"
BOAT = "<p class='boat-note'><b>Photo: the boat</b></p>"


@pytest.mark.parametrize(
    ("extra", "keys", "rejected"),
    [
        (TIDE, {"text": {"starts": ["Photo:"]}}, []),
        (
            TIDE + BOAT,
            {"css": ".tide-note"},
            [('starts with "Photo:"', "it takes more of the page: 'Photo: the boat'")],
        ),
    ],
    ids=["the narrowest works", "it takes another line"],
)
def test_narrower_rules_that_do_not_work(extra: str, keys: dict[str, Any], rejected: list[tuple[str, str]]) -> None:
    found = propose(Wish("Photo: the tide", page(extra)), NONE)
    assert keys.items() <= found.keys.items()
    assert list(found.rejected) == rejected


def test_why_none_works_is_told_of_each() -> None:
    with pytest.raises(ValueError, match="no rule works for") as error:
        propose(Wish(PROSE[3], page()), NONE)
    assert str(error.value) == (
        f"no rule works for {PROSE[3]!r}: "
        'starts with "The council met on day": stopped: '
        "rules took more than 30 % of what would be the article without them"
    )
