"""Systems by name: one that is missing or unknown is told."""

import sys

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.errors import MissingExtraError
from cleaner.evaluation.measure import measure
from cleaner.evaluation.systems import NAMES, OURS, YARDSTICK, given, load_peer, ours
from cleaner.io.known_set import read_set
from tests.known_set import FOLDER

PAGES = {page.id: page for page in read_set(FOLDER).pages}
HARBOUR = PAGES["wordpress-sharedaddy"]


def test_unknown_tool() -> None:
    with pytest.raises(ValueError, match="no such tool: 'trafilatur'; there are trafilatura"):
        load_peer("trafilatur")


def test_missing_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "goose3", None)
    with pytest.raises(MissingExtraError, match=r"goose3 is not installed.*\[bench-all\]"):
        load_peer("goose3")


def test_ours_and_the_input_on_the_text_road(bundled: Cleaner) -> None:
    outputs = measure([HARBOUR], [given(), ours(bundled)], "full-text")
    assert "Click to share on Facebook" in outputs["input"][HARBOUR.id].body
    assert "Click to share on Facebook" not in outputs["cleaner"][HARBOUR.id].body


def test_all_names_can_be_asked_for() -> None:
    assert NAMES[0] == YARDSTICK == "trafilatura"
    assert OURS not in NAMES


def test_what_is_given_is_handed_on() -> None:
    assert given().extract(Page(text="Boat")) == "Boat"
    assert given().extract(Page(html="<p>Boat")) == ""
