"""The records of an archive one by one: where each begins and ends, and how little of it is held."""

import io
import tracemalloc

import pytest
from warcio.exceptions import ArchiveLoadFailed

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


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>one"
ADDRESS = "WARC-Target-URI: https://a.example/"
LENGTH = f"Content-Length: {len(ANSWER)}"
STARTS = "starts with a line WARC/1.0, 1.1, 0.18 or 0.17"
ARC_STARTS = f"an archive {STARTS}, or with filedesc:// if it is ARC, here stands "
NO_TYPE = "this record does not say what it is: it has no line WARC-Type"
NO_LENGTH = "without a line Content-Length this record does not say how long it is"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            ("WARC/1.0", "WARC-Type: {}", LENGTH),
            "this record is a {} without an address: it has no line WARC-Target-URI",
        ),
        (
            ("WARC/1.0", "WARC-Type: {}", "WARC-Target-URI:", LENGTH),
            "this record is a {} without an address: it has no line WARC-Target-URI",
        ),
        (("WARC/1.0", ADDRESS, LENGTH), NO_TYPE),
        (("WARC/1.0", "WARC-Type:", ADDRESS, LENGTH), NO_TYPE),
        (("WARC/1.0", "WARC-Type {}", ADDRESS, LENGTH), NO_TYPE),
        (("WARC/1.0", "WARC-Type: {}", ADDRESS), NO_LENGTH),
        (("WARC/1.0", "WARC-Type: {}", ADDRESS, "Content-Length:"), NO_LENGTH),
        (
            ("WARC/1.0", "WARC-Type: {}", ADDRESS, "Content-Length: ten"),
            "this record does not say how long it is: Content-Length is 'ten', a number of bytes is wanted",
        ),
    ],
    ids=["no address", "empty address", "no type", "empty type", "no colon", "no length", "empty length", "no number"],
)
@pytest.mark.parametrize("sort", ["response", "request", "revisit"])
def test_faults_of_a_header_are_told_in_our_words(lines: tuple[str, ...], says: str, sort: str) -> None:
    broken = "\r\n".join((*lines, "", "")).format(sort).encode() + ANSWER + b"\r\n\r\n"
    archive = Archive(io.BytesIO(NEXT + broken + NEXT))
    skip(archive.following().raw_stream)
    with pytest.raises(ArchiveLoadFailed) as told:
        archive.following()
    assert str(told.value) == says.format(sort)
    assert archive.find_next()
    assert archive.following().raw_stream.read() == b"one"


@pytest.mark.parametrize(
    ("before", "line", "says"),
    [
        (b"", b"WARC/2.0", f"{ARC_STARTS}'WARC/2.0'"),
        (b"", b"\x1b[31mhello", f"{ARC_STARTS}'\\x1b[31mhello'"),
        (b"", b"https://a.example/ 1.2.3.4 text/html 12", f"{ARC_STARTS}'https://a.example/ 1.2.3.4 text/html 12'"),
        (NEXT, b"WARC/2.0", f"a record {STARTS}, here stands 'WARC/2.0'"),
        (NEXT, b"\xff" + b"x" * 99, f"a record {STARTS}, here stands '\ufffd{'x' * 59}'"),
        (
            b"filedesc://in.arc 0.0.0.0 20260605000000 text/plain 9\n1 0 Crawl\nU\n\n",
            b"https://a.example/ 12",
            "a record of ARC starts with its address, IP address, time, type and length in one line,"
            " here stands 'https://a.example/ 12'",
        ),
    ],
)
def test_lines_that_start_no_record_are_told_in_our_words(before: bytes, line: bytes, says: str) -> None:
    archive = Archive(io.BytesIO(before + line + b"\r\nx: y\r\n\r\n"))
    if before:
        skip(archive.following().raw_stream)
    with pytest.raises(ArchiveLoadFailed) as told:
        archive.following()
    assert str(told.value) == says


@pytest.mark.parametrize("scheme", ["http", "https", "HTTP", "Https"])
def test_a_scheme_is_written_in_any_case(scheme: str) -> None:
    lines = ("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {scheme}://A.example/", LENGTH, "", "")
    record = Archive(io.BytesIO("\r\n".join(lines).encode() + ANSWER)).following()
    assert record.http_headers.get_statuscode() == "200"
    assert record.rec_headers.get_header("WARC-Target-URI") == f"{scheme}://A.example/"
