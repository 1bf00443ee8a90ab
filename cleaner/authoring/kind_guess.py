"""What sort of boilerplate a text is: guessed from its words, its place, and the names around it, and how surely."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from cleaner.authoring.wording import WORD
from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.features.kinds import kind_of
from cleaner.rules.schema import Rule
from cleaner.text.normalize import fold

UNKNOWN = "promo"
"""The kind of what nothing tells of."""
SURE = 0.6
"""Certainty from which on a guess is taken. Of the examples of bundled rules, each guessed without its own rule, 93 of
98 were right from here on, and 183 of 422 below."""
_PRIOR = 1.0
"""What speaks for none of the kinds, beside 1 for a word that always stands in texts of one kind. Not measured."""
_PAIR, _NAME, _FACT = 2.0, 2.0, 1.0
"""What two words in a row, a word of a class or id, and a fact about the place count beside 1 for a word. Not
measured."""
_TOLD = 3
"""Signs that are told. Not measured: they fit a line."""


class Guess(NamedTuple):
    """A kind, how sure it is (0 to 1), and what speaks for it, the most telling first."""

    kind: str
    certainty: float
    signs: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether it may be taken without a question."""
        return self.certainty >= SURE

    @property
    def taken(self) -> str:
        """The kind, if it is sure; the one of what nothing tells of otherwise."""
        return self.kind if self.is_sure else UNKNOWN

    def __str__(self) -> str:
        by = f" by {', '.join(self.signs)}" if self.signs else ""
        return f"{self.kind}, {self.certainty:.0%} sure{by}"


class KindGuesser:
    """Guesses by the phrases and selectors of rules; reads them once.

    Kinds that stay by default are guessed only with *kept*: a rule of such a kind would not make the text go.
    """

    def __init__(self, rules: Iterable[Rule], *, kept: bool = False) -> None:
        self._phrases: dict[str, Counter[str]] = defaultdict(Counter)
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        for rule in rules:
            if rule.removes and (kept or rule.kind not in KEPT_BY_DEFAULT):
                self._read(rule)

    def _read(self, rule: Rule) -> None:
        for _, phrase in rule.text.phrases() if rule.text else ():
            for unit in set(_units(phrase.text)):
                self._phrases[unit][rule.kind] += 1
        for selector in rule.css:
            for name in set(WORD.findall(selector.lower())):
                self._names[name][rule.kind] += 1

    def guess(self, text: str, names: Iterable[str] = (), facts: Iterable[str] = ()) -> Guess:
        """Return the likeliest kind of a *text*, with class *names* and *facts* about its place around it."""
        signs = [*self._by_words(text), *self._by_names(names), *_by_facts(facts)]
        scores: dict[str, float] = defaultdict(float)
        for _, kind, amount in signs:
            scores[kind] += amount
        if not scores:
            return Guess(UNKNOWN, 0.0)
        best = max(scores, key=lambda kind: (scores[kind], kind))
        own = sorted({(-amount, said) for said, kind, amount in signs if kind == best})
        certainty = scores[best] / (sum(scores.values()) + _PRIOR)
        return Guess(best, round(certainty, 2), tuple(said for _, said in own[:_TOLD]))

    def _by_words(self, text: str) -> "Iterator[_Sign]":
        for unit in set(_units(text)):
            weight = _PAIR if " " in unit else 1.0
            yield from _signs(f"{unit!r}", self._phrases.get(unit), weight)

    def _by_names(self, names: Iterable[str]) -> "Iterator[_Sign]":
        for part in {part for name in names for part in WORD.findall(name.lower())}:
            yield from _signs(f"the name {part!r}", self._names.get(part), _NAME)


_Sign = tuple[str, str, float]
"""What it is, the kind that it speaks for, and how much."""


def _signs(said: str, counts: Counter[str] | None, weight: float) -> Iterator[_Sign]:
    """Yield what a unit says: little, if it is rare or stands in texts of many kinds."""
    if counts:
        total = counts.total()
        telling = weight * total / (total + 1) * (max(counts.values()) / total) ** 2
        for kind, count in counts.items():
            yield said, kind, telling * count / total


def _by_facts(facts: Iterable[str]) -> Iterator[_Sign]:
    for fact in sorted(set(facts)):
        if (kind := kind_of(fact)) and kind not in KEPT_BY_DEFAULT:
            yield f"its place ({fact})", kind, _FACT


def _units(text: str) -> Iterator[str]:
    """Yield the words of a text, and each two in a row."""
    words = WORD.findall(fold(text, whole=False))
    yield from words
    yield from map(" ".join, pairwise(words))
