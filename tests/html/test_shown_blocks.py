"""Spans that are shown as blocks are blocks; those in a paragraph or a heading are parts of it."""

import pytest

from cleaner.html.snapshot import take_snapshot

TEXTS = {
    "in place of paragraphs": (
        "<div><span style='display:block'>The ferry sails.</span><span style='display : flex;'>It is late.</div>",
        ["The ferry sails.", "It is late."],
    ),
    "beside bare text": (
        "<div>The ferry sails.<span style='display: block'>It is late.</span>Wait.</div>",
        ["The ferry sails.", "It is late.", "Wait."],
    ),
    "in a line": (
        "<div>The <span style='display:inline-block'>ferry</span> sails <span style='color:red'>late</span>.</div>",
        ["The ferry sails late."],
    ),
    "in a heading": ("<h2><span style='display:block'>Part one:</span> the ferry</h2>", ["Part one: the ferry"]),
    "in a paragraph": ("<p>The <span style='display:block'>ferry</span> sails.</p>", ["The ferry sails."]),
}


@pytest.mark.parametrize(("html", "texts"), TEXTS.values(), ids=TEXTS)
def test_where_blocks_part(html: str, texts: list[str]) -> None:
    assert [block.text for block in take_snapshot(html).layout.blocks] == texts
