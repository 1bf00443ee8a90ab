"""The four ways to match side by side: each finds its own, and retired rules find nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.document.block import Block
from cleaner.errors import RuleError
from cleaner.html.snapshot import take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.match import Match
from cleaner.matching.matchers import Matchers
from cleaner.rules import Rule, RuleSet
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText

HOSTS = {"where": {"hosts": ["a.example"]}}
CONTEXT = PageContext("https://a.example/x")
LINES = ("The ferry sails.", "Read more", "Share", "The ferry sails.", "14:05")


def rule(name: str, **given: object) -> Rule:
    base = {"id": name, "kind": name.partition(".")[0], "why": "a reason for the test", "pack": "p", "file": "p.yaml"}
    return checked(Rule, {**base, **given})


CSS = rule("share.css", css=".share")
TEXT = rule("related.text", text={"is": ["Read more"]})
SHAPE = rule("dateline.shape", shape=True, block={"digits": 4, "words": 1}, **HOSTS)
REPEAT = rule("ui.repeat", repeat={})
ALL = (CSS, TEXT, SHAPE, REPEAT)


def block_texts() -> list[BlockText]:
    return [BlockText(Block(number, line, "p")) for number, line in enumerate(LINES)]


def said(matches: object) -> list[tuple[str, int, int]]:
    assert isinstance(matches, list)
    return [(match.rule.id, match.first, match.last) for match in matches]


def found(matchers: Matchers, context: PageContext) -> tuple[list[Match], list[Match], list[Match]]:
    page = "".join(f"<p class={line.lower().split()[0]}>{line}</p>" for line in LINES)
    elements = [one.match for one in matchers.find_elements(take_snapshot(page), context)]
    blocks = matchers.find_blocks(block_texts(), context)
    return elements, blocks, list(matchers.find_repeats(block_texts(), frozenset(range(len(LINES))), context))


@pytest.mark.parametrize(
    ("rules", "context", "elements", "blocks", "repeats"),
    [
        ((), CONTEXT, [], [], []),
        ((CSS,), CONTEXT, [("share.css", 2, 3)], [], []),
        ((TEXT,), CONTEXT, [], [("related.text", 1, 2)], []),
        ((SHAPE,), CONTEXT, [], [("dateline.shape", 4, 5)], []),
        ((REPEAT,), CONTEXT, [], [], [("ui.repeat", 3, 4)]),
        (
            ALL,
            CONTEXT,
            [("share.css", 2, 3)],
            [("related.text", 1, 2), ("dateline.shape", 4, 5)],
            [("ui.repeat", 3, 4)],
        ),
        (ALL, PageContext(None), [("share.css", 2, 3)], [("related.text", 1, 2)], [("ui.repeat", 3, 4)]),
        (tuple(replace(one, status="retired") for one in ALL), CONTEXT, [], [], []),
        ((replace(TEXT, status="draft"),), CONTEXT, [], [("related.text", 1, 2)], []),
    ],
    ids=["none", "css", "text", "shape", "repeat", "all", "elsewhere", "retired", "draft"],
)
def test_each_finds_its_own(
    rules: tuple[Rule, ...], context: PageContext, elements: object, blocks: object, repeats: object
) -> None:
    assert tuple(map(said, found(Matchers(RuleSet(rules)), context))) == (elements, blocks, repeats)


@pytest.mark.parametrize(
    ("unasked", "elements", "blocks", "repeats"),
    [
        ({"share"}, [], [("related.text", 1, 2), ("dateline.shape", 4, 5)], [("ui.repeat", 3, 4)]),
        ({"related", "ui"}, [("share.css", 2, 3)], [("dateline.shape", 4, 5)], []),
        ({"dateline"}, [("share.css", 2, 3)], [("related.text", 1, 2)], [("ui.repeat", 3, 4)]),
    ],
    ids=["one for all pages", "two", "one of a host"],
)
def test_rules_of_unasked_kinds_find_nothing(
    unasked: set[str], elements: object, blocks: object, repeats: object
) -> None:
    assert tuple(map(said, found(Matchers(RuleSet(ALL), unasked), CONTEXT))) == (elements, blocks, repeats)


def test_what_is_unasked_is_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    rules = RuleSet(ALL, key="of these rules")
    for _ in range(2):
        assert said(found(Matchers(rules, {"share"}), CONTEXT)[0]) == []
        assert said(found(Matchers(rules), CONTEXT)[0]) == [("share.css", 2, 3)]
    assert len(list(tmp_path.rglob("*.compiled"))) == 2


def test_a_page_without_elements() -> None:
    assert Matchers(RuleSet(ALL)).find_elements(take_snapshot(""), CONTEXT) == []


@pytest.mark.parametrize(
    "wrong",
    [{"css": "p >"}, {"css": "p::before"}, {"text": {"like": ["(a|b"]}}, {"text": {"is": ["»»"]}}],
    ids=["a selector", "one outside the language", "a pattern", "no phrase"],
)
def test_rules_that_cannot_be_compiled(wrong: dict[str, object]) -> None:
    with pytest.raises(RuleError, match=r"p\.yaml.*share\.x"):
        Matchers(RuleSet((rule("share.x", **wrong),)))
    with pytest.raises(RuleError, match=r"p\.yaml.*share\.x"):  # also if nobody asks for it yet
        Matchers(RuleSet((rule("share.x", **wrong),)), {"share"})
    assert Matchers(RuleSet((rule("share.x", status="retired", **wrong),)))


@pytest.mark.parametrize("key", ["", "of these rules"])
def test_for_rules_with_a_key_what_is_compiled_is_kept(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    rules = RuleSet(ALL, {"dock": (".dock",)}, key=key)
    first = found(Matchers(rules), CONTEXT)
    entries = list(tmp_path.rglob("*.compiled"))
    assert len(entries) == len([key] if key else [])
    written = [path.stat().st_ino for path in entries]
    assert found(Matchers(rules), CONTEXT) == first
    assert [path.stat().st_ino for path in entries] == written


def test_what_cannot_be_compiled_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for rules in (RuleSet((rule("share.x", css="p >"),), key="x"), RuleSet(ALL, {"dock": ("p >",)}, key="y")):
        for _ in range(2):
            with pytest.raises(RuleError):
                Matchers(rules)
    assert not list(tmp_path.rglob("*.compiled"))
