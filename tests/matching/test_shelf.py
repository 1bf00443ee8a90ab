"""Where phrases are looked for: by their edge, by a word, or by a piece of text."""

import pytest

from cleaner.document.block import Block
from cleaner.matching.pattern import compile_like
from cleaner.matching.shelf import Shelf
from cleaner.text.block_text import BlockText

SHELF = Shelf()
for number, (way, phrase) in enumerate(
    [
        ("starts", "read more on"),
        ("ends", "read more"),
        ("glued", "ad"),
        ("has", "follow us"),
        ("has", "渡轮"),
        ("like", "{n} comments"),
        ("like", "© {n}"),
        ("like", "{email}"),
        ("starts", "pic:"),
        ("starts", "$"),
        ("ends", "/ap"),
        ("has", "#:"),
    ]
):
    SHELF.add(number, way, phrase, compile_like(phrase) if way == "like" else None)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Read more on ferries", {0}),
        ("To read more:", {1}),
        ("AdThe ferry sails.", {2}),
        ("The ferry sails.Ad", {2}),
        ("You can follow us here", {3}),
        ("明天渡轮复航", {4}),
        ("12 Comments", {5}),
        ("© 2026", {6}),
        ("desk@harbour.example", {7}),
        ("Pic: the ferry", {8}),
        ("$ The ferry sails", {9}),
        ("$", {9}),
        ("The ferry sails again /ap", {10}),
        ("color:#fff", set()),
        ("color #:fff", {11}),
        ("The ferry sails.", set()),
    ],
)
@pytest.mark.parametrize("shelf", [SHELF, Shelf(*SHELF.plain())], ids=["made", "made-again"])
def test_what_leads_to_a_phrase(text: str, numbers: set[int], shelf: Shelf) -> None:
    assert {number for found in shelf.led_to(BlockText(Block(0, text))) for number in found} == numbers
