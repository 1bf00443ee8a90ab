"""`Pipeline`: the whole road on one screen.

A page is read once: blocks, metadata, the elements that css rules match. Then rules look at its elements and its
text, trafilatura votes on what the element rules leave, facts about each block are weighed, and the verdicts are
settled; rules that take too much are held back, and the page is settled again. What a memory of sites says of the
page's own site is added last. Nothing is remembered from one page to the next.
"""

from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
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
from cleaner.engine import assemble
from cleaner.engine.analysis import PageAnalysis, Settled, analyse
from cleaner.engine.budget import within_budget
from cleaner.engine.fixpoint import read_until_settled
from cleaner.engine.match_set import NOTHING_HELD, Held
from cleaner.engine.remembered import remembered
from cleaner.engine.resolve import decide
from cleaner.engine.source import PageSource, read_page
from cleaner.features.surroundings import PageSignals
from cleaner.matching.conditions import PageContext
from cleaner.matching.matchers import Matchers
from cleaner.rules import RuleSet, bundled_rules
from cleaner.rules.schema import Rule
from cleaner.sites.house_text import HouseText
from cleaner.sites.site_memory import SiteMemory
from cleaner.sites.store import Profile
from cleaner.text.block_text import BlockTexts

Weigh = Callable[[PageAnalysis], list[Prediction]]


class Pipeline:
    """Cleans pages with one set of rules, one policy, what a profile and a memory know of sites, and one model.

    Immutable; pickles as these five.
    """

    def __init__(
        self,
        rules: RuleSet | None = None,
        policy: Policy | None = None,
        profile: Profile | None = None,
        model: Model | None = None,
        site_memory: SiteMemory | None = None,
    ) -> None:
        self.rules = bundled_rules() if rules is None else rules
        self.policy = policy or Policy()
        self.model = model or bundled_model()
        self.site_memory = site_memory
        self.house_text = HouseText(profile) if profile else None
        self._matchers = Matchers(self.rules)

    def __setattr__(self, name: str, value: object) -> None:
        if name in vars(self):
            raise AttributeError(f"a cleaner does not change; make another one with the {name} that you want")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a cleaner does not change; it keeps its {name}")

    def __reduce__(self) -> tuple[type[Self], tuple[RuleSet, Policy, Profile | None, Model | None, SiteMemory | None]]:
        # the bundled model is there wherever the package is
        model = None if self.model is bundled_model() else self.model
        return (type(self), (self.rules, self.policy, self.profile, model, self.site_memory))

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
        return assemble.article(page, self.model, self.settle(page, texts))

    def settle(self, page: Page, texts: BlockTexts | None = None) -> Settled:
        """Read *page* once and decide what becomes of its blocks, of which *texts* may know some already.

        Raises `PageError`.
        """
        road: Road = "text" if page.html is None else "html"
        settled = self._settle(
            read_page(page, self.rules, self._matchers, texts or BlockTexts()),
            lambda found: weigh_fairly(found.free, found.signals, road, self.model, is_untouched=found.is_untouched),
        )
        return remembered(settled, self.site_memory, self.model.site_look(road)) if self.site_memory else settled

    def judge(self, blocks: Sequence[Block], context: PageContext) -> Ledger:
        """Judge blocks by the text rules alone, all else speaking for them."""
        source = PageSource(BlockTexts().read(blocks), Metadata(), context, PageSignals())
        return self._settle(source, lambda found: [Prediction(1.0, ())] * len(found.free)).ledger

    def analyse(self, page: Page) -> PageAnalysis:
        """Find out what rules, trafilatura and the page itself say of its blocks; no rule is held back.

        Raises `PageError`.
        """
        return self._analyse(read_page(page, self.rules, self._matchers, BlockTexts()), NOTHING_HELD)

    def _analyse(self, source: PageSource, held: Held) -> PageAnalysis:
        return analyse(source, self._matchers, self.house_text, self.policy, held)

    def _settle(self, source: PageSource, weigh: Weigh) -> Settled:
        def settle(held: Held) -> Settled:
            analysis = self._analyse(source, held)
            ledger = decide(analysis.match_set, analysis.ledger(weigh(analysis), self.policy))
            return Settled(analysis, ledger, ledger.verdicts())

        return within_budget(settle, self._rules_by_id(source.metadata.url))

    def _rules_by_id(self, url: str | None) -> Mapping[str, Rule]:
        """Return the rules that may take something of a page, without making one table of all of them."""
        own = self.rules.by_id
        learned = self.house_text.rules(PageContext(url).host) if self.house_text else ()
        return ChainMap({rule.full_id: rule for rule in learned}, own) if learned else own
