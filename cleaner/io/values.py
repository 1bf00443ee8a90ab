"""Carried values as every output can hold them: whole characters, numbers that JSON knows, an end to nesting."""

import base64
import json
import math
from collections.abc import Mapping
from typing import Any

from cleaner.document.characters import join_halves

LEVELS = 32
"""Levels of nesting; what lies deeper becomes its JSON. Tables have a type for each level. Not measured."""


def mend(value: Any, *, finite: bool, levels: int = LEVELS) -> Any:
    """Return *value* with its halves of surrogate pairs replaced and its depths flattened.

    With *finite*, numbers that JSON does not have (NaN and the infinities) become None.
    """
    if isinstance(value, str):
        return join_halves(value)
    if isinstance(value, float):
        return None if finite and not math.isfinite(value) else value
    if not isinstance(value, (Mapping, list, tuple)):
        return value
    if not levels:
        return _flat(value)
    if isinstance(value, Mapping):
        return {join_halves(str(key)): mend(one, finite=finite, levels=levels - 1) for key, one in value.items()}
    return [mend(one, finite=finite, levels=levels - 1) for one in value]


def plain(value: Any) -> Any:
    """Say in JSON what a table can hold besides: dates, decimals, bytes."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode("ascii")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _flat(value: Any) -> str:
    try:
        return json.dumps(value, default=str)
    except RecursionError:  # a little less deep than what cannot be read
        return "…"


def in_words(value: Any) -> str:
    """Return what a value of JSON is, for messages.

    >>> in_words(None), in_words(True), in_words(3), in_words("Ferry"), in_words([]), in_words({})
    ('nothing', 'true', 'a number', 'text', 'a list', 'an object')
    """
    if value is None or isinstance(value, bool):
        return "nothing" if value is None else str(value).lower()
    names: Mapping[type, str] = {str: "text", list: "a list", dict: "an object"}
    return names.get(type(value), "a number")
