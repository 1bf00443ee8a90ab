"""Statistics to a table and to plain values."""

from dataclasses import asdict
from typing import Any

from cleaner.authoring.stats import NEAR, RuleStats, Stats
from cleaner.text.counted import counted

HEADS = ("rule", "pages", "hits", "words", "of article", "refused", "µs/page")
"""The columns of `rows`."""
_OVERLAPS_SHOWN = 15
"""Pairs of rules that are told to overlap, those that do most. Not measured."""


def to_dict(stats: Stats) -> dict[str, Any]:
    """Return everything as plain values, ready for JSON."""
    return {
        "pages": stats.pages,
        "failures": list(stats.failures),
        "rules": [{**asdict(one), "error_share": one.error_share} for one in stats.rules],
        "never_fired": list(stats.silent),
        "overlaps": [{"rules": list(pair), "blocks": count} for pair, count in _common(stats)],
    }


def rows(stats: Stats) -> list[tuple[str, ...]]:
    """Return the rules that fired, the most words first, a row each under `HEADS`."""
    fired = sorted((one for one in stats.rules if one.fired), key=lambda one: (-one.words, one.rule))
    return [_row(one) for one in fired]


def _row(one: RuleStats) -> tuple[str, ...]:
    share = "" if one.error_share is None else f"{one.error_share:.0%}"
    refused = " ".join(f"{count} {guard}" for guard, count in sorted(one.refused.items()))
    numbers = (one.pages, one.hits, one.words)
    return (one.rule, *map(str, numbers), share, refused, f"{one.microseconds:.0f}")


def remarks(stats: Stats) -> list[str]:
    """Return lines: how many pages these are, and what to look at."""
    said = [counted(stats.pages, "page")]
    near = [one for one in stats.rules if one.near]
    if near:
        said += ["", f"near their limit of hits a page (from {NEAR:.0%} on):"]
        said += [f"  {one.rule}: {counted(one.near, 'page')}" for one in near]
    overlaps = _common(stats)[:_OVERLAPS_SHOWN]
    if overlaps:
        said += ["", "overlapping, in blocks:"]
        said += [f"  {count:4} {first} and {second}" for (first, second), count in overlaps]
    if stats.silent:
        said += ["", f"never fired ({len(stats.silent)}):", *(f"  {name}" for name in stats.silent)]
    if stats.failures:
        said += ["", "pages that could not be cleaned:", *(f"  {failure}" for failure in stats.failures)]
    return said


def _common(stats: Stats) -> list[tuple[tuple[str, str], int]]:
    return sorted(stats.overlaps.items(), key=lambda pair: (-pair[1], pair[0]))
