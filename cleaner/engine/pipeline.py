"""`Pipeline`: the whole road on one screen.

A page is cut into blocks; rules look at its elements and its text; trafilatura votes on what the element
rules leave; facts about each block are weighed; the verdict settles it. Nothing is remembered from one
page to the next.
"""

from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Self

from cleaner.article import Article
from cleaner.classifier.adjust import weigh_fairly
from cleaner.classifier.model import Road
from cleaner.classifier.predict import Weighed
from cleaner.document.block import Block
from cleaner.document.ledger import Ledger
from cleaner.document.page import Metadata, Page
from cleaner.document.policy import Policy
from cleaner.engine import assemble, budget
from cleaner.engine.analysis import Settled, Study
from cleaner.engine.bylines import choose_authors
from cleaner.engine.elements import Elements, judge_elements
from cleaner.engine.fixpoint import read_until_settled
from cleaner.engine.match_set import NOTHING_HELD, Case, Held, is_shield
from cleaner.engine.resolve import decide
from cleaner.engine.text_head import read_head
from cleaner.errors import DecodeError
from cleaner.features.surroundings import Hearsay
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import Setting
from cleaner.matching.css import CssMatcher
from cleaner.matching.repeat import RepeatMatcher
from cleaner.matching.shape import ShapeMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules import RuleSet, bundled_rules
from cleaner.rules.schema import Rule
from cleaner.sites.house_text import HouseText
from cleaner.sites.store import Profile
from cleaner.text.block_text import Reader, Reading
from cleaner.text.split_lines import cut_lines
from cleaner.text.titles import headline
from cleaner.trafilatura_vote import Vote, fill_metadata, vote

NO_ELEMENTS = Elements()


class Pipeline:
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

    def _read(self, page: Page, reader: Reader) -> Article:
        road: Road = "text" if page.html is None else "html"
        study, ledger, trace = self._within_budget(
            lambda held: self.study(page, reader, held),
            lambda study: weigh_fairly(study.free, study.hearsay, road, is_untouched=study.is_untouched),
        )
        readings, in_script = study.case.readings, study.body_in_script
        return assemble.article(
            page, study.metadata, ledger, trace, readings, study.voted, study.is_free, body_in_script=in_script
        )

    def study(self, page: Page, reader: Reader | None = None, held: Held = NOTHING_HELD) -> Study:
        """Find out what rules, trafilatura and the page itself say of its blocks.

        *reader* may know some of them already; rules whose full id is *held* back do nothing. Raises `PageError`.
        """
        if page.html is None and page.text is None:
            raise DecodeError("there is no page here: neither html nor text is given")
        reader = reader or Reader()
        if page.html is None:
            return self._study_text(page, reader, held)
        return self._study_html(page, page.html, reader, held)

    def judge(self, blocks: Sequence[Block], setting: Setting) -> Ledger:
        """Judge blocks by the text rules alone, all else speaking for them."""
        readings = Reader().read(blocks)
        return self._within_budget(
            lambda held: self._study_blocks(readings, setting, Metadata(), NO_ELEMENTS, Hearsay(), held=held),
            lambda study: [Weighed(1.0, ())] * len(study.free),
        ).ledger

    def _within_budget(
        self, study_without: Callable[[Held], Study], weigh: Callable[[Study], list[Weighed]]
    ) -> Settled:
        """Study and decide, again and again while rules take too much of what would be the article without them."""

        def settle(held: Held) -> Settled:
            study = study_without(held)
            ledger = decide(study.case, study.ledger(weigh(study), self.policy))
            return Settled(study, ledger, ledger.verdicts())

        held = NOTHING_HELD
        settled = settle(held)
        readings, rules = settled.study.case.readings, self._rules_by_id(settled.study.metadata.url)
        if not budget.is_suspect(settled.trace, readings, rules):
            return settled
        plain = settle(budget.Everything())
        article = budget.agreed(plain.trace, readings, plain.study.voted)
        for _ in range(budget.ROUNDS):
            more = budget.overdrawn(settled.trace, readings, article, rules)
            if not more:
                return settled
            held = {**held, **more}
            settled = settle(held)
        return plain

    def _rules_by_id(self, url: str | None) -> Mapping[str, Rule]:
        """Return the rules that may take something of a page, without making one table of all of them."""
        own = self.rules.by_id
        learned = self.house_text.rules(Setting(url).host) if self.house_text else ()
        return ChainMap({rule.full_id: rule for rule in learned}, own) if learned else own

    def _study_html(self, page: Page, html: bytes | str, reader: Reader, held: Held) -> Study:
        snapshot = take_snapshot(html, page.url, page.encoding)
        found, layout = snapshot.meta.metadata, snapshot.layout
        url, language = found.url, page.language or found.language
        setting = Setting(url, language, self._platforms(snapshot), snapshot.holds)
        if snapshot.root is not None:
            found = fill_metadata(found, snapshot.root, url)
        if found.title:
            found = replace(found, title=headline((found.title, *snapshot.meta.titles), found.site, setting.host))
        authors = choose_authors(found.authors, snapshot.meta.bylines, found.site, setting.host)
        found = replace(found, authors=authors)
        elements = judge_elements(self._css, snapshot, setting, self.policy, held)
        snapshot.lighten()
        voted = vote(snapshot.root, layout.blocks, elements.claimed, url) if layout.blocks else Vote()
        meta = snapshot.meta
        hearsay = Hearsay(
            found.title or "",
            meta.description,
            meta.body,
            voted.shares,
            voted.with_fallbacks,
            found.site or "",
            setting.host,
            meta.is_news,
        )
        readings = reader.read(layout.blocks)
        study = self._study_blocks(readings, setting, found, elements, hearsay, meta.is_free, held)
        return replace(study, body_in_script=meta.body_in_script)

    def _study_text(self, page: Page, reader: Reader, held: Held) -> Study:
        blocks, found = read_head(cut_lines(page.text or ""), page)
        setting = Setting(found.url, page.language)
        hearsay = Hearsay(found.title or "", host=setting.host)
        return self._study_blocks(reader.read(blocks), setting, found, NO_ELEMENTS, hearsay, held=held)

    def _study_blocks(
        self,
        readings: Sequence[Reading],
        setting: Setting,
        metadata: Metadata,
        elements: Elements,
        hearsay: Hearsay,
        is_free: bool | None = None,
        held: Held = NOTHING_HELD,
    ) -> Study:
        left = [reading for reading in readings if reading.block.number not in elements.claimed]
        found = [*self._text.find(left, setting), *self._shape.find(left, setting), *elements.later]
        found += self.house_text.find(left, setting) if self.house_text else ()
        shields = [match for match in (*elements.now, *found) if is_shield(match)]
        case = Case(
            readings, found, lambda free, kept: self._repeat.find(free, kept, setting), self.policy, shields, held
        )
        # evidence is weighed as if learned text were there, so that learning a text changes nothing around it
        written = replace(case, matches=[match for match in found if match.rule.learned is None])
        free = written.left(elements.claimed)
        shares = [hearsay.shares[reading.block.number] for reading in free] if hearsay.shares else ()
        hearsay = replace(hearsay, shares=shares, pointed=written.pointed(), refused=elements.refused)
        blocks = [reading.block for reading in readings]
        return Study(blocks, metadata, case, elements, hearsay, free, is_free)

    def _platforms(self, snapshot: Snapshot) -> frozenset[str]:
        return frozenset(
            name for name, fingerprints in self.rules.platforms.items() if any(map(snapshot.holds, fingerprints))
        )
