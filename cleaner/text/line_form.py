"""The form of a line of text, words put aside: lines of one form make a list. Days, labels, code: forms with a name."""

import re

from cleaner.text.dates import PATTERN
from cleaner.text.lazy_expression import lazy

DAY, CODE, LABELLED = "day", "code", "label"
DAY_WORDS = 6
"""Words of a line that names a day and nothing else, at most."""
_MOST_WORDS = 16
"""Words of a line of a list, at most. Not measured."""
_MOST_CHARS = 200
"""Characters of it, at most: words may be of any length, and the signs of code are looked for from each character."""
_DAY = lazy(rf"\W*(?:{PATTERN})\W*\Z", re.IGNORECASE)
_CODE = lazy(
    r".*(?:[\w)\]\"'];|[{}]|\) ?:|\w\[\S*\] ?=.*|[ =]\\)\Z"  # ends of statements and of blocks
    r"|(?:[$%>] |>>> |\.\.\. |#!|#include\b|//|</?[a-z][^<>]*>)\S*"  # prompts, tags
    r"|(?:import|from|package|using|require|export|def|class|func|fn|function|const|let|var|return"
    r"|public|private|echo) (?:[^\s,]*[^\s\w,]\S*|\w+(?: (?:import|as|from|=) .+)?)\Z"
    r"|(?:sudo|cd|pip|npm|git|curl|docker|apt-get) \S"
    r"|(?:SELECT|FROM|WHERE|ORDER BY|INSERT INTO|UPDATE|JOIN|GROUP BY|CREATE TABLE) "
    r"|(?:- )?[a-z_][\w.-]*:(?: [^\s:]\S*)?\Z|- [\"']\S+\Z"  # keys and values
    r"|.*(?:\w\([^()]*\)\Z|[=!<>]=| = |=>|->|&&|\|\||::|\w_\w+\(|\.\.\. done\Z"
    r"|(?<![@#\w/.-])[a-z]+\d*_[a-z\d]+(?![\w@]))"
)
"""Signs of code at the ends of a line, its first words in the languages that tutorials teach, what settings look like,
and signs within it."""
PAGE_SCRIPT = lazy(
    r"googletag\b|adsbygoogle|\b(?:window|document|dataLayer)\s*[.=\[]|\b(?:gtag|fbq|ga)\(|function\s*\(\)|@media\b|@font-face"
    r"|[\"']@(?:context|type|graph)[\"']\s*:",
)
"""Signs of code that pages run or hold themselves: what serves adverts and counts readers, styles, and linked data."""
_LABEL = lazy(r"(?:[-*•·] ?)?(?=[^\W\d_])(?:[^\s:：]++ ?){1,4}+[:：](?: +[^\s/]|[^\s/\d])")
"""A label of up to four words and something behind it: "Venue: the old pier"; a time of day is none."""
_TIME = lazy(r"\W*\d{1,2}[:.h]\d{2}(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’./&-]+[^\W\d_]+)*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
"""A number, its groups and decimals among it."""


def line_form(text: str, tidied: str, words: int, *, has_digit: bool) -> str:
    """Return a line's form: what it begins with, if that is a number, else all of it; empty without number and label.

    *tidied* is its *text* with its typography ironed out.

    >>> lines = "400 g flour", "Sund 0, Holm 2", "18:30 News", "5 May 2026", "Venue: the old pier"
    >>> [line_form(line, line, line.count(" ") + 1, has_digit=True) for line in lines]
    ['0', 'w 0, w 0', '0:0', 'day', 'label']
    """
    if len(text) > _MOST_CHARS or words > _MOST_WORDS:
        return ""
    if _CODE.match(text):
        return CODE
    if _LABEL.match(tidied):
        return LABELLED
    if not has_digit:
        return ""
    if words <= DAY_WORDS and _DAY.match(tidied):
        return DAY
    if _TIME.match(tidied):
        return "0:0"
    made = NUMBER.sub("0", _WORDS.sub("w", tidied))
    return made.partition("w")[0].strip() if made.startswith("0") else made
