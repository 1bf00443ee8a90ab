"""The records of an archive one by one: where each begins and ends, and how little of it is held."""

import io
import tracemalloc

import pytest

from cleaner.io.archive import Archive
from cleaner.io.bounded import skip

NEXT = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 3\r\n\r\none\r\n\r\n"


def head(length: int, sort: str = "metadata") -> bytes:
    return f"WARC/1.0\r\nWARC-Type: {sort}\r\nWARC-Target-URI: x:1\r\nContent-Length: {length}\r\n\r\n".encode()


@pytest.mark.parametrize(
    ("content", "is_page", "says"),
    [
        (b"one", False, ""),
        (b"one\r\n\r\n" + NEXT, False, "another record begins in it"),
        (b"one\n\nWARC/0.18\nWARC-Type: x", False, "another record begins in it"),
        (b"one\r\n\r\nWARC/1.1\r\nWARC-Type: x", True, "another record begins in it"),
        (b"WARC/1.0\r\n\r\n" + NEXT, False, ""),
        (b"WARC/1.0\r\n\r\n" + NEXT, True, "another record begins in it"),
        (b"one\r\nWARC/1.0\r\nWARC-Type: x", True, ""),
        (b"one\r\n\r\nWARC/1.0 is a format.\r\n", True, ""),
    ],
)
@pytest.mark.parametrize("before", [0, *range(2**20 - 30, 2**20, 3)])
def test_a_record_in_another_is_found_wherever_reading_stops(
    content: bytes, is_page: bool, says: str, before: int
) -> None:
    content = content if content.startswith(b"WARC") else bytes(before) + content
    archive = Archive(io.BytesIO(head(len(content)) + content + b"\r\n\r\n" + NEXT))
    skip(archive.following().raw_stream)
    assert archive.wrong_end(is_page) == says
    skip(archive.following().raw_stream)
    assert archive.following() is None


def test_a_long_record_is_never_held() -> None:
    archive = Archive(io.BytesIO(head(2**25) + bytes(2**25 - len(NEXT) - 4) + b"\r\n\r\n" + NEXT + b"\r\n\r\n"))
    tracemalloc.start()
    skip(archive.following().raw_stream)
    assert archive.wrong_end(is_page=False) == "another record begins in it"
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert held < 2**23
