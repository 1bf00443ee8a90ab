"""What narrows a rule: pages by host, path, language, platform and content; a block's limits, signs and exceptions."""

from dataclasses import replace

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.errors import Fault
from cleaner.matching.conditions import Narrowing, PageContext, Suited, compile_narrowing, is_inside, names_host
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.rules.schema import NOWHERE_SPECIAL, Where
from cleaner.text.block_text import BlockText

URL = "https://www.harbour.example/sea/ferry.html?page=2"


def rule(name: str = "related.x", **given: object) -> Rule:
    base = {"id": name, "kind": "related", "why": "a reason for the test", "text": {"starts": ["Read"]}, "pack": "p"}
    return checked(Rule, {**base, **given})


@pytest.mark.parametrize(
    ("pattern", "host", "named"),
    [
        ("harbour.example", "harbour.example", True),
        ("harbour.example", "www.harbour.example", True),
        ("harbour.example", "sea.www.harbour.example", True),
        ("harbour.example", "oldharbour.example", False),
        ("harbour.example", "harbour.example.org", False),
        ("Harbour.Example", "harbour.example", True),
        ("www.harbour.example", "harbour.example", False),
        ("=harbour.example", "harbour.example", True),
        ("=harbour.example", "www.harbour.example", False),
        ("harbour.*", "harbour.example", True),
        ("harbour.*", "www.harbour.co.example", True),
        ("harbour.*", "oldharbour.example", False),
        ("harbour.*", "harbours.example", False),
        ("harbour.example", "", False),
        ("harbour.*", "", False),
    ],
)
def test_names_host(pattern: str, host: str, named: bool) -> None:
    assert names_host([pattern], host) is named
    assert names_host(["other.example", pattern], host) is named


def test_no_pattern_names_no_host() -> None:
    assert not names_host([], "harbour.example")


@pytest.mark.parametrize(
    ("where", "page", "suits"),
    [
        ({}, {}, True),
        ({"hosts": "harbour.example"}, {"url": URL}, True),
        ({"hosts": "harbour.example"}, {"url": "https://HARBOUR.example/"}, True),
        ({"hosts": "other.example"}, {"url": URL}, False),
        ({"hosts": ["other.example", "harbour.example"]}, {"url": URL}, True),
        ({"hosts": "harbour.example"}, {}, False),
        ({"not_hosts": "harbour.example"}, {"url": URL}, False),
        ({"not_hosts": "other.example"}, {"url": URL}, True),
        ({"not_hosts": "harbour.example"}, {}, True),
        ({"hosts": "harbour.example", "not_hosts": "www.harbour.example"}, {"url": URL}, False),
        ({"paths": "/sea/*"}, {"url": URL}, True),
        ({"paths": "*.html"}, {"url": URL}, True),
        ({"paths": "/sea"}, {"url": URL}, False),
        ({"paths": "*page*"}, {"url": URL}, False),
        ({"paths": ["/land/*", "/sea/*"]}, {"url": URL}, True),
        ({"paths": "/Sea/*"}, {"url": URL}, False),
        ({"paths": "/sea/*"}, {}, False),
        ({"langs": "en"}, {"language": "en"}, True),
        ({"langs": "en"}, {"language": "en-GB"}, True),
        ({"langs": "EN-us"}, {"language": "en"}, True),
        ({"langs": ["de", "en"]}, {"language": "EN"}, True),
        ({"langs": "de"}, {"language": "en"}, False),
        ({"langs": "de"}, {"language": "den"}, False),
        # a page of unknown language matches
        ({"langs": "de"}, {}, True),
        ({"langs": "de"}, {"language": ""}, True),
        ({"platform": "shipyard"}, {"platforms": frozenset({"shipyard"})}, True),
        ({"platform": "shipyard"}, {}, False),
        ({"platform": ["dock", "shipyard"]}, {"platforms": frozenset({"shipyard"})}, True),
        ({"page": ".ferry"}, {"holds": lambda selector: selector == ".ferry"}, True),
        ({"page": ".ramp"}, {"holds": lambda selector: selector == ".ferry"}, False),
        ({"page": ".ferry"}, {}, False),
        # positions are judged elsewhere
        ({"position": "tail"}, {}, True),
        ({"hosts": "harbour.example", "langs": "en"}, {"url": URL, "language": "en"}, True),
        ({"hosts": "harbour.example", "langs": "en"}, {"url": URL, "language": "de"}, False),
    ],
)
def test_pages(where: dict[str, object], page: dict[str, object], suits: bool) -> None:
    context = PageContext(**page)  # type: ignore[arg-type]
    assert context.suits(checked(Where, where)) is suits
    suited = Suited(context)
    for _ in range(2):
        assert (rule(where=where) in suited, rule("related.y") in suited) == (suits, True)


def test_a_rule_for_all_pages_suits_all() -> None:
    assert PageContext().suits(NOWHERE_SPECIAL)


@pytest.mark.parametrize(
    ("url", "host"),
    [(URL, "www.harbour.example"), ("https://HARBOUR.example:8080/", "harbour.example"), (None, ""), ("ferry", "")],
)
def test_host(url: str | None, host: str) -> None:
    assert PageContext(url).host == host


def exception(**given: object) -> dict[str, object]:
    return {"except": [given]}


@pytest.mark.parametrize(
    ("given", "text", "whole", "admitted"),
    [
        ({}, "Read more", False, True),
        ({}, "Read " * 41, False, False),
        ({}, "Read " * 41, True, True),
        ({}, "One. Two. Three. Four.", False, False),
        ({"block": {"words": 2}}, "Read more", True, True),
        ({"block": {"words": 2}}, "Read more here", True, False),
        ({"needs": {"has": ["ferry"]}}, "Read of the ferry", False, True),
        ({"needs": {"has": ["ferry"]}}, "Read of the ramp", False, False),
        ({"needs": {"has": ["ferry", "ramp"]}}, "Read of the ramp", False, True),
        ({"needs": {"has": ["ferry"]}}, "Read of the ramp", True, False),
        (exception(text={"has": ["ferry"]}), "Read of the ferry", False, False),
        (exception(text={"has": ["ferry"]}), "Read of the ramp", False, True),
        (exception(hosts="harbour.example"), "Read more", False, False),
        (exception(hosts="other.example"), "Read more", False, True),
        # all that one exception lists must hold; any of several will do
        (exception(hosts="harbour.example", text={"has": ["ferry"]}), "Read of the ramp", False, True),
        (exception(hosts="harbour.example", text={"has": ["ferry"]}), "Read of the ferry", False, False),
        ({"except": [{"hosts": "other.example"}, {"text": {"has": ["ramp"]}}]}, "Read of the ramp", False, False),
        # elements' exceptions are judged where elements are known
        (exception(css=".ferry"), "Read more", False, True),
    ],
)
def test_blocks(given: dict[str, object], text: str, whole: bool, admitted: bool) -> None:
    block_text = BlockText(Block(0, text.strip(), "p"))
    assert Narrowing(rule(**given)).admits(block_text, whole=whole, context=PageContext(URL)) is admitted


def test_what_does_not_compile_is_a_fault_and_the_others_are_made() -> None:
    bad = rule("related.bad", needs={"is": ["»»"]}, file="sea.yaml", line=7)
    worse = rule("related.worse", **exception(text={"like": ["{boat}"]}), file="sea.yaml", line=9)
    faults: list[Fault] = []
    made = compile_narrowing([bad, rule(), worse], faults)
    assert list(made) == ["p/related.x"]
    assert [(fault.file, fault.line, fault.code) for fault in faults] == [
        ("sea.yaml", 7, "F11"),
        ("sea.yaml", 9, "F11"),
    ]
    assert [fault.message.partition(":")[0] for fault in faults] == ["related.bad", "related.worse"]


@pytest.mark.parametrize("selector", ["a:hover", "", "p["])
def test_a_page_that_no_selector_can_ask_for(selector: str) -> None:
    faults: list[Fault] = []
    bad = replace(rule(where={"page": selector}), file="sea.yaml", line=7)
    assert compile_narrowing([bad], faults) == {}
    assert [(fault.file, fault.line, fault.code) for fault in faults] == [("sea.yaml", 7, "F10")]
    assert faults[0].message.startswith(f"related.x: {selector!r}")


@pytest.mark.parametrize(
    ("tag", "around", "inside"),
    [
        ("blockquote", (), True),
        ("p", ("blockquote", "p"), True),
        ("p", ("blockquote", "div", "div", "div", "div", "p"), True),
        ("p", ("div", "p"), False),
        ("p", (), False),
    ],
)
def test_is_inside(tag: str, around: tuple[str, ...], inside: bool) -> None:
    ancestors = tuple(Ancestor(number, name) for number, name in enumerate(around))
    assert is_inside(Block(0, "Ferry", tag, ancestors), "blockquote") is inside
