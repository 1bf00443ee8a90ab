"""Which elements a selector matches."""

import random
import time

import cssselect
import pytest
from lxml import html

from cleaner.html.selectors import compile_selector

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
    ('[title$="yz"]', ["p"]),
    ('[title*="y"]', ["p"]),
    ("i:only-child", ["i"]),
]


@pytest.mark.parametrize(("selector", "tags"), CASES)
def test_select(selector: str, tags: list[str]) -> None:
    compiled = compile_selector(selector)
    assert [el.tag for el in TREE.iter() if any(one.matches(el) for one in compiled)] == tags


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
