"""Which records of an archive are pages, and what is known of them: WARC, WET and ARC."""

import gzip
import io
from typing import Any

import pytest

from cleaner.io.bounded import too_long
from cleaner.io.record import Raw, Row, Unreadable
from cleaner.io.warc import read_warc

HTML = b"<p>The ferry sails.</p>"
OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html"
ABOUT = {"id": "<urn:uuid:1>", "url": "https://a.example/", "crawled": "2026-06-05T00:00:00Z"}


def record(sort: str, body: bytes, http: str = "", kind: str = "application/http", known: int = 3) -> bytes:
    """Return one WARC record; with *http* its body is what a server answered."""
    if http:
        body = f"{http}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: {sort}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    names = (("Target-URI", "url"), ("Record-ID", "id"), ("Date", "crawled"))[:known]
    head += "".join(f"WARC-{name}: {ABOUT[key]}\r\n" for name, key in names)
    return f"{head}\r\n".encode() + body + b"\r\n\r\n"


def read(*records: bytes, limit: int = 10_000) -> list[Raw]:
    return list(read_warc(io.BytesIO(b"".join(records)), "in", limit))


def page(**more: Any) -> Row:
    return Row("in:1", len(HTML), {**ABOUT, "html": HTML, **more})


@pytest.mark.parametrize(
    ("sort", "http", "kind", "is_page"),
    [
        ("response", OK, "application/http; msgtype=response", True),
        ("response", "HTTP/1.1 200 OK\r\ncontent-type: TEXT/HTML", "application/http", True),
        ("response", "HTTP/1.1 200 OK\r\nContent-Type: application/xhtml+xml", "application/http", True),
        ("response", "HTTP/1.1 200 OK\r\nContent-Type:  text/html ;x=y", "application/http", True),
        ("response", "HTTP/1.1 200 OK\r\nContent-Type: text/plain", "application/http", False),
        ("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "application/http", False),
        ("response", "HTTP/1.1 200 OK\r\nServer: x", "application/http", False),
        ("response", "HTTP/1.1 404 Gone\r\nContent-Type: text/html", "application/http", False),
        ("response", "HTTP/1.1 301 Moved\r\nContent-Type: text/html", "application/http", False),
        ("resource", "", "text/html", True),
        ("resource", "", "text/plain", False),
        ("request", "GET / HTTP/1.1\r\nHost: a.example", "application/http", False),
        ("revisit", OK, "application/http", False),
        ("metadata", "", "text/html", False),
        ("warcinfo", "", "application/warc-fields", False),
    ],
)
def test_which_records_are_pages(sort: str, http: str, kind: str, is_page: bool) -> None:
    assert read(record(sort, HTML, http, kind)) == ([page()] if is_page else [])


@pytest.mark.parametrize(
    ("told", "encoding"),
    [
        ("", {}),
        ("; charset=utf-8", {"encoding": "utf-8"}),
        ("; Charset = 'windows-1251'", {"encoding": "windows-1251"}),
        ('; x=y; charset="big5"; z', {"encoding": "big5"}),
        ("; charset=", {}),
        (f"; charset={'x' * 99}", {"encoding": "x" * 60}),
    ],
)
def test_the_servers_encoding(told: str, encoding: dict[str, str]) -> None:
    assert read(record("response", HTML, OK + told)) == [page(**encoding)]


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(HTML, mtime=0)),
        ("Content-Encoding: gzip", HTML),  # servers that say so and do not do it
        ("Transfer-Encoding: chunked", b"5\r\n" + HTML[:5] + b"\r\n12\r\n" + HTML[5:] + b"\r\n0\r\n\r\n"),
    ],
    ids=["packed", "not packed", "chunked"],
)
def test_content_is_unpacked(header: str, body: bytes) -> None:
    (raw,) = read(record("response", body, f"{OK}\r\n{header}"))
    assert raw.fields()["html"] == HTML


def test_converted_text() -> None:
    text = "Die Fähre fährt.".encode()
    assert read(record("conversion", text + b"\xff", kind="text/plain")) == [
        Row("in:1", len(text) + 1, {**ABOUT, "text": "Die Fähre fährt.\ufffd"})
    ]


def test_what_a_record_does_not_say_is_no_field() -> None:
    found = [Row("in:1", len(HTML), {"url": ABOUT["url"], "html": HTML})]
    assert read(record("response", HTML, OK, known=1)) == found


def test_a_record_without_an_address_costs_itself() -> None:
    first, last = read(record("response", HTML, OK, known=0), record("response", HTML, OK))
    assert (first.place, getattr(first, "error", "")[:28]) == ("in:1", "the archive is damaged here:")
    assert last.fields() == page().values


def test_places_count_the_records_that_are_no_pages_too() -> None:
    other, response = record("request", b"", "GET / HTTP/1.1"), record("response", HTML, OK)
    assert [raw.place for raw in read(other, response, other, other, response)] == ["in:2", "in:5"]


@pytest.mark.parametrize(("more", "is_page"), [(0, True), (-1, False), (-20, False)])
def test_a_record_that_is_too_long_costs_itself(more: int, is_page: bool) -> None:
    first, last = read(record("response", HTML, OK), record("response", b"<p>", OK), limit=len(HTML) + more)
    assert first == (page() if is_page else Unreadable("in:1", too_long("record", len(HTML) + more)))
    assert last.fields()["html"] == b"<p>"


def test_content_that_is_too_long_once_unpacked() -> None:
    (raw,) = read(record("response", gzip.compress(b"x" * 5000), f"{OK}\r\nContent-Encoding: gzip"), limit=1000)
    assert "longer than 1000 bytes" in getattr(raw, "error", "")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (record("response", HTML, OK), None),
        (record("response", HTML, OK)[:-20], "in:1: the archive is cut short in the middle of this record"),
        (b"no archive at all\r\n" * 9, "in:1: the archive is damaged here: "),
    ],
    ids=["whole", "cut short", "other"],
)
def test_the_end_of_an_archive(data: bytes, says: str | None, pack: Any) -> None:
    errors = [raw for raw in read(pack(data)) if isinstance(raw, Unreadable)]
    told = [f"{raw.place}: {raw.error}" for raw in errors]
    assert [one[: len(says or "")] for one in told] == ([says] if says else [])


def test_an_archive_that_ends_before_its_last_lines() -> None:
    assert read(b"") == [Unreadable("in:1", "the archive is cut short here")]
    assert read(record("response", HTML, OK)[:-2]) == [page(), Unreadable("in:2", "the archive is cut short here")]


def lying(more: int) -> bytes:
    """Return a record whose length is wrong by *more* bytes."""
    true = record("response", HTML, OK)
    length = len(f"{OK}\r\n\r\n") + len(HTML)
    return true.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + more))


WRONG = "this record does not end where it says: "


@pytest.mark.parametrize(
    ("more", "told", "places"),
    [
        (0, None, ["in:1", "in:2", "in:3"]),
        (-5, f"{WRONG}more of it follows", ["in:2", "in:3"]),
        (-len(HTML), f"{WRONG}more of it follows", ["in:2", "in:3"]),
        (len(record("response", HTML, OK)), f"{WRONG}another record begins in it", ["in:2"]),
    ],
    ids=["right", "a little short", "short by its text", "over the next record"],
)
def test_a_record_that_does_not_end_where_it_says_is_told(more: int, told: str | None, places: list[str]) -> None:
    found = read(lying(more), record("response", HTML, OK), record("response", HTML, OK))
    assert [raw.error for raw in found if isinstance(raw, Unreadable)] == ([told] if told else [])
    assert [raw.place for raw in found if isinstance(raw, Row)] == places


SORTS = {
    "request": record("request", b"", "GET / HTTP/1.1\r\nHost: a.example"),
    "request without a blank line": record("request", b"GET / HTTP/1.1\r\nHost: a.example"),
    "request with a body": record("request", b"q=ferry", "POST / HTTP/1.1\r\nHost: a.example"),
    "picture": record("resource", b"\xff\xd8" * 40_000, kind="image/jpeg"),
    "picture that was served": record("response", b"\xff\xd8", "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg"),
    "redirect": record("response", b"", "HTTP/1.1 301 Moved\r\nLocation: https://b.example/"),
    "revisit": record("revisit", b"", OK),
    "metadata": record("metadata", b"fetchTimeMs: 12", kind="application/warc-fields"),
    "warcinfo": record("warcinfo", b"software: x", kind="application/warc-fields"),
    "empty": record("metadata", b""),
    "sort of no standard": record("x-other", b"one"),
    "packed page": record("response", gzip.compress(HTML), f"{OK}\r\nContent-Encoding: gzip"),
    "page in chunks": record("response", b"3\r\n<p>\r\n0\r\n\r\n", f"{OK}\r\nTransfer-Encoding: chunked"),
    "page beyond the limit": record("response", b"x" * 10_001, OK),
}


@pytest.mark.parametrize(
    ("more", "told", "rows"),
    [
        (len(record("response", HTML, OK)), [("in:1", "another record begins in it")], ["in:2"]),
        (
            2 * len(record("response", HTML, OK)) + 9,
            [("in:1", "another record begins in it; nothing after it can be read")],
            [],
        ),
    ],
    ids=["over the next record", "over the end"],
)
@pytest.mark.parametrize("name", SORTS)
def test_a_record_of_any_sort_that_takes_others_with_it_is_told(
    name: str, more: int, told: list[tuple[str, str]], rows: list[str]
) -> None:
    true = SORTS[name]
    length = int(true.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
    lies = true.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + more))
    found = read(lies, record("response", HTML, OK), record("response", HTML, OK))
    assert [(raw.place, raw.error) for raw in found if isinstance(raw, Unreadable)] == [
        (place, WRONG + error) for place, error in told
    ]
    assert [raw.place for raw in found if isinstance(raw, Row)] == rows


@pytest.mark.parametrize(
    ("sort", "http", "kind"),
    [
        ("response", "HTTP/1.1 200 OK\r\nContent-Type: application/warc", "application/http"),
        ("resource", "", "application/warc"),
    ],
)
def test_an_archive_in_an_archive_is_no_page(sort: str, http: str, kind: str) -> None:
    inner = record("response", HTML, OK) * 3
    assert [raw.place for raw in read(record(sort, inner, http, kind), record("response", HTML, OK))] == ["in:2"]


def test_records_without_a_blank_line_between_them() -> None:
    whole = record("response", HTML, OK)
    found = read(whole.removesuffix(b"\r\n\r\n"), whole.removesuffix(b"\r\n\r\n"), whole)
    assert [(raw.place, type(raw)) for raw in found] == [("in:1", Row), ("in:2", Row), ("in:3", Row)]


@pytest.mark.parametrize("digits", [18, 19, 20, 30, 5_000])
def test_a_length_beyond_all_bounds_costs_its_record(digits: int) -> None:
    whole = record("response", HTML, OK)
    length = b"Content-Length: %d" % (len(f"{OK}\r\n\r\n") + len(HTML))
    first, *rest = read(whole, whole.replace(length, b"Content-Length: " + b"9" * digits), whole)
    assert first == page()
    assert any(isinstance(raw, Unreadable) for raw in rest)


def test_arc() -> None:
    body = f"{OK}\r\n\r\n".encode() + HTML
    head = b"filedesc://in.arc 0.0.0.0 20260605000000 text/plain 77\n1 0 Crawler\nURL IP-address Archive-date "
    head += b"Content-type Archive-length\n\n\n"
    head = head.replace(b" 77\n", b" %d\n" % (len(head) - head.index(b"\n") - 2))
    data = head + b"https://a.example/ 1.2.3.4 20260605000000 text/html %d\n" % len(body) + body + b"\r\n\r\n"
    (raw,) = read(data)
    assert raw.fields() == {"url": "https://a.example/", "crawled": "2026-06-05T00:00:00Z", "html": HTML}
