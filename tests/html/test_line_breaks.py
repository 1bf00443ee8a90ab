"""Lines stay lines; what was only wrapped is joined."""

import pytest

from cleaner.html.snapshot import take_snapshot

LONG = "The ferry sails again on Monday, the harbour office said in a long statement"
LINES = {
    "run-in heading": ("<p><b>Next steps</b><br/>The board meets again.</p>", "Next steps\nThe board meets again."),
    "verse": ("<p>Two fathoms at the bell,<br>and you are well.<br>", "Two fathoms at the bell,\nand you are well."),
    "address": ("<div>Harbour Office<br>1 Pier Road<br>Norrick", "Harbour Office\n1 Pier Road\nNorrick"),
    "paragraphs": (f"<div>{LONG}.<br>Nobody had asked.", f"{LONG}.\nNobody had asked."),
    "question": (f"<p>{LONG}?<br><i>No.</i></p>", f"{LONG}?\nNo."),
    "wrapped": (f"<p>{LONG}<br>to all islanders.</p>", f"{LONG} to all islanders."),
    "wrapped, sentence by chance": (f"<p>{LONG}<br>to all.<br>{LONG}.<br>{LONG}<br>too.", None),
    "chinese": ("<p>渡轮将于周一再次启航<br>港务局说", "渡轮将于周一再次启航\n港务局说"),
    "preformatted": (
        "<pre><code>hour  depth\n06 <b>2.1</b>\r\n\n  12  3.4\n</code></pre>",
        "hour depth\n06 2.1\n12 3.4",
    ),
    "new lines elsewhere": ("<p>one\ntwo\n\nthree</p>", "one two three"),
    "edges": ("<p><br>one <br> <i> two</i><br></p>", "one\ntwo"),
    "inside a word's element": ("<p><a href=/>one<br>two</a></p>", "one\ntwo"),
}


@pytest.mark.parametrize("name", LINES)
def test_lines(name: str) -> None:
    markup, wanted = LINES[name]
    (block,) = take_snapshot(markup).layout.blocks
    assert block.lines == (wanted or f"{LONG} to all.\n{LONG}. {LONG} too.")
    assert block.text == " ".join(block.lines.split())
    assert all(block.text[place] == " " for place in block.breaks)
