"""What an example is tried on: an article of prose where its rule applies, with the example where the rule looks."""

import pytest

from cleaner.authoring.staging import EXAMPLE_ID, Stage, example_block, example_page, suitable_context
from cleaner.rules.schema import Case
from tests.authoring.small_packs import NO_REMOVAL, rule

PROSE = "The council met in the hall and agreed that the bridge should be mended before the winter came."


@pytest.mark.parametrize(
    ("where", "url", "language", "platforms"),
    [
        ("", "https://page.example/", None, set()),
        ("where: {hosts: [a.example, b.example]}", "https://a.example/", None, set()),
        ("where: {hosts: ['=a.example']}", "https://a.example/", None, set()),
        ("where: {hosts: ['news.*'], paths: [/sport/*]}", "https://news.example/sport/x", None, set()),
        ("where: {langs: [de, en]}", "https://page.example/", "de", set()),
        ("where: {platform: [wordpress]}", "https://page.example/", None, {"wordpress"}),
    ],
)
def test_suitable_context(where: str, url: str, language: str | None, platforms: set[str]) -> None:
    context = suitable_context(rule(f"css: .tide, {where}".rstrip(", ")))
    assert (context.url, context.language, set(context.platforms)) == (url, language, platforms)
    assert context.holds(".anything")


LINKS = "block: {links: 0.5..}"


@pytest.mark.parametrize(
    ("said", "text", "made", "tag", "linked"),
    [
        ("", "Tide", "Tide", "p", 0),
        ("", "# Tide", "Tide", "h2", 0),
        ("", "- Tide", "Tide", "li", 0),
        ("", "[Tide]", "[Tide]", "p", 0),  # no rule that counts links
        (LINKS, "See [Tide] and [Sea]", "See Tide and Sea", "p", 7),
        (LINKS, "- [Tide]", "Tide", "li", 4),
        ("block: {tag: [h]}", "Tide", "Tide", "h2", 0),
        ("block: {tag: [quote, p]}", "Tide", "Tide", "blockquote", 0),
        ("block: {tag: [caption]}", "Tide", "Tide", "figcaption", 0),
        ("block: {tag: [cell]}", "Tide", "Tide", "td", 0),
        ("block: {tag: [li]}", "Tide", "Tide", "li", 0),
    ],
)
def test_example_block(said: str, text: str, made: str, tag: str, linked: int) -> None:
    block = example_block(rule(f"text: {{is: [Tide]}}, {said}".rstrip(", ")), text, 7)
    assert (block.number, block.text, block.tag, block.linked) == (7, made, tag, linked)


def test_example_page() -> None:
    page = example_page("<b>Tide</b>")
    assert f"<div id='{EXAMPLE_ID}'><b>Tide</b></div>" in page
    assert page.count("<p>") == 12


@pytest.mark.parametrize(
    ("said", "text", "takes_all", "takes_some", "guards"),
    [
        ("text: {is: [Tide]}", "Tide", True, True, ()),
        ("text: {is: [Tide]}", "Sea", False, False, ()),
        ("text: {is: [Tide]}, status: draft", "Tide", True, True, ()),
        ("text: {is: [Tide]}, status: retired", "Tide", True, True, ()),
        ("text: {is: [Tide]}, kind: agency, id: agency.one", "Tide", True, True, ()),  # a kind that stays by default
        ("text: {is: [Tide]}, where: {hosts: [a.example], page: .tide}", "Tide", True, True, ()),
        ("text: {is: [Tide]}, where: {position: head}", "Tide", True, True, ()),
        ("text: {is: [Tide]}, where: {position: tail}", "Tide", True, True, ()),
        ("text: {is: [Tide]}, where: {position: body}", "Tide", True, True, ()),
        ("text: {is: [Tide]}, do: cut-after, limit: {max_cut: 0.3}", "Tide", True, True, ()),
        ("text: {is: [Tide]}, do: cut-before, limit: {max_cut: 0.3}", "Tide", True, True, ()),
        ("text: {glued: [Advert]}, do: trim", f"Advert{PROSE}", False, True, ()),
        ("text: {starts: [The council]}, block: {words: ..90, sentences: ..9}", PROSE * 30, False, False, ()),
        (f"text: {{is: [Tide]}}, do: mark, examples: {NO_REMOVAL}", "Tide", False, False, ()),
    ],
)
def test_try_text(said: str, text: str, takes_all: bool, takes_some: bool, guards: tuple[str, ...]) -> None:
    found = Stage(rule(said)).try_text(text)
    assert (found.takes_all, found.takes_some, found.guards) == (takes_all, takes_some, guards)
    assert [one.block.text for one in found.verdicts] == [text]


@pytest.mark.parametrize(
    ("said", "scrap", "takes_all", "takes_some", "guards", "texts"),
    [
        ("css: .tide", '<p class="tide">High</p>', True, True, (), ["High"]),
        ("css: .tide", "<p>High</p>", False, False, (), ["High"]),
        ("css: .tide", '<p class="tide">High</p><p>Low</p>', False, True, (), ["High", "Low"]),
        ("css: .tide, climb: sole", '<div><b class="tide">High</b></div>', True, True, (), ["High"]),
        ("css: .tide, where: {platform: [wordpress]}", '<p class="tide">High</p>', True, True, (), ["High"]),
        ("css: main", "<main><p>High</p></main>", False, False, ("root",), ["High"]),
        ("css: .tide", '<iframe class="tide"></iframe>', False, False, (), []),
    ],
)
def test_try_scrap(
    said: str, scrap: str, takes_all: bool, takes_some: bool, guards: tuple[str, ...], texts: list[str]
) -> None:
    found = Stage(rule(said)).try_scrap(scrap)
    assert (found.takes_all, found.takes_some, found.guards) == (takes_all, takes_some, guards)
    assert [one.block.text for one in found.verdicts] == texts


@pytest.mark.parametrize(
    ("said", "blocks", "stays"),
    [
        ("text: {is: [Tide]}", (PROSE, "Tide", PROSE), (0, 2)),
        ("repeat: {times: 2}", ("Tide", PROSE, "Tide"), (0, 1)),
        ("repeat: {times: 2, keep: none}", ("Tide", PROSE, "Tide"), (1,)),
        ("text: {is: [Tide]}, block: {tag: [h]}", ("# Tide", "Tide"), (1,)),
    ],
)
def test_try_case(said: str, blocks: tuple[str, ...], stays: tuple[int, ...]) -> None:
    assert Stage(rule(said)).try_case(Case(name="a case", blocks=blocks, want=())) == stays
