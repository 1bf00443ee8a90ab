"""What a run has done, in numbers: of one page, and of all pages so far."""

from bisect import insort
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from cleaner.article import Article

_FAILURES_NAMED, _RULES_NAMED = 10, 10
"""Failures, and rules that took most, that a summary names. Not measured."""
_DOUBTFUL_NAMED = 20
"""Least confident pages that a summary names: what a person reads in one go. Not measured."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One page: *total* characters of text, and those *removed* by kind; *rules* counts their blocks.

    *confidence* is its article's, 0 to 1; None if there is none.
    """

    status: str
    total: int = 0
    removed: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    confidence: float | None = None


def count(article: Article) -> Tally:
    """Count one article."""
    removed: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for removal in article.removals:
        removed[removal.kind or removal.source] += len(removal.text)
        rules[removal.rule] += bool(removal.rule)
    total = sum(len(verdict.block.text) for verdict in article.trace)
    hits = {rule: blocks for rule, blocks in rules.items() if rule}
    return Tally(article.status, total, dict(removed), hits, article.confidence)


@dataclass(slots=True)
class Summary:
    """All pages so far. *seconds* is wall-clock time, over all the sessions of a run; *slowest* is a page's.

    *sites* are those that are known to the memory of sites, if there is one, by so many *site_pages*. *doubtful* are
    the least confident pages, the worst first: confidence, page, status.
    """

    pages: int = 0
    failures: int = 0
    seconds: float = 0.0
    characters: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slowest_page: str = ""
    sites: int = 0
    site_pages: int = 0
    first_failures: list[str] = field(default_factory=list)
    doubtful: list[tuple[float, str, str]] = field(default_factory=list)

    def add(self, tally: Tally, page: str, seconds: float, error: str | None = None) -> None:
        """Count one page; *error* says why it failed, if it did."""
        self.pages += 1
        self.statuses[tally.status] += 1
        self.characters += tally.total
        self.kinds.update(tally.removed)
        self.rules.update(tally.rules)
        if tally.confidence is not None:
            insort(self.doubtful, (tally.confidence, page, tally.status))
            del self.doubtful[_DOUBTFUL_NAMED:]
        if seconds > self.slowest:
            self.slowest, self.slowest_page = seconds, page
        if error is not None:
            self.failures += 1
            if len(self.first_failures) < _FAILURES_NAMED:
                self.first_failures.append(f"{page}: {tally.status}: {error}")

    @property
    def removed(self) -> float:
        """Share of the text that was removed, 0 to 1."""
        return self.kinds.total() / self.characters if self.characters else 0.0

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds if self.seconds else 0.0

    def to_state(self) -> dict[str, Any]:
        """Return everything as plain values, to go on from."""
        # asdict breaks a Counter
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def to_dict(self) -> dict[str, Any]:
        """Return what a person or a dashboard wants to know, ready for JSON."""
        return {
            "pages": self.pages,
            "failures": self.failures,
            "seconds": round(self.seconds, 3),
            "pages_per_second": round(self.rate, 2),
            "characters": self.characters,
            "removed": round(self.removed, 4),
            "statuses": dict(self.statuses.most_common()),
            "kinds": {kind: round(size / self.characters, 4) for kind, size in self.kinds.most_common()},
            "rules": dict(self.rules.most_common(_RULES_NAMED)),
            "slowest": {"page": self.slowest_page, "seconds": round(self.slowest, 3)},
            "sites": self.sites,
            "site_pages": self.site_pages,
            "first_failures": self.first_failures,
            "doubtful": [{"page": page, "status": status, "confidence": sure} for sure, page, status in self.doubtful],
        }
