"""A text's form with holes: "12 comments" and "7 comments" are both "{n} comments".

Written as a `like` pattern of the rule language, so that what was counted is what a rule finds.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from cleaner.matching.pattern import LikeError, compile_like
from cleaner.matching.wildcards import HOLES, UPPER
from cleaner.text.dates import may_hold_date
from cleaner.text.normalize import fold, fold_case

_CAPITAL = f"[{UPPER}]"
_LEADING = r"(?:By|Von|Par|Por|Di|Da|Door|Af|Av|From|The|In|At|On|All|Photo|Foto|Follow|About|Write|Contact)"
"""Words that begin a line with a capital and are no part of the name after them."""
_PARTICLES = "(?: (?:van|von|de|der|den|del|di|da)){0,2}"
_NAME = rf"(?!{_LEADING} ){_CAPITAL}[\w'\-]+(?: {_CAPITAL}\.?)?{_PARTICLES}(?: {_CAPITAL}[\w'\-]+){{1,3}}"
_DIGIT = re.compile(r"\d")
_TWO_CAPITALS = re.compile(rf"{_CAPITAL}.* {_CAPITAL}")
_SORTS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "url": (r"https?://\S+|www\.\S+", lambda tidied: "http" in tidied or "www." in tidied),
    "email": (rf"\b{HOLES['email']}\b", lambda tidied: "@" in tidied),
    "handle": (rf"(?<!\w){HOLES['handle']}", lambda tidied: "@" in tidied),
    "date": (rf"\b{HOLES['date']}(?!\w)", lambda tidied: _DIGIT.search(tidied) and may_hold_date(fold_case(tidied))),
    "time": (r"\b\d{1,2}(?:[:h]\d{2}|\.\d{2}(?= (?i:uhr|[ap]\.?m)))\b", _DIGIT.search),
    "n": (r"\d+(?:[.,]\d+)*", _DIGIT.search),
    "name": (rf"\b{_NAME}\b", _TWO_CAPITALS.search),
}
"""What becomes a hole, the first that fits: its expression, and a cheap test of what every match of it shows."""
_PLACE_NAME = re.compile(rf"(?<=[a-zß-ÿ] ){_CAPITAL}[\w'-]{{2,}}\b(?![^{{]*\}})")
_FILLED = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OWN_SIGNS = frozenset("{}[]|")
MAX_WORDS = 40
_LETTERS, _LONE_LETTERS = 4, 5
"""Words from which a text has no form, and letters outside the holes that a form needs: in all, or in its only word.
Not measured."""


def template(tidied: str) -> str:
    """Return the form of a tidied text; empty if it has no holes, or too little beside them to recognise it.

    >>> template("By Jane Doe in Berlin, 2024-05-03"), template("12 comments"), template("Leave a reply")
    ('By {name} in {word}, {date}', '{n} comments', '')
    """
    if not _OWN_SIGNS.isdisjoint(tidied) or tidied.count(" ") >= MAX_WORDS:
        return ""
    sorts = tuple(sort for sort, (_, may_stand_in) in _SORTS.items() if may_stand_in(tidied))
    # what is no date costs little to look for where there may be one, and each mixture with dates 40 ms to compile
    hole = _hole(tuple(_SORTS) if "date" in sorts else sorts)
    made = hole.sub(lambda found: f"{{{found.lastgroup}}}", tidied) if sorts else tidied
    if made == tidied:
        return ""
    if "{name}" in made:
        made = _PLACE_NAME.sub("{word}", made)
    words = _WORD.findall(_FILLED.sub(" ", made))
    if not words:
        return ""
    enough = sum(map(len, words)) >= (_LETTERS if len(words) > 1 else _LONE_LETTERS)
    return made if enough and (len(words) > 1 or "{name}" not in made) else ""


@cache
def _hole(sorts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{sort}>{_SORTS[sort][0]})" for sort in sorts))


def finds(pattern: str, tidied: str) -> bool:
    """Say whether a form is a pattern of the rule language that finds *tidied*."""
    try:
        return compile_like(pattern).match(tidied)
    except LikeError:
        return False


def form_key(pattern: str) -> str:
    """Return what is the same for forms that find the same."""
    return fold(pattern, whole=False)
