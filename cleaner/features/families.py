"""Families of facts: what a person asks for first. A block goes because of its links, its words, its place, ..."""

from collections import defaultdict
from collections.abc import Iterable

from cleaner.document.verdict import Evidence, add_up

BIAS = "before any fact"
"""What a block weighs before any fact is known, as a source of evidence and as a family."""
FAMILIES = {
    "links": "links leads cites",
    "words": "words says tells has is ends starts untouched keys line",
    "element": "tag role inside",
    "names": "named around",
    "place": "place prose prose-done prose-left headline article main standfirst section run under",
    "neighbours": "previous next core-around among rule",
    "elements around": "parent grandparent third",
    "blocks like it": "alike copy twin",
    "title and topic": "title topic description body",
    "trafilatura": "vote",
    "first look": "second",
}
"""The families, and the first words of the names of their facts."""
RULES, BY_HAND, SITE = "rules", "by hand", "site memory"
"""The families of what is no fact of the page: weights of rules, amounts set by hand, and what its site is known by."""
FROM_SITE = "site: "
"""How evidence from the memory of a site begins."""
_FAMILY_OF = {word: family for family, words in FAMILIES.items() for word in words.split()} | {BIAS: BIAS}


def family_of(source: str) -> str:
    """Return the family of a source of evidence.

    >>> family_of("links.all"), family_of("second.next.below"), family_of("a standfirst is a part of the news")
    ('links', 'first look', 'by hand')
    """
    if source.startswith(FROM_SITE):
        return SITE
    if "/" in source:
        return RULES
    return _FAMILY_OF.get(source.partition(".")[0], BY_HAND)


def is_from_site(evidence: Evidence) -> bool:
    """Say whether *evidence* is from the memory of a site and not of the page by itself."""
    return evidence.source.startswith(FROM_SITE)


def sum_up(evidence: Iterable[Evidence]) -> list[tuple[str, float]]:
    """Return what each family weighs, in log-odds, the weightiest first."""
    amounts: dict[str, list[float]] = defaultdict(list)
    for source, amount in evidence:
        amounts[family_of(source)].append(amount)
    sums = [(family, add_up(found)) for family, found in amounts.items()]
    return sorted(sums, key=lambda one: (-abs(one[1]), one[0]))
