"""`Cleaner`: the whole road on one screen.

A page is cut into blocks; rules look at its elements and its text; trafilatura votes on what the element
rules leave; facts about each block are weighed; the verdict settles it. Nothing is remembered from one
page to the next.
"""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from cleaner import assess
from cleaner.article import Article
from cleaner.case import Case
from cleaner.dom.snapshot import Snapshot, take_snapshot
from cleaner.elements import Elements, judge_elements
from cleaner.evidence import benefit
from cleaner.evidence.kinds import likely_kind
from cleaner.evidence.surroundings import VOTED, Hearsay
from cleaner.evidence.weigh import Weighed
from cleaner.extract import fill_metadata, vote
from cleaner.headlines import read_head
from cleaner.ledger import Ledger
from cleaner.lines import cut_lines
from cleaner.matchers.css import CssMatcher
from cleaner.matchers.match import Match
from cleaner.matchers.narrow import Setting
from cleaner.matchers.reading import Reader, Reading
from cleaner.matchers.repeat import RepeatMatcher
from cleaner.matchers.shape import ShapeMatcher
from cleaner.matchers.text import TextMatcher
from cleaner.model import Block, Evidence, Failure, Metadata, Page, Policy
from cleaner.profile.house_text import HouseText
from cleaner.profile.store import Profile
from cleaner.rereading import read_until_settled
from cleaner.rules import RuleSet, bundled_rules
from cleaner.rules.weights import Road
from cleaner.titles import without_site
from cleaner.verdict import decide, write_match

NO_ELEMENTS = Elements()
_TAKEN = Weighed(1.0, ())
"""A block that a rule takes is not weighed. Should the rule have to give it back, it stays."""


@dataclass(frozen=True, slots=True)
class Study:
    """Everything that is known of a page before its facts are weighed.

    *free* are the blocks that no rule takes wherever they stand; *hearsay* speaks of these.
    """

    blocks: Sequence[Block]
    metadata: Metadata
    case: Case
    elements: Elements
    hearsay: Hearsay
    free: Sequence[Reading]
    is_free: bool | None = None
    body_in_script: bool = False

    @property
    def voted(self) -> frozenset[int]:
        """The free blocks that trafilatura counts as the article."""
        votes = zip(self.free, self.hearsay.shares, strict=False)
        return frozenset(reading.block.number for reading, share in votes if share >= VOTED)


class Cleaner:
    """Cleans pages with one set of rules, one policy, and what a profile knows of sites.

    Immutable; pickles as these three.
    """

    def __init__(
        self, rules: RuleSet | None = None, policy: Policy | None = None, profile: Profile | None = None
    ) -> None:
        self.rules = bundled_rules() if rules is None else rules
        self.policy = policy or Policy()
        self.house_text = HouseText(profile) if profile else None
        live = [rule for rule in self.rules.rules if rule.status != "retired"]
        self._css, self._text = CssMatcher(live), TextMatcher(live)
        self._shape, self._repeat = ShapeMatcher(live), RepeatMatcher(live)

    def __reduce__(self) -> tuple[type[Self], tuple[RuleSet, Policy, Profile | None]]:
        return (type(self), (self.rules, self.policy, self.profile))

    @property
    def profile(self) -> Profile | None:
        """What is known of sites, if anything."""
        return self.house_text.profile if self.house_text else None

    def rules_for(self, url: str | None) -> RuleSet:
        """Return the rules that may name removals on a page: its own, and the profile's for its site."""
        return self.rules + RuleSet(self.house_text.rules(Setting(url).host)) if self.house_text else self.rules

    def clean(self, page: Page) -> Article:
        """Clean one page.

        Raises `PageError` if the page cannot be read; an article of which nothing is left is no error.
        """
        read = partial(self._read, reader=Reader())
        return read(page) if page.text is None else read_until_settled(page, read)

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

    def _read(self, page: Page, reader: Reader) -> Article:
        study = self.study(page, reader)
        weighed = self._weigh(study, "text" if page.html is None else "html")
        ledger = decide(study.case, _opener(study, weighed, self.policy))
        readings, in_script = study.case.readings, study.body_in_script
        return assess.article(
            page, study.metadata, ledger, readings, study.voted, study.is_free, body_in_script=in_script
        )

    def study(self, page: Page, reader: Reader | None = None) -> Study:
        """Find out what rules, trafilatura and the page itself say of its blocks.

        *reader* may know some of them already. Raises `PageError`.
        """
        reader = reader or Reader()
        return self._study_text(page, reader) if page.html is None else self._study_html(page, page.html, reader)

    def judge(self, blocks: Sequence[Block], setting: Setting) -> Ledger:
        """Judge blocks by the text rules alone, all else speaking for them."""
        study = self._study_blocks(Reader().read(blocks), setting, Metadata(), NO_ELEMENTS, Hearsay())
        return decide(study.case, _opener(study, [Weighed(1.0, ())] * len(blocks), self.policy))

    def _study_html(self, page: Page, html: bytes | str, reader: Reader) -> Study:
        snapshot = take_snapshot(html, page.url)
        found, layout = snapshot.meta.metadata, snapshot.layout
        url, language = page.url or found.url, page.language or found.language
        setting = Setting(url, language, self._platforms(snapshot), snapshot.holds)
        if snapshot.root is not None:
            found = fill_metadata(found, snapshot.root, url)
        if found.title:
            found = replace(found, title=without_site(found.title, found.site, setting.host))
        elements = judge_elements(self._css, snapshot, setting, self.policy)
        snapshot.lighten()
        shares = vote(snapshot.root, layout.blocks, elements.claimed, url) if layout.blocks else ()
        meta = snapshot.meta
        hearsay = Hearsay(
            found.title or "", meta.description, meta.body, shares, found.site or "", setting.host, meta.is_news
        )
        readings = reader.read(layout.blocks)
        study = self._study_blocks(readings, setting, found, elements, hearsay, meta.is_free)
        return replace(study, body_in_script=meta.body_in_script)

    def _study_text(self, page: Page, reader: Reader) -> Study:
        blocks, found = read_head(cut_lines(page.text or ""), page)
        setting = Setting(page.url, page.language)
        hearsay = Hearsay(found.title or "", host=setting.host)
        return self._study_blocks(reader.read(blocks), setting, found, NO_ELEMENTS, hearsay)

    def _study_blocks(
        self,
        readings: Sequence[Reading],
        setting: Setting,
        metadata: Metadata,
        elements: Elements,
        hearsay: Hearsay,
        is_free: bool | None = None,
    ) -> Study:
        left = [reading for reading in readings if reading.block.number not in elements.claimed]
        found = [*self._text.find(left, setting), *self._shape.find(left, setting), *elements.later]
        found += self.house_text.find(left, setting) if self.house_text else ()
        case = Case(readings, found, lambda free, kept: self._repeat.find(free, kept, setting), self.policy)
        # evidence is weighed as if learned text were there, so that learning a text changes nothing around it
        written = replace(case, matches=[match for match in found if match.rule.learned is None])
        free = written.left(elements.claimed)
        shares = [hearsay.shares[reading.block.number] for reading in free] if hearsay.shares else ()
        hearsay = replace(hearsay, shares=shares, pointed=written.pointed())
        blocks = [reading.block for reading in readings]
        return Study(blocks, metadata, case, elements, hearsay, free, is_free)

    def _weigh(self, study: Study, road: Road) -> list[Weighed]:
        weighed = [_TAKEN] * len(study.blocks)
        is_untouched = len(study.free) == len(study.blocks)
        fair = benefit.weigh_fairly(study.free, study.hearsay, road, is_untouched=is_untouched)
        for reading, one in zip(study.free, fair, strict=True):
            weighed[reading.block.number] = one
        return weighed

    def _platforms(self, snapshot: Snapshot) -> frozenset[str]:
        return frozenset(
            name for name, fingerprints in self.rules.platforms.items() if any(map(snapshot.holds, fingerprints))
        )


def _opener(study: Study, weighed: Sequence[Weighed], policy: Policy) -> Callable[[], Ledger]:
    """Return what opens a ledger: the evidence, the shields, and then the elements' claims in it."""

    def open_ledger() -> Ledger:
        ledger = Ledger(study.blocks)
        for block, (balance, evidence) in zip(study.blocks, weighed, strict=True):
            ledger.weigh(block.number, evidence, balance)
            if balance <= 0 and evidence:
                _label(ledger, block.number, evidence, policy)
        for note in study.elements.notes:
            ledger.note(note)
        for match in (*study.elements.now, *study.case.matches):
            if _is_shield(match):
                write_match(match, ledger)
        for match in study.elements.now:
            write_match(match, ledger)
        return ledger

    return open_ledger


def _label(ledger: Ledger, number: int, evidence: Sequence[Evidence], policy: Policy) -> None:
    kind = likely_kind(evidence)
    ledger.label(number, kind)
    if kind in policy.keep:
        ledger.shield([number], ["*"])


def _is_shield(match: Match) -> bool:
    return match.rule.do == "protect" and match.rule.status == "on"
