"""Entries and sites: written without what says nothing, read as they were, refused with site and entry named."""

import json
import re
from typing import Any

import pytest

from cleaner.sites.entry import Entry, Site

SMALL = Entry("is", "Ring us.", "promo", "use", 7, 9, 0, "low")
FULL = Entry(
    "like", "By {} on {}", "byline", "review", 7, 9, 2, "low", ("links", "tail"), "near a headline", True,
    ("By A on B",), "By land on foot", ("https://a.example/",), "2026-06-05", "2026-06-07", "mine/byline.x",
)  # fmt: skip
SMALL_DICT = {
    "way": "is", "text": "Ring us.", "kind": "promo", "advice": "use", "pages": 7, "of": 9, "kept": 0, "place": "low",
}  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "more"),
    [
        (SMALL, {}),
        (Entry("css", "div.ad", "promo", "use", 7, 9, 0, "low"), {"way": "css", "text": "div.ad"}),
        (Entry(*SMALL.key, "promo", "use", 7, 9, 0, "low", linked=True), {"linked": True}),
        (Entry(*SMALL.key, "promo", "use", 7, 9, 0, "low", signs=("tail",)), {"signs": ("tail",)}),
        (Entry(*SMALL.key, "promo", "use", 0, 0, 0, "low"), {"pages": 0, "of": 0}),
        (Entry(*SMALL.key, "promo", "use", 7, 9, 0, "low", doubt="?"), {"doubt": "?"}),
    ],
)
def test_an_entry_is_written_without_what_says_nothing(entry: Entry, more: dict[str, Any]) -> None:
    (told,) = Site("a.example", 9, entries=(entry,)).to_dict()["entries"]
    assert told == SMALL_DICT | more


SITES = [
    Site("a.example", 0),
    Site("a.example", 9, 2, (SMALL,), {"mine/promo.x": 3}, {"too few pages": 5}),
    Site("a.example", 9, 2, (SMALL, FULL)),
]


@pytest.mark.parametrize("site", SITES, ids=["bare", "small", "full"])
def test_what_is_written_is_read(site: Site) -> None:
    assert Site.from_dict(site.to_dict()) == site
    assert Site.from_dict(json.loads(json.dumps(site.to_dict()))) == site


def test_an_entry_is_told_by_its_way_and_text() -> None:
    assert (SMALL.key, FULL.key) == (("is", "Ring us."), ("like", "By {} on {}"))


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"pages": -1}, "site 'a.example', pages: Input should be greater than or equal to 0, found -1"),
        ({"pages": 10**9 + 1}, "site 'a.example', pages: Input should be less than or equal to 1000000000, found 1000"),
        ({"rules": {"x": "y"}}, "site 'a.example', rules.x: Input should be a valid integer"),
        (
            {"entries": [SMALL_DICT | {"way": "has"}]},
            "site 'a.example', entries.0.way: Input should be 'is', 'like' or",
        ),
        (
            {"entries": [SMALL_DICT, SMALL_DICT | {"kind": "x"}]},
            "site 'a.example', entries.1.kind: no such kind, found",
        ),
        ({"entries": [SMALL_DICT | {"text": "—"}]}, "site 'a.example', entries.0: "),
        ({"entries": [{"way": "is"}]}, "site 'a.example', entries.0.text: Field required"),
        ({"domain": 5}, "site 5, domain: Input should be a valid string"),
    ],
)
def test_what_is_no_site_is_told(values: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+\Z") as caught:
        Site.from_dict({"domain": "a.example", "pages": 9} | values)
    assert str(caught.value).startswith(says)


@pytest.mark.parametrize("values", [None, 5, [], "a.example"])
def test_what_is_no_object_is_told(values: Any) -> None:
    with pytest.raises(ValueError, match=r"^a site, : "):
        Site.from_dict(values)


@pytest.mark.parametrize("text", ["—", "", "  "])
def test_only_a_whole_text_must_have_words(text: str) -> None:
    site = {"domain": "a.example", "pages": 9, "entries": [SMALL_DICT | {"way": "css", "text": text}]}
    assert Site.from_dict(site).entries[0].text == text


@pytest.mark.parametrize(
    ("of_site", "of_entry", "said"),
    [
        ({"more": 1}, {}, "site 'a.example', more: unknown field"),
        ({"page": 1}, {}, "site 'a.example', page: unknown field; did you mean 'pages'?"),
        ({}, {"more": 1}, "site 'a.example', entries.0.more: unknown field"),
        ({}, {"example": []}, "site 'a.example', entries.0.example: unknown field; did you mean 'examples'?"),
    ],
)
def test_fields_that_are_not_known_are_refused(
    of_site: dict[str, object], of_entry: dict[str, object], said: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        Site.from_dict({"domain": "a.example", "pages": 9, "entries": [SMALL_DICT | of_entry], **of_site})
