"""The lexicon, rules/lexicon.yaml: the words in elements' names, and in text, that make a fact of a block.

And the words by which letters, minutes and notices of events are known.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict

from cleaner.document.spelling import nearest
from cleaner.rules.bundled import bundled_folder
from cleaner.rules.plain_file import read_plain_file
from cleaner.rules.unchecked import checked_once
from cleaner.text.normalize import fold

FILE = "lexicon.yaml"
NAMES = frozenset(
    "ad affiliate article author body button byline caption card comment consent content copyright correction credit "
    "date donation embed faq footer gallery header headline hidden image infobox list live login meta modal more "
    "navigation newsletter paragraph paywall player poll popular promo quote related search share sidebar standfirst "
    "table tags toc tool weather".split()
)
"""The groups of words in elements' names; each makes the facts `named.GROUP` and `around.GROUP`."""
SAYS = frozenset(
    "advert agency author call click comment consent copyright correction credit date external follow greeting login "
    "me more newsletter offer picture share subscribe video we you".split()
)
"""The groups of words in text; each makes the fact `says.GROUP`."""

Vocabulary = Mapping[str, tuple[str, ...]]
"""From a folded word to the facts it stands for."""


_WORD = re.compile(r"\w+")
"""What pages are cut into; anything else would never be found."""


def _one_of(known: frozenset[str]) -> Callable[[str], str]:
    def check(group: str) -> str:
        if group not in known:
            raise ValueError(f"unknown group of words{nearest(group, sorted(known))}")
        return group

    return check


def _single(word: str) -> str:
    if not _WORD.fullmatch(fold(word)):
        raise ValueError(f"expected a single word, found {word!r}")
    return word


def _phrase(text: str) -> str:
    if not fold(text):
        raise ValueError(f"expected a word or more, found {text!r}")
    return text


_Words = list[Annotated[str, AfterValidator(_single)]]
_Phrases = list[Annotated[str, AfterValidator(_phrase)]]


class FormsFile(BaseModel):
    """What the file may say of letters, and of fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    salutation: _Phrases
    closing: _Phrases
    when: _Phrases
    where: _Phrases


class LexiconFile(BaseModel):
    """What the file may say: for each group its words, and those of forms of text."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    format: Literal[1]
    names: dict[Annotated[str, AfterValidator(_one_of(NAMES))], _Words]
    says: dict[Annotated[str, AfterValidator(_one_of(SAYS))], _Words]
    forms: FormsFile


class Forms(NamedTuple):
    """How salutations of letters and the lines that close them begin, and labels of fields that say when and where."""

    salutation: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


class Lexicon(NamedTuple):
    """The words of elements' names, those of text, and those of forms of text."""

    names: Vocabulary
    says: Vocabulary
    forms: Forms = Forms()

    def spoken_for(self, fact: str) -> frozenset[str]:
        """Return the words in text that stand for *fact*."""
        return frozenset(word for word, facts in self.says.items() if fact in facts)


def read_lexicon(path: Path) -> Lexicon:
    """Read a lexicon and fold its words.

    Raises `RuleError` with file and line.
    """
    return _folded(read_plain_file(path, LexiconFile))


@cache
def bundled_lexicon() -> Lexicon:
    """Return the bundled lexicon; read once per process."""
    path = bundled_folder() / FILE
    return _folded(checked_once(LexiconFile, path, lambda path: read_plain_file(path, LexiconFile)))


def _folded(file: LexiconFile) -> Lexicon:
    forms = Forms(*(tuple(map(fold, getattr(file.forms, name))) for name in Forms._fields))
    return Lexicon(_by_word(file.names), _by_word(file.says), forms)


def _by_word(groups: Mapping[str, list[str]]) -> Vocabulary:
    by_word: dict[str, tuple[str, ...]] = {}
    for name, words in sorted(groups.items()):
        for word in dict.fromkeys(map(fold, words)):
            by_word[word] = (*by_word.get(word, ()), name)
    return by_word
