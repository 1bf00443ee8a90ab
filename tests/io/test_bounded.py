"""How much one record may hold."""

import io

import pytest

from cleaner.io.bounded import read_up_to, skip, too_long


@pytest.mark.parametrize(
    ("size", "limit", "read"),
    [(0, 10, 0), (9, 10, 9), (10, 10, 10), (11, 10, 11), (500, 10, 11), (5, 0, 1), (3 * 2**20, 2**22, 3 * 2**20)],
)
def test_no_more_than_one_byte_beyond_the_limit_is_read(size: int, limit: int, read: int) -> None:
    stream = io.BytesIO(b"x" * size)
    assert len(read_up_to(stream, limit)) == read
    assert stream.tell() == read


def test_short_reads_are_put_together() -> None:
    class Drops(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 0, 3))

    assert read_up_to(Drops(b"The ferry sails"), 100) == b"The ferry sails"
    assert read_up_to(Drops(b"The ferry sails"), 4) == b"The f"


def test_skip_leaves_nothing() -> None:
    stream = io.BytesIO(b"x" * (2**20 + 5))
    skip(stream)
    assert stream.read() == b""


@pytest.mark.parametrize(
    ("limit", "size"), [(10, "10 bytes"), (2**20 - 1, "1048575 bytes"), (2**20, "1 MiB"), (3 * 2**19, "1.5 MiB")]
)
def test_too_long(limit: int, size: str) -> None:
    assert too_long("line", limit) == f"this line is longer than {size}; `cleaner run --max-record` takes longer ones"
