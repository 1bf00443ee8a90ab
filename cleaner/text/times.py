"""Times of day and their zones, as pages write them beside a date."""

import re

from cleaner.text.lazy_expression import lazy

_JOINED = (
    r"[日일号]?[\s,;|/·•–—()-]*(?:(?:T|at|um|à|às|as|a las|a|alle(?: ore)?|ore|h|kl\.?|klo|om|o|o godz\.|godz\.|g\.|в|о"
    r"|г\.,?(?: в)?|saat|الساعة|ساعت|เวลา|@)[\s:]*)?"
)
"""What stands between a date and its time."""
_CLOCK = (
    r"(?P<early>上午|下午|오전|오후)?\s?(?P<hour>\d{1,2})(?:\s?[:h時时点시]\s?|(?P<dot>\.))(?P<minute>\d{2})"
    r"(?:[:分분.](?P<second>\d{2}))?(?:[.,]\d{1,9})?(?![\d:])\s?(?P<half>[ap]\.?\s?m\b\.?)?"
)
_ZONE = (
    r"\s?(?:uhr\b|hrs\b|h\b|น\.)?\s?\(?(?P<zone>Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|(?-i:[A-Z]{2,5})\b)?"
)
_AFTER = lazy(rf"{_JOINED}{_CLOCK}(?P<tail>{_ZONE})", re.I)
_BEFORE = lazy(rf"(?<![\d:.]){_CLOCK}(?P<tail>{_ZONE})\)?[\s,|·•–—-]*(?:on |am |le |el )?$", re.I)
_NEAR = 40
"""Characters before and after a date in which its time must stand. Not measured."""
_LARGEST_OFFSET = 14
"""Hours from UTC: those of the Line Islands, the most in the tz database."""
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")
# only names that mean one zone wherever they are read
_ZONES = {
    **dict.fromkeys(("Z", "UTC", "GMT", "WET"), "+00:00"),
    **dict.fromkeys(("CET", "MEZ"), "+01:00"),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST"), "+02:00"),
    **dict.fromkeys(("EEST", "MSK"), "+03:00"),
    **dict.fromkeys(("JST", "KST"), "+09:00"),
    **dict.fromkeys(("EDT",), "-04:00"),
    **dict.fromkeys(("EST", "CDT"), "-05:00"),
    **dict.fromkeys(("MDT",), "-06:00"),
    **dict.fromkeys(("PDT",), "-07:00"),
    **dict.fromkeys(("PST",), "-08:00"),
}


def time_beside(text: str, start: int, end: int) -> str:
    """Return the time of day beside the date at *start* to *end* of *text* as `THH:MM:SS` with its zone, if known.

    Empty if there is none. Midnight of no zone only fills a field: it is no time.

    >>> time_beside("2026-06-05T14:30:00+0200", 0, 10), time_beside("5. Juni 2026, 14.30 Uhr", 0, 12)
    ('T14:30:00+02:00', 'T14:30:00')
    """
    found = _AFTER.match(text, end, end + _NEAR) or _BEFORE.search(text[max(0, start - _NEAR) : start])
    if not found or (found["dot"] and not (found["half"] or found["tail"].strip())):
        return ""
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    half = (found["half"] or "")[:1].lower() or {"上午": "a", "오전": "a", "下午": "p", "오후": "p"}.get(
        found["early"], ""
    )
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _zone(found["zone"] or "")
    if hour > 23 or minute > 59 or second > 59 or not (hour or minute or second or zone):
        return ""
    return f"T{hour:02}:{minute:02}:{second:02}{zone}"


def _zone(name: str) -> str:
    offset = _OFFSET.search(name)
    if not offset:
        return _ZONES.get(name.upper(), "")
    hours, minutes = int(offset[2]), int(offset[3] or 0)
    return f"{offset[1]}{hours:02}:{minutes:02}" if hours <= _LARGEST_OFFSET and minutes < 60 else ""
