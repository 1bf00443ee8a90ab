"""What a page says of parts of a block: nothing, for most."""

from cleaner.document.block import Block
from cleaner.document.markup import PLAIN, Mark, Markup


def test_blocks_without_markup_share_one_value() -> None:
    assert Block(0, "Ferry").markup is Block(1, "Boat").markup is PLAIN
    assert not any(PLAIN)


def test_blocks_are_told_apart_by_their_markup() -> None:
    assert Block(0, "Ferry", markup=Markup((Mark(0, 5, "b"),))) != Block(0, "Ferry")
