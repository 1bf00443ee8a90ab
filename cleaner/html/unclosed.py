"""Comments and raw text that never end, closed where the text of the page goes on.

Parsers take all the rest of a page into a comment, title, style, script or field without an end. Most such pages
are whole for their readers once somebody mends the slip, so the text is kept.
"""

import re

from cleaner.text.lazy_expression import lazy

_RAW_TEXT = (b"title", b"style", b"script", b"textarea", b"xmp")
_OPENING = {name: re.compile(rb"<%b(?=[\s>])[^<>]*>" % name) for name in _RAW_TEXT}
"""In small letters: a pattern for both cases takes ten times as long."""
_MARKUP = lazy(
    rb"</?(?:head|body|p|div|h[1-6]|article|section|main|header|nav|table|ul|ol|meta|link)(?=[\s>])[^<>]*>",
    re.IGNORECASE,
)
_CODE = (b"style", b"script")
_CDATA_START, _CDATA_END = b"<![CDATA[", b"]]>"
_COMMENT_START = b"<!--"
_COMMENT_ENDS = (b"-->", b"--!>")


def close_unclosed(data: bytes) -> bytes:
    """Return the markup *data*, in UTF-8, with an end for the last comment and the last raw text of each kind.

    The marks of CDATA sections go: HTML reads one as a comment up to the first tag in it.
    """
    lowered = data.lower()
    # nothing ends that element, and all after it is text
    if (plain := lowered.find(b"<plaintext")) >= 0:
        return close_unclosed(data[:plain]) + data[plain:]
    if _CDATA_START in data:
        data = data.replace(_CDATA_START, b"").replace(_CDATA_END, b"")
        lowered = data.lower()
    for name in _RAW_TEXT:
        closed = _close_raw_text(data, lowered, name)
        if closed is not data:
            data, lowered = closed, closed.lower()
    return _close_comment(data)


def _close_raw_text(data: bytes, lowered: bytes, name: bytes) -> bytes:
    if b"<" + name not in lowered:  # faster than looking from the end on
        return data
    last = max(lowered.rfind(b"</" + name), 0)
    if lowered.find(b"<" + name, last) < 0:  # as nearly everywhere: no pattern is found as fast
        return data
    start = _OPENING[name].search(lowered, last)
    # a page that was cut off in a script holds no markup after it
    goes_on = start and _MARKUP.search(data, start.end())
    if not goes_on:
        return data
    return b"".join((data[: goes_on.start()], b"</", name, b">", data[goes_on.start() :]))


def _close_comment(data: bytes) -> bytes:
    start = data.rfind(_COMMENT_START)
    if start < 0 or any(data.find(end, start + 2) >= 0 for end in _COMMENT_ENDS):
        return data
    if data.rfind(b"<script", 0, start) > data.rfind(b"</script", 0, start):
        return data
    goes_on = data.find(b"<", start + 1)
    return data if goes_on < 0 else data[:start] + data[goes_on:]
