"""A page as it is judged by itself can wait on the disk, and become the article that it would have been."""

import pickle

import pytest

from cleaner import Cleaner, Page
from tests.fixture_pages import all_pages

PROSE = "The ferry sails again on Monday, the harbour office said, four years after the storm took its ramp away."


@pytest.mark.parametrize(
    "page",
    [Page(text=f"{PROSE}\n\nShare this\n\n{PROSE}"), Page(html=f"<p>{PROSE}</p><img src=/a.png><p>{PROSE}</p>", url="https://a.example/1")],
    ids=["text", "html"],
)  # fmt: skip
def test_it_pickles(page: Page, bundled: Cleaner) -> None:
    judged = bundled.by_itself(page)
    again = pickle.loads(pickle.dumps(judged))
    assert again == judged
    assert bundled.beside_others(again) == bundled.clean(page)


def test_what_it_says_of_a_page(bundled: Cleaner) -> None:
    html = f'<article><h1>Ferry</h1><p>{PROSE}</p><figure><img src="/a.png"></figure><p>{PROSE} Again.</p></article>'
    judged = bundled.by_itself(Page(html=html, url="https://a.example/1"))
    assert (judged.road, judged.is_free, judged.body_in_script) == ("html", None, False)
    assert judged.voted <= {verdict.block.number for verdict in judged.article.trace}
    assert [address for address, _ in judged.pictures] == ["https://a.example/a.png"]


@pytest.mark.parametrize("number", range(3))
def test_fixture_pages_come_out_the_same(number: int, bundled: Cleaner) -> None:
    page = list(all_pages())[number * 7].page
    assert bundled.beside_others(pickle.loads(pickle.dumps(bundled.by_itself(page)))) == bundled.clean(page)
