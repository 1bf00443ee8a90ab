"""The tools that come with `dev` all get the gist of a page; one that is missing is named."""

import sys

import pytest

from cleaner.api import Cleaner
from cleaner.errors import MissingExtraError
from cleaner.evaluation.measure import measure
from cleaner.evaluation.roads import enter
from cleaner.evaluation.systems import System, given, load_peer, ours
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


def test_unknown_tool() -> None:
    with pytest.raises(ValueError, match="no such tool: 'trafilatur'; there are trafilatura"):
        load_peer("trafilatur")


def test_missing_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "goose3", None)
    with pytest.raises(MissingExtraError, match=r"goose3 is not installed.*\[bench-all\]"):
        load_peer("goose3")


def test_roads() -> None:
    full = enter(HARBOUR, "full-text").text or ""
    assert "Notify me of follow-up comments by email." in full
    main = enter(HARBOUR, "text").text or ""
    assert "share the cost with the county" in main
    assert len(main) < len(full)
    assert enter(HARBOUR, "text").url == HARBOUR.truth.url


def test_measure_takes_turns(bundled: Cleaner) -> None:
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


def test_ours_and_the_input_on_the_text_road(bundled: Cleaner) -> None:
    outputs = measure([HARBOUR], [given(), ours(bundled)], "full-text")
    assert "Click to share on Facebook" in outputs["input"][HARBOUR.id].body
    assert "Click to share on Facebook" not in outputs["cleaner"][HARBOUR.id].body
