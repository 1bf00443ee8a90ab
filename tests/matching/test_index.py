"""Which phrases a block is led to: all that can hold for it, and few of the others."""

import marshal

import pytest

from cleaner.document.block import Block
from cleaner.errors import Fault
from cleaner.matching.index import PhraseIndex
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText


def rule(name: str = "related.x", **given: object) -> Rule:
    base = {"id": name, "kind": "related", "why": "a reason for the test", "pack": "p", "file": "sea.yaml", "line": 7}
    return checked(Rule, {**base, **given})


def index(*rules: Rule) -> PhraseIndex:
    made, faults = PhraseIndex(), list[Fault]()
    for one in rules:
        made.add(one, faults)
    assert faults == []
    return made


def recalled(made: PhraseIndex, *rules: Rule) -> PhraseIndex:
    return PhraseIndex.recalled(rules, marshal.loads(marshal.dumps(made.plain())))


def led_to(made: PhraseIndex, text: str) -> set[tuple[str, str]]:
    return {(entry.way, entry.phrase) for entry in made.candidates(BlockText(Block(0, text, "p")))}


@pytest.mark.parametrize(
    ("text", "block", "found"),
    [
        ({"is": ["Read more"]}, "READ MORE:", True),
        ({"is": ["Read more"]}, "Read more here", False),
        ({"starts": ["Read more"]}, "Read more here", True),
        ({"starts": ["Read more"]}, "Ferry: read more", False),
        ({"starts": ["Via"]}, "Via the harbour", True),
        ({"ends": ["Read more"]}, "Ferry: read more", True),
        ({"ends": ["Read more"]}, "Ferry: read more...", True),
        ({"ends": ["Read more"]}, "Read more of the ferry", False),
        ({"ends": ["ad"]}, "Ferry ad", True),
        ({"glued": ["Anzeige"]}, "AnzeigeDer Rat tagt.", True),
        ({"glued": ["Anzeige"]}, "Der Rat tagt.Anzeige", True),
        ({"glued": ["Anzeige"]}, "Der Rat tagt.", False),
        ({"has": ["follow us"]}, "You can follow us here", True),
        ({"has": ["follow us"]}, "You can ask us here", False),
        ({"has": ["渡轮"]}, "明天渡轮复航", True),
        ({"has": ["渡轮"]}, "明天复航", False),
        ({"has": ["(c)"]}, "Harbour (c) News", True),
        ({"has": ["(c)"]}, "Harbour News", False),
        ({"like": ["{n} comments"]}, "12 comments", True),
        ({"like": ["{n} comments"]}, "12 shares", False),
        # without a digit there is no number
        ({"like": ["{n} comments"]}, "No comments", False),
        ({"like": ["(photo|image) by {name}"]}, "Image by Nora Lind", True),
        ({"like": ["(photo|image) by {name}"]}, "Text by Nora Lind", False),
        ({"like": ["{email}"]}, "desk@harbour.example", True),
    ],
)
def test_what_leads_to_a_phrase(text: dict[str, list[str]], block: str, found: bool) -> None:
    made = index(rule(text=text))
    assert bool(led_to(made, block)) is found
    assert led_to(recalled(made, rule(text=text)), block) == led_to(made, block)


@pytest.mark.parametrize(
    ("given", "words", "found"),
    [
        ({"text": {"starts": ["Boat"]}}, 40, True),
        ({"text": {"starts": ["Boat"]}}, 41, False),
        ({"text": {"starts": ["Boat"]}, "block": {"words": "..10"}}, 10, True),
        ({"text": {"starts": ["Boat"]}, "block": {"words": "..10"}}, 11, False),
        ({"text": {"starts": ["Boat"]}, "block": {"words": "..90"}}, 90, True),
        ({"text": {"starts": ["Boat"]}, "block": {"words": "..90"}}, 91, False),
        ({"text": {"starts": ["Boat"]}, "do": "trim"}, 500, True),
        ({"text": {"ends": ["Boat"]}}, 17, True),
        ({"text": {"has": ["Boat"]}}, 40, True),
        ({"text": {"has": ["Boat"]}}, 41, False),
        ({"text": {"like": ["boat {rest}"]}}, 40, True),
        ({"text": {"like": ["boat {rest}"]}}, 41, False),
        ({"text": {"like": ["boat {rest}"]}, "do": "trim"}, 500, True),
        ({"text": {"like": ["boat [boat]"]}}, 2, True),
        ({"text": {"like": ["boat [boat]"]}}, 3, False),
    ],
)
def test_a_block_of_too_many_words_meets_no_phrase(given: dict[str, object], words: int, found: bool) -> None:
    assert bool(led_to(index(rule(**given)), " ".join(["boat"] * words))) is found


def test_a_whole_phrase_has_no_other_limit_than_its_rules_own() -> None:
    long = " ".join(["boat"] * 60)
    assert led_to(index(rule(text={"is": [long]})), long) == {("is", long)}
    assert led_to(index(rule(text={"is": [long]}, block={"words": "..40"})), long) == set()


def test_of_many_phrases_a_block_meets_those_that_it_could_say() -> None:
    rules = [
        rule(f"related.x{number}", text={"starts": [f"{number:02} piers"], "has": [f"quay{number}"]})
        for number in range(50)
    ]
    assert led_to(index(*rules), "17 piers beside quay23") == {("starts", "17 piers"), ("has", "quay23")}


def test_all_rules_with_one_phrase_are_found() -> None:
    made = index(rule("related.a", text={"is": ["Ferry"]}), rule("related.b", text={"is": ["FERRY"]}))
    found = made.candidates(BlockText(Block(0, "ferry")))
    assert [entry.rule.id for entry in found] == ["related.a", "related.b"]


def test_what_is_recalled_is_what_was_made() -> None:
    rules = (
        rule("related.a", text={"is": ["Ferry"], "starts": ["By"], "like": ["By {name} | {date}"]}),
        rule("related.b", text={"is": ["FERRY"], "like": ["{rest} (Photo: {name})"]}, do="trim"),
    )
    made = index(*rules)
    for text in ("ferry", "By Ann Lee | 5 May", "The ferry sails. (Photo: Ann Lee)"):
        block_text = BlockText(Block(0, text))
        assert recalled(made, *rules).candidates(block_text) == made.candidates(block_text) != []


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        ({"text": {"is": ["»»"]}}, "D04", "nothing is left"),
        ({"text": {"glued": ["Ad:"]}}, "D04", "capital form"),
        ({"text": {"like": ["{boat}"]}}, "F11", "boat"),
        ({"text": {"like": ["{n} comments"]}, "do": "trim"}, "F11", "takes whole blocks"),
    ],
)
def test_faults_name_the_rule_and_its_line(given: dict[str, object], code: str, message: str) -> None:
    faults: list[Fault] = []
    PhraseIndex().add(rule(**given), faults)
    (fault,) = faults
    assert (fault.file, fault.line, fault.code) == ("sea.yaml", 7, code)
    assert fault.message.startswith("related.x: ")
    assert message in fault.message


def test_one_bad_phrase_leaves_the_others() -> None:
    faults: list[Fault] = []
    made = PhraseIndex()
    made.add(rule(text={"is": ["»»", "Ferry"]}), faults)
    assert len(faults) == 1
    assert led_to(made, "Ferry") == {("is", "ferry")}
