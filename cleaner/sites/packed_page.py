"""A page that is remembered, as bytes: the same page gives the same, and nothing else is ever unpacked."""

import struct
import zlib
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, get_args

from cleaner.sites.seen_page import Position, SeenBlock, SeenPage, Size
from cleaner.sites.sqlite_file import DamageError

_POSITIONS, _SIZES = get_args(Position), get_args(Size)
_HEAD = struct.Struct("<QIHI")
_BLOCK = struct.Struct("<QIQQB")
MOST_BLOCKS = 2_000
"""Blocks of a page that are remembered, the first ones, so that a site takes 10 MB at most. Not measured: few pages
have more."""
_MOST_BYTES = _HEAD.size + 2**16 * 8 + MOST_BLOCKS * _BLOCK.size
"""Bytes of a page unpacked: its head, as many paragraphs as two bytes can count, and the most blocks."""


class PackedPage(NamedTuple):
    """A page that is to be remembered: its *site*, its number (`SeenPage.page`), and the page as bytes."""

    site: str
    page: int
    seen: bytes


def pack(page: SeenPage) -> bytes:
    """Return *page* as bytes."""
    blocks = page.blocks[:MOST_BLOCKS]
    parts = [_HEAD.pack(page.page, page.day, len(page.article), len(blocks)), _numbers(sorted(page.article))]
    parts += (_BLOCK.pack(one.text, one.form, one.target, one.look, _flags(one)) for one in blocks)
    return zlib.compress(b"".join(parts), 6)


def unpack(data: bytes) -> SeenPage:
    """Return the page in *data*. Raises `ValueError` for anything that `pack` does not make."""
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(data, _MOST_BYTES)
        page, day, texts, blocks = _HEAD.unpack_from(content)
        end = _HEAD.size + 8 * texts
        article = struct.unpack_from(f"<{texts}Q", content, _HEAD.size)
        if day > date.max.toordinal() or not unpacking.eof or len(content) != end + blocks * _BLOCK.size:
            raise struct.error("its day or its length is none that a head can say")
        return SeenPage(page, frozenset(article), tuple(map(_block, _BLOCK.iter_unpack(content[end:]))), day)
    except (zlib.error, struct.error, IndexError, TypeError):
        raise DamageError("a page in it is damaged") from None


def _numbers(numbers: Iterable[int]) -> bytes:
    listed = list(numbers)
    return struct.pack(f"<{len(listed)}Q", *listed)


def _flags(block: SeenBlock) -> int:
    return _POSITIONS.index(block.position) | _SIZES.index(block.size) << 2 | block.kept << 4 | block.by_rule << 5


def _block(values: tuple[int, int, int, int, int]) -> SeenBlock:
    text, form, target, look, flags = values
    if flags >> 6:
        raise DamageError("a page in it is damaged: a block has marks that no block has")
    position, size = _POSITIONS[flags & 3], _SIZES[flags >> 2 & 3]
    return SeenBlock(text, target, look, position, size, bool(flags >> 4 & 1), bool(flags >> 5 & 1), form)
