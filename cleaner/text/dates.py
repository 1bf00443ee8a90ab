"""Dates as news sites print them, in the languages of the bundled packs: the pattern, and what it means.

A date keeps the time of day and the zone that stand beside it. Numeric dates with an ambiguous order are read day
first, but on American pages.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from cleaner.text.lazy_expression import lazy
from cleaner.text.normalize import fold_case
from cleaner.text.times import time_beside

_MONTHS = (
    "ianuarie ιανουαρίου ιαν ledna січня január ינואר בינואר जनवरी มกราคม ม.ค جنوری ژانویه "
    "january jan januar janvier janv enero ene janeiro gennaio gen styczeń stycznia января январь янв ocak januari "
    "tammikuu يناير",
    "februarie φεβρουαρίου φεβ února лютого február פברואר בפברואר फरवरी फ़रवरी กุมภาพันธ์ ก.พ فروری فوریه "
    "february feb februar février févr fév febrero fevereiro fev febbraio luty lutego февраля февраль фев şubat "
    "februari فبراير",
    "martie μαρτίου března березня március maret מרץ במרץ मार्च มีนาคม มี.ค مارچ "
    "march mar märz mär mars marzo março marzec marca марта март mart maart marts مارس",
    "aprilie απριλίου απρ dubna квітня április אפריל באפריל अप्रैल เมษายน เม.ย ابريل إبريل اپریل آوریل "
    "april apr avril avr abril abr aprile kwiecień kwietnia апреля апрель апр nisan أبريل",
    "μαΐου května травня május במאי מאי พฤษภาคม พ.ค مئی may mai mayo maio maggio mag maj maja мая май mayıs mei مايو",
    "iunie ιουνίου ιουν června червня június יוני ביוני जून มิถุนายน มิ.ย جون ژوئن "
    "june jun juni juin junio junho giugno giu czerwiec czerwca июня июнь haziran يونيو",
    "iulie ιουλίου ιουλ července липня július יולי ביולי जुलाई กรกฎาคม ก.ค جولائی "
    "july jul juli juillet juil julio julho luglio lug lipiec lipca июля июль temmuz يوليو",
    "augusztus αυγούστου αυγ srpna серпня agustus אוגוסט באוגוסט अगस्त สิงหาคม ส.ค اغسطس اگست "
    "august aug août agosto ago sierpień sierpnia августа август авг ağustos augustus augusti أغسطس",
    "septembrie σεπτεμβρίου σεπ září вересня szeptember ספטמבר בספטמבר सितंबर सितम्बर กันยายน ก.ย ستمبر سپتامبر "
    "september sep sept septembre septiembre setembro set settembre wrzesień września сентября сентябрь сен eylül "
    "سبتمبر",
    "octombrie οκτωβρίου οκτ října жовтня október אוקטובר באוקטובר अक्टूबर अक्तूबर ตุลาคม ต.ค اكتوبر اکتوبر اکتبر "
    "october oct oktober okt octobre octubre outubro out ottobre ott październik października октября октябрь окт "
    "ekim "
    "أكتوبر",
    "noiembrie νοεμβρίου νοε listopadu נובמבר בנובמבר नवंबर नवम्बर พฤศจิกายน พ.ย نومبر نوامبر "
    "november nov novembre noviembre novembro listopad listopada ноября ноябрь ноя kasım نوفمبر",
    "decembrie δεκεμβρίου δεκ prosince грудня דצמבר בדצמבר दिसंबर दिसम्बर ธันวาคม ธ.ค دسمبر دسامبر "
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudzień grudnia декабря декабрь дек "
    "aralık "
    "desember ديسمبر",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""The number of each month, from 1, by its names."""
MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?!\w)\.?"
_WEEKDAY = r"(?:[^\W\d]{2,12}\.?,? )?"
PATTERN = (
    rf"(?:{_WEEKDAY}\d{{1,2}}(?:\.|st|nd|rd|th|º|er)? ?(?:de |of )?{MONTH}(?:,? (?:de )?\d{{4}})?"
    rf"|{_WEEKDAY}{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{4}}\. {MONTH} \d{{1,2}}\b\.?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    r"|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"
)
"""A regular expression for one date, to be matched without regard to case."""
_STEM = 3
"""Characters of the name of a month that are looked for: all that the shortest names have."""
_NUMERIC = re.compile(r"\d[-/.]\d|[年년]")
"""What every date of `PATTERN` without the name of a month holds."""

_READ_CHARS = 500
"""Characters. Dates stand in short lines; a page in one line must not cost more. Not measured."""
_YEARS = range(1800, 2100)
"""Years that a date may have. Not measured: other numbers of four digits are no years of news."""
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2400, 2643)
"""Years by which the Thai calendar is ahead of ours, and those that are read as its own: our 1857 to 2099."""
_FILLERS = frozenset({"1900-01-01", "1970-01-01"})
"""What data bases write where they know no day."""
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
_BEFORE_ALL_YEARS = re.compile(r"\s*-\d{4}-\d")
"""A date of ISO 8601 in a year before the first."""
_COMPACT = lazy(r"^\s*(\d{4})(\d{2})(\d{2})(?=$|T)")
_DAY_FIRST = lazy(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_DAY_NAME = lazy(rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th|º|er)?\s?(?:de\s|of\s)?({MONTH}),?\s(?:de\s)?(\d{{4}})", re.I)
_NAMED_DAY = r"\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})"
_NAME_DAY = lazy(rf"({MONTH}){_NAMED_DAY}", re.I)
_YEAR_NAME = lazy(rf"(\d{{4}})\.?\s({MONTH})\s(\d{{1,2}})\b\.?", re.I)
# the names of months are asked only where something like a date is
_DIGIT, _LIKE_NAMED_DAY = re.compile(r"\d"), re.compile(_NAMED_DAY, re.I)


def may_hold_date(folded: str) -> bool:
    """Say whether folded text shows what every date of `PATTERN` shows, at a fraction of the cost.

    >>> may_hold_date("published 5 june"), may_hold_date("6/5/26"), may_hold_date("since 1911")
    (True, True, False)
    """
    return _NUMERIC.search(folded) is not None or may_hold_month(folded)


def may_hold_month(folded: str) -> bool:
    """Say whether folded text holds the name of a month, be it a part of another word."""
    return not _month_stems().isdisjoint([folded[at : at + _STEM] for at in range(len(folded) + 1 - _STEM)])


@cache
def _month_stems() -> frozenset[str]:
    """Return how the names of months begin, folded: most of them share their first letters with others."""
    return frozenset(fold_case(name)[:_STEM] for name in MONTHS)


def parse_date(text: str, *, month_first: bool = False) -> str | None:
    """Return the first full date at the start of *text* in ISO 8601, with its time and zone where given, or None.

    >>> parse_date("By | June 5, 2026"), parse_date("Stand: 5. Juni 2026"), parse_date("2026年6月5日")
    ('2026-06-05', '2026-06-05', '2026-06-05')
    >>> parse_date("5. Juni 2026, 14:30 Uhr"), parse_date("2026-06-05T14:30:00Z")
    ('2026-06-05T14:30:00', '2026-06-05T14:30:00+00:00')
    """
    text = text[:_READ_CHARS]
    if not _DIGIT.search(text) or _BEFORE_ALL_YEARS.match(text):
        return None
    for (start, end), day in _days(text, month_first):
        if day:
            return day + time_beside(text, start, end)
    return None


def _days(text: str, month_first: bool) -> Iterator[tuple[tuple[int, int], str | None]]:
    """Yield where each way of writing finds a date, and the day, None if there is no such day."""
    if found := _YEAR_FIRST.search(text) or _COMPACT.search(text):
        yield found.span(), _iso(found[1], found[2], found[3])
    if found := _DAY_NAME.search(text):
        yield found.span(), _iso(found[3], _month(found[2]), found[1])
    if found := _LIKE_NAMED_DAY.search(text) and _NAME_DAY.search(text):
        yield found.span(), _iso(found[3], _month(found[1]), found[2])
    if found := _YEAR_NAME.search(text):
        yield found.span(), _iso(found[1], _month(found[2]), found[3])
    if found := _DAY_FIRST.search(text):
        block_texts = _iso(found[3], found[2], found[1]), _iso(found[3], found[1], found[2])
        first, second = reversed(block_texts) if month_first else block_texts
        yield found.span(), first or second


def _month(name: str) -> int:
    lowered = name.lower().replace("i\u0307", "i").rstrip(".")
    return MONTHS.get(lowered, 0)


def _iso(year: str, month: str | int, day: str) -> str | None:
    counted = int(year) - (_BUDDHIST if int(year) in _BUDDHIST_YEARS else 0)
    try:
        found = date(counted, int(month), int(day)).isoformat()
    except ValueError:
        return None
    return found if counted in _YEARS and found not in _FILLERS else None
