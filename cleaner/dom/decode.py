"""Bytes as served to text, in the encoding that they are in.

Order: byte order mark, valid UTF-8, the encoding the page declares, a guess. A declared
encoding that decodes is never overruled by a guess.
"""

import re

from bs4.dammit import EncodingDetector, UnicodeDammit

from cleaner.errors import DecodeError

_MAGIC = {
    b"%PDF-": "a PDF",
    b"\xff\xd8\xff": "a JPEG image",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b": "gzip data",
    b"\x28\xb5\x2f\xfd": "zstd data",
    b"\x7fELF": "a program",
    b"RIFF": "media data",
}
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# WHATWG: pages that declare these mean the Windows superset
_SUPERSETS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decode(data: bytes) -> str:
    """Return the text of *data*, without control characters.

    Raises `DecodeError` for bytes that are no text: media, archives, programs.
    """
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise DecodeError(f"this is {name}, not HTML or text")
    text = _decode(data)
    sample = text[:4096]
    controls = len(_CONTROL.findall(sample))
    if controls > 0.1 * len(sample):
        raise DecodeError(f"this is binary data, not HTML or text ({controls} control characters at its start)")
    return without_controls(text)


def without_controls(text: str) -> str:
    """Put spaces for characters that no text has and no HTML parser takes."""
    return _CONTROL.sub(" ", text) if _CONTROL.search(text) else text


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    if declared:
        try:
            return data.decode(_SUPERSETS.get(declared.lower(), declared))
        except (UnicodeDecodeError, LookupError):
            pass
    return _guess(data)


def _guess(data: bytes) -> str:
    # one bad byte in a UTF-8 page must not turn all of it into another encoding
    lenient = data.decode("utf-8", errors="replace")
    if lenient.count("\ufffd") <= max(3, sum(byte > 127 for byte in data) // 20):
        return lenient
    guess = UnicodeDammit(data[:200_000], is_html=True).original_encoding or "cp1252"
    return data.decode(guess, errors="replace")
