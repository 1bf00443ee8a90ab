"""Pages as bytes: what is packed is unpacked, and nothing else is."""

import random
import zlib
from typing import Any

import pytest

from cleaner.sites.packed_page import pack, unpack
from cleaner.sites.seen_page import SeenBlock, SeenPage

BLOCK = SeenBlock(2**63 - 1, 0, 7, "tail", "prose", True, False, form=2**32 - 1)
PAGES = [
    SeenPage(0, frozenset(), ()),
    SeenPage(2**63 - 1, frozenset({1, 2**63 - 1}), (BLOCK, BLOCK._replace(position="out", size="label"))),
    SeenPage(9, frozenset({5}), (BLOCK._replace(kept=False, by_rule=True, position="head", size="line"),) * 200),
    SeenPage(9, frozenset({5}), (BLOCK,), day=738_000),
]


@pytest.mark.parametrize("page", PAGES, ids=["empty", "two blocks", "many", "dated"])
def test_what_is_packed_is_unpacked(page: SeenPage) -> None:
    assert unpack(pack(page)) == page


def test_the_same_page_gives_the_same_bytes() -> None:
    numbers = list(range(0, 10**6, 999))
    random.Random(1).shuffle(numbers)
    assert pack(SeenPage(1, frozenset(numbers), ())) == pack(SeenPage(1, frozenset(sorted(numbers)), ()))


CONTENT = zlib.decompress(pack(PAGES[1]))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x" * 50,
        pack(PAGES[1])[:-5],
        zlib.compress(b""),
        zlib.compress(CONTENT[:-1]),
        zlib.compress(CONTENT + b"\0"),
        zlib.compress(CONTENT[:-1] + b"\xff"),
        zlib.compress(CONTENT[:-1] + b"\x0c"),
        zlib.compress(b"\xff" * 18),
        zlib.compress(CONTENT[:8] + b"\xff" * 4 + CONTENT[12:]),
    ],
    ids=["nothing", "no zlib", "cut", "empty", "short", "long", "marks", "a size", "a head alone", "a day"],
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^a page in it is damaged"):
        unpack(data)


def test_a_bomb_takes_no_memory() -> None:
    import tracemalloc

    data = zlib.compress(b"\0" * 2**28)
    tracemalloc.start()
    with pytest.raises(ValueError, match="a page in it is damaged"):
        unpack(data)
    assert tracemalloc.get_traced_memory()[1] < 2**24
    tracemalloc.stop()


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bytes_are_refused_or_are_another_page(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(CONTENT)
    content[chance.randrange(len(content))] = chance.randrange(256)
    found: Any = None
    try:
        found = unpack(zlib.compress(bytes(content)))
    except ValueError:
        return
    assert unpack(pack(found)) == found
