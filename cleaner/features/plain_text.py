"""Facts about lines of scraped text, where no tags and links speak: what sort of line stands among what sorts.

A heading is a short line between paragraphs, a menu a run of them; after the comment form come comments, and what
stands beside a picture is printed twice, as its description and as its caption.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from cleaner.features.block import COUNT_STEPS, Scale, is_dated, step
from cleaner.features.outline import Outline
from cleaner.text.block_text import BlockText
from cleaner.text.lazy_expression import lazy

LONG_WORDS, TINY_WORDS = 10, 2
"""Open lines of more words than the first are long, of no more than the second tiny."""
_DATE_WORDS, _TITLE_WORDS = 15, 8
"""Up to so many words, an open line with a year or a time is dated, and a line may be a heading."""
_KEYS = Scale("keys", COUNT_STEPS, "6+")
_RUN_STEPS = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (16, "9-16"))
_SHARE_STEPS = ((0.3, "hardly"), (0.6, "partly"), (0.8, "mostly"), (0.93, "nearly-all"))
_CLOSE = 3
"""Blocks so near to a line that a rule knows are close to it."""
_TWIN_CHARS, _TWIN_WORDS, _TWIN_SHARE = 12, 5, 0.7
"""Shorter lines have no twins; lines with so many words are alike if they share so much of the longer one's."""
_TWIN_LINES = 2
"""Lines above, and below, among which a line has its twins. Not measured: a picture's description and its caption."""
_MIRRORED = {"longer": "shorter", "shorter": "longer"}
# a name in brackets; after a slash, a bar or a sign; or after the sentence. No two parts of it can match the same
# characters, so that it takes linear time
_CREDIT = lazy(
    r"\((?!\d+\))[^()]{2,60}\)$|(?:[/|©=＝]|\b[Ff]oto:?|[Pp]hoto:?)\s*[^\s.!?](?:[^.!?]|\.(?=\S)){1,40}$"
    r"|[.!?…]\s*(?:\b[A-Z]\w*(?:['’-]\w+)*\.?[ /,]*){1,6}$"
)

_CREDIT_SIGNS = ("(", "/", "|", "©", "=", "＝", "oto", ".", "!", "?", "…")
"""What every credit has, in one of these ways: most lines are told sooner by these than by `_CREDIT`."""


def sort_of(block_text: BlockText, is_core: bool) -> str:
    """Return what sort of line this is: prose, item, sentence, dated, lead, long, short or tiny."""
    if is_core:
        return "prose"
    if block_text.block.role == "li":
        return "item"
    text = block_text.block.text.rstrip()
    if text.endswith((":", "：")):
        return "lead"
    if block_text.is_closed:
        return "sentence"
    if block_text.words <= _DATE_WORDS and is_dated(block_text):
        return "dated"
    return "long" if block_text.words > LONG_WORDS else "short" if block_text.words > TINY_WORDS else "tiny"


class LineFacts:
    """The lines of one text, ready to be asked for the facts of each.

    *words* are the long words of each, *names* those of the sorts of words that it uses; *pointed* are the kinds that
    rules name.
    """

    def __init__(
        self,
        outline: Outline,
        words: Sequence[frozenset[str]],
        names: Sequence[Sequence[str]],
        pointed: Sequence[tuple[int, str]],
    ) -> None:
        self._block_texts, self._spoken = outline.block_texts, names
        self._sorts = [sort_of(block_text, outline.is_core(at)) for at, block_text in enumerate(outline.block_texts)]
        chars = sum(len(block_text.block.text) for block_text in outline.block_texts)
        self._share = step(outline.prose / (chars or 1), _SHARE_STEPS, "all")
        self._runs = _runs(self._sorts)
        self._titles = _titles(outline.block_texts, self._sorts)
        self._pointed = pointed
        self._twins = _twins(outline.block_texts)
        self._words = words
        self._keys = _keys([words[at] for at in outline.core])
        self._known: dict[tuple[str, frozenset[str], frozenset[str]], tuple[str, ...]] = {}
        self._between: dict[tuple[int, int, int], tuple[str, ...]] = {}
        self._kinds_above = _kinds_so_far(pointed)
        self._kinds_below = _kinds_so_far(list(reversed(pointed)))[::-1]

    def facts(self, at: int) -> list[str]:
        """Return the facts of a line."""
        own = self._sorts[at]
        found = [f"line.{self._sort(at - 1)}.{own}.{self._sort(at + 1)}", f"among.{self._share}.{own}"]
        found += self._points(self._block_texts[at].block.number) if self._pointed else (f"untouched.{own}",)
        found.append(f"{_KEYS.fact(len(self._keys & self._words[at]))}.{own}")
        found += self._run(at)
        found += self._title(at)
        found += self._twins[at]
        tail = self._block_texts[at].block.text[-80:]
        if any(map(tail.__contains__, _CREDIT_SIGNS)) and _CREDIT.search(tail):
            found.append(f"ends.credit.{own}")
        return found

    def _sort(self, at: int) -> str:
        return self._sorts[at] if 0 <= at < len(self._sorts) else "none"

    def _run(self, at: int) -> list[str]:
        own, (first, last) = self._sorts[at], self._runs[at]
        if own == "prose":
            return []
        found = [f"run.{step(last - first, _RUN_STEPS, '17+')}.{'item' if own == 'item' else 'line'}"]
        if last == len(self._sorts):
            found.append("run.to-the-end")
        elif not first:
            found.append("run.from-the-start")
        return found

    def _title(self, at: int) -> list[str]:
        title = self._titles[at]
        if title < 0:
            return []
        near = "close" if at - title <= _CLOSE else "far"
        return [f"under.{near}.{name}" for name in self._spoken[title]]

    def _points(self, number: int) -> tuple[str, ...]:
        at = bisect_left(self._pointed, (number, ""))
        low, high = [bisect_left(self._pointed, (number + far, "")) for far in (-_CLOSE, _CLOSE + 1)]
        found = self._between.get((low, at, high))
        if found is None:
            above = self._pointing("above", self._pointed[low:at], self._kinds_above[at])
            found = above + self._pointing("below", self._pointed[at:high], self._kinds_below[at])
            self._between[low, at, high] = found
        return found

    def _pointing(self, side: str, near: Sequence[tuple[int, str]], kinds: frozenset[str]) -> tuple[str, ...]:
        """Return the facts about the kinds on one side; they are the same for most neighbours."""
        close = frozenset([kind for _, kind in near])
        key = (side, close, kinds)
        if key not in self._known:
            facts = [f"rule.close-{side}.{kind}" for kind in sorted(close)]
            self._known[key] = (*facts, *(f"rule.far-{side}.{kind}" for kind in sorted(kinds - close)))
        return self._known[key]


def _twins(block_texts: Sequence[BlockText]) -> list[list[str]]:
    """Return for each line the facts that it has from those of its next neighbours that say the same."""
    found: list[list[str]] = [[] for _ in block_texts]
    above: dict[int, str] = {}
    below: dict[int, str] = {}
    before: list[tuple[str, frozenset[str]]] = []  # the lines above, the next one first
    for at, block_text in enumerate(block_texts):
        own = block_text.folded.rstrip(" ."), block_text.word_set
        for gap, other in enumerate(before if len(own[0]) >= _TWIN_CHARS else (), 1):
            if twin := _twin(*other, *own):
                below.setdefault(at - gap, twin)
                above.setdefault(at, _MIRRORED.get(twin, twin))
        before = [own, *before[: _TWIN_LINES - 1]]
    for name, twins in (("above", above), ("below", below)):
        for at, twin in twins.items():
            found[at].append(f"twin.{name}.{twin}")
    return found


def _twin(one: str, own: frozenset[str], other: str, others: frozenset[str]) -> str:
    """Say whether the other line, which is no short one, says the same, and more or less of it; `""` if not.

    Of both the text and the words are given.
    """
    if len(one) < _TWIN_CHARS:
        return ""
    if one.startswith(other) or other.startswith(one):
        return "same" if len(one) == len(other) else "longer" if len(other) > len(one) else "shorter"
    fewer, more = sorted((len(own), len(others)))
    least = _TWIN_SHARE * max(more, _TWIN_WORDS)
    return "alike" if fewer >= least and len(own & others) >= least else ""


def _keys(prose: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the words that more than one line in the first half of the prose uses."""
    counts = Counter(chain.from_iterable(prose[: len(prose) // 2 + 1]))
    return frozenset(word for word, count in counts.items() if count > 1)


def _kinds_so_far(pointed: Iterable[tuple[int, str]]) -> list[frozenset[str]]:
    found = [frozenset[str]()]
    for _, kind in pointed:
        found.append(found[-1] if kind in found[-1] else found[-1] | {kind})
    return found


def _runs(sorts: Sequence[str]) -> list[tuple[int, int]]:
    """Return for each line the first line, and the one after the last, of the run without prose that it stands in."""
    runs: list[tuple[int, int]] = []
    first = 0
    for at, sort in enumerate([*sorts, "prose"]):
        if sort == "prose":
            runs += [(first, at)] * (at - first) + [(at, at)]
            first = at + 1
    return runs


def _titles(block_texts: Sequence[BlockText], sorts: Sequence[str]) -> list[int]:
    """Return for each line the last one before it that may be a heading; -1 where there is none."""
    found, last = [], -1
    for at, (block_text, sort) in enumerate(zip(block_texts, sorts, strict=True)):
        found.append(last)
        if sort in ("short", "tiny", "lead") and block_text.words <= _TITLE_WORDS:
            last = at
    return found
