"""Systems over a set: they take turns, and a failure costs its own page."""

import warnings

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.errors import InputError
from cleaner.evaluation.measure import Output, measure, milliseconds
from cleaner.evaluation.systems import System, ours
from cleaner.io.known_set import KnownPage, Truth, read_set
from tests.known_set import FOLDER

PAGES = {page.id: page for page in read_set(FOLDER).pages}


def test_measure_takes_turns() -> None:
    turns: list[str] = []

    def stumble(page: object) -> str:
        turns.append("stumbles")
        raise RuntimeError("no")

    def note(page: object) -> str:
        turns.append("notes")
        return "text"

    pages = list(PAGES.values())[:2]
    outputs = measure(pages, [System("notes", note), System("stumbles", stumble)], "html")
    assert turns == ["notes", "stumbles"] * 2 + ["stumbles", "notes"]
    assert outputs["stumbles"][pages[0].id].error == "RuntimeError('no')"
    assert outputs["notes"][pages[1].id].body == "text"


@pytest.mark.parametrize("size", [0, 1, 3])
def test_each_page_is_told_when_it_is_done(size: int) -> None:
    told: list[int] = []
    outputs = measure(
        list(PAGES.values())[:size], [System("notes", lambda page: "text")], "html", lambda: told.append(1)
    )
    assert len(told) == len(outputs["notes"]) == size


def test_an_article_says_how_sure_it_is(bundled: Cleaner) -> None:
    page = PAGES["polish"]
    outputs = measure([page], [ours(bundled), System("notes", lambda page: "text")], "html")
    article = bundled.clean(Page(html=page.html(), url=page.truth.url))
    ours_made, notes = outputs["cleaner"][page.id], outputs["notes"][page.id]
    assert (ours_made.body, ours_made.confidence) == (article.text, article.confidence)
    assert (notes.body, notes.confidence) == ("text", None)
    assert ours_made.seconds > notes.seconds > 0


def test_warnings_of_tools_are_not_shown() -> None:
    def warn(page: object) -> str:
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        return "text"

    assert measure(list(PAGES.values())[:1], [System("warns", warn)], "html")["warns"]["japanese"].error == ""


def test_a_page_that_cannot_be_had_ends_the_run() -> None:
    gone = KnownPage(Truth("a", ""), FOLDER / "none.html.gz")
    with pytest.raises(InputError, match=r"none\.html\.gz"):
        measure([gone], [System("notes", lambda page: "text")], "html")


@pytest.mark.parametrize(("seconds", "median"), [((0.5,), 500), ((0.1, 0.2, 9.0), 200), ((0.1, 0.2), 150)])
def test_milliseconds(seconds: tuple[float, ...], median: float) -> None:
    outputs = {str(at): Output("", one) for at, one in enumerate(seconds)}
    assert milliseconds(outputs) == pytest.approx(median)
