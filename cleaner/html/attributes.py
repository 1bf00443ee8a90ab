"""Elements with thousands of attributes: libxml2 compares each with all before, 5 s for 40,000 of them."""

import re

from cleaner.text.lazy_expression import lazy

MAX_ATTRIBUTES = 500
"""Attributes of one element; more are dropped. No element of the 3,418 pages of the dev sets has as many."""

# possessive, so that each byte is read once for each tag that it can belong to
_ATTRIBUTE = rb"""[\s/]++[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_CROWDED = rb"(<[a-zA-Z][^\s/>]*+(?:%b){%d})(?:%b)++" % (_ATTRIBUTE, MAX_ATTRIBUTES, _ATTRIBUTE)
_IS_CROWDED = re.compile(_CROWDED)
# scripts compare numbers with the mark that begins a tag
_CODE_OR_CROWDED = lazy(rb"<(?i:script|style)[\s>](?:[^<]++|<(?!/(?i:script|style)))*+|" + _CROWDED)


def limit_attributes(data: bytes) -> bytes:
    """Return the markup *data* without the attributes of an element beyond the first `MAX_ATTRIBUTES`.

    >>> len(limit_attributes(b"<p" + b" a=b" * 501 + b">x")), limit_attributes(b"<p a=b>x")
    (2004, b'<p a=b>x')
    """
    if not _IS_CROWDED.search(data):
        return data
    return _CODE_OR_CROWDED.sub(lambda match: match[1] or match[0], data)
