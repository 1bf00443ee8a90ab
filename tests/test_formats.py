"""docs/formats.md: what it says that we write is what we write, and all of it is whole."""

import pytest

from tests.formats import FILE, STRUCTURES, is_whole, measured, ours, page_with

PAGE = FILE.read_text("utf-8")
TEXTS = measured(PAGE)


@pytest.mark.parametrize("name", STRUCTURES)
def test_a_structure_is_written_as_the_page_says_and_whole(name: str) -> None:
    assert TEXTS[name, "article-cleaner"] == ours(STRUCTURES[name])
    assert is_whole(TEXTS[name, "article-cleaner"], STRUCTURES[name])


def test_the_page_is_as_the_command_makes_it() -> None:
    assert page_with(TEXTS, PAGE) == PAGE


def test_each_tool_is_measured_on_each_structure() -> None:
    tools = {tool for _, tool in TEXTS}
    assert {tool.partition(" ")[0] for tool in tools} == {"article-cleaner", "trafilatura", "markdownify"}
    assert set(TEXTS) == {(name, tool) for name in STRUCTURES for tool in tools}


@pytest.mark.parametrize(
    ("markdown", "whole"),
    [
        ("- a\n- b", True),
        ("* a\n\n* b", True),
        ("- a b", False),
        ("- a\n- **b**", False),
        ("1. a\n2. b", False),
    ],
)
def test_is_whole(markdown: str, whole: bool) -> None:
    assert is_whole(markdown, "<ul><li>a</li><li>b</li></ul>") is whole
