"""`test`: do the examples of rules hold, and on which line stand those that do not?"""

from pathlib import Path

import pytest

from cleaner.authoring.testing import check_rule, fits, test
from cleaner.errors import RuleError
from tests.authoring.small_packs import rule, write
from tests.authoring.small_pages import FOREIGN, PHOTOS

TIDE = "text: {starts: ['On the next tide:']}"
LINE = "'On the next tide: a rowing club'"
LONG = " ".join(f"The {n}th boat came in from the sea and nobody on the quay knew its name." for n in range(30))


Y, NOT_Y = "'<p class=\"y\">a</p>'", "'<p>a</p>'"
CASES = {
    "holds": (TIDE, f"remove: [{LINE}], keep: [The tide]", ["ok", "ok"]),
    "does not hold": (TIDE, f"remove: [The tide], keep: [{LINE}]", ["missing", "noisy"]),
    "todo": (
        TIDE,
        f"remove: [{LINE}], keep: [a], todo: [{LINE}, The tide]",
        ["ok", "ok", "todo-passes-now", "ok"],
    ),
    "a mark": (
        f"{TIDE}, do: mark",
        f"hit: [{LINE}, The tide], miss: [The tide, {LINE}]",
        ["ok", "missing", "ok", "noisy"],
    ),
    "evidence": (f"{TIDE}, weigh: 1", f"hit: [{LINE}], miss: [The tide]", ["ok", "ok"]),
    "a mark on an element": (
        "css: .y, do: mark",
        f"hit: [{Y}, {NOT_Y}], miss: [{NOT_Y}, {Y}]",
        ["ok", "missing", "ok", "noisy"],
    ),
    "a part of an element": (
        "css: .y",
        "remove: ['<p class=\"y\">a</p><p>b</p>', '<p>a</p>'], keep: ['<b class=\"y\">a</b><p>b</p>']",
        ["missing: a part stays", "missing", "noisy: a part goes"],
    ),
    "no text in it": (
        "css: .y",
        "remove: ['<div class=\"y\"></div>', '<iframe class=\"y\"></iframe>'], keep: ['<div></div>']",
        ["ok", "missing", "ok"],  # frames are gone before rules look
    ),
    "refused": (
        "css: main",
        "remove: ['<main><p>Pictures</p></main>'], keep: ['<p>Art.</p>']",
        ["refused: by the guard root", "ok"],
    ),
    "a trim": (
        "text: {glued: [Advert]}, do: trim",
        "remove: ['AdvertThe sea. => The sea.', 'AdvertThe sea. => Sea.', 'The sea. => The sea.'], "
        "keep: [The sea., AdvertThe sea.]",
        ["ok", "wrong: left 'The sea.'", "missing", "ok", "noisy: a part goes"],
    ),
    "cases": (
        "repeat: {times: 2}",
        "cases: [{name: two, blocks: [a1, b1, a1], want: [0, 1]}, {name: one, blocks: [a1, b1], want: [0]}]",
        ["ok", "wrong: stays [0, 1], want [0]"],
    ),
    # the engine admits here what it admits on pages
    "prose": (
        "text: {starts: ['The 0th boat']}, block: {words: ..900, sentences: ..90}",
        f"remove: ['{LONG}'], keep: [The 1st boat came in.]",
        ["refused: by the guard prose", "ok"],
    ),
    "much of the page": (
        "css: .y",
        f"remove: ['<div class=\"y\"><p>{LONG}</p></div>'], keep: ['<p>The 1st boat came in.</p>']",
        ["refused: by the guard budget", "ok"],
    ),
    "a place": (
        "where: {position: tail}, text: {is: [Boats]}",
        "remove: [Boats], keep: [Boats came in.]",
        ["ok", "ok"],
    ),
    "a draft": ("status: draft, text: {is: [Ships]}", "remove: [Ships], keep: [Ships came in.]", ["ok", "ok"]),
    "a site": ("where: {hosts: [a.example], page: '.x'}, css: .y", f"remove: [{Y}], keep: [{NOT_Y}]", ["ok", "ok"]),
}


@pytest.mark.parametrize(("matcher", "examples", "results"), CASES.values(), ids=CASES)
def test_every_outcome(matcher: str, examples: str, results: list[str]) -> None:
    outcomes = check_rule(rule(f"{matcher}, examples: {{{examples}}}"))
    assert [f"{one.result}: {one.detail}".removesuffix(": ") for one in outcomes] == results


def test_lines_and_outcomes(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: 1\npack: mine\nrules:\n  - id: promo.photos\n    kind: promo\n    why: Asks the reader for pictures.\n"
        f'    text: {{is: ["{FOREIGN}"]}}\n    examples:\n      remove: ["{FOREIGN}", "Else"]\n      keep: [Other]\n',
        "utf-8",
    )
    failing = [one for one in test(path) if one.result != "ok"]
    assert [(one.result, one.example, one.line) for one in failing] == [("missing", "Else", 9)]
    assert str(failing[0]) == f"{path}:9: missing: mine/promo.photos: 'Else'"


def test_a_detail_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.yaml", "css: main, examples: {remove: [<main>Tide</main>], keep: [<p>a</p>]}")
    assert [str(one) for one in test(path) if one.result != "ok"] == [
        f"{path}:4: refused: mine/promo.one: '<main>Tide</main>' (by the guard root)"
    ]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*", ["promo.one", "share.two"]),
        ("promo.*", ["promo.one"]),
        ("mine/*", ["promo.one", "share.two"]),
        ("two", ["share.two"]),
        ("no.such", []),
    ],
)
def test_rules_are_chosen_and_retired_ones_left_out(pattern: str, names: list[str], tmp_path: Path) -> None:
    path = write(tmp_path / "m.yaml", PHOTOS, "css: .a, id: share.two, kind: share", "css: .b, status: retired")
    assert list(dict.fromkeys(one.rule for one in test(path, pattern=pattern))) == [f"mine/{name}" for name in names]


@pytest.mark.parametrize(
    ("pattern", "name", "is_fit"),
    [
        ("generic/ui.*", "generic/ui.menu", True),
        ("ui.*", "generic/ui.menu", True),
        ("menu", "generic/ui.menu", True),
        ("*.menu", "ui.menu", True),
        ("UI.*", "generic/ui.menu", False),
        ("ui.m", "generic/ui.menu", True),
        ("ui.?", "generic/ui.menu", False),
    ],
)
def test_fits(pattern: str, name: str, is_fit: bool) -> None:
    assert fits(pattern, name) is is_fit


def test_broken_files(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("format: 1\n", "utf-8")
    with pytest.raises(RuleError, match="pack"):
        test(path)
