"""The selectors of the rule language, compiled."""

import pytest

from cleaner.html.selector_nodes import SelectorError
from cleaner.html.selectors import attributes_asked, compile_selector


@pytest.mark.parametrize(
    ("selector", "is_anchor"),
    [
        (".a", True),
        ("#a", True),
        (".a*", True),
        ("#a*", True),
        ("p", False),
        ("x-*", False),
        ("p.a", False),
        (".a.b", False),
        (".a#b", False),
        (".a:not(.b)", False),
        (".a .b", False),
        ("[class='a']", False),
        ("[id^='a']", False),
    ],
)
def test_a_single_name_is_its_anchor(selector: str, is_anchor: bool) -> None:
    (compiled,) = compile_selector(selector)
    assert compiled.is_anchor == is_anchor


@pytest.mark.parametrize("selector", ["p:hover", "p::before", "", "p >", ":is(#b, .d)", "div:has(+ p)", '[id="b" i]'])
def test_errors(selector: str) -> None:
    with pytest.raises(SelectorError):
        compile_selector(selector)


@pytest.mark.parametrize(
    "selector", ["div " * 300 + ".x", ":not(" * 3 + ".a" + ")" * 3, ":is(" * 150 + ".a" + ")" * 150]
)
def test_what_is_too_large_is_refused(selector: str) -> None:
    with pytest.raises(SelectorError, match="at most"):
        compile_selector(selector)


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("p[data-x]", [("data-x",)]),
        ("[Data-X][style], .tide", [("style", "data-x"), ()]),
        ("[data-x] p", [()]),
        ("div > [data-x=y]", [("data-x",)]),
        ("p:not([data-x])", [()]),
        (".tide*[data-x]", [("data-x",)]),
        ("[id=x]", [()]),
    ],
)
def test_attributes_asked(text: str, attributes: list[tuple[str, ...]]) -> None:
    assert list(attributes_asked(text)) == attributes
