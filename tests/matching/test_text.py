"""Phrases against blocks."""

import pytest

from cleaner.document.block import Block
from cleaner.errors import RuleError
from cleaner.matching.conditions import PageContext
from cleaner.matching.text import TextMatcher
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText


def rule(**given: object) -> Rule:
    return checked(Rule, {"id": "related.x", "kind": "related", "why": "a reason for the test", **given})


def matched(a_rule: Rule, text: str, **block: object) -> bool:
    block_texts = [BlockText(Block(0, text, **block))]  # type: ignore[arg-type]
    return bool(list(TextMatcher([a_rule]).find(block_texts, PageContext())))


@pytest.mark.parametrize(
    ("text", "block", "wanted"),
    [
        ({"is": ["Related articles"]}, "» RELATED ARTICLES:", True),
        ({"is": ["Related articles"]}, "Related articles of clothing", False),
        ({"starts": ["Dela"]}, "Dela: artikeln", True),
        ({"starts": ["Dela"]}, "Delaware votes", False),
        ({"starts": ["اقرأ أيضا"]}, "اقرأ أيضاً: رابط", True),
        ({"starts": ["İlgili haber"]}, "ILGILI HABER: Yangın", True),
        ({"starts": ["Πηγή:"]}, "ΠΗΓΗ: ΑΠΕ", True),
        ({"is": ["Διαφήμιση"]}, "ΔΙΑΦΗΜΙΣΗ", True),
        ({"is": ["Citește și"]}, "CITEŞTE ŞI:", True),
        ({"starts": ["शेयर"]}, "शेयर करें", True),
        ({"starts": ["शेयर"]}, "शेयरों में गिरावट", False),
        ({"starts": ["相关阅读："]}, "相关阅读: 央行宣布降息", True),
        ({"ends": ["Read more"]}, "The whole story. Read more »", True),
        ({"ends": ["Read more"]}, "You should read more often", False),
        ({"like": ["{n} shares"]}, "14 shares", True),
        ({"glued": ["Advertisement"]}, "AdvertisementThe council met.", True),
        ({"glued": ["Advertisement"]}, "» ADVERTISEMENTThe council met.", True),
        ({"glued": ["Advertisement"]}, "Advertisement“Never again,” she said.", True),
        ({"glued": ["Advertisement"]}, "AdvertisementA council that never met.", True),
        ({"glued": ["Publicidad"]}, "Publicidad¿Quién lo dijo?", True),
        ({"glued": ["Publicité"]}, "PublicitéL’été est là.", True),
        ({"glued": ["Реклама"]}, "РекламаСовет собрался.", True),
        ({"glued": ["Anzeige"]}, "Der Rat tagt am Montag.Anzeige", True),
        ({"glued": ["Anzeige"]}, "„Der Rat tagt am Montag.“ANZEIGE", True),
        ({"glued": ["Advertisement"]}, "Advertisement spending fell.", False),
        ({"glued": ["Advertisement"]}, "Advertisement Spending Fell.", False),
        ({"glued": ["Advertisement"]}, "Advertisements fell.", False),
        ({"glued": ["Advertisement"]}, "AdvertisementS", False),
        ({"glued": ["Advertisement"]}, "ADVERTISEMENTS FELL.", False),
        ({"glued": ["Advertisement"]}, "Advertisement", False),
        ({"glued": ["Anzeige"]}, "Sie erstattete Anzeige", False),
        ({"glued": ["Werbung"]}, "Es war reine TV-Werbung", False),
        ({"glued": ["Werbung"]}, "Sie finden uns auf www.werbung", False),
    ],
)
def test_phrases(text: dict[str, list[str]], block: str, wanted: bool) -> None:
    assert matched(rule(text=text), block) is wanted


def test_long_prose_is_left_alone_unless_it_is_the_phrase() -> None:
    prose = "Read more: " + "the harbour office said on Monday that the ferry sails again. " * 6
    assert not matched(rule(text={"starts": ["Read more:"]}), prose)
    assert matched(rule(text={"is": [prose]}), prose)


def test_patterns_do_not_speak_for_quotations() -> None:
    follow = rule(text={"has": ["follow us"]}, needs={"has": ["twitter"]})
    assert matched(follow, "You can follow us on Twitter", tag="p")
    assert not matched(follow, "You can follow us on Twitter", tag="blockquote")


def test_needs_and_exceptions() -> None:
    a_rule = rule(text={"starts": ["Follow"]}, needs={"has": ["twitter"]}, **{"except": [{"text": {"has": ["said"]}}]})
    assert matched(a_rule, "Follow her on Twitter")
    assert not matched(a_rule, "Follow her home")
    assert not matched(a_rule, "Follow the money, Twitter said")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Read moreRead moreThe council met.", [(0, 18)]),
        ("Read moreThe council met.Read more", [(0, 9), (25, 34)]),
        ("The council met... Read more", []),
        ("Read moreThe council met.Anzeige", [(0, 9), (25, 32)]),
    ],
)
def test_a_trim_takes_glued_labels_at_both_edges(text: str, spans: list[tuple[int, int]]) -> None:
    trim = rule(text={"glued": ["Anzeige", "Read more"]}, do="trim")
    found = list(TextMatcher([trim]).find([BlockText(Block(0, text))], PageContext()))
    assert [span[1:] for match in found for span in match.spans] == spans


@pytest.mark.parametrize("label", ["広告", "إعلان", "Read more:", "[Ad]"])
def test_only_letters_with_capitals_are_glued(label: str) -> None:
    with pytest.raises(RuleError, match="capital form"):
        TextMatcher([rule(text={"glued": [label]})])


def test_a_phrase_of_which_nothing_is_left_is_an_error() -> None:
    with pytest.raises(RuleError, match="nothing is left"):
        TextMatcher([rule(text={"is": ["»»"]})])
