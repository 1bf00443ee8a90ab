"""What a page writes about, where that is what frames of pages speak of: cookies, comments, rights, terms of use.

An article about cookies quotes their banners, and terms of use are made of sentences that stand below other pages.
What tells them is the prose that no rule takes: its first paragraph says so, as most of it does, and more than rules
take. Notices say so, too, but in a row: what is said before or behind them is of something else, and those at the end
of a page are taken with the lines among them. Headlines are not asked, since an article's text, cleaned again, may
come without its own.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from cleaner.features.lexicon import Forms
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import is_spaceless, joins
from cleaner.text.prose import is_core, is_prose, is_running

SHARE = 0.5
"""Share of the prose that no rule takes which must say a word of a subject. Not measured: with less, a short article
would shield the notices around it."""
LEAST = {"about_terms": 3}
"""Paragraphs that must say so, at least, where it is not `_FEW`: notices of one page have two or three of terms."""
_FEW = 2
_HEADING_WORDS = 6
"""Words of a heading over a paragraph of terms, at most. Not measured."""
_KINDS = {
    "about_terms": frozenset("ad-marker consent newsletter promo rights comments navigation affiliate".split()),
    "about_consent": frozenset({"consent"}),
    "about_newsletter": frozenset({"newsletter"}),
    "about_comments": frozenset({"comments"}),
    "about_rights": frozenset({"rights"}),
    "about_adverts": frozenset({"ad-marker", "affiliate", "promo"}),
    "about_sharing": frozenset({"share"}),
}
"""The kinds of lines that are a subject's own, by the words that tell it (`Forms`)."""


def on_subject(
    block_texts: Sequence[BlockText], taken: Mapping[int, Set[str]], forms: Forms, claimed: Set[int] = frozenset()
) -> Iterator[int]:
    """Yield the numbers of the blocks that speak of the page's subject: prose, and headings of terms.

    *taken* are those that rules would take, with the kinds that these see in them; *claimed* go with elements, and are
    not asked.
    """
    asked = {kind for at, kinds in taken.items() if is_prose(block_texts[at]) for kind in kinds}
    subjects = [name for name, kinds in _KINDS.items() if kinds & asked]
    if not subjects:
        return
    prose = [at for at, block_text in enumerate(block_texts) if at not in claimed and is_running(block_text)]
    running = _without_last_notices(prose, taken)
    free = [at for at in running if at not in taken]
    first = next((at for at in free if is_core(block_texts[at])), None)
    for name in subjects:
        words = getattr(forms, name)
        saying = [at for at in free if _says(block_texts[at], words)]
        own = [at for at in running if _is_own(block_texts[at], taken.get(at), name, words)]
        is_most = len(saying) >= max(LEAST.get(name, _FEW), SHARE * len(free), sum(at in taken for at in own))
        if is_most and first in saying and _is_spread(free, saying):
            yield from own
            yield from _headings(block_texts, own) if name == "about_terms" else ()


def _without_last_notices(running: Sequence[int], taken: Mapping[int, Set[str]]) -> Sequence[int]:
    """Return *running* paragraphs without those that rules take at the end, and the single ones among these."""
    if not running or running[-1] not in taken:
        return running
    pairs = enumerate(pairwise(running), 2)
    return running[: max((stop for stop, pair in pairs if taken.keys().isdisjoint(pair)), default=0)]


def _is_spread(free: Sequence[int], saying: Sequence[int]) -> bool:
    """Say whether no more paragraphs stand behind those that say a word than among them: notices are in a row."""
    behind = sum(at > saying[-1] for at in free)
    return behind <= sum(saying[0] < at < saying[-1] for at in free) - (len(saying) - 2)


def _is_own(block_text: BlockText, kinds: Set[str] | None, name: str, words: Sequence[str]) -> bool:
    """Say whether a block speaks of the subject *name*; *kinds* are those that rules see in it."""
    if kinds is None:
        return _says(block_text, words)
    return kinds <= _KINDS[name] and (name == "about_terms" or is_prose(block_text))


def _headings(block_texts: Sequence[BlockText], own: Sequence[int]) -> Iterator[int]:
    """Yield the places of the headings right above *own* paragraphs."""
    for at in own:
        above = block_texts[at - 1] if at else None
        if above is not None and above.words <= _HEADING_WORDS and not above.is_closed:
            yield at - 1


def _says(block_text: BlockText, words: Sequence[str]) -> bool:
    """Say whether a word of the block begins with one of *words*."""
    text = block_text.folded
    for word in words:
        at = text.find(word)
        while at >= 0:
            if at == 0 or is_spaceless(word[0]) or not joins(text[at - 1], word[0]):
                return True
            at = text.find(word, at + 1)
    return False
