"""The other tools: those that come with `dev` all get the gist of a page."""

import pytest

from cleaner.document.page import Page
from cleaner.evaluation import peers
from cleaner.evaluation.roads import enter
from cleaner.evaluation.systems import load_peer
from cleaner.io.known_set import read_set
from tests.known_set import FOLDER

PAGES = {page.id: page for page in read_set(FOLDER).pages}
HARBOUR = PAGES["wordpress-sharedaddy"]
INSTALLED = (
    "trafilatura", "trafilatura-precision", "trafilatura-fast", "resiliparse", "readability-lxml", "justext",
    "boilerpy3",
)  # fmt: skip


@pytest.mark.parametrize("name", INSTALLED)
def test_tool(name: str) -> None:
    text = load_peer(name).extract(enter(HARBOUR, "html"))
    assert "share the cost with the county" in text
    assert len(text.splitlines()) > 5


def test_justext_does_without_stop_words_where_it_has_none() -> None:
    assert isinstance(load_peer("justext").extract(enter(PAGES["japanese"], "html")), str)


@pytest.mark.parametrize("name", ["trafilatura", "resiliparse", "boilerpy3"])
def test_a_page_without_text_is_no_error(name: str) -> None:
    assert load_peer(name).extract(Page(html="<p></p>")) == ""


SENTENCE = "On Monday the ferry to the islands sailed again, as the people of the harbour office said it would. "


@pytest.mark.parametrize("tag", ["<html lang=en>", '<HTML class="no-js" lang="EN-GB">', "<html lang='en_US'>", ""])
def test_justext_knows_the_stop_words_of_the_declared_language(tag: str) -> None:
    assert SENTENCE.strip() in peers.justext()(Page(html=f"{tag}<p>{SENTENCE * 3}"))


def test_justext_takes_english_for_boilerplate_in_a_german_page() -> None:
    assert peers.justext()(Page(html=f"<html lang=de><p>{SENTENCE * 3}")) == ""
