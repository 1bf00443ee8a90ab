"""What was counted of one site, put together for the judge: repeated texts, where they stand, what comes near."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from cleaner.learning.counts import Count, Miss, PlaceCount, SiteCount, TextCount
from cleaner.learning.passes import EXACT, LOOK
from cleaner.learning.series import leave
from cleaner.learning.spill import Key


class Asks(Protocol):
    """Says what is worth asking about."""

    def repeats(self, way: str, count: TextCount) -> bool:
        """Say whether a text is repeated often enough."""


class Found(NamedTuple):
    """A repeated text: how it was counted, under what key, and what came of it."""

    way: str
    key: bytes
    text: TextCount


@dataclass
class Texts:
    """A site's pages, its repeated texts that may be house text, and how many were left alone, by the reason."""

    site: SiteCount = field(default_factory=lambda: SiteCount(0, ()))
    found: list[Found] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Counted:
    """All that was counted of one site. Of looks and selectors, those that may matter."""

    domain: str
    copies: int
    texts: Texts
    looks: Mapping[str, PlaceCount]
    selectors: Mapping[str, PlaceCount]
    misses: Mapping[tuple[str, bytes], Miss]

    @property
    def site(self) -> SiteCount:
        """The site's pages."""
        return self.texts.site


def sift(counts: Iterable[tuple[Key, Count]], thresholds: Asks) -> Texts:
    """Return what matters of the first pass over one site."""
    texts = Texts()
    for (_, way, *key), count in counts:
        if isinstance(count, SiteCount):
            texts.site = texts.site.merge(count)
        elif isinstance(count, TextCount) and thresholds.repeats(way, count):
            reason = leave(count)
            if reason is None:
                texts.found.append(Found(way, key[0], count))
            elif way == EXACT:
                texts.left[reason] += 1
    return texts


def put_together(domain: str, texts: Texts, counts: Iterable[tuple[Key, Count]], copies: int) -> Counted:
    """Return all that matters of one site; *counts* are those of the second pass."""
    wanted = {look for one in texts.found for look, _ in one.text.looks}
    looks, selectors, misses = {}, {}, {}
    for (_, sort, *key), count in counts:
        if isinstance(count, Miss):
            misses[key[0], key[1]] = count
        elif isinstance(count, PlaceCount) and sort == LOOK and key[0] in wanted:
            looks[key[0]] = count
        elif isinstance(count, PlaceCount) and sort != LOOK and not count.prose and 0 < count.own < count.pages:
            selectors[key[0]] = count
    return Counted(domain, copies, texts, looks, selectors, misses)
