"""Facts about where a block stands from the headline: how far below it, in whose <article>, as its standfirst."""

from collections.abc import Collection

from cleaner.document.block import Block
from cleaner.features.block import NEAR_STEPS, Scale, overlap
from cleaner.features.outline import Outline

_H1_SHARE, _TITLE_SHARE = 0.5, 0.8
"""Share of the words of an <h1>, and of another block, that the title must hold for it to be the headline."""
_SINCE = Scale("headline.since", NEAR_STEPS, "13+")
STANDFIRST = "standfirst"
"""The fact that a block is the standfirst."""
_STANDFIRST_SIGNS = frozenset({"description.says-it", "named.standfirst"})
_STANDFIRST_WORDS, _STANDFIRST_LINKS = 8, 0.3
"""A standfirst has at least so many words, and at most this share of them linked. Not measured."""
_NO_STANDFIRST = frozenset({"li", "caption", "cell"})


class Headline:
    """The headline of one page, found by the words of its *title*."""

    def __init__(self, outline: Outline, title: frozenset[str]) -> None:
        self._outline = outline
        self._at = _find(outline, title)
        self._article = _article(outline.block_texts[self._at].block) if self._at >= 0 else -1
        below = range(self._at + 1, len(outline.block_texts)) if self._at >= 0 else range(0)
        self._other = next((at for at in below if outline.block_texts[at].block.tag == "h1"), len(outline.block_texts))

    def facts(self, at: int, known: Collection[str]) -> list[str]:
        """Return the facts of a block; *known* are facts about its names and what it repeats."""
        found = self._from_headline(at) if self._at >= 0 else ["headline.unknown"]
        if self._is_standfirst(at, known):
            found.append(STANDFIRST)
        return found

    def _from_headline(self, at: int) -> list[str]:
        since = at - self._at
        found = ["headline.before" if since < 0 else _SINCE.fact(since)]
        if at > self._other:
            found.append("headline.other-since")
        return found + self._articles(self._outline.block_texts[at].block)

    def _articles(self, block: Block) -> list[str]:
        """Say whose <article> a block stands in, as seen from the headline."""
        holders = [one.number for one in block.ancestors if one.tag == "article"]
        if self._article in holders:
            return ["article.same" if holders[-1] == self._article else "article.nested"]
        if self._article >= 0:
            return ["article.other" if holders else "article.left"]
        return ["article.some"] if holders else []

    def _is_standfirst(self, at: int, known: Collection[str]) -> bool:
        block_text = self._outline.block_texts[at]
        return (
            self._at <= at < self._outline.body
            and block_text.words >= _STANDFIRST_WORDS
            and block_text.block.role not in _NO_STANDFIRST
            and block_text.block.link_density < _STANDFIRST_LINKS
            and "title.says-it" not in known
            and not _STANDFIRST_SIGNS.isdisjoint(known)
        )


def _find(outline: Outline, title: frozenset[str]) -> int:
    for at, block_text in enumerate(outline.block_texts):
        if block_text.block.tag == "h1" and (not title or overlap(block_text.word_set, title) >= _H1_SHARE):
            return at
    titled = (
        at
        for at, block_text in enumerate(outline.block_texts)
        if title and block_text.words > 2 and overlap(block_text.word_set, title) >= _TITLE_SHARE
    )
    return next(titled, -1)


def _article(block: Block) -> int:
    """Return the number of the innermost <article> around a block, -1 if there is none."""
    return next((one.number for one in reversed(block.ancestors) if one.tag == "article"), -1)
