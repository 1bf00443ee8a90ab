"""Fields and templates are opened where the page shows no other article."""

from html import escape

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
TEASER = "<div><h4>Bakers strike</h4><p>Nobody knows when there will be rolls again.</p></div>"

OPENED = {
    "lines in a field": (f"<textarea readonly rows=40>{TEXT}</textarea>", PROSE),
    "markup in a field": (f"<textarea>{PARAGRAPHS}</textarea>", PROSE),
    "escaped markup in a field": (f"<textarea style='display:none'>{escape(PARAGRAPHS)}</textarea>", PROSE),
    "a template": (f"<div id=app></div><template id=story>{PARAGRAPHS}</template>", PROSE),
    "a framed page": (f'<iframe srcdoc="{escape(PARAGRAPHS)}"></iframe>', PROSE),
    "chinese": (f"<textarea>{chr(10).join(CHINESE)}</textarea>", CHINESE),
    "in the form around it all": (f"<form><input type=hidden><textarea>{TEXT}</textarea></form>", PROSE),
}
CLOSED = {
    "beside an article": (f"{PARAGRAPHS}<template>{TEASER}</template><textarea>{TEXT}</textarea>", PROSE),
    "a word": ("<p>Ferry</p><textarea>Your comment</textarea>", ["Ferry"]),
    "terms to agree to": (f"<p>Ferry</p><form><input type=text><textarea>{TEXT}</textarea></form>", ["Ferry"]),
    "a box for consent": (f"<p>Ferry</p><template id=cookie-modal>{PARAGRAPHS}</template>", ["Ferry"]),
    "a short template": (f"<p>Ferry</p><template>{TEASER}</template>", ["Ferry"]),
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
