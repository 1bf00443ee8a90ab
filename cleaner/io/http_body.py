"""Bodies of HTTP responses as Zyte API gives them: in Base64, beside the headers of the response."""

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Any

from cleaner.errors import InputError

BODY, _HEADERS = "httpResponseBody", "httpResponseHeaders"
"""Fields of https://docs.zyte.com/zyte-api/usage/reference.html."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]{1,60})", re.IGNORECASE)


def unpacked(body: str | bytes) -> bytes:
    """Return the bytes of a body in Base64. Raises `InputError` for what is none."""
    try:
        return base64.b64decode("".join(body.split()) if isinstance(body, str) else body, validate=True)
    except (binascii.Error, ValueError):
        raise InputError(f"field {BODY!r} holds no Base64, in which Zyte API gives bodies") from None


def charset(values: Mapping[str, Any]) -> str | None:
    """Return the encoding that the headers of a record's response name, or None."""
    headers = values.get(_HEADERS)
    for header in headers if isinstance(headers, list) else ():
        if isinstance(header, Mapping) and str(header.get("name")).lower() == "content-type":
            return charset_of(str(header.get("value")))
    return None


def charset_of(content_type: str) -> str | None:
    """Return the encoding that a Content-Type names, or None."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None
