"""What readers do not see goes, what scripts show to them stays."""

import pytest

from cleaner.html.snapshot import take_snapshot

PROSE = [
    "The ferry sails again on Monday, the harbour office said in a statement to all islanders.",
    "Nobody had asked the ferryman, who has crossed here for thirty years and means to go on.",
    "The bridge stays closed until spring, since few of its bolts passed the first inspection.",
]
OTHER = "The council met on Tuesday and agreed to mend the road to the pier before the winter."
SPANS = "".join(f"<section><span>{text}</span></section>" for text in PROSE)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in PROSE)
PANEL = f"<p>{OTHER}</p>"

SHOWN = {
    "display none": f"<div style='display : none'>{PARAGRAPHS}</div>",
    "visibility hidden, no paragraphs": f"<div style='VISIBILITY: hidden; opacity: 0'>{SPANS}</div>",
    "hidden": f"<article hidden>{SPANS}</article>",
    "body": f"<body style='visibility:hidden'>{SPANS}</body>",
    "wrapper with a search form": f"<div style='display:none'><form><input name=q></form>{SPANS}</div>",
    "the rest": f"<p>{OTHER}</p><div hidden class=paywall>{SPANS}</div>",
    "nested": f"<div style='display:none'><div hidden>{SPANS}</div></div>",
    "for readers without scripts": f"<div id=root></div><noscript>{PARAGRAPHS}</noscript>",
    "chinese": f"<div hidden>{'渡轮将于周一再次启航，港务局在给所有岛民的声明中说，桥梁将于春天重新开放。' * 8}</div>",
}
PANELS = {
    "controlled": f"<button aria-controls=x>More</button><div><div id=x hidden>{PANEL}</div></div>",
    "bootstrap": f"<a data-target='#x'>More</a><i></i><div id=x style='display:none'>{PANEL}</div>",
    "region": f"<h3>More</h3><div role=region style='display:none'>{PANEL}</div>",
    "accordion": f"<h3>More</h3><div class=accordion__panel style='display:none'>{PANEL}</div>",
    "the rest of a paragraph": f"<p>More. <span id=more style='display:none'>{OTHER}</span></p>",
    "expanded": f"<h3><button aria-expanded=false>More</button></h3><div hidden>{PANEL}</div>",
}
GONE = {
    "a copy": f"<div hidden class=mobile>{PARAGRAPHS}</div>",
    "a copy without markup": f"<div style='display:none'>{' '.join(PROSE)}</div>",
    "a copy for readers without scripts": f"<noscript>{PARAGRAPHS}</noscript>",
    "a dialog": f"<dialog>{PANEL * 9}</dialog>",
    "a modal": f"<div role=dialog style='display:none'>{PANEL * 9}</div>",
    "consent": f"<div id=cookie-layer style='display:none'>{PANEL * 9}</div>",
    "a form": f"<div hidden>{PANEL}<input name=a><textarea></textarea><input name=b></div>",
    "links": f"<ul hidden><li><a href=/>{OTHER}</a></li></ul>",
    "a word": "<p hidden>Loading</p>",
    "a panel of links": f"<i aria-controls=x></i><div id=x hidden><a href=/>{OTHER}</a></div>",
    "clipped": "<span style='position:absolute; clip: rect(0px, 0px, 0px, 0px)'>, opens new tab</span>",
    "clipped by a pixel": "<span style='clip:rect(1px 1px 1px 1px)'>, opens new tab</span>",
    "clipped by path": "<span style='clip-path: inset(50%)'>, opens new tab</span>",
    "a pixel": "<span style='position: absolute; width: 1px; height: 1px; overflow: hidden'>, opens new tab</span>",
    "far off": "<div style='position:absolute;left:-9999px'>cheap pills</div>",
    "for search engines": f"<div style='display:none; width:0px; height:0px; overflow:hidden'>{PANEL * 9}</div>",
    "title of an image": "<title>A boat</title>",
}


STEPS = ["Saw the floor, 20 by 40.", "Cut a slot.", "Nail the roof.", "No paint."]
SHORT = "".join(f"<p>{step}</p>" for step in STEPS)
SHORT_LINES = {
    "most of the page": f"<h1>Box</h1><div style='visibility:hidden'>{SHORT * 4}</div>",
    "chinese": f"<h1>雨燕</h1><div hidden>{'<p>雨燕年年回到同一个洞口。</p>' * 7}</div>",
    "behind a button": f"{PARAGRAPHS}<button>Show steps</button><ol style='display:none'>{SHORT * 2}</ol>",
    "the rest": f"{PARAGRAPHS}<div class=read-more-content hidden>{SHORT * 2}</div>",
}
SHORT_NAMES = {
    "behind a button": f"{PARAGRAPHS}<button>Share</button><div hidden>{'<p>Copy the address</p>' * 8}</div>",
    "menus": f"{PARAGRAPHS}<ul hidden class=expand>{'<li>Sport, culture, weather</li>' * 9}</ul>",
    "links": f"<h1>Box</h1><ul hidden>{'<li><a href=/>Saw the floor. Nail it.</a></li>' * 20}</ul>",
}


@pytest.mark.parametrize("name", SHORT_LINES)
def test_hidden_articles_of_short_lines_stay(name: str) -> None:
    texts = [block.text for block in take_snapshot(SHORT_LINES[name]).layout.blocks]
    assert texts[-1] in ("No paint.", "雨燕年年回到同一个洞口。")


@pytest.mark.parametrize("name", SHORT_NAMES)
def test_hidden_names_of_things_go(name: str) -> None:
    texts = [block.text for block in take_snapshot(SHORT_NAMES[name]).layout.blocks]
    assert set(texts) <= {*PROSE, "Share", "Box"}


@pytest.mark.parametrize("name", SHOWN)
def test_hidden_articles_stay(name: str) -> None:
    texts = " ".join(block.text for block in take_snapshot(f"<h1>Ferry</h1>{SHOWN[name]}").layout.blocks)
    assert (PROSE[2] in texts and PROSE[0] in texts) or "桥梁" in texts


@pytest.mark.parametrize("name", PANELS)
def test_panels_behind_an_opener_stay(name: str) -> None:
    texts = [block.text for block in take_snapshot(f"{PARAGRAPHS * 3}{PANELS[name]}").layout.blocks]
    assert texts[-1].removeprefix("More. ") == OTHER


@pytest.mark.parametrize("name", GONE)
def test_what_is_hidden_for_good_goes(name: str) -> None:
    layout = take_snapshot(f"<div>{PARAGRAPHS}</div>{GONE[name]}<p>end</p>").layout
    assert [block.text for block in layout.blocks] == [*PROSE, "end"]


def test_of_two_hidden_copies_one_stays() -> None:
    layout = take_snapshot(f"<div hidden>{SPANS}</div><div hidden>{PARAGRAPHS}</div>").layout
    assert [block.text for block in layout.blocks] == PROSE


def test_images_that_are_clipped_are_seen() -> None:
    layout = take_snapshot("<p style='clip: rect(0px, 60px, 200px, 0px)'>one</p>").layout
    assert [block.text for block in layout.blocks] == ["one"]


@pytest.mark.parametrize(
    "markup",
    [
        "<embed src=a.swf>{}",
        "<source src=m.mp4>{}",
        "<track>{}",
        "<picture><source srcset=a><img>{}",
        "<svg><path d=x>{}",
        "<svg><path d=x/>{}",
        "<svg><foreignObject>{}</foreignObject></svg>",
        "<map name=m><area href=x>{}",
        "<video src=v.mp4>{}",
        "<audio>{}</audio>",
        "<canvas>{}</canvas>",
    ],
)
def test_articles_in_what_was_never_closed_or_shows_no_text_stay(markup: str) -> None:
    sentences = [f"The ferry sails again on day {number}, the harbour office said in a note." for number in range(6)]
    page = f"<h1>Ferry back</h1>{markup.format(''.join(f'<p>{one}</p>' for one in sentences))}"
    assert [block.text for block in take_snapshot(page).layout.blocks] == ["Ferry back", *sentences]


@pytest.mark.parametrize("tag", ["video", "audio", "canvas", "svg", "map"])
def test_a_word_for_who_cannot_see_it_goes(tag: str) -> None:
    page = f"<p>The ferry sails again.</p><{tag}>Your browser does not show this. Please take another one.</{tag}>"
    assert [block.text for block in take_snapshot(page).layout.blocks] == ["The ferry sails again."]


OF_HEAD = {
    "noscript": "<noscript>{}</noscript>",
    "shadow root": "<template shadowrootmode=open>{}</template>",
    "old shadow root": "<template shadowroot=open><article>{}</article></template>",
    "shadow root in noscript": "<noscript><template shadowrootmode=open>{}</template></noscript>",
    "never closed": "<noscript><link rel=stylesheet href=a.css>{}",
    "after a pixel and a stylesheet": (
        "<noscript><img height=1 width=1 src=a></noscript><noscript><style>p {{ top: 0 }}</style></noscript>"
        "<noscript>{}</noscript>"
    ),
}


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<body><div id=root></div></body>", PROSE),
        ("<body>Loading<p>Menu</p></body>", [*PROSE, "Loading", "Menu"]),
        ("", PROSE),
        (f"<body><main>{PARAGRAPHS}</main></body>", PROSE),
        (f"<body>{PANEL * 8}</body>", [OTHER] * 8),
    ],
    ids=["empty", "hardly anything", "none", "the same", "another article"],
)
@pytest.mark.parametrize("name", OF_HEAD)
def test_an_article_in_the_head_is_read_where_the_body_has_none(name: str, body: str, wanted: list[str]) -> None:
    page = f"<html><head><title>Ferry</title>{OF_HEAD[name].format(PARAGRAPHS)}</head>{body}</html>"
    assert [block.text for block in take_snapshot(page).layout.blocks] == wanted


@pytest.mark.parametrize(
    "inside",
    [
        "<noscript><img height=1 width=1 src=https://pixel.example/?e=PageView></noscript>",
        "<noscript>You need to enable scripts to read this page, or go to our page for readers without.</noscript>",
        f"<noscript><style>{'.lazy { display: none; visibility: hidden; opacity: 0 } ' * 9}</style></noscript>",
        f"<template>{PARAGRAPHS}</template>",
        f"<noscript><template>{PARAGRAPHS}</template></noscript>",
        f"<noscript>{'<p>Enable scripts.</p>' * 40}</noscript>",
    ],
    ids=["pixel", "notice", "styles", "template", "template in noscript", "short lines"],
)
def test_what_else_stands_in_a_head_goes(inside: str) -> None:
    page = f"<html><head><title>Ferry</title>{inside}</head><body>Sails<p>again</p></body></html>"
    assert [block.text for block in take_snapshot(page).layout.blocks] == ["Sails", "again"]
