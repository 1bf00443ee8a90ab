"""Policies and single kinds on pages whose parts are marked as publishers mark them, in HTML and in Markdown."""

import pytest

from cleaner.api import clean
from cleaner.article import Article
from cleaner.document.kinds import PARTS, Kind
from cleaner.document.policy import PolicyName
from tests.fixture_pages import FOLDER, FixturePage

STORY = FixturePage(FOLDER / "parts--standfirst-key-points-and-posts").page
MARKDOWN = FixturePage(FOLDER / "text-en--markdown-headings-list-and-table").page
MARKS = {
    "standfirst": "After nine months in the yard",
    "key points": "Fares stay as they were",
    "heading": "A crack longer than an arm",
    "quote": "We could have sailed on it for years",
    "post": "Both decks painted, twice",
    "list": "Bicycles cost nothing",
    "correction": "This article was amended",
    "byline": "By Morag Tulloch",
    "caption": "Photograph: Iona Flett",
    "bio": "keeps six sheep",
    "prose": "a third crossing on Saturdays",
    # never, by any policy
    "newsletter": "Sign up for our morning letter",
    "related": "Puffins come early",
    "a standfirst of another story": "The first birds were counted",
    "rights": "All rights reserved",
}
"""Words that show whether a part of the story stands in the article."""
NEWS = ["standfirst", "key points", "heading", "quote", "list", "correction", "prose"]
MARKDOWN_MARKS = {
    "heading": "A lens from Brest",
    "quote": "your own boots as well",
    "list": "a ticket from the post office",
    "table": "Grown-ups",
    "byline": "By Effie Rendall",
    "prose": "can bear a second summer",
    "related": "Puffins come early",
}


def held(article: Article, marks: dict[str, str]) -> list[str]:
    return [name for name, words in marks.items() if words in article.text]


def without(*names: str) -> list[str]:
    return [name for name in NEWS if name not in names]


@pytest.mark.parametrize(
    ("policy", "parts"),
    [
        ("news", NEWS),
        ("strict", ["quote", "prose"]),
        ("everything", [*MARKS][:-4]),
    ],
)
def test_policies(policy: PolicyName, parts: list[str]) -> None:
    assert held(clean(STORY, policy=policy), MARKS) == parts


@pytest.mark.parametrize(
    ("dropped", "parts"),
    [
        ("standfirst", without("standfirst")),
        ("key-points", without("key points")),
        ("section-heading", without("heading")),
        ("list", without("key points", "list")),
        ("quote", without("quote")),
        ("embed", NEWS),
        ("table", NEWS),
    ],
)
def test_a_part_is_dropped_by_its_own_rule(dropped: Kind, parts: list[str]) -> None:
    article = clean(STORY, drop=dropped)
    assert held(article, MARKS) == parts
    assert all(one.rule for one in article.removals if one.kind == dropped)


def test_a_part_that_evidence_takes_is_kept() -> None:
    article = clean(STORY, keep="embed")
    assert held(article, MARKS) == [*NEWS[:4], "post", *NEWS[4:]]
    assert {note.guard for note in article.notes if note.rule == "generic/embed.named"} == {"policy"}


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ({"policy": "strict", "keep": "list"}, ["quote", "list", "prose"]),
        ({"policy": "strict", "keep": ["list", "key-points"], "drop": "quote"}, ["key points", "list", "prose"]),
        (
            {"policy": "everything", "drop": ["byline", "author-bio"]},
            [*NEWS[:4], "post", *NEWS[4:6], "caption", "prose"],
        ),
    ],
    ids=["strict with lists", "strict with lists, without quotes", "everything without authors"],
)
def test_kinds_change_a_policy(given: dict[str, str], parts: list[str]) -> None:
    assert held(clean(STORY, **given), MARKS) == parts  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("policy", "parts"),
    [
        ("news", ["heading", "quote", "list", "table", "prose"]),
        ("strict", ["quote", "prose"]),
        ("everything", ["heading", "quote", "list", "table", "byline", "prose"]),
    ],
)
def test_policies_on_markdown(policy: PolicyName, parts: list[str]) -> None:
    assert held(clean(MARKDOWN, policy=policy), MARKDOWN_MARKS) == parts


@pytest.mark.parametrize("page", [STORY, MARKDOWN], ids=["html", "markdown"])
def test_by_default_no_rule_of_a_part_is_so_much_as_noted(page: object) -> None:
    article = clean(page)  # type: ignore[arg-type]
    named = {note.rule for note in article.notes} | {one.rule for one in article.removals}
    assert not {name for name in named if name.partition("/")[2].partition(".")[0] in PARTS}


def test_bylines_and_dates_of_other_stories_are_not_kept() -> None:
    """What every story has is kept where the article is; its like below is another story's."""
    rail = "".join(
        f"<div class=tile><h3><a href=/{number}>Sheep counted on isle {number}</a></h3>"
        f"<p class=byline>By Ola Rendall</p><p class=date>{number} April 2026</p></div>"
        for number in range(2, 9)
    )
    html = str(STORY.html, "utf-8").replace("<footer", f"<section class=latest>{rail}</section><footer")
    article = clean(html, policy="everything")
    assert held(article, MARKS) == [*MARKS][:-4]
    assert "Ola Rendall" not in article.text


def test_a_page_that_is_a_list_is_left_one() -> None:
    """No policy makes an article vanish: where nothing but parts is there, they stay."""
    items = "".join(
        f"<li>The {name} boat leaves the pier at eight</li>" for name in "mail milk bread wool sheep".split()
    )
    html = f"<html lang=en><title>Boats</title><body><article><h1>Boats</h1><ul>{items}</ul></article></body></html>"
    article = clean(html, drop="list")
    assert "The bread boat leaves the pier at eight" in article.text
    assert {note.guard for note in article.notes if note.rule == "generic/list.items"} == {"budget"}
