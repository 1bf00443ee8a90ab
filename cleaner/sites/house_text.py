"""A profile at work: the house text of a page's site, as rules that name their entry and its counts."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cleaner.matching.conditions import PageContext
from cleaner.matching.match import Match
from cleaner.matching.text import TextMatcher
from cleaner.rules.schema import Rule
from cleaner.sites.entry import Entry
from cleaner.sites.store import Profile
from cleaner.text.block_text import BlockText
from cleaner.text.domain import domain_of

LINKED = "0.5.."
"""The share of links that a block must have where only linked copies may go."""
_TRUST = -2
"""Rank among rules: with the 2 more for naming hosts it is still lower than the 1 of any rule that somebody has looked
at."""
_SITES = 256
"""Sites whose rules stay compiled. Not measured: it bounds the memory."""
_ID_CHARS = 64
"""Characters: no rule's id is longer, by the schema."""
_WHY_CHARS = 160
"""Characters: no rule's reason is longer, by the schema."""
_SLUG_WORDS, _SLUG_CHARS = 4, 24
"""Words of an entry's text, and characters of them, that its rule's id takes over. Not measured."""


class HouseText:
    """Finds the house text that *profile* advises to use: whole texts only, and exactly these."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        # the cache holds what the profile says, nothing of any page
        self._compiled = lru_cache(maxsize=_SITES)(self._compile)

    def find(self, block_texts: Sequence[BlockText], context: PageContext) -> Iterator[Match]:
        """Yield a match for each block that is house text of the page's site."""
        return self._compiled(domain_of(context.host))[1].find(block_texts, context)

    def rules(self, host: str) -> tuple[Rule, ...]:
        """Return the rules for a host."""
        return self._compiled(domain_of(host))[0]

    def _compile(self, domain: str) -> tuple[tuple[Rule, ...], TextMatcher]:
        site = self.profile.site(domain) if domain else None
        entries = [one for one in site.entries if one.way == "is" and one.advice == "use"] if site else []
        rules = tuple(entry_rule(domain, entry, number) for number, entry in enumerate(entries, 1))
        return rules, TextMatcher(rules)


def entry_rule(domain: str, entry: Entry, number: int) -> Rule:
    """Return the rule that takes an entry's text on its site.

    Its id names the site, the entry by its number and first words, and on how many pages of how many it stood.
    """
    words = "-".join(re.findall(r"[a-z0-9]+", entry.text.lower())[:_SLUG_WORDS])[:_SLUG_CHARS]
    counts = f".{entry.pages}-of-{entry.of}"
    made = Rule.model_validate(
        {
            "id": f"{entry.kind}.{number}-{words}"[: _ID_CHARS - len(counts)] + counts,
            "kind": entry.kind,
            "why": f"House text of this site: on {entry.pages} of {entry.of} pages, {entry.place}."[:_WHY_CHARS],
            "where": {"hosts": [domain]},
            "text": {"is": [entry.text]},
            "block": {"links": LINKED} if entry.linked else {},
            "learned": {name: getattr(entry, name) for name in ("text", "advice", "pages", "of", "kept", "place")},
        }
    )
    return made.model_copy(update={"pack": f"profile:{domain}", "trust": _TRUST})
