"""Matchers for a text that should go, the narrowest first: phrase, phrase and position, selector, climb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from cleaner.document.block import Ancestor, Block
from cleaner.matching.phrase import glued_spans
from cleaner.text.block_text import BlockText, count_words
from cleaner.text.normalize import fold

_LABEL = re.compile(r"^(.{2,60}?(?:[:：|»►]| [-–—])) *\S")
_HASHED = re.compile(r"\d{2,}|__\w{5,}$|^[a-z]{1,3}$|[A-Z].*[A-Z].*\d|^css-|^sc-")
_LAYOUT = frozenset(
    "row col column container wrapper content inner main body article text post entry story page section clearfix "
    "paragraph active hidden left right center block item items list title link box".split()
)
_HOLD_TEXT = frozenset({"p", "span", "li", "h1", "h2", "h3", "h4", "a", "b", "strong", "em", "i"})
MAX_WHOLE_WORDS = 14
"""Words. A longer text is not offered as a whole-block phrase: it will hardly be the same twice. Not measured."""
_LABEL_WORDS, _OPENING_WORDS = 6, 5
"""Words that a label has at most, and those with which a longer text is offered by its start. Not measured."""
_LEAST_WORDS, _ROOM, _STEP = 14, 6, 5
"""Words of a block that a phrase at its start may have: the least limit, what it leaves for longer blocks, and its
steps. Not measured."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to match: *keys* of a rule, what it is *about* (a phrase or a class name), and in words what it is."""

    said: str
    keys: dict[str, Any]
    about: str
    tag: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it looks at what a block says."""
        return "text" in self.keys

    def scrap(self, text: str) -> str:
        """Return HTML that a selector of this sort must take."""
        attribute = "id" if str(self.keys["css"]).startswith("#") else "class"
        plain = escape(text, quote=False)
        inside = plain if self.tag in _HOLD_TEXT else f"<p>{plain}</p>"
        made = f'<{self.tag} {attribute}="{self.about}">{inside}</{self.tag}>'
        return f"<div>{made}</div>" if "climb" in self.keys else made


def candidates(block: Block, text: str, position: str | None) -> Iterator[Candidate]:
    """Yield ways to match *block*, in which *text* should go, the narrowest first."""
    phrases = list(_phrases(block.text, text))
    yield from phrases
    if position:
        for one in phrases:
            yield Candidate(f"{one.said}, at the {position}", {"where": {"position": position}, **one.keys}, one.about)
    names = list(selectors(block))
    for selector, about, tag in names:
        yield Candidate(f"selector {selector}", {"css": selector}, about, tag)
    for selector, about, tag in names:
        yield Candidate(f"selector {selector} with climb", {"css": selector, "climb": "sole"}, about, tag)


def _phrases(whole: str, text: str) -> Iterator[Candidate]:
    short = count_words(whole) <= MAX_WHOLE_WORDS
    label = _LABEL.match(whole)
    given = fold(text)
    if glued_spans(BlockText(Block(0, whole)), given):
        yield Candidate(f'glued "{text}"', {"text": {"glued": [text]}, "do": "trim"}, text)
    elif given != fold(whole) and fold(whole).startswith(given):
        yield _starts(text, whole)
    elif given != fold(whole) and fold(whole).endswith(given):
        yield Candidate(f'ends with "{text}"', {"text": {"ends": [text]}}, text)
    elif label and count_words(label[1]) <= _LABEL_WORDS:
        yield _starts(label[1], whole)
    elif short:
        yield Candidate(f'is "{whole}"', {"text": {"is": [whole]}}, whole)
    if not short:
        yield _starts(" ".join(whole.split()[:_OPENING_WORDS]), whole)


def _starts(phrase: str, whole: str) -> Candidate:
    limit = max(_LEAST_WORDS, -(-(count_words(whole) + _ROOM) // _STEP) * _STEP)
    keys = {"text": {"starts": [phrase]}, "block": {"words": f"..{limit}", "sentences": "..3"}}
    return Candidate(f'starts with "{phrase}"', keys, phrase)


def selectors(block: Block, height: int = 5) -> Iterator[tuple[str, str, str]]:
    """Yield selectors for the elements around a block, the nearest first, the names they rest on, and their tags.

    *height* is how many elements up they are looked for.
    """
    for ancestor in reversed(block.ancestors[-height:]):
        for name in _telling(ancestor):
            yield f".{name}", name, ancestor.tag
        if ancestor.id and not _HASHED.search(ancestor.id) and ancestor.id.isidentifier():
            yield f"#{ancestor.id}", ancestor.id, ancestor.tag


@lru_cache(maxsize=4096)
def _telling(ancestor: Ancestor) -> tuple[str, ...]:
    """Return the classes of an element that say what it is and are not made by a machine."""
    named = [name for name in ancestor.classes if re.fullmatch(r"-?[A-Za-z_][\w-]*", name)]
    return tuple(name for name in named if not _HASHED.search(name) and name.lower() not in _LAYOUT)
