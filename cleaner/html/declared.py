"""The encodings that a page declares in its own bytes: `<meta>` elements wherever they stand, the XML declaration."""

import re
from collections.abc import Iterator

from cleaner.html.encodings import codec

_XML = re.compile(rb"\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*[\"']([^\"'<>]{1,60})[\"']", re.IGNORECASE)
_META = re.compile(rb"<!--|-->|<meta\b[^<>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"\bcharset\s*+=\s*+[\"']?+\s*+([^\s\"'/>;]{1,60})", re.IGNORECASE)


def declared(data: bytes) -> Iterator[str]:
    """Yield Python's codecs for what a page says of itself, in the order in which it counts.

    A page whose `<meta>` can be read as ASCII is not in UTF-16, whatever it says: it means UTF-8.
    """
    for label in _labels(data):
        if name := codec(label.decode("latin-1")):
            yield "utf-8" if name.startswith("utf-16") else name


def _labels(data: bytes) -> Iterator[bytes]:
    is_comment = False
    for found in _META.finditer(data):
        tag = found[0]
        if tag in (b"<!--", b"-->"):
            is_comment = tag == b"<!--"
        elif not is_comment and (label := _CHARSET.search(tag)) and _is_about_encoding(tag):
            yield label[1]
    if xml := _XML.match(data):
        yield xml[1]


def _is_about_encoding(tag: bytes) -> bool:
    lowered = tag.lower()
    return b"content=" not in lowered.replace(b" ", b"") or b"http-equiv" in lowered
