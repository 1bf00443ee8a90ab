"""Bytes as served to text, in the encoding that they are in.

Order: byte order mark, the encoding that the caller gives, valid UTF-8, what transport and page declare, a
guess. Bytes that do not fit are replaced within a declared encoding before anything is guessed. But a
declaration does not count where it is plainly wrong: the page is UTF-8 with damage, or much of it does not
fit, or a Western encoding would make it a text of nothing but accented letters.
"""

import re

from cleaner.document.characters import clean
from cleaner.errors import DecodeError
from cleaner.html.declared import declared
from cleaner.html.encodings import LABELS_KNOWN, codec
from cleaner.html.guess import guess

_MAGIC = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"\xff\xd8\xff": "a JPEG image",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b": "gzip data",
    b"\x28\xb5\x2f\xfd": "zstd data",
    b"\x7fELF": "a program",
    b"RIFF": "media data",
}
_ADVICE = {
    "a PDF": "make text of it first, by pdftotext, say",
    "RTF": "save it as HTML or text first",
    "an old Office document": "save it as HTML or text first",
    "a ZIP archive": "unpack it first; save documents of Office, which are such archives, as HTML or text",
    "a 7z archive": "unpack it first",
    "a RAR archive": "unpack it first",
}
"""What to do with it."""
_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    # its mark begins as that of UTF-16 does, after which no text has a NUL
    b"\xff\xfe\0\0": "utf-32-le",
    b"\0\0\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_UNMARKED = {
    b"\0[^\0]\0[^\0]": "utf-16-be",
    b"[^\0]\0[^\0]\0": "utf-16-le",
    b"(?:\0\0\0[^\0]){2}": "utf-32-be",
    b"(?:[^\0]\0\0\0){2}": "utf-32-le",
}
"""How ASCII, with which pages begin, looks in these."""
_CONTROL_BYTES = bytes({*range(32), 127} - set(b"\t\n\r\x0e\x0f\x1b"))
"""The control characters of ASCII but for tabs, ends of lines, and those with which ISO 2022 switches: shift out, shift
in, escape."""
_SEVEN_BIT = ("iso2022_jp_ext", "iso2022_kr", "hz")
_JAPANESE_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
_LATIN = frozenset(
    ["cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "mac-roman"]
    + [f"iso8859-{part}" for part in (2, 3, 4, 10, 13, 14, 15, 16)]
)
"""The encodings of Latin scripts, as Python calls them."""
_HIGH_BYTES = bytes(range(0x80, 0x100))
"""All bytes beyond ASCII."""
_FOREIGN_RUN = re.compile(rb"[\x80-\xff]{4,}")
_FOREIGN_SHARE = 0.25
"""Share of a page's bytes beyond ASCII in such runs: none in Latin scripts, from a third on in all others. On which
texts that was seen is not recorded."""
_SAMPLE, _CONTROL_SHARE = 4096, 0.1
"""Bytes at the start that are looked at, and the share of control characters among them beyond which they are no text.
Not measured: text has next to none."""
_UNDAMAGED = 4
"""An encoding does not fit where more than one in so many characters beyond ASCII is no character in it. Not
measured."""


def decode(data: bytes, *, transport: str | None = None, given: str | None = None) -> str:
    """Return the text of *data*, without control characters.

    *transport* is the label that came with it, as in an HTTP header; *given* is one that overrules both that and
    the page. Raises `DecodeError` for bytes that are no text (media, archives, programs), and `ValueError` for an
    unknown *given*.
    """
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            advice = f": {_ADVICE[name]}" if name in _ADVICE else ""
            raise DecodeError(f"this is {name}, not HTML or text{advice}")
    return clean(_decode(data, transport, given))


def check_label(label: str) -> str:
    """Return *label* if it names an encoding.

    Raises `ValueError` with the nearest right spelling.
    """
    if codec(label):
        return label
    from difflib import get_close_matches

    near = get_close_matches(label.lower(), LABELS_KNOWN, n=1)
    raise ValueError(f"no such encoding: {label!r}{f'; did you mean {near[0]!r}?' if near else ''}")


def _decode(data: bytes, transport: str | None, given: str | None) -> str:
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if given:
        return data.decode(codec(check_label(given)) or "utf-8", "replace")
    for pattern, name in _UNMARKED.items():
        if re.match(pattern, data, re.DOTALL):
            return data.decode(name, "replace")
    _refuse_binary(data[:_SAMPLE])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, transport)
    return _decode_seven_bit(data, transport) or text


def _refuse_binary(sample: bytes) -> None:
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls > _CONTROL_SHARE * len(sample):
        raise DecodeError(f"this is binary data, not HTML or text ({controls} control characters at its start)")


def _decode_seven_bit(data: bytes, transport: str | None) -> str | None:
    """Decode what looks like ASCII and switches to other characters by escapes."""
    if b"\x1b" not in data and b"~{" not in data:
        return None
    told = next(iter(_declared(data, transport)), None)
    if told is None and any(escape in data for escape in _JAPANESE_ESCAPES):
        told = "iso2022_jp_ext"
    return data.decode(told, "replace") if told in _SEVEN_BIT else None


def _decode_legacy(data: bytes, transport: str | None) -> str:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    if _beyond_ascii(text) - bad > 2 * bad:
        return text
    for name in _declared(data, transport):
        text = data.decode(name, "replace")
        if _fits(text) and not (name in _LATIN and _is_foreign(data)):
            return text
    return data.decode(guess(data), "replace")


def _declared(data: bytes, transport: str | None) -> list[str]:
    told = codec(transport) if transport else None
    return [name for name in (told, *declared(data)) if name and not name.startswith("utf-16")]


def _fits(text: str) -> bool:
    return _UNDAMAGED * text.count("\ufffd") <= _beyond_ascii(text)


def _is_foreign(data: bytes) -> bool:
    runs = sum(len(run) for run in _FOREIGN_RUN.findall(data) if len(set(run)) > 2)
    return runs > _FOREIGN_SHARE * (len(data) - len(data.translate(None, _HIGH_BYTES)))


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))
