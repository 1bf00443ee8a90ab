"""What lint knows while it works: the rules under study, all other rules, prose, pages, lists."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from cleaner.authoring.lint.code import Finding
from cleaner.authoring.lint.lists import Banned, KnownFalseAlarm
from cleaner.authoring.loss import Loss
from cleaner.authoring.packs import PackFile, Packs
from cleaner.authoring.prose import Sentence
from cleaner.authoring.stats import Stats
from cleaner.errors import RuleError
from cleaner.matching.css import CssMatcher
from cleaner.matching.phrase import PhraseError, fold_phrase
from cleaner.matching.repeat import RepeatMatcher
from cleaner.matching.shape import ShapeMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules.schema import Rule, Text


class FoldedPhrase(NamedTuple):
    """A phrase: its way to match, as written, as blocks are compared with it, and its language if known."""

    way: str
    text: str
    folded: str
    language: str = ""


@dataclass(frozen=True)
class Subject:
    """One rule under study, and the file it stands in."""

    rule: Rule
    file: PackFile

    def finding(self, code: str, message: str, about: str | None = None, under: str = "") -> Finding:
        """Make a finding on the line where the text *about* stands, if possible below the key *under*."""
        line = self.file.line_of(self.rule, about, under)
        return Finding(self.file.name, line, code, f"{self.rule.id}: {message}", rule=self.rule.full_id)

    @property
    def is_general(self) -> bool:
        """Whether the rule names no hosts."""
        return not self.rule.where.hosts

    @property
    def phrases(self) -> tuple[FoldedPhrase, ...]:
        """The phrases of `text`."""
        return folded_phrases(self.rule)


@cache
def _fold_text(text: Text) -> tuple[FoldedPhrase, ...]:
    found = (
        FoldedPhrase(way, phrase.text, _folded(way, phrase.text), phrase.language) for way, phrase in text.phrases()
    )
    return tuple(phrase for phrase in found if phrase.folded)


def folded_phrases(rule: Rule) -> tuple[FoldedPhrase, ...]:
    """Return the phrases of the rule's `text`, without those of which nothing is left."""
    return _fold_text(rule.text) if rule.text else ()


def _folded(way: str, text: str) -> str:
    try:
        return fold_phrase(way, text)
    except PhraseError:
        return ""


@dataclass(frozen=True)
class Study:
    """Everything that a check may ask. *others* are rules that are not under study but will run beside it.

    *stats* is what the rules did on a corpus, where there is one, *losses* what they took too much of.
    """

    packs: Packs
    others: Sequence[Rule]
    sentences: Sequence[Sentence]
    banned: Sequence[Banned] = ()
    known: Sequence[KnownFalseAlarm] = ()
    today: date = field(default_factory=date.today)
    stats: Stats | None = None
    losses: Mapping[str, Sequence[Loss]] = field(default_factory=dict)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The rules under study that are not retired."""
        by_name = self.packs.by_name
        return tuple(Subject(rule, by_name[rule.file]) for rule in self.packs.rules.rules if rule.status != "retired")

    @cached_property
    def sound(self) -> tuple[Subject, ...]:
        """The subjects that compile."""
        return tuple(subject for subject in self.subjects if not self.compile_faults[subject.rule.full_id])

    @cached_property
    def compile_faults(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Code and message of everything that keeps a subject from being compiled, by the rule's full id."""
        return {subject.rule.full_id: _compile_faults(subject.rule) for subject in self.subjects}

    @cached_property
    def living(self) -> tuple[Rule, ...]:
        """All rules that will run together, under study or not, and compile."""
        own = [subject.rule for subject in self.sound]
        ids = {rule.full_id for rule in own}
        return (*own, *(rule for rule in self.others if rule.full_id not in ids and rule.status != "retired"))

    @cached_property
    def word_counts(self) -> Counter[str]:
        """In how many sentences of the prose each folded word stands."""
        return Counter(word for sentence in self.sentences for word in sentence.block_text.word_set)


def _compile_faults(rule: Rule) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for matcher in (CssMatcher, TextMatcher, ShapeMatcher, RepeatMatcher):
        try:
            matcher([rule])
        except RuleError as error:
            found.extend((fault.code, fault.message) for fault in error.faults)
        except ValueError as error:
            found.append(("F11", f"{rule.id}: {error}"))
    return tuple(found)
