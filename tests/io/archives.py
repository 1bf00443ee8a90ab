"""Writes small web archives, record by record as the standard has them."""

import gzip
from collections.abc import Sequence
from pathlib import Path

import zstandard

LENGTH = "Content-Length: {}\r\n"
_PACKERS = {".gz": gzip.compress, ".zst": zstandard.compress}
_Record = tuple[str, str, str, bytes] | tuple[str, str, str, bytes, str]


def write_warc(path: Path, pages: dict[str, str], charset: str = "utf-8") -> Path:
    """Write *pages* (HTML by address) with what else stands in an archive: requests, a picture, a redirect."""
    records = []
    for url, html in pages.items():
        records.append(_response(url, "200 OK", f"text/html; charset={charset}", html.encode(charset)))
        records.append(("request", url, "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"))
    records.append(_response("https://a.example/p.jpg", "200 OK", "image/jpeg", b"\xff\xd8\xff"))
    records.append(_response("https://a.example/old", "301 Moved", "text/html", b"<p>moved</p>"))
    return _write(path, records)


def write_responses(path: Path, bodies: list[tuple[str, bytes]]) -> Path:
    """Write responses of these content types and bodies; headers may follow a type after a line end."""
    return _write(path, [_response(f"https://a.example/{n}", "200 OK", *one) for n, one in enumerate(bodies)])


def write_lengths(path: Path, told: list[str], body: bytes = b"<p>{}</p>") -> Path:
    """Write a response for each of these headers of length, in which `{}` is the right one."""
    pages = [body.replace(b"{}", str(n).encode()) for n in range(len(told))]
    responses = [_response(f"https://a.example/{n}", "200 OK", "text/html", page) for n, page in enumerate(pages)]
    return _write(path, [(*response, line) for response, line in zip(responses, told, strict=True)])


def write_wet(path: Path, texts: dict[str, str]) -> Path:
    """Write *texts* as conversion records."""
    return _write(path, [("conversion", url, "text/plain", text.encode()) for url, text in texts.items()])


def _response(url: str, status: str, kind: str, body: bytes) -> tuple[str, str, str, bytes]:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
    return "response", url, "application/http; msgtype=response", head + body


def _write(path: Path, records: Sequence[_Record]) -> Path:
    packed = _PACKERS.get(path.suffix, bytes)
    path.write_bytes(b"".join(packed(_record(number, *record)) for number, record in enumerate(records)))
    return path


def _record(number: int, sort: str, url: str, kind: str, body: bytes, told: str = LENGTH) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {sort}\r\nWARC-Record-ID: <urn:uuid:{number:012}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2026-06-05T00:00:00Z\r\nContent-Type: {kind}\r\n{told.format(len(body))}\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"
