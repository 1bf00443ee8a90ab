"""Matcher `like`: a small pattern over a whole block, bounded by construction.

    By {name} | {date}
    {name} is (a|an) [{words:1-4}] (reporter|writer) {rest}
    {rest} (Photo: {words:1-4})

Literal words, `{name} {word} {words:a-b} {n} {date} {time} {url} {email} {handle} {rest}`, `(a|b)`,
`[optional]`. It becomes a regular expression in which every repeat is bounded and which reads at
most 600 characters, so no pattern and no page can make it slow.
"""

import re
from dataclasses import dataclass
from functools import cache
from math import inf

from cleaner.dates import PATTERN as DATE
from cleaner.normalize import fold, is_spaceless, tidy

MAX_CHARS = 600
_MAX_WILDCARDS = 6
UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΆ-ΏΑ-ΫЀ-ЯƠƯҐԱ-Ֆ"
    "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_CASELESS = "\u0590-\u05ff\u0600-\u06ff\u0900-\u0dff\u0e01-\u0e4e\u10d0-\u10ff"
_PARTICLE = "(?:van|von|de|der|den|del|della|da|di|do|dos|du|la|le|el|al|bin|ibn|ter|zu|af|av|y|e)"
_NAME_WORD = rf"[{UPPER}][\w'.\-]{{0,25}}"
_NAME = (
    rf"(?:{_NAME_WORD}(?: {_PARTICLE}){{0,2}}(?: {_NAME_WORD}){{1,4}}"
    rf"|[{_CASELESS}]{{2,20}}(?: [{_CASELESS}]{{2,20}}){{1,4}}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{{2,6}})"
)
HOLES = {
    "name": _NAME,
    "word": r"\S{1,30}",
    "n": r"\d[\d.,]{0,12}",
    "date": rf"(?i:{DATE})",
    "time": r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\d{1,2})(?: ?(?i:[ap]\.?m\.?|uhr|[A-Z]{2,4}))?",
    "url": r"(?:https?://|www\.)\S{1,200}|[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}(?:/\S{0,100})?",
    "email": r"[\w.+-]{1,60}@[\w.-]{3,60}",
    "handle": r"@\w{2,30}",
}
_MOST_WORDS = {"name": 14, "date": 7, "time": 3}
_TOKEN = re.compile(r"\{[^{}]*\}|[()\[\]| ]|[^{}()\[\]| ]+")
_REST_BEFORE = "{rest} "
_REST = "(?P<rest>.*)"
_REST_AFTER_SPACE = r"(?P<rest>(?:\W.*)?)"
_WORD = re.compile(r"\w+")
_CHOICE = re.compile(r"\(([^)]*\|[^)]*)\)")
_WORDS = re.compile(r"words:(\d+)-(\d+)$")


class LikeError(ValueError):
    """A pattern that the rule language does not have; the message says why."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    A block that holds none of *gate*'s words cannot match; where there is no gate, nor can one whose folded
    text holds none of *hints* (one of which may be empty). Nor can one of more than *most_words* words, or,
    where the pattern *has_number*, one without a digit.
    """

    text: str
    expression: str
    is_ending: bool
    gate: frozenset[str]
    hints: frozenset[str]
    most_words: float
    has_number: bool

    def match(self, tidied: str) -> re.Match[str] | None:
        """Match tidied text as a whole."""
        if self.is_ending:
            return self.match_end(tidied)
        return _compiled(self.expression).fullmatch(tidied) if len(tidied) <= MAX_CHARS else None

    def match_edge(self, tidied: str) -> re.Match[str] | None:
        """Match tidied text of any length; the group `rest` is what the pattern leaves alone."""
        return _compiled(self.expression).match(tidied)

    def match_end(self, tidied: str) -> re.Match[str] | None:
        """Match the end of tidied text, for a pattern that begins with `{rest}`."""
        return _compiled(self.expression).search(tidied, max(0, len(tidied) - MAX_CHARS // 2))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compile an expression when it is first asked: few of the patterns meet a block that they could match."""
    return re.compile(expression)


def compile_like(text: str) -> Pattern:
    """Compile a pattern.

    Raises `LikeError`.
    """
    is_ending = text.startswith(_REST_BEFORE)
    tokens = _tokens(text.removeprefix(_REST_BEFORE))
    if is_ending and tokens[0].startswith("{"):
        raise LikeError(f"{text!r} needs a word or a mark after the first {{rest}}, to be found by")
    alternatives, _ = _alternatives(tokens, 0, closing="")
    wildcards = len(re.findall(r"\{(?!rest)", text))
    if wildcards > _MAX_WILDCARDS:
        raise LikeError(f"{text!r} has {wildcards} wildcards; at most {_MAX_WILDCARDS} keep it fast")
    literal = re.sub(r"\{(?:name|word|n|rest|words:[^}]*)\}|[()\[\]| ]", "", text)
    if not literal:
        raise LikeError(f"{text!r} has no word of its own to recognise")
    expression = rf"(?<!\w)(?:{alternatives[0]})$" if is_ending else alternatives[0]
    return Pattern(text, expression, is_ending, _gate(text), _hints(text), _most_words(text), _has_number(text))


def _tokens(text: str) -> list[str]:
    # tidy() strips bullets at the start, which may be this language's own brackets
    return _TOKEN.findall(tidy(f"x{text}")[1:].lstrip())


def _alternatives(tokens: list[str], at: int, closing: str) -> tuple[list[str], int]:
    """Read tokens up to *closing*; return the expressions that `|` separates, and where to go on."""
    branches: list[list[str]] = [[]]
    while at < len(tokens) and tokens[at] != closing:
        token = tokens[at]
        if token == "|" and closing:
            branches.append([])
        elif token in ("(", "["):
            piece, at = _group(tokens, at)
            branches[-1].append(piece)
        elif token in (")", "]"):
            raise LikeError(f"found {token!r} that nothing opens")
        else:
            branches[-1].append(_atom(token))
        at += 1
    if closing and at == len(tokens):
        raise LikeError(f"expected a closing {closing}")
    return ["".join(_join_optional(branch)) for branch in branches], at


def _group(tokens: list[str], at: int) -> tuple[str, int]:
    optional = tokens[at] == "["
    inside, at = _alternatives(tokens, at + 1, "]" if optional else ")")
    if optional:
        return f"(?:{'|'.join(inside)})?", at
    # nothing to choose from: the parentheses are the page's own, as in "(dpa)"
    return (rf"\({inside[0]}\)" if len(inside) == 1 else f"(?:{'|'.join(inside)})"), at


def _atom(token: str) -> str:
    if token == " ":
        return " "
    return _hole(token[1:-1]) if token.startswith("{") else f"(?i:{re.escape(token)})"


def _join_optional(pieces: list[str]) -> list[str]:
    """Move the space beside an optional part into it, so that it goes when the part does.

    That is the space before it, or after it where nothing that must be there came before.
    """
    made: list[str] = []
    leading = True
    for piece in pieces:
        if piece.endswith(")?"):
            if not leading and made[-1] == " ":
                made[-1] = f"(?: {piece[:-1]})?"
                continue
        elif piece == " " and leading and made:
            made[-1] = f"(?:{made[-1][:-1]} )?"
            continue
        elif piece == _REST and made and made[-1] == " ":
            made[-1] = _REST_AFTER_SPACE
            continue
        else:
            leading = False
        made.append(piece)
    return made


def _hole(name: str) -> str:
    if name == "rest":
        return _REST
    counted = _WORDS.match(name)
    if counted:
        low, high = int(counted[1]), int(counted[2])
        if not 0 < low <= high <= 12:
            raise LikeError(f"expected {{words:a-b}} with 1 <= a <= b <= 12, found {{{name}}}")
        return rf"\S{{1,30}}(?: \S{{1,30}}){{{low - 1},{high - 1}}}"
    if name not in HOLES:
        raise LikeError(
            f"unknown {{{name}}}; known are {' '.join(f'{{{hole}}}' for hole in HOLES)} {{words:a-b}} {{rest}}"
        )
    return f"(?:{HOLES[name]})"


def _gate(text: str) -> frozenset[str]:
    """Return words of which every match holds at least one: the choice whose shortest word is longest."""
    plain = re.sub(r"\[[^\]]*\]|\{[^}]*\}", " ", text)
    choices = [{word} for word in _WORD.findall(fold(_CHOICE.sub(" ", plain), whole=False))]
    for group in _CHOICE.findall(plain):
        branches = [_WORD.findall(fold(branch, whole=False)) for branch in group.split("|")]
        if all(branches):
            choices.append({max(branch, key=len) for branch in branches})
    spaced = [choice for choice in choices if not any(is_spaceless(char) for word in choice for char in word)]
    return frozenset(max(spaced, key=lambda choice: min(map(len, choice)), default=()))


def _hints(text: str) -> frozenset[str]:
    """Return pieces of literal text of which every match holds at least one, folded; "@" for addresses."""
    plain = re.sub(r"\[[^\]]*\]", "{}", text)
    choices = [{_longest_word(branch) for branch in group.split("|")} for group in _CHOICE.findall(plain)]
    choices.append({_longest_word(_CHOICE.sub("{}", plain))})
    found = max(choices, key=lambda choice: min(map(len, choice)))
    is_address = found == {""} and ("{email}" in plain or "{handle}" in plain)
    return frozenset({"@"} if is_address else found)


def _longest_word(text: str) -> str:
    literals = [fold(piece, whole=False) for piece in re.sub(r"\{[^}]*\}", "\0", text).split("\0")]
    return max((word for piece in literals for word in piece.split()), key=len, default="")


def _most_words(text: str) -> float:
    """Return how many words a match can have; infinite with `{rest}`, or where no spaces are written."""
    if "{rest}" in text or any(map(is_spaceless, text)) or ("{name}" in text and not text.isascii()):
        return inf
    literals = len(re.sub(r"\{[^}]*\}|[()\[\]|]", " ", text).split())
    return literals + sum(map(_most_words_of_hole, re.findall(r"\{([^}]*)\}", text)))


def _most_words_of_hole(name: str) -> int:
    counted = _WORDS.match(name)
    return int(counted[2]) if counted else _MOST_WORDS.get(name, 1)


def _has_number(text: str) -> bool:
    plain = re.sub(r"\[[^\]]*\]|\([^)]*\|[^)]*\)", " ", text)
    return any(hole in plain for hole in ("{n}", "{date}", "{time}"))
