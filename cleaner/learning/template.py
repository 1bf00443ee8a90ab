"""A text's form with holes: "12 comments" and "7 comments" are both "{n} comments".

Written as a `like` pattern of the rule language, so that what was counted is what a rule finds.
"""

import re

from cleaner.matching.pattern import LikeError, compile_like
from cleaner.matching.wildcards import HOLES, UPPER
from cleaner.text.normalize import fold

_CAPITAL = f"[{UPPER}]"
_LEADING = r"(?:By|Von|Par|Por|Di|Da|Door|Af|Av|From|The|In|At|On|All|Photo|Foto|Follow|About|Write|Contact)"
"""Words that begin a line with a capital and are no part of the name after them."""
_PARTICLES = "(?: (?:van|von|de|der|den|del|di|da)){0,2}"
_NAME = rf"(?!{_LEADING} ){_CAPITAL}[\w'\-]+(?: {_CAPITAL}\.?)?{_PARTICLES}(?: {_CAPITAL}[\w'\-]+){{1,3}}"
_HOLE = re.compile(
    rf"(?P<url>https?://\S+|www\.\S+)|(?P<email>\b{HOLES['email']}\b)|(?P<handle>(?<!\w){HOLES['handle']})"
    rf"|(?P<date>\b{HOLES['date']}(?!\w))|(?P<time>\b\d{{1,2}}(?:[:h]\d{{2}}|\.\d{{2}}(?= (?i:uhr|[ap]\.?m)))\b)"
    rf"|(?P<n>\d+(?:[.,]\d+)*)|(?P<name>\b{_NAME}\b)"
)
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
    made = _HOLE.sub(lambda found: f"{{{found.lastgroup}}}", tidied)
    if "{name}" in made:
        made = _PLACE_NAME.sub("{word}", made)
    words = _WORD.findall(_FILLED.sub(" ", made))
    if made == tidied or not words:
        return ""
    enough = sum(map(len, words)) >= (_LETTERS if len(words) > 1 else _LONE_LETTERS)
    return made if enough and (len(words) > 1 or "{name}" not in made) else ""


def finds(pattern: str, tidied: str) -> bool:
    """Say whether a form is a pattern of the rule language that finds *tidied*."""
    try:
        return compile_like(pattern).match(tidied)
    except LikeError:
        return False


def form_key(pattern: str) -> str:
    """Return what is the same for forms that find the same."""
    return fold(pattern, whole=False)
