"""The selectors of the rule language."""

import pytest
from lxml import html

from cleaner.dom.selectors import SelectorError, compile_selector

TREE = html.fromstring(
    '<div class="a"><p id="b" title="xyz" class="ta-b q">t<i class="d">x</i></p><p>z</p><x-y>w</x-y></div>'
)
CASES = [
    ('div.a > #b[title^="x"]:not(.c)', ["p"]),
    ("p:has(.d)", ["p"]),
    ("p:has(> .d)", ["p"]),
    (".ta*", ["p"]),
    ("x-*", ["x-y"]),
    ("#b*", ["p"]),
    ("p + p", ["p"]),
    ("p ~ x-y", ["x-y"]),
    ("p:first-of-type, i", ["p", "i"]),
    ("div p:last-of-type", ["p"]),
    (":is(#b, .d)", []),
    ('[title$="yz"]', ["p"]),
    ('[title*="y"]', ["p"]),
    ("i:only-child", ["i"]),
]


@pytest.mark.parametrize(("selector", "tags"), CASES[:10] + CASES[11:])
def test_select(selector: str, tags: list[str]) -> None:
    compiled = compile_selector(selector)
    assert [el.tag for el in TREE.iter() if any(one.matches(el) for one in compiled)] == tags


@pytest.mark.parametrize("selector", ["p:hover", "p::before", "", "p >", ":is(#b, .d)", "div:has(+ p)", '[id="b" i]'])
def test_errors(selector: str) -> None:
    with pytest.raises(SelectorError):
        compile_selector(selector)
