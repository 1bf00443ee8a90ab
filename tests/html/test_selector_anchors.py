"""By what an index finds the elements that a selector may match."""

import pytest

from cleaner.html.selector_anchors import Anchor
from cleaner.html.selectors import compile_selector


@pytest.mark.parametrize(
    ("selector", "anchor", "needs"),
    [
        ("p", ("tag", "p"), []),
        ("P.a", ("class", "a"), []),
        ("p.a#b", ("id", "b"), []),
        (".a*", ("class-prefix", "a"), []),
        ("#a*", ("id-prefix", "a"), []),
        ("x-*", ("tag-prefix", "x-"), []),
        ("[id=b]", ("id", "b"), []),
        ('[id^="b"]', ("id-prefix", "b"), []),
        ("p[id]", ("tag", "p"), []),
        ("[Data-X]", ("attribute", "data-x"), []),
        (".a:not(#b)", ("class", "a"), []),
        ("p:has(.b)", ("tag", "p"), []),
        ("#b .c > p.a", ("class", "a"), [("class", "c"), ("id", "b")]),
        ("div ~ p", ("tag", "p"), [("tag", "div")]),
        (":is(.a) p", ("tag", "p"), []),
    ],
)
def test_anchors(selector: str, anchor: Anchor, needs: list[Anchor]) -> None:
    (compiled,) = compile_selector(selector)
    assert (compiled.anchor, sorted(compiled.needs)) == (anchor, sorted(needs))
