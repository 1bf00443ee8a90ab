"""The longer words of a text by how they begin."""

import pytest

from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.stems import stems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry, and Ferries of the harbour", ["ferri", "ferry", "harbo"]),
        ("Паромы и паром", ["паром"]),
        ("渡轮复航", ["复航", "渡轮", "轮复"]),
        ("On it we go", []),
        ("", []),
    ],
)
def test_stems(text: str, found: list[str]) -> None:
    assert stems(BlockText(Block(0, text))) == set(found)
