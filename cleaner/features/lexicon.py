"""The lexicon, rules/lexicon.yaml: the words in elements' names, and in text, that make a fact of a block.

And the words by which letters, minutes, notices of events and texts about what frames of pages say are known.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cleaner.rules.bundled import bundled_folder
from cleaner.rules.unchecked import checked_once
from cleaner.text.normalize import fold

if TYPE_CHECKING:
    from cleaner.features.lexicon_file import LexiconFile

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


class Forms(NamedTuple):
    """How salutations of letters and the lines that close them begin, and labels of fields that say when and where.

    Those that begin with `about` are beginnings of words that tell what a text is about.
    """

    salutation: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    about_terms: tuple[str, ...] = ()
    about_consent: tuple[str, ...] = ()
    about_newsletter: tuple[str, ...] = ()
    about_comments: tuple[str, ...] = ()
    about_rights: tuple[str, ...] = ()
    about_adverts: tuple[str, ...] = ()
    about_sharing: tuple[str, ...] = ()


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
    from cleaner.features.lexicon_file import LexiconFile
    from cleaner.rules.plain_file import read_plain_file

    return _folded(read_plain_file(path, LexiconFile))


@cache
def bundled_lexicon() -> Lexicon:
    """Return the bundled lexicon; read once per process."""
    return checked_once(Lexicon, (Forms,), bundled_folder() / FILE, read_lexicon)


def _folded(file: "LexiconFile") -> Lexicon:
    forms = Forms(*(tuple(map(fold, getattr(file.forms, name))) for name in Forms._fields))
    return Lexicon(_by_word(file.names), _by_word(file.says), forms)


def _by_word(groups: Mapping[str, list[str]]) -> Vocabulary:
    by_word: dict[str, tuple[str, ...]] = {}
    for name, words in sorted(groups.items()):
        for word in dict.fromkeys(map(fold, words)):
            by_word[word] = (*by_word.get(word, ()), name)
    return by_word
