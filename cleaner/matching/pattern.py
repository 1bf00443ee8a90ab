"""Matcher `like`: a small pattern over a whole block, linear by construction.

    By {name} | {date}
    {name} is (a|an) [{words:1-4}] (reporter|writer) {rest}
    {rest} (Photo: {words:1-4})

Literal words, `{name} {word} {words:a-b} {n} {date} {time} {url} {email} {handle} {rest}`, `(a|b)`,
`[optional]`. It becomes an expression for RE2, which never tries a character twice, and reads at most 1,000
characters, so no pattern and no page can make it slow: the hostile ones of the tests take under 10 ms a block.
"""

from dataclasses import astuple, dataclass
from functools import cache
from typing import Any, NamedTuple

import re2

from cleaner.matching import pattern_signs as signs
from cleaner.matching import pattern_tree as like_tree
from cleaner.matching.pattern_tree import Choice, Hole, LikeError, Literal, Node, Nodes
from cleaner.matching.wildcards import may_open_name, re2_hole, re2_literal
from cleaner.text.block_text import BlockText

__all__ = ["MAX_CHARS", "Found", "LikeError", "Pattern", "compile_like"]

MAX_CHARS = 600
_MAX_WILDCARDS = 6
"""Characters of a block that a pattern is tried on, and wildcards in one. Not measured: the bundled patterns have up to
4 wildcards."""
_REST_BEFORE = "{rest} "
_REST = "(?P<rest>.*)"
_REST_AFTER_SPACE = r"(?P<rest>(?:[^\pL\pN_].*)?)"
_TELLING = frozenset({"date", "time", "url", "email", "handle"})
"""Wildcards that are something to recognise by themselves."""
_MEMORY = 32 * 2**20
"""Bytes that RE2 may use for one pattern; the largest patterns that are allowed need a fifth of it."""


class Found(NamedTuple):
    """A match: its text, and where in what was read `{rest}` begins; None where the pattern has none."""

    text: str
    rest: int | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    A block that holds none of *gate*'s words cannot match; where there is no gate, nor can one whose folded
    text holds none of *hints* (one of which may be empty). Nor can one of more than *most_words* words, or,
    where the pattern *has_number*, one without a digit. One that *leaves_a_rest* has a part that a `trim`
    leaves alone. `may_match` asks for all the others.
    """

    text: str
    is_ending: bool
    leaves_a_rest: bool
    gate: frozenset[str]
    hints: frozenset[str]
    most_words: float
    has_number: bool
    openings: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    has_date: bool = False
    closing: str = ""
    opens_with_name: bool = False

    def plain(self) -> tuple[Any, ...]:
        """Return all that it consists of as plain values, of which `Pattern` makes it again."""
        return astuple(self)

    def may_match(self, block_text: BlockText) -> bool:
        """Say whether a block's read part shows what every match shows; one that does not need not be tried."""
        if self.is_ending:
            return True
        folded = block_text.folded
        if self.openings and not folded.startswith(self.openings):
            return False
        return (
            all(piece in folded for piece in self.pieces)
            and (not self.has_date or block_text.may_hold_date)
            and (not self.closing or signs.may_close(self.closing, folded))
            and (not self.opens_with_name or may_open_name(block_text.tidied))
        )

    def match(self, tidied: str) -> bool:
        """Say whether tidied text matches as a whole."""
        if self.is_ending:
            return self.match_end(tidied) is not None
        return len(tidied) <= MAX_CHARS and _compiled(self.text).fullmatch(_plain(tidied)) is not None

    def match_edge(self, tidied: str) -> Found | None:
        """Match the start of tidied text of any length."""
        return _found(_compiled(self.text).match(_plain(tidied)))

    def match_end(self, tidied: str) -> Found | None:
        """Match the end of tidied text, for a pattern that begins with `{rest}`."""
        tail = tidied
        if len(tidied) > MAX_CHARS // 2:
            # from the first word that is there as a whole
            tail = tidied[-MAX_CHARS // 2 :].partition(" ")[2]
        return _found(_compiled(self.text).search(_plain(tail)), "end")


def _found(match: Any, group: str | int = 0) -> Found | None:
    if match is None:
        return None
    # RE2's matches know the places of groups by number only
    number = match.re.groupindex.get("rest")
    rest = match.start(number) if number else -1
    return Found(match[group], None if rest < 0 else rest)


def _plain(text: str) -> str:
    """Return text that UTF-8 can write: halves of surrogate pairs become question marks."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


@cache
def _compiled(text: str) -> Any:
    """Compile a pattern's expression when it is first asked: few of them meet a block that they could match."""
    options = re2.Options()
    options.max_mem, options.log_errors = _MEMORY, False
    expression = _sequence(_parsed(text))
    is_ending = text.startswith(_REST_BEFORE)
    return re2.compile(rf"(?:^|[^\pL\pN_])(?P<end>{expression})$" if is_ending else expression, options)


def compile_like(text: str) -> Pattern:
    """Compile a pattern.

    Raises `LikeError`.
    """
    is_ending = text.startswith(_REST_BEFORE)
    nodes = _parsed(text)
    if is_ending and (not nodes or isinstance(nodes[0], Hole)):
        raise LikeError(f"{text!r} needs a word or a mark after the first {{rest}}, to be found by")
    holes = [node.name for node in like_tree.walk(nodes) if isinstance(node, Hole)]
    _check_wildcards(text, nodes, holes)
    return Pattern(
        text,
        is_ending,
        is_ending or "rest" in holes,
        like_tree.gate(nodes),
        like_tree.hints(nodes),
        float("inf") if is_ending else like_tree.most_words(nodes),
        like_tree.has_number(nodes),
        signs.openings(nodes),
        signs.pieces(nodes),
        signs.has_date(nodes),
        signs.closing(nodes),
        signs.opens_with_name(nodes),
    )


def _parsed(text: str) -> Nodes:
    try:
        return like_tree.parse(text.removeprefix(_REST_BEFORE))
    except LikeError as error:
        is_quoted = len(text) > like_tree.MAX_CHARS
        raise LikeError(str(error) if is_quoted else f"{text!r}: {error}") from None


def _check_wildcards(text: str, nodes: Nodes, names: list[str]) -> None:
    wildcards = len(names) - names.count("rest")
    if wildcards > _MAX_WILDCARDS:
        raise LikeError(f"{text!r} has {wildcards} wildcards; at most {_MAX_WILDCARDS} keep it fast")
    if names.count("rest") > 1:
        raise LikeError(f"{text!r} leaves two rests; {{rest}} may stand at the start and once more")
    literals = (node.text for node in like_tree.walk(nodes) if isinstance(node, Literal))
    marks = "".join(literals).strip("()[]| ")
    if not marks and _TELLING.isdisjoint(names):
        raise LikeError(f"{text!r} has no word of its own to recognise")


def _sequence(nodes: Nodes) -> str:
    """Write a sequence. The space beside an optional part moves into it, so that it goes when the part does.

    That is the space before it, or after it where nothing that must be there came before.
    """
    made: list[str] = []
    leading = True
    for node in nodes:
        written = _written(node)
        if isinstance(node, Choice) and node.is_optional:
            if not leading and made[-1] == " ":
                made[-1] = f"(?: {written})?"
                continue
            written = f"{written}?"
        elif written == " " and leading and made:
            made[-1] = f"(?:{made[-1][:-1]} )?"
            continue
        elif written == _REST and made and made[-1] == " ":
            made[-1] = _REST_AFTER_SPACE
            continue
        else:
            leading = False
        made.append(written)
    return "".join(made)


def _written(node: Node) -> str:
    if isinstance(node, Literal):
        return " " if node.text == " " else re2_literal(node.text)
    if isinstance(node, Choice):
        return f"(?:{'|'.join(map(_sequence, node.branches))})"
    if node.name == "rest":
        return _REST
    if node.name == "words":
        return f"[^ ]{{1,30}}(?: [^ ]{{1,30}}){{{node.low - 1},{node.high - 1}}}"
    return re2_hole(node.name)
