"""The lexicon, rules/lexicon.yaml: the words in elements' names, and in text, that make a fact of a block."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from cleaner.rules.bundled import bundled_folder
from cleaner.rules.plain_file import read_plain_file
from cleaner.text.normalize import fold

FILE = "lexicon.yaml"

Vocabulary = Mapping[str, tuple[str, ...]]
"""From a folded word to the facts it stands for."""


class LexiconFile(BaseModel):
    """What the file may say: for each fact its words."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    format: Literal[1]
    names: dict[str, list[str]]
    says: dict[str, list[str]]


class Lexicon(NamedTuple):
    """The words of elements' names, and those of text."""

    names: Vocabulary
    says: Vocabulary

    def spoken_for(self, fact: str) -> frozenset[str]:
        """Return the words in text that stand for *fact*."""
        return frozenset(word for word, facts in self.says.items() if fact in facts)


def read_lexicon(path: Path) -> Lexicon:
    """Read a lexicon and fold its words.

    Raises `RuleError` with file and line.
    """
    file = read_plain_file(path, LexiconFile)
    return Lexicon(_by_word(file.names), _by_word(file.says))


@cache
def bundled_lexicon() -> Lexicon:
    """Return the bundled lexicon; read once per process."""
    return read_lexicon(bundled_folder() / FILE)


def _by_word(groups: Mapping[str, list[str]]) -> Vocabulary:
    by_word: dict[str, tuple[str, ...]] = {}
    for name, words in sorted(groups.items()):
        for word in dict.fromkeys(map(fold, words)):
            by_word[word] = (*by_word.get(word, ()), name)
    return by_word
