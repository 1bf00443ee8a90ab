"""Counts merge in any order and grouping to the same."""

import random
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

import pytest

from cleaner.learning.counts import Count
from cleaner.learning.observation import Observation
from cleaner.learning.passes import count_texts
from cleaner.learning.spill import Key


def counts(observations: list[Observation]) -> Iterator[tuple[Key, Count]]:
    return (item for observation in observations for item in count_texts(observation))


def merge(parts: Sequence[Any]) -> Any:
    return reduce(lambda one, other: one.merge(other), parts)


@pytest.mark.parametrize("seed", range(5))
def test_order_and_grouping_make_no_difference(observations: list[Observation], seed: int) -> None:
    by_key: dict[Key, list[Count]] = {}
    for key, count in counts(observations):
        by_key.setdefault(key, []).append(count)
    chance = random.Random(seed)
    for parts in by_key.values():
        shuffled = chance.sample(parts, len(parts))
        cut = chance.randrange(len(parts) + 1)
        assert merge([merge(half) for half in (shuffled[:cut], shuffled[cut:]) if half]) == merge(parts)
