"""Facts about where a block's links lead: to the site's own articles, to its sections, to a mailbox, away."""

import re
from functools import lru_cache

from cleaner.document.block import Block
from cleaner.features.block import step
from cleaner.features.lexicon import Vocabulary
from cleaner.text.domain import domain_of
from cleaner.text.normalize import name_words
from cleaner.text.urls import host_of, split

_COUNT_STEPS = ((1, "1"), (3, "2-3"))
_MOSTLY = 0.5
"""With at least this share of its text linked, a block leads somewhere; with less, its text only cites."""
_ALL = 0.9
"""Where so much is linked, links stand at both edges anyway."""
_SLUG_WORDS, _NUMBER_DIGITS = 4, 5
"""The last part of an article's path has so many words, or a number of so many digits."""
_SLUG = re.compile(rf"(?<![^\W\d_])[^\W\d_]++(?:[-_][^\W_]++){{{_SLUG_WORDS - 1},}}")
_NUMBER = re.compile(rf"\d{{{_NUMBER_DIGITS},}}")
"""A slug is read from the start of a word, so that each letter is read once."""


def link_facts(block: Block, host: str, names: Vocabulary) -> list[str]:
    """Return what the links of a block say; *host* is the page's own, `""` if unknown."""
    if not block.links:
        return []
    found, does = [], "leads" if block.link_density >= _MOSTLY else "cites"
    if block.linked < _ALL * len(block.text):
        if block.opens_linked:
            found.append("links.at-start")
        if block.ends_linked:
            found.append("links.at-end")
    found.append(f"{does}.{step(len(block.links), _COUNT_STEPS, '4+')}")
    targets = {fact for link in block.links for fact in _target(link, host)}
    found += [f"{does}.{fact}" for fact in sorted(targets)]
    words: frozenset[str] = frozenset().union(*map(_path_words, block.links))
    known = {name for word in names.keys() & words for name in names[word]}
    return found + [f"{does}.to-{name}" for name in sorted(known)]


@lru_cache(maxsize=4_000)
def _target(link: str, host: str) -> tuple[str, ...]:
    scheme = link.partition(":")[0]
    if link.startswith("#"):
        return ("within",)
    if not link or scheme in ("javascript", "data"):
        return ("nowhere",)
    if scheme in ("mailto", "tel", "sms", "whatsapp"):
        return ("person",)
    if link[0] == "/" and link[1:2] != "/" and link.isprintable():  # as most links do: a path on the same host
        return ("own", "article" if _is_article(link.partition("#")[0].partition("?")[0]) else "section")
    parts = split(link)
    if not any(parts):
        return ("nowhere",)
    if parts.netloc and host and domain_of(host_of(link)) != domain_of(host):
        return ("away",)
    return ("own", "article" if _is_article(parts.path) else "section")


def _is_article(path: str) -> bool:
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return bool(_SLUG.search(last) or _NUMBER.search(path))


@lru_cache(maxsize=4_000)
def _path_words(link: str) -> frozenset[str]:
    """Return the words of a link's path, without the last part, which names single pages."""
    path = link.partition("//")[2].partition("/")[2] if "//" in link else link
    return name_words(path.partition("?")[0].rstrip("/").rpartition("/")[0] or path.partition("?")[0][:30])
