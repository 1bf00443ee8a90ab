"""`prune`: rules that a corpus does not need, as a patch that retires them. Nothing is written."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import unified_diff

from cleaner.authoring.packs import Packs
from cleaner.authoring.stats import Stats
from cleaner.rules.canonical import with_values
from cleaner.rules.schema import Rule
from cleaner.text.counted import counted


@dataclass(frozen=True, slots=True)
class Retirement:
    """A rule that may go, and why."""

    rule: str
    reason: str


def prune(packs: Packs, stats: Stats, *, min_age_days: int = 180, today: date | None = None) -> list[Retirement]:
    """Return the rules in *packs* that *stats* speaks against: never fired, or never alone.

    Rules that are younger than *min_age_days*, by their `since`, get more time.
    """
    youngest = ((today or date.today()) - timedelta(days=min_age_days)).isoformat()
    found: list[Retirement] = []
    for rule in packs.rules.rules:
        if rule.status == "on" and rule.removes and not (rule.since and rule.since > youngest):
            reason = _reason(rule, stats, {one.rule for one in found})
            if reason:
                found.append(Retirement(rule.full_id, reason))
    return found


def _reason(rule: Rule, stats: Stats, gone: Collection[str]) -> str:
    name = rule.full_id
    if name in stats.silent:
        return f"never fired on {counted(stats.pages, 'page')}"
    hits = next((one.hits for one in stats.rules if one.rule == name), 0)
    if hits and not stats.alone.get(name):
        for (first, second), count in stats.overlaps.items():
            other = second if first == name else first if second == name else ""
            if other and count >= hits and other not in gone:
                return f"all of its {counted(hits, 'block')} {'is' if hits == 1 else 'are'} taken by {other} as well"
    return ""


def patch(packs: Packs, retirements: Collection[Retirement]) -> str:
    """Return a unified diff that gives each of the rules `status: retired`, for `git apply` or `patch -p0`."""
    names = {one.rule for one in retirements}
    changes: dict[str, dict[int, dict[str, str]]] = defaultdict(dict)
    for file in packs.files:
        for at, rule in enumerate(file.rules):
            if rule.full_id in names:
                changes[file.name][at] = {"status": "retired"}
    pieces: list[str] = []
    for name, values in changes.items():
        old = packs.by_name[name].text
        new = with_values(old, values)
        pieces += unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{name}", f"b/{name}")
    return "".join(pieces)
