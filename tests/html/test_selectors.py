"""The selectors of the rule language."""

import random
import time

import cssselect
import pytest
from lxml import html

from cleaner.html.selectors import SelectorError, compile_selector

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


def random_tree(dice: random.Random) -> html.HtmlElement:
    root = html.Element("div")
    elements = [root]
    for _ in range(40):
        parent = dice.choice(elements)
        made = html.Element(dice.choice(["div", "p", "i"]), {"class": dice.choice("abc")})
        parent.append(made)
        elements.append(made)
    return root


@pytest.mark.parametrize("seed", range(20))
def test_chains_are_those_of_css(seed: int) -> None:
    dice = random.Random(seed)
    tree = random_tree(dice)
    for _ in range(60):
        chain = "".join(
            dice.choice(["div", "p", ".a", ".b", ".c", "i.a"]) + dice.choice([" ", " > ", " + ", " ~ "])
            for _ in range(dice.randint(1, 4))
        )
        selector = f"{chain}{dice.choice(['p', '.a', '.b', 'i'])}"
        wanted = tree.xpath(cssselect.GenericTranslator().css_to_xpath(selector, "descendant-or-self::"))
        compiled = compile_selector(selector)
        assert [el for el in tree.iter() if any(one.matches(el) for one in compiled)] == wanted, selector


@pytest.mark.parametrize(
    "selector",
    [
        ".none " + "div " * 9 + ".x",
        ".none > " + "div " * 9 + ".x",
        ".none ~ p " + "~ p " * 9 + "~ p.x",
        "div " * 60 + ".x",
    ],
)
def test_no_chain_is_slow(selector: str) -> None:
    deep = "<div>" * 120 + '<p class="x">t</p>' * 100 + "</div>" * 120
    tree, compiled = html.fromstring(deep), compile_selector(selector)
    begin = time.process_time()
    for el in tree.iter("p"):
        for one in compiled:
            one.matches(el)
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize(
    "selector", ["div " * 300 + ".x", ":not(" * 3 + ".a" + ")" * 3, ":is(" * 150 + ".a" + ")" * 150]
)
def test_what_is_too_large_is_refused(selector: str) -> None:
    with pytest.raises(SelectorError, match="at most"):
        compile_selector(selector)
