"""Which rules are for a host: they are looked up, so that those of other sites cost a page nothing."""

from collections.abc import Iterable, Iterator
from typing import Self

from cleaner.rules.schema import Rule


class RulesOfHosts:
    """The numbers of rules that name hosts, by what names them: `example.org`, `=www.example.org`, `example.*`."""

    def __init__(self, by_pattern: dict[str, tuple[int, ...]]) -> None:
        self._by_pattern = by_pattern
        self._most_labels = max((pattern.count(".") + 1 for pattern in by_pattern), default=0)

    @classmethod
    def of(cls, rules: Iterable[tuple[int, Rule]]) -> Self:
        """Return the index of numbered *rules*, all of which name hosts."""
        found: dict[str, list[int]] = {}
        for number, rule in rules:
            for pattern in {pattern.lower() for pattern in rule.where.hosts}:
                found.setdefault(pattern, []).append(number)
        return cls({pattern: tuple(numbers) for pattern, numbers in sorted(found.items())})

    def plain(self) -> dict[str, tuple[int, ...]]:
        """Return what makes the index again, as plain values."""
        return self._by_pattern

    def of_host(self, host: str) -> tuple[int, ...]:
        """Return the numbers of all rules that name *host*, in order; none for a host that is not known."""
        if not (host and self._by_pattern):
            return ()
        patterns = dict.fromkeys(_patterns(host, self._most_labels))
        return tuple(sorted({number for pattern in patterns for number in self._by_pattern.get(pattern, ())}))


def _patterns(host: str, most_labels: int) -> Iterator[str]:
    """Yield every pattern of at most so many labels that names *host*, as `names_host` understands them.

    >>> sorted(_patterns("a.ferry.example", 2))
    ['=a.ferry.example', 'a.*', 'example', 'ferry.*', 'ferry.example']
    """
    yield f"={host}"
    labels = host.split(".")
    for first in range(len(labels)):
        if len(labels) - first <= most_labels:
            yield ".".join(labels[first:])
        for last in range(first + 1, min(first + most_labels, len(labels))):
            yield ".".join((*labels[first:last], "*"))
