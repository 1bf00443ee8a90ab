"""What the wildcards of `like` patterns stand for, as regular expressions of Python's `re` and of RE2.

`re` knows what a letter is in every script; RE2's short classes are ASCII's, so they are written out for it.
"""

import re
from collections.abc import Mapping

from cleaner.text.dates import PATTERN as DATE

UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΆ-ΏΑ-ΫЀ-ЯƠƯҐԱ-Ֆ"
    "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_CASELESS = "\u0590-\u05ff\u0600-\u06ff\u0900-\u0dff\u0e01-\u0e4e\u10d0-\u10ff"
_SPACELESS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PARTICLE = "(?:van|von|de|der|den|del|della|da|di|do|dos|du|la|le|el|al|bin|ibn|ter|zu|af|av|y|e)"
_NAME_WORD = rf"[{UPPER}][\w'.\-]{{0,25}}"
_NAME = (
    rf"(?:{_NAME_WORD}(?: {_PARTICLE}){{0,2}}(?: {_NAME_WORD}){{1,4}}"
    rf"|[{_CASELESS}]{{2,20}}(?: [{_CASELESS}]{{2,20}}){{1,4}}|[{_SPACELESS}]{{2,6}})"
)
_NAME_OPENING = rf"[{UPPER}][^ ]{{0,25}}(?: {_PARTICLE}){{0,2}} [{UPPER}]|[{_CASELESS}]{{2}}|[{_SPACELESS}]{{2}}"
"""What every name begins with."""
HOLES: Mapping[str, str] = {
    "name": _NAME,
    "word": r"\S{1,30}",
    "n": r"\d[\d.,]{0,12}",
    "date": rf"(?i:{DATE})",
    "time": r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\d{1,2})(?: ?(?i:[ap]\.?m\.?|uhr|[A-Z]{2,4}))?",
    "url": r"(?:https?://|www\.)\S{1,200}|[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}(?:/\S{0,100})?",
    "email": r"[\w.+-]{1,60}@[\w.-]{3,60}",
    "handle": r"@\w{2,30}",
}
"""The wildcards but `{words:a-b}` and `{rest}`, in the syntax of `re`."""
MOST_WORDS: Mapping[str, int] = {"name": 14, "date": 7, "time": 3}
"""Words that a wildcard can hold, where that is more than one: no fewer than its expression above allows."""

_WORD_CHARS = (
    "0-9A-Z_a-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3040-\ufdff\ufe70-\ufeff\uff10-\uff19"
    "\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010000-\U0010ffff"
)
"""Letters and digits: all but the blocks of marks. Unicode's own classes make programs sixty times as long."""
_RE2 = (
    # the order matters: what holds another short class comes before it; RE2 knows the ends of ASCII words only and
    # does not look ahead, but what follows a date in a pattern shows where it ends
    (r"(?!\w)", ""),
    (r"\b", ""),
    (r"[^\W\d]", "[A-Z_a-z\u00aa-\u1fff\u2c00-\ufdff]"),
    (r"[\w", f"[{_WORD_CHARS}"),
    (r"\w", f"[{_WORD_CHARS}]"),
    (r"\d", r"\p{Nd}"),
    (r"\S", "[^ ]"),
)
_I = re.compile(r"(?<!\?)[iIıİ]")


def may_open_name(tidied: str) -> bool:
    """Say whether tidied text begins as names do, at a fraction of the cost of `{name}`.

    >>> may_open_name("Imogen van Tarrant, Harbour News"), may_open_name("April 22, 2026")
    (True, False)
    """
    return re.match(_NAME_OPENING, tidied) is not None


def re2_literal(text: str) -> str:
    """Return an RE2 expression for *text* in capitals or not; Turkish i's are one letter, as they are in `fold`."""
    return f"(?i:{_I.sub('[iIıİ]', re.escape(text))})"


def re2_hole(name: str) -> str:
    """Return the RE2 expression of a wildcard in `HOLES`; texts are tidied, so their only space is the blank."""
    expression = _I.sub("[iIıİ]", HOLES[name]) if name == "date" else HOLES[name]
    for short, written in _RE2:
        expression = expression.replace(short, written)
    return f"(?:{expression})"
