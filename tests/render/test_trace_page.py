"""A trace as one HTML page: what stands on it, why it says so, and that nothing of the page comes through alive."""

import re

import pytest
from lxml import html

from cleaner.document.block import Block
from cleaner.document.kinds import KINDS
from cleaner.document.verdict import Evidence, Note, Trim, Verdict
from cleaner.render.trace import explain
from cleaner.render.trace_page import page

HOSTILE = """</p></style></title><script>alert(1)</script><img src=x onerror="alert(1)"> & " ' &lt;"""


def made(
    *verdicts: Verdict, notes: tuple[Note, ...] = (), title: str = "Ferry", summary: str = "ok"
) -> html.HtmlElement:
    return html.document_fromstring(page(explain(verdicts, notes, {}), title, summary))


def block(number: int, text: str) -> Block:
    return Block(number, text, "p")


@pytest.mark.parametrize(
    ("verdict", "classes", "kind", "why"),
    [
        (Verdict(block(0, "Boat"), True), None, None, None),
        (
            Verdict(block(0, "Boat"), True, evidence=(Evidence("is.core", 0.5),)),
            None,
            None,
            r"kept: \+0\.50 \(.+ \+0\.50\)",
        ),
        (
            Verdict(block(0, "Boat"), False, "rule", "sea/share.x", "share", also=("sea/ui.y",)),
            "gone k-share",
            "share",
            r"removed: share by sea/share\.x\nalso matched: sea/ui\.y",
        ),
        (
            Verdict(block(0, "Boat"), False, "evidence", evidence=(Evidence("is.core", -0.5),)),
            "gone k-evidence",
            "evidence",
            r"removed: by evidence: -0\.50 \(.+\)",
        ),
    ],
    ids=["kept", "kept by evidence", "rule", "evidence"],
)
def test_a_block(verdict: Verdict, classes: str | None, kind: str | None, why: str | None) -> None:
    (shown,) = made(verdict).xpath("//hr/following-sibling::p")
    assert shown.text_content() == "Boat"
    assert (shown.get("class"), shown.get("data-kind")) == (classes, kind)
    assert shown.get("title") is None if why is None else re.fullmatch(why, shown.get("title"))


def test_what_was_trimmed_is_struck_out() -> None:
    trims = (Trim(10, 14, "sea/ui.x", "ui"), Trim(0, 4, "sea/share.x", "share"))
    (shown,) = made(Verdict(block(0, "Read Boats more"), True, trims=trims)).xpath("//hr/following-sibling::p")
    assert shown.text_content() == "Read Boats more"
    assert [(one.text, one.get("class")) for one in shown] == [("Read", "k-share"), (" mor", "k-ui")]


def test_the_kinds_that_went_are_counted() -> None:
    kinds = ("ui", "share", "ui", "")
    gone = [Verdict(block(at, "Boat"), False, "rule", "sea/x.y", kind) for at, kind in enumerate(kinds)]
    assert [span.text for span in made(*gone).xpath("//p[@class='legend']/span")] == ["ui 2", "share 1", "evidence 1"]


def test_every_kind_has_a_colour_of_its_own() -> None:
    style = made().xpath("//style")[0].text
    colours = [re.search(rf"\.k-{kind} {{ background: (hsl\(.+?\));", style) for kind in KINDS]
    assert all(colours)
    assert len({found[1] for found in colours if found}) == len(KINDS)


def test_nothing_of_the_page_comes_through_alive() -> None:
    gone = Verdict(block(0, HOSTILE), False, "rule", HOSTILE, HOSTILE, also=(HOSTILE,))
    stays = Verdict(block(1, HOSTILE), True, trims=(Trim(0, 9, HOSTILE, HOSTILE),))
    tree = made(gone, stays, notes=(Note(HOSTILE, HOSTILE, 0, 2),), title=HOSTILE, summary=HOSTILE)
    assert {element.tag for element in tree.iter()} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "p", "span", "hr", "del",
    }  # fmt: skip
    assert {name for element in tree.iter() for name in element.keys()} <= {  # noqa: SIM118
        "charset", "http-equiv", "content", "class", "title", "data-kind",
    }  # fmt: skip
    assert [shown.text_content() for shown in tree.xpath("//hr/following-sibling::p")] == [HOSTILE, HOSTILE]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    tree = made(Verdict(block(0, "Boat"), True))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert not re.search(r"https?:|url\(|@import", html.tostring(tree, encoding="unicode"))
