"""`stats`: what each rule did on a corpus, and what it cost."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from time import perf_counter_ns

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.corpus import Sample, Truth
from cleaner.authoring.loss import MAX_SHARE, asked_shares
from cleaner.engine.guards import most_hits
from cleaner.errors import PageError
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule, Where
from cleaner.text.block_text import BlockText, count_words
from cleaner.text.split_lines import cut_lines

Advance = Callable[[], None]
"""Called after each page, for a progress bar."""
NEAR = 0.75
"""Share of its limit of hits a page from which a rule is near it. Not measured."""
TIMED_PAGES = 5
"""Pages on which each rule is timed by itself. Not measured: they bound the time."""
_WRITTEN = frozenset({"mark", "unwrap", "policy"})


@dataclass(frozen=True)
class RuleStats:
    """One rule over a corpus.

    *article_words* counts removed words that were article text, on pages whose article is known; *known_words*
    all removed words there. *refused* counts matches by the guard that stopped them. *microseconds* is what it
    adds to a page's time, the median of a few pages; 0 if not timed. *near* counts pages on which it came near
    its limit of hits.
    """

    rule: str
    kind: str
    pages: int = 0
    hits: int = 0
    words: int = 0
    known_words: int = 0
    article_words: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    near: int = 0
    microseconds: float = 0.0

    @property
    def error_share(self) -> float | None:
        """Share of the removed words that were article text, where that is known."""
        return self.article_words / self.known_words if self.known_words else None

    @property
    def fired(self) -> bool:
        """Whether the rule matched anything."""
        return bool(self.hits or self.refused)


@dataclass(frozen=True)
class Stats:
    """All rules over a corpus. *overlaps* counts, for two rules, the blocks that both would have taken.

    *suspects* are, by rule, the pages of whose article it may have asked for too much, the worst first.
    """

    pages: int
    failures: tuple[str, ...]
    rules: tuple[RuleStats, ...]
    overlaps: dict[tuple[str, str], int]
    alone: dict[str, int]
    suspects: Mapping[str, Sequence[Sample]] = field(default_factory=dict)

    def only(self, names: Collection[str]) -> "Stats":
        """Return what is told of these rules alone."""
        rules = tuple(one for one in self.rules if one.rule in names)
        return replace(self, rules=rules, overlaps={pair: n for pair, n in self.overlaps.items() if {*pair} & {*names}})

    @property
    def silent(self) -> tuple[str, ...]:
        """The rules that never fired."""
        return tuple(one.rule for one in self.rules if not one.fired)


class _Tally:
    """The counts of a run, as they grow."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules.by_id
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.refused: dict[str, Counter[str]] = defaultdict(Counter)
        self.overlaps: Counter[tuple[str, str]] = Counter()
        self.alone: Counter[str] = Counter()
        self.shares: dict[str, list[tuple[float, Sample]]] = defaultdict(list)

    def suspects(self) -> dict[str, list[Sample]]:
        by_share = {name: sorted(listed, key=lambda pair: -pair[0]) for name, listed in sorted(self.shares.items())}
        return {name: [sample for _, sample in listed] for name, listed in by_share.items()}

    def add(self, article: Article, sample: Sample) -> None:
        truth = Truth(sample.truth) if sample.truth else None
        for name, share in asked_shares(article).items():
            if share > MAX_SHARE and name in self.rules:
                self.shares[name].append((share, sample))
        hits: Counter[str] = Counter()
        for removal in article.removals:
            for name in (removal.rule, *removal.also) if removal.rule else ():
                hits[name] += 1
                self._count_words(name, removal.text, truth)
            for other in removal.also:
                self.overlaps[min(removal.rule, other), max(removal.rule, other)] += 1
            if removal.rule and not removal.also:
                self.alone[removal.rule] += 1
        for name, number in hits.items():
            self.counts[name].update(pages=1, hits=number, near=number >= NEAR * most_hits(self.rules[name]))
        for note in article.notes:
            if note.guard not in _WRITTEN:
                self.refused[note.rule][note.guard] += 1

    def _count_words(self, name: str, text: str, truth: Truth | None) -> None:
        words = count_words(text)
        self.counts[name]["words"] += words
        if truth:
            self.counts[name].update(known_words=words, article_words=words if truth.holds(text) else 0)


def stats(rules: RuleSet, corpus: Sequence[Sample], advance: Advance = lambda: None, *, timed: bool = True) -> Stats:
    """Clean each page of *corpus* with *rules* and count. A page that cannot be cleaned is listed under failures."""
    cleaner, tally, failures = Cleaner(rules), _Tally(rules), []
    for sample in corpus:
        try:
            tally.add(cleaner.clean(sample.read()), sample)
        except PageError as error:
            failures.append(f"{sample.id}: {error}")
        advance()
    times = _times(rules.rules, corpus) if timed else {}
    made = [
        RuleStats(
            name, rule.kind, **tally.counts[name], refused=dict(tally.refused[name]), microseconds=times.get(name, 0.0)
        )
        for name, rule in sorted(tally.rules.items())
    ]
    return Stats(len(corpus), tuple(failures), tuple(made), dict(tally.overlaps), dict(tally.alone), tally.suspects())


def _times(rules: Iterable[Rule], corpus: Sequence[Sample]) -> dict[str, float]:
    """Return the median microseconds a page that each rule adds to looking for nothing."""
    pages = list(map(_look_at, corpus[:: max(1, len(corpus) // TIMED_PAGES)][:TIMED_PAGES]))
    floors = [_microseconds((), page) for page in pages]
    made = {}
    for rule in rules if pages else ():
        taken = [_microseconds((rule,), page) - floor for page, floor in zip(pages, floors, strict=True)]
        made[rule.full_id] = max(0.0, median(taken))
    return made


@dataclass(frozen=True)
class _Looked:
    """A page as matchers get it, with all that is worked out once a page worked out already."""

    snapshot: Snapshot | None
    block_texts: tuple[BlockText, ...]


def _look_at(sample: Sample) -> _Looked:
    page = sample.read()
    snapshot = None if page.html is None else take_snapshot(page.html, page.url)
    blocks = snapshot.layout.blocks if snapshot else cut_lines(page.text or "")
    block_texts = tuple(map(BlockText, blocks))
    for block_text in block_texts:
        _ = (block_text.whole, block_text.word_set, block_text.words, block_text.sentences, block_text.is_closed)
    return _Looked(snapshot, block_texts)


def _microseconds(rules: tuple[Rule, ...], page: _Looked) -> float:
    anywhere = [replace(rule, where=Where()) for rule in rules]
    text, css = TextMatcher(anywhere), CssMatcher(anywhere)
    start = perf_counter_ns()
    list(text.find(page.block_texts, PageContext()))
    if page.snapshot and page.snapshot.element_index:
        list(css.find(page.snapshot.element_index, page.snapshot.layout, PageContext()))
    return (perf_counter_ns() - start) / 1000
