"""Known pages to samples: what is cleaned for a page, what is wanted of it, what each block counts."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.model_file import Road
from cleaner.document.block import Block
from cleaner.io.known_set import KnownPage, Truth, read_set, write_set
from cleaner.training.each_page import read_sets
from cleaner.training.samples import FORMS, Sample, html_page, read_samples, text_pages
from tests.training.pages import known_page

LONG = "The ferry sails again on Monday " * 10
"""60 words."""
SHORT = "The ferry sails again on Monday " * 5
"""30 words."""
URL = "https://ferry.example/a"


def known(folder: Path, html: str, body: str, size: int = 1) -> Path:
    write_set(folder, ((Truth(f"p{at}", body, url=URL), html.encode()) for at in range(size)))
    return folder


def page(folder: Path, html: str, body: str) -> KnownPage:
    return read_set(known(folder, html, body)).pages[0]


def samples(folder: Path, cleaner: Cleaner, road: Road = "html") -> list[Sample]:
    return read_samples(read_sets([folder]), cleaner)[road]


def test_the_page_as_it_is(tmp_path: Path) -> None:
    made = html_page(page(tmp_path, "<p>Boat", "Boat"))
    assert (made.html, made.text, made.url) == (b"<p>Boat", None, URL)


@pytest.mark.parametrize(
    ("html", "lines", "texts"),
    [
        ("<p>Boat<p>Ferry", "Boat Ferry", {"lines": "Boat\n\nFerry", "scraped": "Boat\n\nFerry", "article": "Oar"}),
        ("<nav>Menu</nav><p>Boat", "Menu Boat", {"lines": "Menu\n\nBoat", "scraped": "Boat", "article": "Oar"}),
        ("<nav>Menu</nav>", "Menu", {"lines": "Menu", "article": "Oar"}),  # the greedy extractor finds nothing
    ],
)
def test_the_page_as_scrapers_leave_it(tmp_path: Path, html: str, lines: str, texts: dict[str, str]) -> None:
    known_page = page(tmp_path, html, "Oar")
    made = text_pages(known_page, html_page(known_page), [Block(0, text) for text in lines.split()])
    assert {name: (one.text, one.html, one.url) for name, one in made.items() if FORMS[name] == "text"} == {
        name: (text, None, URL) for name, text in texts.items()
    }


def test_the_page_as_markdown(tmp_path: Path, bundled: Cleaner) -> None:
    known_page = page(tmp_path, "<nav><a href=/>Menu</a></nav><h2>Ferry</h2><p>Boat", "Boat")
    made = text_pages(known_page, html_page(known_page), [])
    markdown = {name: one for name, one in made.items() if FORMS[name] == "markdown"}
    assert {name: "## Ferry\n\nBoat" in (one.text or "") for name, one in markdown.items()} == {
        "markdown": True,
        "crawled": True,
    }
    assert [bundled.analyse(one).road for one in markdown.values()] == ["markdown"] * 2


def test_samples_of_a_set(tiny_samples: list[Sample]) -> None:
    assert [(one.set, one.id, one.host) for one in tiny_samples[:2]] == [
        ("tiny", "p0", "a.example"),
        ("tiny", "p1", "b.example"),
    ]
    wanted = [sum(one.wanted) for one in tiny_samples]
    assert wanted == [6] * 6  # the paragraphs, and neither menu, headline nor teasers
    first = tiny_samples[0]
    assert len(first.facts.by_block) == len(first.wanted) == len(first.counts) == len(first.by_hand)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the ferry sails again", True),
        ("the ferry sails again after a long night", True),
        ("the ferry sails again after a very long night", False),
    ],
)
def test_a_block_is_wanted_if_the_article_holds_half_of_it(
    tmp_path: Path, bundled: Cleaner, text: str, wanted: bool
) -> None:
    (made,) = samples(known(tmp_path, f"<p>{text}</p>", "the ferry sails again"), bundled)
    assert list(made.wanted) == [wanted]


@pytest.mark.parametrize(
    ("lines", "body", "size", "counts"),
    [
        # a page of one counts 3000, in 25 parts as it has few blocks: 0.5 a block, and up to 2 for its length;
        # what is wanted shares 0.15 of the 3000 by its words
        ([LONG], "Nothing", 1, [300.0]),
        ([SHORT], "Nothing", 1, [180.0]),
        ([LONG * 2], "Nothing", 1, [300.0]),
        ([LONG], LONG, 1, [750.0]),
        ([LONG, SHORT], f"{LONG}\n{SHORT}", 1, [600.0, 330.0]),
        ([LONG, SHORT], LONG, 1, [750.0, 180.0]),
        ([LONG], "Nothing", 4, [150.0]),
        ([SHORT] * 49, "Nothing", 1, [90.0] * 49),
    ],
    ids=["long", "short", "longer", "wanted", "two wanted", "one wanted", "a set of four", "many blocks"],
)
def test_what_a_block_counts(
    tmp_path: Path, bundled: Cleaner, lines: list[str], body: str, size: int, counts: list[float]
) -> None:
    # no two blocks are the same, or one would be a copy, which counts as the other does
    html = "".join(f"<p>{line.replace('ferry', f'ferry{at}', 1)}</p>" for at, line in enumerate(lines))
    made = samples(known(tmp_path, html, body, size), bundled)
    assert len(made) == size
    assert list(made[0].counts) == pytest.approx(counts)


def test_the_headline_of_scraped_text_counts_nothing(tmp_path: Path, bundled: Cleaner) -> None:
    write_set(tmp_path, [known_page(0, None)])
    lines, *_ = samples(tmp_path, bundled, "text")
    of_set = read_set(tmp_path).pages[0]
    html = html_page(of_set)
    text = text_pages(of_set, html, bundled.analyse(html).blocks)["lines"]
    headlines = [one.block.text == "Norholm sails again" for one in bundled.analyse(text).free]
    assert any(headlines)
    assert [count == 0 for count in lines.counts] == headlines


def test_amounts_set_by_hand_stand_beside_the_facts(tmp_path: Path, bundled: Cleaner) -> None:
    write_set(tmp_path, [known_page(0, None)])
    *_, article = samples(tmp_path, bundled, "text")
    assert {tuple(one.source for one in of_block) for of_block in article.by_hand} == {
        (
            "in doubt prose in scraped text is the article",
            "rules take next to no line of this text, so it looks clean",
        )
    }


def test_clean_markdown_is_weighed_as_text(tmp_path: Path, bundled: Cleaner) -> None:
    truth, html = known_page(0, None)
    body = "\n\n".join(["# Norholm sails", *(f"- **{line}**" for line in truth.body.split("\n")), "## [Tarn](/tarn)"])
    write_set(tmp_path, [(replace(truth, body=body), html)])
    *_, article = samples(tmp_path, bundled, "text")
    facts = {fact for known in article.facts.by_block for fact in known}
    assert any(fact.startswith("line.") for fact in facts)
    assert any(fact.startswith("tag.") for fact in facts)
    assert {one.source for of_block in article.by_hand for one in of_block} >= {
        "in doubt prose in scraped text is the article",
        "rules take next to no line of this text, so it looks clean",
    }


def test_a_fact_is_in_memory_once(tiny_samples: list[Sample]) -> None:
    facts = [fact for sample in tiny_samples for block in sample.facts.by_block for fact in block]
    assert len(set(map(id, facts))) == len(set(facts)) < len(facts)
