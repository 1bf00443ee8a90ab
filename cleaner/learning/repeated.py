"""What the first pass found to be repeated, as the second asks for it: whether a text is, and what comes near it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cleaner.authoring.nearmiss import MAX_CHARS, NEAR, closeness
from cleaner.learning.counts import Miss, TextCount
from cleaner.learning.observation import Observation, Seen
from cleaner.learning.spill import Key
from cleaner.text.normalize import fold

_ASKED = 20
"""Repeated texts that are compared with one block, at most. Not measured: it bounds the time."""
_SHORT = 3
"""Letters up to which a word leads to no text, unless it is the first; such words stand everywhere. Not measured."""


@dataclass
class _SiteTexts:
    """One site's repeated texts: their keys, their folded words, and which words lead to them."""

    keys: set[bytes] = field(default_factory=set)
    words: dict[Key, list[str]] = field(default_factory=dict)
    by_word: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))


class Repeated:
    """The repeated texts of all sites."""

    def __init__(self, found: Iterable[tuple[Key, TextCount]]) -> None:
        """Take the texts in *found*, which come in the order of their keys: `(domain, way, key)`."""
        self._sites: dict[str, _SiteTexts] = defaultdict(_SiteTexts)
        for (domain, way, key), count in found:
            site, words = self._sites[domain], fold(count.form if way == "like" else count.texts[0]).split()
            site.keys.add(key)
            site.words[way, key] = words
            for word in {word for at, word in enumerate(words) if at == 0 or len(word) > _SHORT}:
                if len(site.by_word[word]) < _ASKED:
                    site.by_word[word].append((way, key))

    def holds(self, domain: str, seen: Seen) -> bool:
        """Say whether a text, or its form, is repeated on the site."""
        site = self._sites.get(domain)
        return site is not None and (seen.key in site.keys or seen.form_key in site.keys)

    def own(self, observation: Observation) -> Iterator[Seen]:
        """Yield the texts of a page that are kept and not repeated."""
        return (one for one in observation.seen if one.kept and not self.holds(observation.domain, one))

    def misses(self, seen: Seen, domain: str) -> Iterator[tuple[Key, Miss]]:
        """Yield the repeated texts that a text of the page's own comes near."""
        site = self._sites.get(domain)
        if site is None or not seen.prose or len(seen.text) > MAX_CHARS:
            return
        words = fold(seen.text).split()
        asked = {key for word in dict.fromkeys(words) for key in site.by_word.get(word, ())}
        for key in sorted(asked)[:_ASKED]:
            near = closeness(words, site.words[key])
            if near >= NEAR:
                yield key, Miss(near, seen.text)
