"""The ways into a system: what it gets of a page, and that it gets nothing of the truth."""

import sys

import pytest

from cleaner.document.page import Page
from cleaner.errors import MissingExtraError
from cleaner.evaluation import roads
from cleaner.evaluation.road_names import ROADS
from cleaner.evaluation.roads import Road, enter
from cleaner.io.known_set import read_set
from tests.known_set import FOLDER

PAGES = {page.id: page for page in read_set(FOLDER).pages}
HARBOUR = PAGES["wordpress-sharedaddy"]


@pytest.mark.parametrize("road", [road for road in ROADS if road != "newspaper4k"])
def test_the_address_goes_with_the_page_and_nothing_else(road: Road) -> None:
    page = enter(HARBOUR, road)
    assert page == Page(html=page.html, text=page.text, url=HARBOUR.truth.url, id=HARBOUR.id)
    assert bool(page.text) is (road not in ("html", "feed"))
    assert "share the cost with the county" in " ".join(str(page.text or page.html).replace("-\n", "").split())


def test_roads() -> None:
    full = enter(HARBOUR, "full-text").text or ""
    assert "Notify me of follow-up comments by email." in full
    main = enter(HARBOUR, "text").text or ""
    assert "share the cost with the county" in main
    assert len(main) < len(full)
    assert enter(HARBOUR, "text").url == HARBOUR.truth.url


def test_the_text_road_needs_resiliparse(monkeypatch: pytest.MonkeyPatch) -> None:
    roads._made.cache_clear()
    monkeypatch.setitem(sys.modules, "resiliparse.extract.html2text", None)
    with pytest.raises(MissingExtraError, match=r"resiliparse is not installed: .*\[bench\]"):
        enter(HARBOUR, "text")
    assert enter(HARBOUR, "full-text").text


def test_a_heavy_tool_has_an_extra_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    roads._made.cache_clear()
    monkeypatch.setitem(sys.modules, "newspaper", None)
    with pytest.raises(MissingExtraError, match=r"newspaper is not installed: .*\[bench-all\]"):
        enter(HARBOUR, "newspaper4k")
