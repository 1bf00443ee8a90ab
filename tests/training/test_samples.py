"""Known pages to samples: what is cleaned for a page, what is wanted of it, what each block counts."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.io.known_set import KnownPage, Truth, read_set, write_set
from cleaner.training.samples import Sample, host_or_id, html_pages, read_samples, text_pages, without_votes
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


@pytest.mark.parametrize(("host", "counts_for"), [("a.example", "a.example"), (None, "p1"), ("", "p1")])
def test_a_page_without_a_host_is_one_of_its_own(host: str | None, counts_for: str) -> None:
    assert host_or_id(KnownPage(Truth("p1", "", host=host), Path("none"))) == counts_for


def test_the_page_as_it_is(tmp_path: Path) -> None:
    (made,) = html_pages(page(tmp_path, "<p>Boat", "Boat"))
    assert (made.html, made.text, made.url) == (b"<p>Boat", None, URL)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Boat<p>Ferry", ["Boat\n\nFerry", "Boat\n\nFerry", "The article"]),
        ("<nav>Menu</nav><main><p>Boat</p></main>", ["Menu\n\nBoat", "Boat", "The article"]),
        ("<nav>Menu</nav>", ["Menu", "The article"]),  # the greedy extractor finds nothing
    ],
)
def test_the_page_as_scrapers_leave_it(tmp_path: Path, html: str, texts: list[str]) -> None:
    made = list(text_pages(page(tmp_path, html, "The article")))
    assert [(one.text, one.html, one.url) for one in made] == [(text, None, URL) for text in texts]


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
    (made,) = read_samples([known(tmp_path, f"<p>{text}</p>", "the ferry sails again")], html_pages, bundled)
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
    made = list(read_samples([known(tmp_path, html, body, size)], html_pages, bundled))
    assert len(made) == size
    assert list(made[0].counts) == pytest.approx(counts)


def test_the_headline_of_scraped_text_counts_nothing(tmp_path: Path, bundled: Cleaner) -> None:
    write_set(tmp_path, [known_page(0, None)])
    samples = list(read_samples([tmp_path], text_pages, bundled))
    headlines = [
        count
        for one in samples
        for block_text, count in zip(one.facts.outline.block_texts, one.counts, strict=True)
        if block_text.block.text == "Norholm sails again"
    ]
    assert headlines
    assert set(headlines) == {0.0}


def test_amounts_set_by_hand_stand_beside_the_facts(tmp_path: Path, bundled: Cleaner) -> None:
    write_set(tmp_path, [known_page(0, None)])
    *_, article = read_samples([tmp_path], text_pages, bundled)
    assert {tuple(one.source for one in of_block) for of_block in article.by_hand} == {
        (
            "in doubt prose in scraped text is the article",
            "no rule takes any line of this text, so it looks clean",
        )
    }


def test_a_fact_is_in_memory_once(tiny_samples: list[Sample]) -> None:
    facts = [fact for sample in tiny_samples for block in sample.facts.by_block for fact in block]
    assert len(set(map(id, facts))) == len(set(facts)) < len(facts)


def test_without_votes(tiny_samples: list[Sample]) -> None:
    with_votes, without = tiny_samples[0], without_votes(tiny_samples[0])
    for known, left in zip(with_votes.facts.by_block, without.facts.by_block, strict=True):
        assert [fact for fact in known if not fact.startswith("vote.")] == list(left)
        assert len(left) < len(known)
    assert replace(without, facts=with_votes.facts) == with_votes
