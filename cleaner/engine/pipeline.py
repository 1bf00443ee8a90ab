"""`Pipeline`: the whole road on one screen.

A page is read once: blocks, metadata, the elements that css rules match. Then rules look at its elements and its
text, trafilatura votes on what the element rules leave, facts about each block are weighed, and the verdicts are
settled; rules that take too much are held back, and the page is settled again. What a memory of sites says of the
page's own site is added last. Nothing is remembered from one page to the next.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Self

from cleaner.article import Article
from cleaner.classifier.adjust import UNTOUCHED
from cleaner.classifier.model import Model, bundled_model
from cleaner.classifier.predict import Prediction
from cleaner.classifier.rows import with_rows, with_tables
from cleaner.classifier.scraped_text import weigh_text
from cleaner.document.asking import When, check_when
from cleaner.document.block import Block
from cleaner.document.ledger import Ledger
from cleaner.document.page import Metadata, Page
from cleaner.document.policy import Policy
from cleaner.engine import assemble
from cleaner.engine.analysis import PageAnalysis, Settled, analyse
from cleaner.engine.asking import Weighed, settle_when_unsure, weigh_with_vote
from cleaner.engine.budget import within_budget
from cleaner.engine.fixpoint import read_until_settled
from cleaner.engine.judged import Judged
from cleaner.engine.link_lists import LISTS_STAY, ends_in_links
from cleaner.engine.match_set import NOTHING_HELD, Held
from cleaner.engine.parts import check_parts
from cleaner.engine.resolve import decide
from cleaner.engine.source import PageSource, read_page
from cleaner.features.surroundings import PageSignals
from cleaner.matching.conditions import PageContext
from cleaner.matching.matchers import Matchers
from cleaner.rules import RuleSet, bundled_rules
from cleaner.text.block_text import BlockTexts
from cleaner.text.prose import is_core

if TYPE_CHECKING:
    from cleaner.sites.seen_page import SeenPage
    from cleaner.sites.site_memory import SiteMemory

Weigh = Callable[[PageAnalysis], Weighed]
_ATTRIBUTES = frozenset({"rules", "policy", "model", "site_memory", "trafilatura", "_matchers"})
"""What a `Pipeline` holds, each set once."""


class Pipeline:
    """Cleans pages with one set of rules, one policy, one model, and what a memory knows of sites.

    *trafilatura* says when that is asked for its vote. Immutable; pickles as these five.
    """

    def __init__(
        self,
        rules: RuleSet | None = None,
        policy: Policy | None = None,
        model: Model | None = None,
        site_memory: "SiteMemory | None" = None,
        trafilatura: When = "always",
    ) -> None:
        """Raise `TypeError` for a part of a wrong type, with the call that makes the right one.

        Raises `ValueError` if *trafilatura* names no time to ask it.
        """
        check_parts(rules=rules, policy=policy, model=model, site_memory=site_memory)
        check_when(trafilatura)
        self.rules = bundled_rules() if rules is None else rules
        self.policy = Policy() if policy is None else policy
        self.model = bundled_model() if model is None else model
        self.site_memory = site_memory
        self.trafilatura: When = trafilatura
        self._matchers = Matchers(self.rules, self.policy.unasked)

    def __setattr__(self, name: str, value: object) -> None:
        if name in vars(self):
            raise AttributeError(f"a cleaner does not change; make another one with the {name} that you want")
        # a class of others may hold more, once it is made in a way of its own
        if name not in _ATTRIBUTES and type(self).__init__.__module__.startswith("cleaner."):
            raise AttributeError(f"a cleaner does not change, and has no {name}")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a cleaner does not change; it keeps its {name}")

    def __reduce__(self) -> "tuple[type[Self], tuple[RuleSet, Policy, Model | None, SiteMemory | None, When]]":
        # the bundled model is there wherever the package is
        model = None if self.model is bundled_model() else self.model
        return (type(self), (self.rules, self.policy, model, self.site_memory, self.trafilatura))

    def clean(self, page: Page) -> Article:
        """Clean one page.

        Raises `PageError` if the page cannot be read; an article of which nothing is left is no error.
        """
        return self.beside_others(self.by_itself(page))

    def by_itself(self, page: Page) -> Judged:
        """Judge one page without what is known of its site.

        Raises `PageError` if the page cannot be read.
        """
        settle = partial(self.settle, texts=BlockTexts())
        return self._judge(page, settle(page)) if page.text is None else read_until_settled(page, settle, self._judge)

    def beside_others(self, judged: Judged, seen: "SeenPage | None" = None) -> Article:
        """Return the article of a page, with what the memory of sites adds to its verdicts.

        *seen* is what is to be remembered of the page, if that was worked out before.
        """
        if self.site_memory is None:
            return judged.article
        from cleaner.engine.remembered import remembered  # only who has a memory of sites needs what reads it

        return remembered(judged, self.site_memory, self.model, self.policy, seen)

    def _judge(self, page: Page, settled: Settled) -> Judged:
        return assemble.judge(page, self.model, settled)

    def settle(self, page: Page, texts: BlockTexts | None = None) -> Settled:
        """Read *page* once and decide what becomes of its blocks, of which *texts* may know some already.

        Raises `PageError`.
        """
        source = read_page(page, self.rules, self._matchers, texts or BlockTexts())
        if page.html is None:
            return self._settle_text(source)
        if self.trafilatura == "when-unsure":
            return settle_when_unsure(partial(self._analyse, source), self._decide, self.model, self.rules.by_id)
        return self._settle(source, partial(weigh_with_vote, model=self.model))

    def _settle_text(self, source: PageSource) -> Settled:
        settled = self._settle(source, self._weigh_text)
        if source.is_markdown and ends_in_links(settled.trace):
            return self._settle(source, self._weigh_text, LISTS_STAY)
        return settled

    def judge(self, blocks: Sequence[Block], context: PageContext) -> Ledger:
        """Judge blocks by the text rules alone, all else speaking for them."""
        source = PageSource(BlockTexts().read(blocks), Metadata(), context, PageSignals())
        return self._settle(source, lambda found: (found, [Prediction(1.0, ())] * len(found.free))).ledger

    def analyse(self, page: Page) -> PageAnalysis:
        """Find out what rules, trafilatura, asked in any case, and the page itself say of its blocks.

        No rule is held back.

        Raises `PageError`.
        """
        return self._analyse(read_page(page, self.rules, self._matchers, BlockTexts()), NOTHING_HELD).with_vote()

    def _analyse(self, source: PageSource, held: Held) -> PageAnalysis:
        return analyse(source, self._matchers, self.policy, held, self.model.lexicon.forms)

    def _settle(self, source: PageSource, weigh: Weigh, held: Held = NOTHING_HELD) -> Settled:
        return within_budget(lambda more: self._decide(*weigh(self._analyse(source, more))), self.rules.by_id, held)

    def _decide(self, analysis: PageAnalysis, weighed: list[Prediction]) -> Settled:
        ledger = decide(analysis.match_set, analysis.ledger(weighed, self.policy))
        return Settled(analysis, ledger, ledger.verdicts())

    def _weigh_text(self, found: PageAnalysis) -> Weighed:
        is_markdown = found.source.is_markdown
        weighed = weigh_text(
            found.weighed,
            found.signals,
            self.model,
            found.road,
            taken=found.taken,
            is_markdown=is_markdown,
        )
        if not is_markdown:
            return found, weighed  # lines alone have no cells
        core = [is_core(one) for one in found.free]
        rows = with_rows(found.free, weighed, core)
        return found, with_tables(found.free, rows, core, is_clean=found.share_taken <= UNTOUCHED)
