"""Weights of repetition: what a site repeats weighs against a block, what is new for it, and both add up."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.model_file import SiteLook
from cleaner.document.block import Block
from cleaner.document.verdict import Evidence, Verdict, add_up
from cleaner.io.known_set import Truth, write_set
from cleaner.sites.known_site import KnownSite
from cleaner.sites.repetition import repetition
from cleaner.sites.seen_page import see
from cleaner.training.each_page import read_sets
from cleaner.training.samples import html_page
from cleaner.training.site_look import SiteBlock, SitePage, fit_site_look, site_of, site_page

PROMO = "Read the harbour letter every Friday."


def page(number: int, *, wanted: bool = False) -> SitePage:
    """A page of three lines of its own and a line that its site repeats, which is *wanted* or not."""
    texts = [f"Line {number} and {at} of the minutes" for at in range(3)] + [PROMO]
    trace = tuple(Verdict(Block(at, text), True, evidence=(Evidence("words.6", 1.0),)) for at, text in enumerate(texts))
    blocks = tuple(SiteBlock(True, 6, is_wanted, 1.0) for is_wanted in (True, True, True, wanted))
    return SitePage("a.example", see(trace, f"https://a.example/{number}"), blocks)


PAGES = [page(number) for number in range(30)]


def balance(look: SiteLook, at: int) -> float:
    site = KnownSite(one.seen for one in PAGES)
    told = repetition(page(99).seen, site)[at].told
    return add_up((look.bias, *(look.facts.get(fact, 0.0) for one in told for fact in one.facts)))


def test_what_a_site_repeats_weighs_against_it() -> None:
    look = fit_site_look(PAGES)
    assert 1 + balance(look, 3) < 0 < 1 + balance(look, 0)


def test_fitting_twice_gives_the_same_weights_whatever_the_order() -> None:
    assert fit_site_look(PAGES) == fit_site_look(PAGES[::-1])


@pytest.mark.parametrize(
    "pages", [[], PAGES[:1], [page(number, wanted=True) for number in range(30)]], ids=["none", "one", "all wanted"]
)
def test_where_nothing_can_be_told_apart_there_are_no_weights(pages: list[SitePage]) -> None:
    assert fit_site_look(pages) == SiteLook()


def test_weights_are_whole_hundredths_and_none_is_light() -> None:
    amounts = fit_site_look(PAGES).facts.values()
    assert amounts
    assert all(abs(amount) >= 0.02 and round(amount, 2) == amount for amount in amounts)


def test_a_page_of_a_site(tmp_path: Path, bundled: Cleaner) -> None:
    body = "The harbour office said that the ferry would sail again on Monday, weeks after the storm had torn its ramp."
    html = f"<title>Ferry</title><p>{body}</p><p>{PROMO}</p><p>Share this</p>".encode()
    write_set(tmp_path / "set", [(Truth("p0", body, host="www.a.example", url="https://www.a.example/0"), html)])
    (known,) = read_sets([tmp_path / "set"])
    article = bundled.clean(html_page(known.known))
    made = site_page(known, article)
    assert site_of(known) == made.site == "a.example"
    assert made.seen == see(article.trace, "https://www.a.example/0", article.date)
    assert [(block.is_asked, block.wanted) for block in made.blocks] == [
        (verdict.kept, verdict.block.text == body) for verdict in article.trace
    ]
    assert {block.is_asked for block in made.blocks} == {True, False}
    assert made.blocks[0].words == len(body.split())
    assert made.blocks[0].balance > 0
