"""What a page says that its article is about."""

import json
from typing import Any

import pytest

from cleaner.html.head import read_head
from cleaner.html.parse import parse
from cleaner.html.topics import section, tags


def read(html: str) -> tuple[str | None, tuple[str, ...]]:
    root = parse(html + "<p>x</p>")
    assert root is not None
    head = read_head(root)
    return section(head), tags(head)


def data(**article: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "Article", **article})}</script>'


def meta(*named: tuple[str, str]) -> str:
    return "".join(f'<meta name="{name}" content="{content}">' for name, content in named)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (data(articleSection="Harbour"), "Harbour"),
        (data(articleSection=["Arts &amp; Culture", "News"]), "Arts & Culture"),
        (data(articleSection=[7, None, {}, "News"]), "News"),
        (data(articleSection="Ferries, boats"), "Ferries, boats"),
        (data(articleSection="https://a.example/news") + meta(("article:section", "News")), "News"),
        (data(articleSection="x" * 101), None),
        (data(articleSection={"name": "News"}), None),
        (meta(("article:section", "News"), ("section", "Other")), "News"),
        ('<a rel="tag">Ferry</a><a rel="category tag"> The  <b>Sea</b></a>', "The Sea"),
        ('<a rel="category">Sea</a>', None),
    ],
)
def test_section(html: str, found: str | None) -> None:
    assert read(html)[0] == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (data(keywords="ferry, Harbour ;boats"), ("ferry", "Harbour", "boats")),
        (data(keywords=["ferry", " Ferry", "Tide &amp; Sea"]), ("ferry", "Tide & Sea")),
        (data(keywords=[{"@type": "DefinedTerm", "name": "ferry"}, {"url": "x"}, "#sea"]), ("ferry", "sea")),
        (data(keywords=[7, None, [], {"name": {}}, True]), ()),
        (data(keywords={"name": "ferry"}), ("ferry",)),
        (data(keywords="渡輪、港口，海"), ("渡輪", "港口", "海")),
        (data(keywords=["https://a.example/ferry", "x" * 101, "", " , "]), ()),
        (data(keywords="ferry") + meta(("article:tag", "sea")), ("ferry",)),
        (data(keywords=[]) + meta(("article:tag", "sea"), ("article:tag", "tide")), ("sea", "tide")),
        (meta(("keywords", "a,b"), ("news_keywords", "c")), ("c",)),
        (meta(("keywords", "a,, b")), ("a", "b")),
        ('<a rel="tag">#Ferry</a><a rel="nofollow Tag"><b>The</b> sea</a>', ("Ferry", "The sea")),
        ('<a rel="category tag">Sea</a>', ()),
        ("<a>Ferry</a>", ()),
    ],
)  # fmt: skip
def test_tags(html: str, found: tuple[str, ...]) -> None:
    assert read(html)[1] == found


@pytest.mark.parametrize(
    "html",
    [
        data(keywords=[f"tag {n}" for n in range(100_000)]),
        data(keywords=",".join(f"tag {n}" for n in range(100_000))),
        meta(*(("article:tag", f"tag {n}") for n in range(1_000))),
        "".join(f'<a rel="tag">tag {n}</a>' for n in range(1_000)),
    ],
    ids=["list", "text", "meta", "links"],
)
def test_tags_have_a_bound(html: str) -> None:
    assert read(html)[1] == tuple(f"tag {n}" for n in range(50))
