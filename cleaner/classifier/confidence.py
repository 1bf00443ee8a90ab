"""How sure we are of an article: signs of the whole page, weighed like facts about a block.

A sign is a share between 0 and 1; what each weighs is a part of the model. The sum is a log-odds
that the article is a good one: word F1 of 0.9 or more against what an editor would keep.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import exp
from operator import attrgetter

from cleaner.classifier.floor import FLOOR
from cleaner.classifier.model import LookWeights
from cleaner.document.verdict import Verdict, add_up
from cleaner.features.families import is_from_site
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_prose

_SOURCE, _AMOUNT = attrgetter("source"), attrgetter("amount")
CLEAR, NARROW = 2.0, 1.0
"""A balance beyond the first is a clear one, within the second on either side a narrow one (log-odds)."""
BELIEVED = 0.5
"""The most confidence there is in an article that trafilatura is believed for, against the facts."""
SUREST = 100.0
"""Log-odds beyond which nothing changes any more: a model may say so much that e to that power is no number."""
FULL_WORDS = 150
"""From here on an article's length is no reason for doubt."""


def confidence(signs: Mapping[str, float], weights: LookWeights, *, believed: bool = False) -> float:
    """Return the probability, 0 to 1, that the article is a good one; *believed* is what `is_believed` says of it."""
    log_odds = weights.bias + sum(weights.amounts.get(name, 0.0) * sign for name, sign in signs.items())
    found = round(1 / (1 + exp(-max(-SUREST, min(SUREST, log_odds)))), 3)
    return min(found, BELIEVED) if believed else found


def is_believed(trace: Sequence[Verdict]) -> bool:
    """Say whether blocks of the article stay against the facts, since these left too little of the page."""
    return any(FLOOR in map(_SOURCE, verdict.evidence) for verdict in trace if verdict.kept)


def read_signs(trace: Sequence[Verdict], block_texts: Sequence[BlockText], voted: Collection[int]) -> dict[str, float]:
    """Return the signs of a page; *voted* are the blocks that trafilatura counts as the article."""
    pairs = list(zip(trace, block_texts, strict=True))
    kept = [block_text for verdict, block_text in pairs if verdict.kept]
    left = [block_text for verdict, block_text in pairs if _is_left(verdict)]
    words, lost = _words(kept), _words(filter(is_prose, left))
    balanced = [(block_text, _balance(verdict)) for verdict, block_text in pairs if verdict.kept]
    clear = [block_text for block_text, balance in balanced if balance > CLEAR]
    narrow = [block_text for block_text, balance in balanced if balance < NARROW]
    near = [one for verdict, one in pairs if _is_left(verdict) and _balance(verdict) > -NARROW]
    agreed = [block_text for block_text in kept if block_text.block.number in voted]
    wanted = [block_text for verdict, block_text in pairs if not verdict.kept and block_text.block.number in voted]
    return {
        "agreed": _share(_words(agreed), words + _words(wanted)),
        "clear": _share(_words(clear), words),
        "contiguous": _contiguity(trace),
        "finished": _share(_words(block_text for block_text in kept if block_text.is_closed), words),
        "long": min(1.0, words / FULL_WORDS),
        "narrow": _share(_words(narrow), words),
        "narrowly-lost": _share(_words(near), words + _words(near)),
        "prose-lost": _share(lost, words + lost),
    }


def _is_left(verdict: Verdict) -> bool:
    return not verdict.kept and verdict.source == "evidence"


def _balance(verdict: Verdict) -> float:
    """Return the sum of what the page by itself says of a block: the weights saw no evidence of sites."""
    evidence = verdict.evidence
    if any(map(is_from_site, evidence[-1:])):  # it is added last
        evidence = tuple(one for one in evidence if not is_from_site(one))
    return add_up(map(_AMOUNT, evidence))


def _words(block_texts: Iterable[BlockText]) -> int:
    return sum(block_text.words for block_text in block_texts)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _contiguity(trace: Sequence[Verdict]) -> float:
    """Return the kept share of the words from the first to the last kept block."""
    places = [at for at, verdict in enumerate(trace) if verdict.kept]
    if not places:
        return 0.0
    sizes = [(verdict.kept, len(verdict.block.text)) for verdict in trace[places[0] : places[-1] + 1]]
    return sum(size for kept, size in sizes if kept) / sum(size for _, size in sizes)
