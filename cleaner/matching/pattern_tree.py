"""A `like` pattern as a tree, and what follows from it alone: the words without which no text can match."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from cleaner.matching.wildcards import HOLES, MOST_WORDS
from cleaner.text.normalize import fold, is_spaceless, tidy

MAX_CHARS, MAX_DEPTH = 1_000, 5
"""Characters of a pattern, and levels of brackets: a longer or deeper one is several patterns, or an attack. Not
measured: the longest bundled one has 406 characters."""
_CUT = 40
"""Characters of a pattern that is too long that a message shows. Not measured: they fit a line."""
_TOKEN = re.compile(r"\{[^{}]*\}|[()\[\]{}| ]|[^{}()\[\]| ]+")
_WORDS = re.compile(r"words:(\d+)-(\d+)$", re.ASCII)
_MAX_WORDS = 12
"""Words that `{words:a-b}` can stand for. Not measured: it keeps patterns narrow and quick."""
_GAP, _MARK = "\0", "\1"
"""Stand for a wildcard or choice, and for a mark that need not be there."""
_FREE_WORD = re.compile(r"(?<![\w\0])\w+(?![\w\0])")
"""A word that is glued to nothing that could make it longer."""
_GLUED_MARK = re.compile("\0\1|\1\0")


class LikeError(ValueError):
    """A pattern that the rule language does not have; the message says why."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One word, mark or blank, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Hole:
    """A wildcard: its name, and how many words `words` may hold."""

    name: str
    low: int = 1
    high: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences, or none of them if that is allowed."""

    branches: "tuple[Nodes, ...]"
    is_optional: bool


Node = Literal | Hole | Choice
Nodes = tuple[Node, ...]


def parse(text: str) -> Nodes:
    """Parse a pattern.

    Raises `LikeError`.
    """
    if len(text) > MAX_CHARS:
        raise LikeError(f"a pattern has at most {MAX_CHARS:,} characters, found {len(text):,}: {text[:_CUT]!r}...")
    # tidy() strips bullets at the start, which may be this language's own brackets
    tokens = _TOKEN.findall(tidy(f"x{text}")[1:].lstrip())
    branches, _ = _branches(tokens, 0, "", 0)
    return branches[0]


def _branches(tokens: list[str], at: int, closing: str, depth: int) -> tuple[list[Nodes], int]:
    """Read tokens up to *closing*; return the sequences that `|` separates, and where to go on."""
    if depth > MAX_DEPTH:
        raise LikeError(f"brackets stand in brackets at most {MAX_DEPTH} deep")
    branches: list[list[Node]] = [[]]
    while at < len(tokens) and tokens[at] != closing:
        token = tokens[at]
        if token == "|" and closing:
            branches.append([])
        elif token in ("(", "["):
            nodes, at = _group(tokens, at, depth)
            branches[-1].extend(nodes)
        elif token in (")", "]", "}"):
            raise LikeError(f"found {token!r} that nothing opens")
        else:
            branches[-1].append(_atom(token))
        at += 1
    if closing and at == len(tokens):
        raise LikeError(f"expected a closing {closing}")
    return [tuple(branch) for branch in branches], at


def _group(tokens: list[str], at: int, depth: int) -> tuple[Nodes, int]:
    is_optional = tokens[at] == "["
    inside, at = _branches(tokens, at + 1, "]" if is_optional else ")", depth + 1)
    if is_optional or len(inside) > 1:
        return (Choice(tuple(inside), is_optional),), at
    # nothing to choose from: the parentheses are the page's own, as in "(dpa)"
    return (Literal("("), *inside[0], Literal(")")), at


def _atom(token: str) -> Node:
    if token == "{":
        raise LikeError("expected a closing }")
    return _hole(token[1:-1]) if token.startswith("{") else Literal(token)


def _hole(name: str) -> Hole:
    if counted := _WORDS.match(name):
        low, high = int(counted[1]), int(counted[2])
        if not 0 < low <= high <= _MAX_WORDS:
            raise LikeError(f"expected {{words:a-b}} with 1 <= a <= b <= {_MAX_WORDS}, found {{{name}}}")
        return Hole("words", low, high)
    if name not in HOLES and name != "rest":
        raise LikeError(
            f"unknown {{{name}}}; known are {' '.join(f'{{{hole}}}' for hole in HOLES)} {{words:a-b}} {{rest}}"
        )
    return Hole(name)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every node, with those inside choices."""
    for node in nodes:
        yield node
        for branch in node.branches if isinstance(node, Choice) else ():
            yield from walk(branch)


def most_words(nodes: Nodes) -> float:
    """Return how many words a match can have; infinite with `{rest}`, or where no spaces are written."""
    found = list(walk(nodes))
    text = "".join(node.text for node in found if isinstance(node, Literal))
    names = {node.name for node in found if isinstance(node, Hole)}
    if "rest" in names or any(map(is_spaceless, text)) or ("name" in names and not text.isascii()):
        return inf
    return sum(map(_most, nodes))


def _most(node: Node) -> int:
    if isinstance(node, Literal):
        return int(node.text != " ")
    if isinstance(node, Hole):
        return MOST_WORDS.get(node.name, node.high)
    return max(sum(map(_most, branch)) for branch in node.branches)


def has_number(nodes: Nodes) -> bool:
    """Say whether every match holds a digit."""
    return any(isinstance(node, Hole) and node.name in ("n", "date", "time") for node in nodes)


def gate(nodes: Nodes) -> frozenset[str]:
    """Return folded words of which every match holds at least one: the choice whose shortest word is longest."""
    found = [{word} for word in _free_words(nodes)]
    for at, node in enumerate(nodes):
        if isinstance(node, Choice) and not node.is_optional:
            before, after = _beside(nodes[:at], False), _beside(nodes[at + 1 :], True)
            words = [_free_words(branch, before, after) for branch in node.branches]
            if all(words):
                found.append({max(listed, key=len) for listed in words})
    spaced = [choice for choice in found if not any(is_spaceless(char) for word in choice for char in word)]
    return frozenset(max(spaced, key=lambda choice: min(map(len, choice)), default=()))


def _free_words(nodes: Nodes, before: str = "", after: str = "") -> list[str]:
    """Return the words that stand in every match, between *before* and *after*, whatever is left out."""
    short = "".join(_skeleton(node, "") for node in nodes)
    long = _GLUED_MARK.sub(_GAP, "".join(_skeleton(node, _GAP) for node in nodes))
    always = {*_FREE_WORD.findall(fold(f"{before}{short}{after}", whole=False))}
    return [word for word in _FREE_WORD.findall(fold(f"{before}{long}{after}", whole=False)) if word in always]


def _skeleton(node: Node, left_out: str) -> str:
    """Return a literal's text, or what stands for another node: *left_out* for one that need not be there."""
    if isinstance(node, Literal):
        return node.text
    if isinstance(node, Hole) or not node.is_optional:
        return _GAP
    # "Published[:]" is a word of its own with the mark and without it
    return _MARK if left_out and _is_mark(node) else left_out


def _is_mark(node: Node) -> bool:
    """Say whether a node, where it is there, keeps the words beside it apart from all others."""
    if isinstance(node, Literal):
        return not any(char.isalnum() or char == "_" for char in (node.text[0], node.text[-1]))
    branches = node.branches if isinstance(node, Choice) else ()
    return bool(branches) and all(branch and _is_mark(branch[0]) and _is_mark(branch[-1]) for branch in branches)


def _beside(nodes: Nodes, is_after: bool) -> str:
    """Return what the end of a sequence is like for a word beside it: nothing, a mark, or something to grow into."""
    if not nodes:
        return ""
    node, others = (nodes[0], nodes[1:]) if is_after else (nodes[-1], nodes[:-1])
    if isinstance(node, Choice) and node.is_optional and _is_mark(node):
        return _beside(others, is_after) or _MARK
    return _MARK if isinstance(node, Literal) and _is_mark(node) else _GAP


def hints(nodes: Nodes) -> frozenset[str]:
    """Return pieces of literal text of which every match holds at least one, folded; "@" for addresses."""
    choices = [node for node in nodes if isinstance(node, Choice) and not node.is_optional]
    found = [{_longest_piece(branch) for branch in choice.branches} for choice in choices]
    found.append({_longest_piece(nodes)})
    best = max(found, key=lambda choice: min(map(len, choice)))
    is_address = best == {""} and any(isinstance(node, Hole) and node.name in ("email", "handle") for node in nodes)
    return frozenset({"@"} if is_address else best)


def _longest_piece(nodes: Nodes) -> str:
    text = "".join(node.text if isinstance(node, Literal) else _GAP for node in nodes)
    pieces = [fold(piece, whole=False) for piece in text.split(_GAP)]
    return max((word for piece in pieces for word in piece.split()), key=len, default="")
