"""Fields and templates are opened where the page shows no other article."""

from html import escape
from json import dumps

import pytest

from cleaner.html.snapshot import take_snapshot

PROSE = [
    "The ferry sails again on Monday, the harbour office said in a statement to all islanders.",
    "Nobody had asked the ferryman, who has crossed here for thirty years and means to go on.",
    "The bridge stays closed until spring, since few of its bolts passed the first inspection.",
]
CHINESE = [
    "港务局周一表示，开往外岛的渡轮将于下周恢复航行。",
    "三月份潜水员发现船体有裂缝，公司当天就让这艘船停止服务。",
    "修理费用为二百四十万克朗，其中一半由县政府承担，其余来自贷款。",
]
TEXT = "\n".join(PROSE)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in PROSE)
SHORT = PROSE[0]
LETTER = [
    "Your letter has arrived at our desk, and one of us will read it before the week is over.",
    "We print some of the letters on Saturdays, and we shorten those that go on for too long.",
    "It may take until then to hear from us, since there are more letters than people who read them.",
]
LETTERS = "".join(f"<p>{text}</p>" for text in LETTER)
THAI = "เรือข้ามฟากจะกลับมาแล่นอีกครั้งในวันจันทร์ สำนักงานท่าเรือแจ้งกับชาวเกาะทุกคน"
VERSE = ["The rope is slack", "the gulls complain", "the tide went out and took the day", "and won't return again"]
SCRIPT = "function go() { alert('The ferry sails. It is late. Nobody waits for it any more.'); return false; } " * 5
DATA = f'<script type="application/ld+json">{dumps({"@type": "NewsArticle", "articleBody": TEXT})}</script>'
TEASER = "<div><h4>Bakers strike</h4><p>Nobody knows when there will be rolls again.</p></div>"

OPENED = {
    "lines in a field": (f"<textarea readonly rows=40>{TEXT}</textarea>", PROSE),
    "markup in a field": (f"<textarea>{PARAGRAPHS}</textarea>", PROSE),
    "escaped markup in a field": (f"<textarea style='display:none'>{escape(PARAGRAPHS)}</textarea>", PROSE),
    "a template": (f"<div id=app></div><template id=story>{PARAGRAPHS}</template>", PROSE),
    "a framed page": (f'<iframe srcdoc="{escape(PARAGRAPHS)}"></iframe>', PROSE),
    "chinese": (f"<textarea>{chr(10).join(CHINESE)}</textarea>", CHINESE),
    "in the form around it all": (f"<form><input type=hidden><textarea>{TEXT}</textarea></form>", PROSE),
    "below a menu": (
        f"<nav>{'<a href=/n>News</a> <a href=/s>Sport</a> ' * 9}</nav><template>{PARAGRAPHS}</template>",
        [" ".join(["News Sport"] * 9), *PROSE],
    ),
    "the one with most prose": (f"<template>{LETTERS}</template><template>{PARAGRAPHS * 2}</template>", PROSE * 2),
    "beside a script of its own": (f"<template><script>{SCRIPT}</script>{PARAGRAPHS}</template>", PROSE),
    "kept as it is and as text": (f"<textarea>{TEXT}</textarea><template>{PARAGRAPHS}</template>", PROSE),
}
CLOSED = {
    "beside an article": (f"{PARAGRAPHS}<template>{TEASER}</template><textarea>{TEXT}</textarea>", PROSE),
    "a word": ("<p>Ferry</p><textarea>Your comment</textarea>", ["Ferry"]),
    "terms to agree to": (f"<p>Ferry</p><form><input type=text><textarea>{TEXT}</textarea></form>", ["Ferry"]),
    "a box for consent": (f"<p>Ferry</p><template id=cookie-modal>{PARAGRAPHS}</template>", ["Ferry"]),
    "a short template": (f"<p>Ferry</p><template>{TEASER}</template>", ["Ferry"]),
    "beside a sentence": (f"<p>{SHORT}</p><template>{LETTERS * 3}</template>", [SHORT]),
    "beside a linked article": (f"<p><a href=/f>{SHORT}</a></p><template>{LETTERS * 3}</template>", [SHORT]),
    "beside an article of linked words": (
        f"<p>{' '.join(f'<a href=/w>{word}</a>' for word in SHORT.split())}</p><template>{LETTERS}</template>",
        [SHORT],
    ),
    "beside an article without marks": (f"<ul><li>{SHORT[:-1]}</ul><template>{LETTERS}</template>", [SHORT[:-1]]),
    "beside an article in bold words": (
        f"<p>{' '.join(f'<b>{word}</b>' for word in SHORT.split())}</p><template>{LETTERS}</template>",
        [SHORT],
    ),
    "beside thai": (f"<p>{THAI}</p><template>{LETTERS}</template>", [THAI]),
    "beside chinese": (f"<p>{CHINESE[0]}</p><template>{LETTERS}</template>", [CHINESE[0]]),
    "beside verse": (f"<p>{'<br><br>'.join(VERSE)}</p><template>{LETTERS}</template>", VERSE),
    "beside an article without scripts": (f"<noscript>{PARAGRAPHS}</noscript><template>{LETTERS}</template>", PROSE),
    "beside an article in an object": (f"<object>{PARAGRAPHS}</object><template>{LETTERS}</template>", PROSE),
    "beside a hidden article": (f"<div hidden>{PARAGRAPHS}</div><template>{LETTERS}</template>", PROSE),
    "beside an article in the data": (f"{DATA}<template>{LETTERS * 2}</template>", PROSE),
    "what some readers are shown": (f"<p>Ferry</p><template v-else>{LETTERS}</template>", ["Ferry"]),
    "a form for names": (f"<p>Ferry</p><template>{'<p>{{name}} wrote. So did you. And they.</p>' * 9}", ["Ferry"]),
    "code": (f"<p>Ferry</p><textarea readonly>{SCRIPT}</textarea>", ["Ferry"]),
    "a call": (f"<p>Ferry</p><textarea>{chr(10).join(['print(' + repr(SHORT) + ')'] * 9)}</textarea>", ["Ferry"]),
    "a draft": (f"<p>Ferry</p><div><textarea>{TEXT}</textarea><button>Send</button></div>", ["Ferry", "Send"]),
    "a letter in a form": (
        f"<p>Ferry</p><form><p><textarea>{TEXT}</textarea><p><button>Send</button></form>",
        ["Ferry", "Send"],
    ),
    "an answer": (f"<p>Ferry</p><div class=reply-box><textarea>{TEXT}</textarea></div>", ["Ferry"]),
    "a search": (f"<p>Ferry</p><form action=/search><textarea>{TEXT}</textarea></form>", ["Ferry"]),
    "how to cite it": (f"<p>Ferry</p><textarea id=cite>{TEXT}</textarea>", ["Ferry"]),
    "code to embed": (f"<p>Ferry</p><textarea class=embed-code>{escape(PARAGRAPHS)}</textarea>", ["Ferry"]),
    "a policy": (f"<p>Ferry</p><template id=data-policy>{PARAGRAPHS}</template>", ["Ferry"]),
    "thanks": (f"<p>Ferry</p><template id=thank-you>{LETTERS}</template>", ["Ferry"]),
    "a framed advert": (f'<p>Ferry</p><iframe title="Ad content" srcdoc="{escape(LETTERS)}"></iframe>', ["Ferry"]),
}


@pytest.mark.parametrize("name", OPENED)
def test_the_only_article_is_found(name: str) -> None:
    markup, blocks = OPENED[name]
    assert _blocks(f"{markup}{TEASER}") == [*blocks, "Bakers strike", "Nobody knows when there will be rolls again."]


@pytest.mark.parametrize("name", CLOSED)
def test_others_stay_closed(name: str) -> None:
    markup, blocks = CLOSED[name]
    assert _blocks(markup) == blocks


def _blocks(markup: str) -> list[str]:
    return [block.text for block in take_snapshot(f"<body>{markup}").layout.blocks]
