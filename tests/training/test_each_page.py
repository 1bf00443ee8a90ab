"""Work on known pages: their order, their hosts, what they count, and one with which it cannot be done."""

from pathlib import Path

import pytest

from cleaner.errors import InputError, PageError
from cleaner.io.known_set import KnownPage, Truth
from cleaner.training.each_page import SetPage, on_each, read_sets
from tests.training.pages import known_pages


def told(page: SetPage) -> str:
    """Work that a process can import; there is no page of d.example."""
    if page.host == "d.example":
        raise PageError("it holds no text")
    return f"{page.set} {page.known.id} {page.host} {page.counts:.0f}"


@pytest.mark.parametrize(("host", "counts_for"), [("a.example", "a.example"), (None, "p1"), ("", "p1")])
def test_a_page_without_a_host_is_one_of_its_own(host: str | None, counts_for: str) -> None:
    assert SetPage("set", KnownPage(Truth("p1", "", host=host), Path("none")), 1.0).host == counts_for


@pytest.mark.parametrize("workers", [1, 2])
def test_pages_of_all_sets_come_in_order_and_count_by_the_size_of_their_set(tmp_path: Path, workers: int) -> None:
    sets = [known_pages(tmp_path / "one", ["a.example"] * 4), known_pages(tmp_path / "two", [None])]
    found = list(on_each(told, read_sets(sets), workers))
    assert found == [*(f"one p{at} a.example 1500" for at in range(4)), "two p0 p0 3000"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_with_which_it_cannot_be_done_is_named(tmp_path: Path, workers: int) -> None:
    pages = read_sets([known_pages(tmp_path / "set", ["a.example", "d.example"])])
    with pytest.raises(InputError, match=r"set/html/p1\.html\.gz: it holds no text"):
        list(on_each(told, pages, workers))
