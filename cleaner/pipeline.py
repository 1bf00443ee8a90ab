"""`Cleaner`: the whole road on one screen.

A page is cut into blocks; css rules take elements; trafilatura votes on what is left; text rules
read the blocks; the verdict settles it. Nothing is remembered from one page to the next.
"""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Sequence
from typing import Self

from cleaner import assess
from cleaner.article import Article
from cleaner.dom.snapshot import Snapshot, take_snapshot
from cleaner.extract import vote
from cleaner.guards import MAX_HITS_CSS, Mass
from cleaner.headlines import read_head
from cleaner.ledger import Ledger
from cleaner.lines import cut_lines
from cleaner.matchers.css import CssMatcher, ElementMatch
from cleaner.matchers.match import Match
from cleaner.matchers.narrow import Setting
from cleaner.matchers.reading import Reading
from cleaner.matchers.repeat import RepeatMatcher
from cleaner.matchers.shape import ShapeMatcher
from cleaner.matchers.text import TextMatcher
from cleaner.model import Block, Evidence, Failure, Note, Page, Policy
from cleaner.rules import Rule, RuleSet, bundled_rules
from cleaner.verdict import Case, decide, is_active, write_match

VOTE_THRESHOLD = 0.5
"""Share of a block's words that trafilatura must keep for its vote to be yes."""


class Cleaner:
    """Cleans pages with one set of rules and one policy. Immutable; pickles as these two."""

    def __init__(self, rules: RuleSet | None = None, policy: Policy | None = None) -> None:
        self.rules = bundled_rules() if rules is None else rules
        self.policy = policy or Policy()
        live = [rule for rule in self.rules.rules if rule.status != "retired"]
        self._css, self._text = CssMatcher(live), TextMatcher(live)
        self._shape, self._repeat = ShapeMatcher(live), RepeatMatcher(live)

    def __reduce__(self) -> tuple[type[Self], tuple[RuleSet, Policy]]:
        return (type(self), (self.rules, self.policy))

    def clean(self, page: Page) -> Article:
        """Clean one page.

        Raises `PageError` if the page cannot be read; an article of which nothing is left is no error.
        """
        return self._clean_text(page) if page.html is None else self._clean_html(page, page.html)

    def stream(
        self,
        pages: Iterable[Page],
        *,
        workers: int | None = None,
        timeout: float | None = 20.0,
        memory: int | None = 2**30,
        ordered: bool = True,
    ) -> Iterator[Article | Failure]:
        """Clean *pages* in worker processes; yield one article or failure a page, in the order of the pages.

        *pages* is read in the caller's thread as workers get free, a bounded way ahead. *workers* is the number
        of processors unless given. *timeout* (seconds) and *memory* (bytes) are what one page may cost; None
        lifts them. With *ordered* off, what is done first comes first.

        Raises `CleanerError` if workers cannot start, `ValueError` if this cleaner cannot be pickled, and
        whatever *pages* raises.
        """
        from cleaner.batch.limits import Limits
        from cleaner.batch.stream import stream

        return stream(self, pages, workers=workers, limits=Limits(timeout, memory), ordered=ordered)

    def stream_async(
        self,
        pages: Iterable[Page] | AsyncIterable[Page],
        *,
        workers: int | None = None,
        timeout: float | None = 20.0,
        memory: int | None = 2**30,
    ) -> AsyncIterator[Article | Failure]:
        """Do as `stream` does for asyncio, without ever blocking the loop."""
        from cleaner.batch.limits import Limits
        from cleaner.batch.service import stream_async

        return stream_async(self, pages, workers=workers, limits=Limits(timeout, memory))

    def _clean_html(self, page: Page, html: bytes | str) -> Article:
        snapshot = take_snapshot(html, page.url)
        found = snapshot.meta.metadata
        setting = Setting(
            page.url or found.url, page.language or found.language, self._platforms(snapshot), snapshot.holds
        )
        if snapshot.root is None or snapshot.survey is None:
            return assess.article(page, found, Ledger(()))
        matches = list(self._css.find(snapshot.survey, snapshot.layout, setting))
        taken, notes = self._judge_elements(matches, snapshot, found.title)
        snapshot.unwrap(m.element for m in matches if m.match.rule.do == "unwrap")
        snapshot.prune(self._prunable(taken, snapshot))
        shares = vote(snapshot.root, snapshot.layout.blocks, setting.url).shares
        votes = [Evidence("trafilatura", 1.0 if share >= VOTE_THRESHOLD else -1.0) for share in shares]
        ledger = self._decide(snapshot.layout.blocks, setting, votes, [one.match for one in taken], notes)
        return assess.article(page, found, ledger, snapshot.meta.is_free)

    def _clean_text(self, page: Page) -> Article:
        blocks, found = read_head(cut_lines(page.text or ""), page)
        setting = Setting(page.url, page.language)
        return assess.article(page, found, self.judge(blocks, setting))

    def judge(self, blocks: Sequence[Block], setting: Setting) -> Ledger:
        """Judge blocks that have no tree behind them by the rules that read text."""
        return self._decide(blocks, setting, [Evidence("text", 1.0)] * len(blocks), [], [])

    def _platforms(self, snapshot: Snapshot) -> frozenset[str]:
        return frozenset(
            name for name, fingerprints in self.rules.platforms.items() if any(map(snapshot.holds, fingerprints))
        )

    def _judge_elements(
        self, found: Sequence[ElementMatch], snapshot: Snapshot, title: str | None
    ) -> tuple[list[ElementMatch], list[Note]]:
        """Return the element matches that may act, and notes of those that guards refuse."""
        mass = Mass(snapshot.layout.blocks, title)
        hits: dict[str, int] = {}
        for one in found:
            hits[one.match.rule.full_id] = hits.get(one.match.rule.full_id, 0) + 1
        taken, notes = [], []
        for match, element in found:
            rule = match.rule
            guard = self._inactive(rule)
            if not guard and rule.removes:
                over = hits[rule.full_id] > (rule.limit.max_hits or MAX_HITS_CSS)
                guard = "hits" if over and mass.share(match.first, match.last) > 0 else mass.refuses(match, element.tag)
            if guard:
                notes.append(Note(rule.full_id, guard, match.first, match.last))
            else:
                taken.append(ElementMatch(match, element))
        return taken, notes

    def _inactive(self, rule: Rule) -> str:
        if rule.status != "on":
            return rule.status
        return "" if is_active(rule, self.policy) else "policy"

    def _prunable(self, taken: Sequence[ElementMatch], snapshot: Snapshot) -> list[object]:
        """Return the elements to take out before trafilatura looks: removed ones without a shielded block."""
        shields = Ledger(snapshot.layout.blocks)
        for match, _ in taken:
            if match.rule.do == "protect":
                write_match(match, shields)
        return [
            element
            for match, element in taken
            if match.rule.removes
            and _is_plain(match)
            and not any(shields.shields(number, match.rule.kind) for number in range(match.first, match.last))
        ]

    def _decide(
        self,
        blocks: Sequence[Block],
        setting: Setting,
        votes: Sequence[Evidence],
        elements: Sequence[Match],
        notes: Sequence[Note],
    ) -> Ledger:
        readings = [Reading(block) for block in blocks]
        found = [*self._text.find(readings, setting), *self._shape.find(readings, setting)]
        found += [match for match in elements if not _is_plain(match)]
        plain = [match for match in elements if _is_plain(match)]
        case = Case(readings, found, lambda kept: self._repeat.find(kept, setting), self.policy)
        return decide(case, _opener(blocks, votes, plain, notes, found))


def _is_plain(match: Match) -> bool:
    """Say whether an element's match needs no knowledge of the rest of the article."""
    return match.rule.do not in ("cut-after", "cut-before", "remove-section") and match.rule.where.position is None


def _opener(
    blocks: Sequence[Block],
    votes: Sequence[Evidence],
    elements: Sequence[Match],
    notes: Sequence[Note],
    found: Sequence[Match],
) -> Callable[[], Ledger]:
    """Return what opens a ledger with the vote, the shields, and then the elements' claims in it."""

    def open_ledger() -> Ledger:
        ledger = Ledger(blocks)
        for block, evidence in zip(blocks, votes, strict=True):
            ledger.weigh([block.number], evidence)
        for note in notes:
            ledger.note(note)
        for match in (*elements, *found):
            if match.rule.do == "protect" and match.rule.status == "on":
                write_match(match, ledger)
        for match in elements:
            write_match(match, ledger)
        return ledger

    return open_ledger
