"""Elements by selector, where a rule climbs to, and the blocks and parts of blocks that it covers."""

import marshal
from dataclasses import replace

import pytest

from cleaner.errors import RuleError
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher, matches
from cleaner.rules import Rule
from cleaner.rules.annotations import checked

PAGE = """<body><main class="story wide" data-id="7"><h1 id="top">Ferry sails</h1>
<p>The crew asked <a class="x-link" href="/pier">where the pier is</a> and sailed.</p>
<div class="box"><section class="card-a"><p>Ramp torn</p></section></div>
<div class="box"><p>Storm near</p><p>Pier shut</p></div><div class="ad"></div></main>
<div class="wrap"><div class="only"><ul class="list"><li>Sheep</li></ul></div></div></body>"""
# blocks: 0 headline, 1 crew, 2 ramp, 3 storm, 4 pier, 5 sheep


def rule(css: str | list[str], name: str = "related.x", **given: object) -> Rule:
    base = {"id": name, "kind": "related", "css": css, "why": "a reason for the test", "pack": "p"}
    return checked(Rule, {**base, **given})


def found(*rules: Rule, html: str = PAGE, context: PageContext | None = None) -> list[tuple[str, int, int]]:
    snapshot = take_snapshot(html)
    assert snapshot.element_index is not None
    made = CssMatcher(rules)
    both = (made, CssMatcher(rules, marshal.loads(marshal.dumps(made.plain()))))
    first, again = (
        list(matcher.find(snapshot.element_index, snapshot.layout, context or PageContext())) for matcher in both
    )
    assert again == first
    return sorted((one.element.tag, one.match.first, one.match.last) for one in first)


@pytest.mark.parametrize(
    ("css", "elements"),
    [
        ("h1", [("h1", 0, 1)]),
        ("#top", [("h1", 0, 1)]),
        (".box", [("div", 2, 3), ("div", 3, 5)]),
        (".story.wide", [("main", 0, 5)]),
        ("[data-id]", [("main", 0, 5)]),
        ('[data-id="7"]', [("main", 0, 5)]),
        ('[data-id="8"]', []),
        (".box > p", [("p", 3, 4), ("p", 4, 5)]),
        ("main p", [("p", 1, 2), ("p", 2, 3), ("p", 3, 4), ("p", 4, 5)]),
        (".card*", [("section", 2, 3)]),
        ("li, h1", [("h1", 0, 1), ("li", 5, 6)]),
        (["li", "h1"], [("h1", 0, 1), ("li", 5, 6)]),
        # an element that two selectors find counts once
        ("#top, h1", [("h1", 0, 1)]),
        # an element without text counts as well
        (".ad", [("div", 5, 5)]),
        (".card", []),
        ("footer", []),
    ],
)
def test_elements(css: str | list[str], elements: list[tuple[str, int, int]]) -> None:
    assert found(rule(css)) == elements


@pytest.mark.parametrize(
    ("html", "css", "first", "last", "spans"),
    [
        (PAGE, ".x-link", 1, 1, [(1, "where the pier is")]),
        ("<p><b>Photo: Lind</b> The ferry sails.</p>", "b", 0, 0, [(0, "Photo: Lind")]),
        ("<p>The ferry sails. <b>Photo: Lind</b></p>", "b", 0, 0, [(0, "Photo: Lind")]),
        ("<p>The <b>ferry</b>man sails.</p>", "b", 0, 0, [(0, "ferry")]),
        ("<p><b>Photo: Lind</b></p>", "b", 0, 1, []),
        ("<p>Ferry</p><p>Ramp</p>", "body", 0, 2, []),
        # an inline element around blocks takes what of it is left as well
        ("<p>One</p>see <span>the<p>Two</p>end</span> here", "span", 2, 3, [(1, "the"), (3, "end")]),
    ],
)
def test_parts_of_blocks(html: str, css: str, first: int, last: int, spans: list[tuple[int, str]]) -> None:
    snapshot = take_snapshot(f"<body>{html}</body>")
    assert snapshot.element_index is not None
    (one,) = CssMatcher([rule(css)]).find(snapshot.element_index, snapshot.layout, PageContext())
    parts = [(number, snapshot.layout.blocks[number].text[start:end].strip()) for number, start, end in one.match.spans]
    assert parts == spans
    assert list(range(one.match.first, one.match.last)) == list(range(first, last))


@pytest.mark.parametrize(
    ("climb", "element"),
    [
        (None, ("li", 5, 6)),
        (1, ("ul", 5, 6)),
        (2, ("div", 5, 6)),
        ("sole", ("div", 5, 6)),
        (".wrap", ("div", 5, 6)),
        ("ul", ("ul", 5, 6)),
        # what is not there leaves the element itself
        (4, ("li", 5, 6)),
        ("main", ("li", 5, 6)),
    ],
)
def test_climbing(climb: str | int | None, element: tuple[str, int, int]) -> None:
    assert found(rule("li", climb=climb)) == [element]


@pytest.mark.parametrize(("css", "classes"), [("li", "wrap"), (".card-a", "box"), (".box > p", None), ("h1", None)])
def test_a_sole_element_climbs_as_far_as_the_text_stays_the_same(css: str, classes: str | None) -> None:
    snapshot = take_snapshot(PAGE)
    assert snapshot.element_index is not None
    first = next(CssMatcher([rule(css, climb="sole")]).find(snapshot.element_index, snapshot.layout, PageContext()))
    assert first.element.get("class") == classes


def test_elements_that_climb_to_the_same_one_count_once() -> None:
    assert found(rule(".box > p", climb=1)) == [("div", 3, 5)]


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({}, 2),
        ({"needs": {"has": ["ramp"]}}, 1),
        # the element is read as if it were one block
        ({"needs": {"is": ["Storm near Pier shut"]}}, 1),
        ({"block": {"words": 4}}, 1),
        ({"except": [{"text": {"has": ["ramp"]}}]}, 1),
        ({"except": [{"css": ".box"}]}, 0),
        ({"except": [{"css": ".story"}]}, 0),
        ({"except": [{"css": ".card-a"}]}, 2),
        ({"except": [{"css": ".wrap"}]}, 2),
        ({"where": {"hosts": "harbour.example"}}, 2),
        ({"where": {"hosts": "other.example"}}, 0),
    ],
)
def test_what_narrows_a_rule(given: dict[str, object], count: int) -> None:
    assert len(found(rule(".box", **given), context=PageContext("https://harbour.example/"))) == count


@pytest.mark.parametrize(("needs", "found_it"), [({"is": ["where the pier is"]}, True), ({"has": ["crew"]}, False)])
def test_a_part_of_a_block_is_read_by_itself(needs: dict[str, list[str]], found_it: bool) -> None:
    assert bool(found(rule(".x-link", needs=needs))) is found_it


@pytest.mark.xfail(strict=True, reason="the space before an element inside a block counts as a part of its text")
@pytest.mark.parametrize("block", [{"words": 4}, {"chars": 17}])
def test_a_part_of_a_block_has_so_many_words_and_characters(block: dict[str, int]) -> None:
    assert found(rule(".x-link", block=block))


@pytest.mark.parametrize(
    ("selector", "fits"),
    [
        ("div", True),
        (".wrap", True),
        ("main", False),
        ("main, div", True),
        ("body > .wrap", True),
        ("main .wrap", False),
    ],
)
def test_matches(selector: str, fits: bool) -> None:
    root = _snapshot().root
    assert root is not None
    assert matches(selector, root.find(".//div[@class='wrap']")) is fits


@pytest.mark.parametrize(
    "given",
    [{"css": ["p:hover"]}, {"climb": "p:hover"}, {"except": [{"css": "p:hover"}]}, {"where": {"page": "p:hover"}}],
)
def test_selectors_outside_the_rule_language_are_errors(given: dict[str, object]) -> None:
    with pytest.raises(RuleError, match=r"sea.yaml:7: related.x: "):
        CssMatcher([replace(rule(".box", file="sea.yaml", line=7), **_compiled(given))])


def _compiled(given: dict[str, object]) -> dict[str, object]:
    made = rule(**{"css": ".box", **given})  # type: ignore[arg-type]
    return {"css": made.css, "climb": made.climb, "except_": made.except_, "where": made.where}


def _snapshot() -> Snapshot:
    return take_snapshot(PAGE)
