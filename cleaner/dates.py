"""Dates as news sites print them, in the languages of the bundled packs: the pattern, and what it means.

Day precision; numeric dates with an ambiguous order are read day first, except after English month-first
forms, which are told by the month's name.
"""

import re
from datetime import date

_MONTHS = (
    "january jan januar janvier janv enero ene janeiro gennaio gen styczeń stycznia января январь янв ocak januari "
    "tammikuu يناير",
    "february feb februar février févr fév febrero fevereiro fev febbraio luty lutego февраля февраль фев şubat "
    "februari فبراير",
    "march mar märz mär mars marzo março marzec marca марта март mart maart marts مارس",
    "april apr avril avr abril abr aprile kwiecień kwietnia апреля апрель апр nisan أبريل",
    "may mai mayo maio maggio mag maj maja мая май mayıs mei مايو",
    "june jun juni juin junio junho giugno giu czerwiec czerwca июня июнь haziran يونيو",
    "july jul juli juillet juil julio julho luglio lug lipiec lipca июля июль temmuz يوليو",
    "august aug août agosto ago sierpień sierpnia августа август авг ağustos augustus augusti أغسطس",
    "september sep sept septembre septiembre setembro set settembre wrzesień września сентября сентябрь сен eylül "
    "سبتمبر",
    "october oct oktober okt octobre octubre outubro out ottobre ott październik października октября октябрь окт "
    "ekim "
    "أكتوبر",
    "november nov novembre noviembre novembro listopad listopada ноября ноябрь ноя kasım نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudzień grudnia декабря декабрь дек "
    "aralık "
    "desember ديسمبر",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:[^\W\d]{2,12}\.?,? )?"
PATTERN = (
    rf"(?:{_WEEKDAY}\d{{1,2}}(?:\.|st|nd|rd|th|º|er)? ?(?:de |of )?{MONTH}(?:,? (?:de )?\d{{4}})?"
    rf"|{_WEEKDAY}{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    r"|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"
)
"""A regular expression for one date, to be matched without regard to case."""

_READ_CHARS = 500
"""Dates stand in short lines; a page in one line must not cost more."""
_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})")
_DAY_FIRST = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_DAY_NAME = re.compile(rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th|º|er)?\s?(?:de\s|of\s)?({MONTH}),?\s(?:de\s)?(\d{{4}})", re.I)
_NAMED_DAY = r"\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})"
_NAME_DAY = re.compile(rf"({MONTH}){_NAMED_DAY}", re.I)
# a hundred names of months are asked only where something like a date is
_DIGIT, _LIKE_NAMED_DAY = re.compile(r"\d"), re.compile(_NAMED_DAY, re.I)


def parse_date(text: str) -> str | None:
    """Return the first full date at the start of *text* as `YYYY-MM-DD`, or None.

    >>> parse_date("By | June 5, 2026"), parse_date("Stand: 5. Juni 2026"), parse_date("2026年6月5日")
    ('2026-06-05', '2026-06-05', '2026-06-05')
    """
    text = text[:_READ_CHARS]
    if not _DIGIT.search(text):
        return None
    if found := _YEAR_FIRST.search(text):
        return _iso(found[1], found[2], found[3])
    if found := _DAY_NAME.search(text):
        return _iso(found[3], _month(found[2]), found[1])
    if found := _LIKE_NAMED_DAY.search(text) and _NAME_DAY.search(text):
        return _iso(found[3], _month(found[1]), found[2])
    if found := _DAY_FIRST.search(text):
        return _iso(found[3], found[2], found[1]) or _iso(found[3], found[1], found[2])
    return None


def _month(name: str) -> int:
    lowered = name.lower().replace("i\u0307", "i").rstrip(".")
    return MONTHS.get(lowered, 0)


def _iso(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
