"""Both looks fitted on all samples, and again without each part of the hosts, to judge them by.

The second look is fitted on what the first made of hosts that it had not seen, as it will be used. Where a part of the
hosts is to be judged, neither look may know it: what the second is fitted on there comes from first looks that know
neither that part nor the part that they tell of. One such look serves both parts of a pair, and a first look without
one part serves the looks on all samples, too: 22 fits, where fitting all anew for each part takes 42.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from cleaner.classifier.model_file import Look, Looks
from cleaner.rules.field_types import Amounts
from cleaner.training.fact_matrix import FactMatrix
from cleaner.training.fit import LIGHT, Fitted, Table, at_once, folds, second_matrix
from cleaner.training.samples import Sample

Parts = frozenset[int]
"""Parts of the hosts, by their places: those that a fit leaves out."""


class Unseen(NamedTuple):
    """Looks that were fitted without these *hosts*."""

    hosts: frozenset[str]
    looks: Looks


def cross_fit(samples: Sequence[Sample], facts: FactMatrix) -> tuple[Looks, list[Unseen]]:
    """Return the looks fitted on all *samples*, and those fitted without each part of the hosts.

    *facts* are those of all their blocks that the looks may weigh; which of them are frequent enough for a weight is
    told by all samples. Raises as `Table.fit` does.
    """
    first = Table.build(facts, samples)
    parts = [test for _, test in folds(samples)]
    out = [frozenset(one) for count in range(3) for one in combinations(range(len(parts)), count)]
    models = dict(zip(out, first.fits([~first.of_pages(_places(parts, one)) for one in out]), strict=True))

    def looks(left_out: Parts) -> Looks:
        told: list[list[float]] = [[] for _ in samples]
        for part in sorted(set(range(len(parts))) - left_out):
            for at, balances in zip(parts[part], first.balances(models[left_out | {part}], parts[part]), strict=True):
                told[at] = balances
        seen = sorted(set(range(len(samples))) - set(_places(parts, left_out)))
        known = [samples[at] for at in seen]
        more = second_matrix(known, [told[at] for at in seen])
        second = Table.build(facts.rows(first.of_pages(seen)).beside(more), known)
        return Looks(first=_look(*first.weights(models[left_out])), second=_look(*second.weights(second.fit())))

    hosts = [frozenset(samples[at].host for at in part) for part in parts]
    whole, *others = at_once(looks, [frozenset(), *(frozenset({at}) for at in range(len(parts)))])
    return whole, list(map(Unseen, hosts, others))


def _places(parts: Sequence[list[int]], chosen: Parts) -> list[int]:
    return [place for part in sorted(chosen) for place in parts[part]]


def _look(news: Fitted, other: Fitted) -> Look:
    pairs = {fact: _amounts(weight, news.weights[fact]) for fact, weight in sorted(other.weights.items())}
    facts = {fact: pair for fact, pair in pairs.items() if max(map(abs, pair)) >= LIGHT}
    return Look(bias=_amounts(other.bias, news.bias), facts=facts)


def _amounts(elsewhere: float, on_news: float) -> Amounts:
    return round(elsewhere, 2), round(on_news, 2)
