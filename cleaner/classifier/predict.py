"""Two looks at every block: facts to balances.

The first look weighs what each block and its surroundings show; the second weighs the same again beside
what the first made of its neighbours and of blocks like it. A balance above 0 speaks for the article;
it is a log-odds, so +1 means odds of e to 1.
"""

from collections.abc import Iterator, Sequence
from sys import intern
from typing import NamedTuple

from cleaner.classifier.model import LookWeights, Weights
from cleaner.document.verdict import Evidence
from cleaner.features.families import BIAS
from cleaner.features.lexicon import Lexicon
from cleaner.features.second_look import Relations, SecondLook, relate
from cleaner.features.surroundings import PageSignals, Surroundings
from cleaner.features.votes import Votes
from cleaner.text.block_text import BlockText


class Prediction(NamedTuple):
    """The evidence on one block, and its sum."""

    balance: float
    evidence: tuple[Evidence, ...]


class Facts(NamedTuple):
    """The first look's facts about each block of a page, how these bear on one another, whether it says it is news."""

    relations: Relations
    by_block: list[tuple[str, ...]]
    is_news: bool


def gather_facts(block_texts: Sequence[BlockText], signals: PageSignals, lexicon: Lexicon) -> Facts:
    """Gather the facts about blocks that no rule has taken; for the others the page ends up without them."""
    around = Surroundings(block_texts, signals, lexicon)
    # each name once in memory: they are few, and stand in many blocks
    by_block = [tuple(map(intern, around.facts(at))) for at in range(len(block_texts))]
    return Facts(relate(around.outline), by_block, signals.is_news)


def with_votes(facts: Facts, shares: Sequence[float]) -> Facts:
    """Return *facts* that were gathered before trafilatura was asked, with its *shares* of the blocks."""
    votes = Votes(shares)
    return facts._replace(by_block=[(*known, *votes.facts(at)) for at, known in enumerate(facts.by_block)])


def second_facts(facts: Facts, balances: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """Yield, for every block, all facts that the second look weighs."""
    for known, seen in zip(facts.by_block, SecondLook(facts.relations, balances).all_facts(), strict=True):
        yield known + seen


def weigh(facts: Facts, weights: Weights) -> list[Prediction]:
    """Weigh every block."""
    looks = weights.news if facts.is_news else weights.other
    balances = [looks.first.balance(known) for known in facts.by_block]
    before_any = Evidence(BIAS, looks.second.bias)
    return [_weighed(known, looks.second, before_any) for known in second_facts(facts, balances)]


def _weighed(facts: Sequence[str], look: LookWeights, before_any: Evidence) -> Prediction:
    evidence = (before_any, *filter(None, map(look.facts.get, facts)))
    return Prediction(look.balance(facts), evidence)
