"""JSON-LD of any shape: its items, the article among them, and what their properties say."""

from typing import Any

import pytest

from cleaner.html.linked_data import article_of, body_lines, by_id, lines_of, names_of, read_items, text_of, types_of
from cleaner.html.parse import parse


def items(*scripts: str) -> list[dict[str, Any]]:
    root = parse("".join(f'<script type="application/ld+json">{one}</script>' for one in scripts) + "<p>x</p>")
    assert root is not None
    return read_items(root)


@pytest.mark.parametrize(
    ("scripts", "found"),
    [
        (['{"a": 1}'], [{"a": 1}]),
        (['{"a": 1}', "[{}, 7, [{}]]"], [{"a": 1}, {}, {}]),
        (['{"a": 1,}'], [{"a": 1}]),
        (['//<!--\n{"a": 1}\n//-->;'], [{"a": 1}]),
        (['{"a": "1\n2"}'], [{"a": "1\n2"}]),
        (["{a: 1}"], []),
        (['"a"'], []),
        ([""], []),
        (["[" * 100_000], []),
        (['{"@graph": [{"a": 1}]}'], [{"@graph": [{"a": 1}]}, {"a": 1}]),
    ],
    ids=["one", "in lists", "comma", "comment marks", "line break", "broken", "text", "empty", "deep", "graph"],
)
def test_items(scripts: list[str], found: list[dict[str, Any]]) -> None:
    assert items(*scripts) == found


def test_items_in_each_other_have_a_bound() -> None:
    assert len(items('{"mainEntity":' * 9 + "{}" + "}" * 9)) == 4


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ([{"@type": "WebPage"}, {"@type": "NewsArticle"}, {"@type": "Article"}], 1),
        ([{"@type": "Article"}, {"@type": ["Thing", "BlogPosting"], "articleBody": "x"}], 1),
    ],
)
def test_the_article(given: list[dict[str, Any]], at: int) -> None:
    assert article_of(given) is given[at]


@pytest.mark.parametrize("given", [[], [{}], [{"@type": None}], [{"@type": "WebPage"}]])
def test_no_article(given: list[dict[str, Any]]) -> None:
    assert article_of(given) == {}


@pytest.mark.parametrize(
    ("item", "lines"),
    [
        ({}, ""),
        ({"articleBody": "a\nb"}, "a\nb"),
        ({"articleBody": "a", "liveBlogUpdate": [{"articleBody": "b"}]}, "a"),
        (
            {"liveBlogUpdate": [{"headline": "9.30", "articleBody": "a\nb"}, {"articleBody": "c"}, 7, {}]},
            "9.30\na\nb\nc",
        ),
        ({"liveBlogUpdate": {"headline": "9.30", "articleBody": "a"}}, "9.30\na"),
        ({"liveBlogUpdate": "a"}, ""),
    ],
    ids=["none", "its own", "its own first", "of entries", "of one entry", "no entry"],
)
def test_the_body(item: dict[str, Any], lines: str) -> None:
    assert body_lines(item) == lines


def test_items_that_others_point_to_hold_what_is_wanted() -> None:
    one, other = {"@id": "#a", "name": "Ferry"}, {"@id": 7, "url": "x"}
    assert by_id([one, other, {"@id": "#b"}, {"name": "x"}], "name", "url") == {"#a": one, "7": other}


@pytest.mark.parametrize(
    ("value", "text", "lines"),
    [
        (" a\n b ", "a b", " a\n b "),
        (["a", 7, "b"], "a b", "a\nb"),
        (7, None, ""),
        ({"a": "b"}, None, ""),
        (None, None, ""),
        ("", None, ""),
    ],
    ids=str,
)
def test_texts(value: Any, text: str | None, lines: str) -> None:
    assert (text_of(value), lines_of(value)) == (text, lines)


@pytest.mark.parametrize(
    ("value", "types"), [("Article", ["Article"]), (["A", None, "B"], ["A", "B"]), (None, []), (7, ["7"])]
)
def test_types(value: Any, types: list[str]) -> None:
    assert types_of({"@type": value}) == types


KNOWN = {"#n": {"@id": "#n", "name": "Nora Lind"}}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Nora Lind", ["Nora Lind"]),
        ([{"name": "O&#039;Fisk ,"}, "Ines"], ["O'Fisk", "Ines"]),
        ({"@id": "#n"}, ["Nora Lind"]),
        ({"@id": "#x"}, []),
        ({"givenName": "Nora", "familyName": "Lind"}, ["Nora Lind"]),
        (["https://a.example/nora", "@nora", "x" * 120], []),
        ([7, None, {"name": 7}, {"name": {}}], []),
    ],
    ids=str,
)
def test_names(value: Any, names: list[str]) -> None:
    assert list(names_of(value, KNOWN)) == names
