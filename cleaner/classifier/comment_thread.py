"""Readers' comments that no element names: below a line about comments, line after line signs with a name and a time.

An article may consist of signed parts as well: live blogs, letters, collected statements. So a rule must have seen
where the comments begin.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from cleaner.document.verdict import Evidence
from cleaner.features.kinds import SIGNED_COMMENT
from cleaner.text.block_text import BlockText
from cleaner.text.lazy_expression import lazy

AMONG_SIGNED = Evidence(SIGNED_COMMENT, -10.0)
"""A comment reads like prose, for which up to 7 may speak. Of 3,418 pages of the dev sets, HTML,
14 lose 11,715 foreign words by it, none a word of the known article."""
SIGNATURE_WORDS = 16
"""Words that a line which signs a comment has at most. Not measured: names, a day, a time, `Reply` and `Permalink`."""
NAME_WORDS = 6
"""Words that a line with nothing but the name has at most. Not measured."""
FEW_SIGNATURES = 3
"""Lines that must sign, by as many names. With less a list of two updates would be a thread."""
ONE_NAME = 0.5
"""Share of the lines that one name may sign: who signs more is the author."""
TALKING = 0.6
"""Share of the lines that sign with text before the next one: in a list of other stories there is none."""
ARTICLE_WORDS = 40
"""Words in core prose that must stand above the line about comments: further up it leads to those below."""
FIRST_COMMENT, LONG_COMMENT = 14, 30
"""Blocks from that line to the first signature, and of the last comment, at most; and from one signature to the next.
Not measured: they bound what a wrong guess takes."""
MOST_BEGINNINGS = 20
"""Lines about comments below which a thread is looked for, so that time does not grow with their square: where each
part of an article has one, none begins a thread. Not measured; of 5,127 pages and texts none needs as many."""
_TEXT_WORDS, _LONG_TEXT_WORDS = 4, 8
"""Words of a block between signatures that is no control, and of one that is a comment for sure. Not measured."""
_FEW_DIGITS = 6
"""Digits that a day and a time have together at least: `5 May 2024, 3 pm`."""

_NAME = r"[^\W\d_]{3,}\.?"
_DAY = lazy(
    r"\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)|\d{4}年\d{1,2}月\d{1,2}日"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th|[.º])?\s(?:de\s)?{_NAME},?\s(?:de\s)?\d{{4}}"
    rf"|{_NAME}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:at\s)?\d{{4}}",
)
_TIME = lazy(
    r"(?<!\d)\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:[:.]\d{2})?(?!\d)(?:\s?[ap]\.?m\b\.?)?|(?<!\d)\d{1,2}\s?[ap]\.?m\b", re.I
)
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"([^\w\s]*)\s*$")


@dataclass(frozen=True, slots=True)
class _Signature:
    """A line with a day and a time: how it is written, and its other words."""

    form: tuple[str, str, bool, bool]
    words: tuple[str, ...]


def comment_thread(block_texts: Sequence[BlockText], core: Sequence[bool], about: Set[int]) -> range:
    """Return the places of the blocks of a thread below the article, its signatures among them; empty if there is none.

    *core* says which blocks are core prose; *about* are the numbers of those that rules take since they are about
    comments.
    """
    signatures = _signatures(block_texts)
    if len(signatures) < FEW_SIGNATURES:
        return range(0)
    for first in islice(_beginnings(block_texts, core, about), MOST_BEGINNINGS):
        signing = _signing({at: signature for at, signature in signatures.items() if at >= first}, first)
        if len(signing) >= FEW_SIGNATURES and _is_talk(signing, signatures, block_texts):
            return range(first, _end(signing[-1], block_texts, signatures) + 1)
    return range(0)


def _beginnings(block_texts: Sequence[BlockText], core: Sequence[bool], about: Set[int]) -> Iterator[int]:
    """Yield the places below which a rule has taken a line about comments, with enough prose above to be an article."""
    words = 0
    for at, one in enumerate(block_texts):
        before = block_texts[at - 1].block.number if at else -1
        if words >= ARTICLE_WORDS and any(number in about for number in range(before + 1, one.block.number)):
            yield at
        words += one.words if core[at] else 0


def _signatures(block_texts: Sequence[BlockText]) -> dict[int, _Signature]:
    """Return the lines that may sign, by their places; the name may stand in a line of its own beside day and time."""
    found = {at: signature for at, one in enumerate(block_texts) if (signature := _signature(one))}
    counted = Counter(word for signature in found.values() for word in set(signature.words))
    for at, signature in found.items():
        if all(2 * counted[word] > len(found) for word in signature.words):
            beside = (place for place in (at - 1, at + 1) if place not in found and 0 <= place < len(block_texts))
            names = [block_texts[place].word_list for place in beside if block_texts[place].words <= NAME_WORDS]
            found[at] = replace(signature, words=tuple(names[0]) if names else ())
    return found


def _signature(block_text: BlockText) -> _Signature | None:
    if block_text.digits < _FEW_DIGITS or block_text.is_long or block_text.words > SIGNATURE_WORDS:
        return None
    text = block_text.tidied
    day = _DAY.search(text)
    if not day:
        return None
    before, after = text[: day.start()], text[day.end() :]
    time = _TIME.search(after)
    if time:
        between, after = after[: time.start()], after[time.end() :]
    else:
        time = _TIME.search(before)
        if not time:
            return None
        before, between = before[: time.start()], before[time.end() :]
    if len(between.split()) > 2:
        return None
    mark = _MARK.search(before)
    form = (mark[1] if mark else "", between.strip().casefold(), bool(_WORD.search(before)), bool(_WORD.search(after)))
    return _Signature(form, tuple(_WORD.findall(f"{before} {after}".casefold())))


def _signing(signatures: Mapping[int, _Signature], first: int) -> list[int]:
    """Return the places of the lines that sign in one form by many names, from *first* on, none far from the last."""
    by_form = defaultdict[tuple[str, str, bool, bool], list[int]](list)
    for at, signature in signatures.items():
        by_form[signature.form].append(at)
    found: list[int] = []
    for at in sorted(place for places in by_form.values() for place in _named(places, signatures)):
        if at - (found[-1] if found else first) > (LONG_COMMENT if found else FIRST_COMMENT):
            break
        found.append(at)
    return found


def _named(places: Sequence[int], signatures: Mapping[int, _Signature]) -> list[int]:
    """Return those of *places* that hold words which most of the others lack, if these differ as names do."""
    counted = Counter(word for at in places for word in set(signatures[at].words))
    names = {at: [word for word in signatures[at].words if 2 * counted[word] <= len(places)] for at in places}
    named = [at for at in places if names[at]]
    signed = Counter(" ".join(names[at]) for at in named)
    is_talk = len(signed) >= FEW_SIGNATURES and max(signed.values()) <= ONE_NAME * len(named)
    return named if is_talk else []


def _is_talk(signing: Sequence[int], signatures: Mapping[int, _Signature], block_texts: Sequence[BlockText]) -> bool:
    """Say whether text stands between most of the signatures."""
    talking = sum(
        any(at not in signatures and block_texts[at].words >= _TEXT_WORDS for at in range(first + 1, then))
        for first, then in pairwise(signing)
    )
    return talking >= TALKING * (len(signing) - 1)


def _end(last: int, block_texts: Sequence[BlockText], signatures: Mapping[int, _Signature]) -> int:
    """Return the place where the comment below the *last* signature ends; the signature's own, if there is none."""
    end = last
    for at in range(last + 1, min(last + 1 + FIRST_COMMENT, len(block_texts))):
        follows = block_texts[at].block.number == block_texts[at - 1].block.number + 1
        if not follows or block_texts[at].block.role == "h" or at in signatures:
            break
        if end == last and block_texts[at].words < _LONG_TEXT_WORDS:
            break
        if block_texts[at].words >= _TEXT_WORDS:
            end = at
    return end
