"""A comment or a field that never ends takes no text with it."""

import pytest

from cleaner.html.snapshot import take_snapshot
from cleaner.html.unclosed import close_unclosed

FIRST, SECOND = "The ferry sails again on Monday.", "Nobody had asked the ferryman."
BODY = f"<h1>Ferry</h1><p>{FIRST}</p>"

PAGES = {
    "comment": f"<body>{BODY}<!-- slot 3 <p>{SECOND}</p></body>",
    "title": f"<head><title>Ferry\n<meta charset=utf-8></head><body>{BODY}<p>{SECOND}</p></body>",
    "style": f"<head><style>p > b {{color: red}}</head><body>{BODY}<p>{SECOND}</p></body>",
    "script": f"<script>var a = 1 < 2;</script>{BODY}<SCRIPT async>var b;<p>{SECOND}</p>",
    "field": f"{BODY}<textarea name=q><p>{SECOND}</p>",
    "CDATA section": f"<content:encoded><![CDATA[{BODY}<p>{SECOND}</p>]]></content:encoded>",
}
WHOLE = {
    "closed": "<title>a</title><style>p {}</style><!-- a --><script>'<!--'</script><p>b</p>",
    "cut off in a script": "<p>a</p><script>for (i = 0; i < n; i++) {",
    "another name": "<titles>a<p>b</p>",
    "comment closed by a bang": "<!-- a --!><p>b</p>",
    "comment closed at once": "<!--><p>b</p>",
}


@pytest.mark.parametrize("name", PAGES)
def test_text_after_an_end_forgotten_stays(name: str) -> None:
    assert [block.text for block in take_snapshot(PAGES[name]).layout.blocks] == ["Ferry", FIRST, SECOND]


@pytest.mark.parametrize("name", WHOLE)
def test_markup_without_fault_is_left(name: str) -> None:
    data = WHOLE[name].encode()
    assert close_unclosed(data) == data
