"""Two looks at every block: facts to balances.

The first look weighs what each block and its surroundings show; the second weighs the same again beside
what the first made of its neighbours and of blocks like it. A balance above 0 speaks for the article;
it is a log-odds, so +1 means odds of e to 1.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleaner.evidence.second_look import SecondLook
from cleaner.evidence.surroundings import Hearsay, Surroundings
from cleaner.matchers.reading import Reading
from cleaner.model import Evidence
from cleaner.rules.weights import LookWeights, Weights

BIAS = "before any fact"


class Weighed(NamedTuple):
    """The evidence on one block, and its sum."""

    balance: float
    evidence: tuple[Evidence, ...]


class Facts(NamedTuple):
    """The facts of every block of a page, and of its outline; none for blocks that rules have taken."""

    surroundings: Surroundings
    by_block: list[tuple[str, ...]]
    taken: frozenset[int]


def gather_facts(readings: Sequence[Reading], hearsay: Hearsay, taken: frozenset[int], weights: Weights) -> Facts:
    """Gather the first look's facts about every block that no rule has *taken*."""
    around = Surroundings(readings, hearsay, weights.names, weights.says)
    known = [() if number in taken else tuple(dict.fromkeys(around.facts(number))) for number in range(len(readings))]
    return Facts(around, known, taken)


def second_facts(facts: Facts, balances: Sequence[float]) -> list[tuple[str, ...]]:
    """Return, for every block, all facts that the second look weighs."""
    look = SecondLook(facts.surroundings.outline, balances, facts.taken)
    return [
        () if number in facts.taken else (*known, *(f"second.{fact}" for fact in look.facts(number)))
        for number, known in enumerate(facts.by_block)
    ]


def weigh(facts: Facts, weights: Weights) -> list[Weighed]:
    """Weigh every block; blocks that rules have taken weigh nothing."""
    first = weights.first
    balances = [_sum(known, first) for known in facts.by_block]
    return [_weighed(known, weights.second) for known in second_facts(facts, balances)]


def _sum(facts: Iterable[str], look: LookWeights) -> float:
    table = look.facts
    return look.bias + sum(table[fact].amount for fact in facts if fact in table)


def _weighed(facts: Sequence[str], look: LookWeights) -> Weighed:
    if not facts:
        return Weighed(0.0, ())
    table = look.facts
    counted = [table[fact] for fact in facts if fact in table]
    return Weighed(look.bias + sum(one.amount for one in counted), (Evidence(BIAS, look.bias), *counted))
