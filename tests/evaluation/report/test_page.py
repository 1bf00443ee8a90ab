"""The report: one page that fetches nothing, with all that differs and nothing that does not."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.evaluation.measure import measure
from cleaner.evaluation.report.page import _cut_short, render
from cleaner.evaluation.result import judge
from cleaner.evaluation.roads import Road
from cleaner.evaluation.systems import given as given_system
from cleaner.evaluation.systems import load_peer, ours
from cleaner.io.known_set import Truth, read_set, write_set
from tests.known_set import FOLDER


class _Fetches(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [value or "" for name, value in attrs if name in ("src", "srcset", "data")]
        self.fetched += [tag] if tag in ("link", "script", "img", "iframe") else []
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("road", ["html", "text"])
def test_report(road: Road, bundled: Cleaner) -> None:
    known = read_set(FOLDER)
    systems = [ours(bundled), load_peer("trafilatura") if road == "html" else given_system()]
    page = render([judge(known, road, measure(known.pages, systems, road))], bundled)
    reader = _Fetches()
    reader.feed(page)
    assert (reader.fetched, reader.open) == ([], [])
    assert page.count("<svg") == 3
    assert "known-set: 4 pages" in page


def test_one_page_can_be_plotted(bundled: Cleaner) -> None:
    known = read_set(FOLDER).sample(1)
    assert "<svg" in render([judge(known, "html", measure(known.pages, [ours(bundled)], "html"))], bundled)


def test_text_from_pages_is_escaped(tmp_path: Path, bundled: Cleaner) -> None:
    html = b"<p>The sign on the door of the old mill says nothing.</p>"
    write_set(tmp_path, [(Truth("<b>", "Not <i> & <u>", url="https://mill.example/?a=<u>"), html)])
    known = read_set(tmp_path)
    page = render([judge(known, "html", measure(known.pages, [ours(bundled)], "html"))], bundled)
    assert "Not &lt;i&gt; &amp; &lt;u&gt;" in page
    assert not any(tag in page for tag in ("<b>&", "<i>", "<u>"))


WORDS = " ".join(f"w{at}" for at in range(40))


@pytest.mark.parametrize(
    ("at_start", "at_end", "shown"),
    [
        (False, False, ("w0 ", "w11", 16, "w28", " w39")),
        (True, False, ("", "", 28, "w28", " w39")),
        (False, True, ("w0 ", "w11", 28, "", "")),
    ],
    ids=["middle", "start", "end"],
)
def test_what_is_the_same_is_cut_short(at_start: bool, at_end: bool, shown: tuple[str, str, int, str, str]) -> None:
    first, before, skipped, after, last = shown
    cut = _cut_short(WORDS, at_start=at_start, at_end=at_end)
    head, _, rest = cut.partition('<span class="skip">')
    count, _, tail = rest.partition("</span>")
    assert (head.startswith(first), head.endswith(before)) == (True, True)
    assert (tail.strip().startswith(after), tail.endswith(last)) == (True, True)
    assert count == f" [… {skipped} words …] "


@pytest.mark.parametrize(("words", "is_cut"), [(29, False), (30, True)])
def test_a_count_takes_room_as_well(words: int, is_cut: bool) -> None:
    text = " ".join(["<w>"] * words)
    cut = _cut_short(text, at_start=False, at_end=False)
    assert ("skip" in cut) is is_cut
    assert cut.count("&lt;w&gt;") == (24 if is_cut else words)
