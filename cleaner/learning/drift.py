"""The counts of the same sites, older and newer: rules that fell silent or exploded, house text without a rule.

What is rare is missed now and then, so a change counts only if chance hardly explains it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from math import sqrt
from typing import Any, Literal

from cleaner.sites.entry import Entry, Site

Sort = Literal["silent", "exploded", "new"]
_Z = 2.576
"""Standard deviations within which both bounds of a share hold with 99 % (Wilson, 1927)."""
CHANCE = 0.01
"""How likely a healthy rule may be to fire nowhere before it is called silent: one in a hundred, as with the bounds.
Not measured."""
TIMES = 3.0
"""A rule that exploded fires on so many times the share of pages, whatever the bounds say. Not measured."""
_SHOWN = 100
"""Characters of an entry that its change shows. Not measured."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a rule, or of a piece of house text: pages on which it was seen, before and now."""

    site: str
    sort: Sort
    what: str
    before: int
    of_before: int
    now: int
    of_now: int

    def __str__(self) -> str:
        said = {"silent": "fell silent", "exploded": "exploded", "new": "new house text without a rule"}[self.sort]
        counts = f"on {self.before} of {self.of_before} pages before, {self.now} of {self.of_now} now"
        return f"{self.site}: {said}: {self.what} ({counts})"

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


def health(old: Callable[[str], Site | None], new: Iterable[Site]) -> list[Change]:
    """Return what changed on the sites in *new* that *old* knows by their names, and all house text on the others."""
    changes = [change for site in new for change in _site(old(site.domain) or Site(site.domain, 0), site)]
    return sorted(changes, key=lambda one: (one.site, one.sort, -one.before, -one.now, one.what))


def _site(old: Site, new: Site) -> Iterator[Change]:
    yield from _rules(old, new)
    texts_before = {entry.key: entry for entry in old.entries if entry.advice == "use"}
    texts_now = {entry.key: entry for entry in new.entries}
    for key, entry in texts_before.items():
        if key not in texts_now and not entry.rule and _is_silent(entry.pages, old.pages, new.pages):
            yield Change(new.domain, "silent", _named(entry), entry.pages, old.pages, 0, new.pages)
    for key, entry in texts_now.items():
        if entry.advice == "use" and not entry.rule and key not in texts_before:
            yield Change(new.domain, "new", _named(entry), 0, old.pages, entry.pages, new.pages)


def _rules(old: Site, new: Site) -> Iterator[Change]:
    for rule in sorted({**old.rules, **new.rules}):
        before, now = _count(old.rules, rule), _count(new.rules, rule)
        if not now and _is_silent(before, old.pages, new.pages):
            yield Change(new.domain, "silent", rule, before, old.pages, now, new.pages)
        elif _exploded(before, old.pages, now, new.pages):
            yield Change(new.domain, "exploded", rule, before, old.pages, now, new.pages)


def _count(rules: Mapping[str, int], rule: str) -> int:
    return rules.get(rule, 0)


def _named(entry: Entry) -> str:
    return repr(entry.text[:_SHOWN])


def _is_silent(before: int, of_before: int, of_now: int) -> bool:
    """Say whether chance hardly explains that it is seen on none of *of_now* pages."""
    return bool(before) and (1 - _bounds(before, of_before)[0]) ** of_now < CHANCE


def _exploded(before: int, of_before: int, now: int, of_now: int) -> bool:
    if not (of_before and of_now and now):
        return False
    rate_before, rate_now = before / of_before, now / of_now
    return _bounds(now, of_now)[0] > _bounds(before, of_before)[1] and rate_now > TIMES * rate_before


def _bounds(count: int, of: int) -> tuple[float, float]:
    """Return the bounds of the share behind *count* of *of* (Wilson's score interval)."""
    if not of:
        return 0.0, 1.0
    share, spread = count / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)
