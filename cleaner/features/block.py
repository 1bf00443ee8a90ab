"""Plain facts about one block: what it looks like and what it says.

A fact is a name; a block has it or has not. Numbers become steps ("words.6-10"), so that each
weight can be read by itself. What the names mean stands in rules/lexicon.yaml.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from sys import intern

from cleaner.document.block import Ancestor
from cleaner.features.lexicon import Vocabulary
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import name_words

_WORD_STEPS = ((2, "1-2"), (5, "3-5"), (10, "6-10"), (20, "11-20"), (40, "21-40"), (80, "41-80"))
_LINK_STEPS = ((0.0, "none"), (0.15, "few"), (0.5, "some"), (0.9, "many"), (1.0, "all"))
NEAR_STEPS = ((0, "never"), (1, "1"), (2, "2"), (5, "3-5"), (12, "6-12"))
COUNT_STEPS = ((0, "0"), (1, "1"), (2, "2"), (5, "3-5"))
"""Numbers that count alike: up to the first of each pair they are called by the second. Not measured."""
_TAGS = """
    article main aside nav header footer form figure table ul ol dl blockquote section button label details a
    address time em i strong b small hgroup center pre
"""
TELLING_TAGS = frozenset(_TAGS.split())
# from the sign on, as `re` finds one of a few characters far faster than a digit
_TIME = re.compile(r"[:.h](?:(?<=\b\d.)|(?<=\b\d\d.))\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d年")
_ADDRESS = re.compile(r"https?://|www\.|\.com\b|\S@\S|(?<!\S)@\w")
_LABEL = re.compile(r"[^\W\d_][^:.,;!?]{1,30}: *\S")
_WORD = re.compile(r"\w+")
_CURRENCIES = ("$", "€", "£", "¥", "₹", "USD", "EUR")
"""What every price has: looking for them one by one takes less time than `_PRICE`."""
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:[€£¥]|USD|EUR)")
CALL = "call"
"""The vocabulary of words that begin a call to do something."""
_QUOTE = "\"'“”„«»‘’「『"
_SHORT = 400
"""Characters in which signs are looked for. Not measured."""
_LABEL_CHARS = 32
"""Characters in which the colon of `_LABEL` stands."""


def step(value: float, steps: tuple[tuple[float, str], ...], last: str) -> str:
    """Return the name of the step that *value* falls in."""
    for top, name in steps:
        if value <= top:
            return name
    return last


class Scale:
    """The facts of one *sort*, of which a number has the one whose step it falls in: `words.6-10`.

    Their names are made once, and not for each block.
    """

    def __init__(self, sort: str, steps: tuple[tuple[float, str], ...], last: str) -> None:
        self._tops = [top for top, _ in steps]
        self._facts = [*(f"{sort}.{name}" for _, name in steps), f"{sort}.{last}"]

    def fact(self, value: float) -> str:
        """Return the fact that *value* is.

        >>> Scale("links", ((0.0, "none"), (0.5, "some")), "all").fact(0.1)
        'links.some'
        """
        return self._facts[bisect_left(self._tops, value)]


class Named(dict[str, str]):
    """The facts of one *sort* by what follows in their names, of which there must be few: each is made once.

    >>> Named("role.")["li"]
    'role.li'
    """

    def __init__(self, sort: str) -> None:
        super().__init__()
        self._sort = sort

    def __missing__(self, name: str) -> str:
        """Make the fact when it is first asked for."""
        fact = self[name] = intern(self._sort + name)
        return fact


_WORDS, _LINKS = Scale("words", _WORD_STEPS, "81+"), Scale("links", _LINK_STEPS, "all")
_ROLE, _SAYS, _TELLS = Named("role."), Named("says."), Named("tells.")


def overlap(own: frozenset[str], words: frozenset[str]) -> float:
    """Return the share of a block's *own* words that are among *words*, 0 to 1."""
    return len(own & words) / len(own) if own and words else 0.0


def marked_around(marked: Sequence[bool], at: int, reach: int) -> int:
    """Return how many of up to *reach* on either side of one are *marked*."""
    return sum(marked[max(0, at - reach) : at + reach + 1]) - marked[at]


def own_facts(
    block_text: BlockText,
    names: Sequence[str],
    says: Vocabulary,
    *,
    is_scraped: bool = False,
    has_elements: bool = True,
) -> list[str]:
    """Return what a block shows by itself; without elements it has no tag and no links to show.

    *names* are those of the sorts of words that it uses, as `spoken` tells them.
    """
    block = block_text.block
    found = [_ROLE[block.role], _WORDS.fact(block_text.words)]
    if has_elements:
        # pages make up tags of their own
        found += (intern(f"tag.{block.tag}"), _LINKS.fact(block.link_density))
    found += _ending(block_text)
    found += _typography(block_text.tidied, block_text)
    if CALL in names:
        first = _WORD.search(block_text.folded)
        if first and CALL in says.get(first[0], ()):
            found.append("starts.call")
    if names:
        speaks = _TELLS if is_scraped and block_text.sentences > 1 else _SAYS
        found += [speaks[name] for name in names]
    return found


def spoken(block_text: BlockText, says: Vocabulary) -> list[str]:
    """Return the sorts of words that a block uses, by name."""
    known = says.keys() & block_text.word_set
    return sorted({name for word in known for name in says[word]}) if known else []


def _ending(block_text: BlockText) -> tuple[str, ...]:
    if block_text.is_finished:
        return ("ends.sentence", "ends.sentences") if block_text.sentences > 1 else ("ends.sentence",)
    tail = block_text.block.text[-12:].rstrip()
    if tail.endswith((":", "：")):
        return ("ends.colon",)
    if tail.endswith(("...", "…")):
        return ("ends.dots",)
    return ("ends.behind-sentence",) if block_text.finished_words else ("ends.open",)


def _typography(text: str, block_text: BlockText) -> list[str]:
    if not text:
        return ["is.no-word"]
    return [*_beginning(text, block_text), *_signs(text[:_SHORT], block_text)]


def _beginning(text: str, block_text: BlockText) -> list[str]:
    """Return what the beginning of a block shows, and its letters and digits."""
    found, first = [], block_text.block.text[0]
    if text[0].islower():
        found.append("starts.small")
    if ":" in text[:_LABEL_CHARS] and _LABEL.match(text):
        found.append("starts.label")
    if not first.isalnum() and first not in _QUOTE and first not in "([¿¡#@$€£":
        found.append("starts.mark")
    if _is_titled(text, block_text.words):
        found.append("is.titled")
    if text[0].isdigit():
        found.append("starts.digit")
    if first in _QUOTE:
        found.append("starts.quote")
    if block_text.is_upper:
        found.append("is.upper")
    if block_text.digits > 0.2 * len(text):
        found.append("has.many-digits")
    return found


def _signs(short: str, block_text: BlockText) -> list[str]:
    """Return which signs stand in the beginning of a block."""
    found = []
    has_digit = block_text.has_digit
    if has_digit and _TIME.search(short):
        found.append("has.time")
    if has_digit and _YEAR.search(short):
        found.append("has.year")
    if ("@" in short or "://" in short or "www." in short or ".com" in short) and _ADDRESS.search(short):
        found.append("has.address")
    if "|" in short or "·" in short or "•" in short or " / " in short:
        found.append("has.bar")
    if "©" in short or "(c)" in short:
        found.append("has.copyright")
    if has_digit and any(map(short.__contains__, _CURRENCIES)) and _PRICE.search(short):
        found.append("has.price")
    if "?" in short or "？" in short:
        found.append("has.question")
    if '"' in short:
        found.append("has.quote")
    return found


def is_dated(block_text: BlockText) -> bool:
    """Say whether a short line holds a time of day or a year."""
    text = block_text.tidied
    return block_text.has_digit and (_TIME.search(text) is not None or _YEAR.search(text) is not None)


def _is_titled(text: str, words: int) -> bool:
    """Say whether all longer words begin with capitals, as in names and in headlines of some languages."""
    return 2 <= words <= 20 and not any(len(word) > 3 and word[0].islower() for word in text.split())


def element_facts(ancestor: Ancestor, names: Vocabulary) -> frozenset[str]:
    """Return what an element's tag, classes and id say of the blocks in it."""
    words: set[str] = set()
    for name in (*ancestor.classes, ancestor.id):
        words |= name_words(name)
    found = {name for word in names.keys() & words for name in names[word]}
    if "-" in ancestor.tag:
        found.add("custom-element")
    return frozenset(found)
