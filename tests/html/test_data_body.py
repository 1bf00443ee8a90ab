"""An article that a page holds as data only is read from there, and only then."""

import json

import pytest

from cleaner.html.snapshot import take_snapshot

LINES = [
    "The ferry sails again on Monday, the harbour office said in a statement to all islanders.",
    "Nobody had asked the ferryman, who has crossed here for thirty years & means to go on.",
    "The bridge stays closed until spring, since < 3 % of its bolts passed the first inspection.",
]
BODIES = {
    "lines": "\r\n\r\n".join(LINES),
    "list": LINES,
    "paragraphs": "".join(f"<p class=ad>{line}</p>" for line in LINES),
    "escaped paragraphs": "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in LINES),
    "breaks": "<br><br>".join(LINES),
    "lines with links": "\n".join(LINES).replace("ferryman", "<a href=/f>ferryman</a>"),
    "scripts": "".join(f"<p>{line}</p><script>no</script>" for line in LINES),
}


def page(body: object, inside: str = "") -> str:
    data = json.dumps({"@type": "NewsArticle", "articleBody": body}).replace("</", "<\\/")
    return (
        f'<script type="application/ld+json">{data}</script><div><h1>Ferry</h1>{inside}</div><footer>Imprint</footer>'
    )


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_data_only_becomes_blocks_after_the_headline(name: str) -> None:
    blocks = take_snapshot(page(BODIES[name])).layout.blocks
    assert [block.text for block in blocks] == ["Ferry", *LINES, "Imprint"]
    assert all(block.path.startswith("json-ld > article") for block in blocks[1:-1])


@pytest.mark.parametrize("inside", ["".join(f"<p>{line}</p>" for line in LINES), "<br>".join(LINES)])
def test_a_body_that_stands_on_the_page_is_not_doubled(inside: str) -> None:
    texts = [block.text for block in take_snapshot(page("\n".join(LINES), inside)).layout.blocks]
    assert " ".join(texts).count("ferryman") == 1


def test_the_entries_of_a_live_blog_are_a_body() -> None:
    entries = [{"@type": "BlogPosting", "headline": f"{at}.30", "articleBody": line} for at, line in enumerate(LINES)]
    data = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": entries})
    blocks = take_snapshot(f'<script type="application/ld+json">{data}</script><h1>Ferry</h1>').layout.blocks
    told = [text for at, line in enumerate(LINES) for text in (f"{at}.30", line)]
    assert [block.text for block in blocks] == ["Ferry", *told]


def test_a_teaser_is_no_body() -> None:
    assert [block.text for block in take_snapshot(page(LINES[0])).layout.blocks] == ["Ferry", "Imprint"]


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ('<script id="__NEXT_DATA__" type="application/json">{}</script>', True),
        ("<script>window.__INITIAL_STATE__ = {}</script>", True),
        ("<script>self.__next_f.push({})</script>", True),
        ("<script>track({})</script>", False),
        ('<script type="application/json" id="consent">{}</script>', False),
    ],
)
def test_a_body_in_a_script_is_noticed(script: str, wanted: bool) -> None:
    state = json.dumps([{"text": line} for line in LINES * 3])
    assert take_snapshot(f"<body><div id=app></div>{script.replace('{}', state)}").meta.body_in_script is wanted


def test_a_page_that_shows_its_text_does_not_leave_it_to_a_script() -> None:
    script = f"<script>window.__STATE__ = {json.dumps(LINES * 3)}</script>"
    assert not take_snapshot("".join(f"<p>{line}</p>" for line in LINES * 6) + script).meta.body_in_script
