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
from cleaner.classifier.model import Model, bundled_model
from cleaner.classifier.model_file import Road
from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.document.ledger import Ledger
from cleaner.document.page import Metadata, Page
from cleaner.document.policy import Policy
from cleaner.engine import assemble, budget
from cleaner.engine.analysis import PageAnalysis, Settled
from cleaner.engine.bylines import choose_authors
from cleaner.engine.elements import Elements, judge_elements
from cleaner.engine.fixpoint import read_until_settled
from cleaner.engine.match_set import NOTHING_HELD, Held, MatchSet, is_shield
from cleaner.engine.resolve import decide
from cleaner.engine.text_head import read_head
from cleaner.errors import DecodeError
from cleaner.features.surroundings import PageSignals
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher
from cleaner.matching.repeat import RepeatMatcher
from cleaner.matching.shape import ShapeMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules import RuleSet, bundled_rules
from cleaner.rules.schema import Rule
from cleaner.sites.house_text import HouseText
from cleaner.sites.store import Profile
from cleaner.text.block_text import BlockText, BlockTexts
from cleaner.text.split_lines import cut_lines
from cleaner.text.titles import headline
from cleaner.trafilatura_vote import Vote, fill_metadata, vote

NO_ELEMENTS = Elements()


class Pipeline:
    """Cleans pages with one set of rules, one policy, what a profile knows of sites, and one model.

    Immutable; pickles as these four.
    """

    def __init__(
        self,
        rules: RuleSet | None = None,
        policy: Policy | None = None,
        profile: Profile | None = None,
        model: Model | None = None,
    ) -> None:
        self.rules = bundled_rules() if rules is None else rules
        self.policy = policy or Policy()
        self.model = model or bundled_model()
        self.house_text = HouseText(profile) if profile else None
        live = [rule for rule in self.rules.rules if rule.status != "retired"]
        self._css, self._text = CssMatcher(live), TextMatcher(live)
        self._shape, self._repeat = ShapeMatcher(live), RepeatMatcher(live)

    def __reduce__(self) -> tuple[type[Self], tuple[RuleSet, Policy, Profile | None, Model]]:
        return (type(self), (self.rules, self.policy, self.profile, self.model))

    @property
    def profile(self) -> Profile | None:
        """What is known of sites, if anything."""
        return self.house_text.profile if self.house_text else None

    def rules_for(self, url: str | None) -> RuleSet:
        """Return the rules that may name removals on a page: its own, and the profile's for its site."""
        return self.rules + RuleSet(self.house_text.rules(PageContext(url).host)) if self.house_text else self.rules

    def clean(self, page: Page) -> Article:
        """Clean one page.

        Raises `PageError` if the page cannot be read; an article of which nothing is left is no error.
        """
        read = partial(self._read, texts=BlockTexts())
        return read(page) if page.text is None else read_until_settled(page, read)

    def _read(self, page: Page, texts: BlockTexts) -> Article:
        road: Road = "text" if page.html is None else "html"
        settled = self._within_budget(
            lambda held: self.analyse(page, texts, held),
            lambda found: weigh_fairly(found.free, found.signals, road, self.model, is_untouched=found.is_untouched),
        )
        return assemble.article(page, self.model, settled)

    def analyse(self, page: Page, texts: BlockTexts | None = None, held: Held = NOTHING_HELD) -> PageAnalysis:
        """Find out what rules, trafilatura and the page itself say of its blocks.

        *texts* may know some of them already; rules whose full id is *held* back do nothing. Raises `PageError`.
        """
        if page.html is None and page.text is None:
            raise DecodeError("there is no page here: neither html nor text is given")
        texts = texts or BlockTexts()
        if page.html is None:
            return self._analyse_text(page, texts, held)
        return self._analyse_html(page, page.html, texts, held)

    def judge(self, blocks: Sequence[Block], context: PageContext) -> Ledger:
        """Judge blocks by the text rules alone, all else speaking for them."""
        block_texts = BlockTexts().read(blocks)
        return self._within_budget(
            lambda held: self._analyse_blocks(block_texts, context, Metadata(), NO_ELEMENTS, PageSignals(), held=held),
            lambda analysis: [Prediction(1.0, ())] * len(analysis.free),
        ).ledger

    def _within_budget(
        self, analyse_without: Callable[[Held], PageAnalysis], weigh: Callable[[PageAnalysis], list[Prediction]]
    ) -> Settled:
        """Study and decide, again and again while rules take too much of what would be the article without them."""

        def settle(held: Held) -> Settled:
            analysis = analyse_without(held)
            ledger = decide(analysis.match_set, analysis.ledger(weigh(analysis), self.policy))
            return Settled(analysis, ledger, ledger.verdicts())

        held = NOTHING_HELD
        settled = settle(held)
        block_texts, rules = settled.analysis.match_set.block_texts, self._rules_by_id(settled.analysis.metadata.url)
        if not budget.is_suspect(settled.trace, block_texts, rules):
            return settled
        plain = settle(budget.Everything())
        article = budget.agreed(plain.trace, block_texts, plain.analysis.voted)
        for _ in range(budget.ROUNDS):
            more = budget.overdrawn(settled.trace, block_texts, article, rules)
            if not more:
                return settled
            held = {**held, **more}
            settled = settle(held)
        return plain

    def _rules_by_id(self, url: str | None) -> Mapping[str, Rule]:
        """Return the rules that may take something of a page, without making one table of all of them."""
        own = self.rules.by_id
        learned = self.house_text.rules(PageContext(url).host) if self.house_text else ()
        return ChainMap({rule.full_id: rule for rule in learned}, own) if learned else own

    def _analyse_html(self, page: Page, html: bytes | str, texts: BlockTexts, held: Held) -> PageAnalysis:
        snapshot = take_snapshot(html, page.url, page.encoding)
        found, layout = snapshot.meta.metadata, snapshot.layout
        url, language = found.url, page.language or found.language
        context = PageContext(url, language, self._platforms(snapshot), snapshot.holds)
        if snapshot.root is not None:
            found = fill_metadata(found, snapshot.root, url)
        if found.title:
            found = replace(found, title=headline((found.title, *snapshot.meta.titles), found.site, context.host))
        authors = choose_authors(found.authors, snapshot.meta.bylines, found.site, context.host)
        found = replace(found, authors=authors)
        elements = judge_elements(self._css, snapshot, context, self.policy, held)
        snapshot.lighten()
        voted = vote(snapshot.root, layout.blocks, elements.claimed, url) if layout.blocks else Vote()
        meta = snapshot.meta
        signals = PageSignals(
            found.title or "",
            meta.description,
            meta.body,
            voted.shares,
            voted.with_fallbacks,
            found.site or "",
            context.host,
            meta.is_news,
        )
        block_texts = texts.read(layout.blocks)
        analysis = self._analyse_blocks(block_texts, context, found, elements, signals, meta.is_free, held)
        return replace(analysis, body_in_script=meta.body_in_script)

    def _analyse_text(self, page: Page, texts: BlockTexts, held: Held) -> PageAnalysis:
        blocks, found = read_head(cut_lines(page.text or ""), page)
        context = PageContext(found.url, page.language)
        signals = PageSignals(found.title or "", host=context.host)
        return self._analyse_blocks(texts.read(blocks), context, found, NO_ELEMENTS, signals, held=held)

    def _analyse_blocks(
        self,
        block_texts: Sequence[BlockText],
        context: PageContext,
        metadata: Metadata,
        elements: Elements,
        signals: PageSignals,
        is_free: bool | None = None,
        held: Held = NOTHING_HELD,
    ) -> PageAnalysis:
        left = [block_text for block_text in block_texts if block_text.block.number not in elements.claimed]
        found = [*self._text.find(left, context), *self._shape.find(left, context), *elements.later]
        found += self.house_text.find(left, context) if self.house_text else ()
        shields = [match for match in (*elements.now, *found) if is_shield(match)]
        match_set = MatchSet(
            block_texts, found, lambda free, kept: self._repeat.find(free, kept, context), self.policy, shields, held
        )
        # evidence is weighed as if learned text were there, so that learning a text changes nothing around it
        written = replace(match_set, matches=[match for match in found if match.rule.learned is None])
        free = written.left(elements.claimed)
        shares = [signals.shares[block_text.block.number] for block_text in free] if signals.shares else ()
        signals = replace(signals, shares=shares, pointed=written.pointed(), refused=elements.refused)
        blocks = [block_text.block for block_text in block_texts]
        return PageAnalysis(blocks, metadata, match_set, elements, signals, free, is_free)

    def _platforms(self, snapshot: Snapshot) -> frozenset[str]:
        return frozenset(
            name for name, fingerprints in self.rules.platforms.items() if any(map(snapshot.holds, fingerprints))
        )
