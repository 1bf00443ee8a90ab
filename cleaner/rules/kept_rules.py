"""Rules as they are kept: each is one piece of bytes until somebody asks for it."""

import marshal
from collections.abc import Iterator, KeysView, Mapping, Sequence
from functools import cached_property
from typing import Self, overload

from cleaner.rules.conditions import BlockLimits, Limit, Repeat, RuleException, Text, Where
from cleaner.rules.proof import Case, Examples, Learned
from cleaner.rules.schema import Rule
from cleaner.rules.unchecked import made, plain, sorts
from cleaner.rules.values import Phrase, Range

_SORTS = sorts(Rule, Where, Text, Repeat, BlockLimits, Limit, RuleException, Examples, Case, Learned, Phrase, Range)
"""What a rule consists of."""


class KeptRules(Sequence[Rule]):
    """Rules that passed all checks, by number; each is made when it is first asked for.

    *ids* are their full ids, *packed* what `marshal` made of them. Of 70,000 rules a page meets a few dozen.
    """

    def __init__(self, ids: tuple[str, ...], packed: tuple[bytes, ...]) -> None:
        self.ids, self._packed = ids, packed
        self._made: dict[int, Rule] = {}

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> Self:
        """Return the same rules, packed."""
        return cls(tuple(rule.full_id for rule in rules), tuple(marshal.dumps(plain(rule)) for rule in rules))

    def plain(self) -> tuple[tuple[str, ...], tuple[bytes, ...]]:
        """Return what makes them again, as plain values."""
        return self.ids, self._packed

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[str, ...], tuple[bytes, ...]]]:
        return type(self), self.plain()

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> Rule: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Rule, ...]: ...
    def __getitem__(self, at: int | slice) -> Rule | tuple[Rule, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(len(self))[at])
        rule = self._made.get(at)
        return self._make(range(len(self))[at]) if rule is None else rule

    def _make(self, number: int) -> Rule:
        # of two threads that make it at once the first one's stays
        return self._made.setdefault(number, made(marshal.loads(self._packed[number]), _SORTS))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class ById(Mapping[str, Rule]):
    """Kept rules by full id."""

    def __init__(self, rules: KeptRules) -> None:
        self._rules = rules

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {full_id: number for number, full_id in enumerate(self._rules.ids)}

    def __getitem__(self, full_id: str) -> Rule:
        return self._rules[self._numbers[full_id]]

    def __contains__(self, full_id: object) -> bool:
        return full_id in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def keys(self) -> KeysView[str]:
        """Return the full ids; a dictionary's view of them compares many at once."""
        return self._numbers.keys()

    def __len__(self) -> int:
        return len(self._rules)


class Chosen(Sequence[Rule]):
    """Some of a sequence of rules, by their *numbers* in it, none of which is made before it is asked for."""

    def __init__(self, rules: Sequence[Rule], numbers: Sequence[int]) -> None:
        self._rules: Sequence[Rule] = rules
        self._numbers: Sequence[int] = numbers
        if isinstance(rules, Chosen):  # one step leads to a rule, however often some were chosen
            self._rules, self._numbers = rules._rules, [rules._numbers[number] for number in numbers]

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Rule: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Rule, ...]: ...
    def __getitem__(self, at: int | slice) -> Rule | tuple[Rule, ...]:
        found = self._numbers[at]
        return self._rules[found] if isinstance(found, int) else tuple(self._rules[number] for number in found)
