"""`PageAnalysis`: everything that is known of a page before its facts are weighed; `Settled`: what became of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cleaner.classifier.model_file import Road
from cleaner.classifier.predict import Prediction
from cleaner.document.asking import Asked
from cleaner.document.block import Block
from cleaner.document.kinds import COMMENTS, OF_EACH_STORY
from cleaner.document.ledger import Ledger
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence, Verdict
from cleaner.engine.elements import Elements, judge_elements
from cleaner.engine.match_set import Held, MatchSet, is_shield
from cleaner.engine.resolve import write_matches
from cleaner.engine.source import PageSource, find_in_blocks
from cleaner.features.kinds import likely_kind
from cleaner.features.lexicon import Forms
from cleaner.features.surroundings import LINKED, PageSignals
from cleaner.features.votes import VOTED
from cleaner.html.markdown_places import SCENE_BREAK
from cleaner.matching.match import Match
from cleaner.matching.matchers import Matchers
from cleaner.text.block_text import BlockText, BlockTexts
from cleaner.trafilatura_vote import Vote, vote

BREAK_STAYS = Evidence("a break between blocks that are kept", 1.0)
BREAK_GOES = Evidence("a break with nothing that is kept on one side", -1.0)
"""What is said of a line that only parts others, in log-odds as of any block: nothing else speaks of it."""

PAGE_SHARE = 0.25
"""Share of the blocks that rules take, or that lead elsewhere, in Markdown that is a whole page: of 278 whole pages of
the dev sets 231 have so many, of 140 texts that extractors made of them 17."""


@dataclass(frozen=True, slots=True)
class PageAnalysis:
    """Everything that is known of a page before its facts are weighed.

    *free* are the blocks that no rule takes wherever they stand; *signals* speaks of these. *breaks* are the numbers of
    the blocks that only part others, of which no fact speaks. *asked* says why trafilatura was asked or not, where that
    depends on the page.
    """

    source: PageSource
    elements: Elements
    match_set: MatchSet
    signals: PageSignals
    free: Sequence[BlockText]
    breaks: Sequence[int] = ()
    asked: Asked | None = None

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the page."""
        return [block_text.block for block_text in self.source.block_texts]

    @property
    def weighed(self) -> Sequence[BlockText]:
        """The free blocks as they are weighed: numbered as if there were no breaks, of which no fact speaks."""
        if not self.breaks:
            return self.free
        blocks = [block_text.block for block_text in self.free]
        return BlockTexts().read(replace(block, number=_without(self.breaks, block.number)) for block in blocks)

    @property
    def taken(self) -> int:
        """How many blocks rules take."""
        return len(self.source.block_texts) - len(self.breaks) - len(self.free)

    @property
    def share_taken(self) -> float:
        """The share of the blocks that rules take."""
        return self.taken / (self.taken + len(self.free)) if self.taken else 0.0

    @property
    def road(self) -> Road:
        """The weights that judge it: those of Markdown are fitted on whole pages, not on what extractors leave."""
        if self.source.told is None:
            return "html"
        return "markdown" if self.source.is_markdown and self._is_whole_page else "text"

    @property
    def _is_whole_page(self) -> bool:
        """Whether rules take some blocks, and many are theirs or lead elsewhere, as each story of a digest may, too."""
        blocks = (block_text.block for block_text in self.free)
        linked = sum(block.link_density > LINKED and block.role != "h" for block in blocks)
        return self.taken > 0 and self.taken + linked >= PAGE_SHARE * (self.taken + len(self.free))

    @property
    def voted(self) -> frozenset[int]:
        """The free blocks that trafilatura counts as the article."""
        votes = zip(self.free, self.signals.shares, strict=False)
        return frozenset(block_text.block.number for block_text, share in votes if share >= VOTED)

    def with_vote(self, asked: Asked | None = None) -> "PageAnalysis":
        """Return the same with trafilatura's vote on what the rules on elements leave; text has none.

        Raises `ExtractError` if trafilatura fails.
        """
        found = _vote(self.source, self.blocks, self.elements)
        shares = [found.shares[block_text.block.number] for block_text in self.free] if found.shares else ()
        signals = replace(self.signals, shares=shares, by_fallbacks=found.with_fallbacks)
        return replace(self, signals=signals, asked=asked)

    def ledger(self, weighed: Sequence[Prediction], policy: Policy) -> Ledger:
        """Open a ledger: the evidence on the free blocks, the shields, and then the elements' claims."""
        ledger = Ledger(self.blocks)
        for block_text, (balance, evidence) in zip(self.free, weighed, strict=True):
            number = block_text.block.number
            ledger.weigh(number, evidence, balance)
            if balance <= 0 and evidence:
                _label(ledger, number, evidence, policy)
        for note in self.elements.notes:
            ledger.note(note)
        write_matches((*self.match_set.shields, *self.elements.now), ledger)
        _weigh_breaks(self.breaks, ledger)
        return ledger


class Settled(NamedTuple):
    """An analysis that was decided: its ledger, closed, and the verdicts in it."""

    analysis: PageAnalysis
    ledger: Ledger
    trace: tuple[Verdict, ...]


def analyse(source: PageSource, matchers: Matchers, policy: Policy, held: Held, forms: Forms) -> PageAnalysis:
    """Find out what rules and the page say of its blocks, before trafilatura is asked; *held* rules do nothing.

    *forms* are the words by which letters and notices are known.
    """
    blocks = [block_text.block for block_text in source.block_texts]
    title = source.snapshot.meta.metadata.title if source.snapshot else None
    elements = judge_elements(source.elements, blocks, title, policy, held)
    found = _find(source, elements, matchers)
    shields = [match for match in (*elements.now, *found) if is_shield(match)]
    match_set = MatchSet(
        source.block_texts,
        found,
        lambda free, kept: matchers.find_repeats(free, kept, source.context),
        policy,
        shields,
        held,
        forms,
        elements.claimed,
        source.is_markdown,
    )
    # evidence is weighed as if learned text were there, so that learning a text changes nothing around it
    written = match_set.without_learned()
    breaks = _breaks(blocks) if source.is_markdown else []
    free = written.left(elements.claimed | set(breaks))
    pointed = [(_without(breaks, number), kind) for number, kind in written.pointed()]
    about = {number for number, kind in pointed if kind == COMMENTS} | set(_of_comments(elements))
    signals = replace(
        source.signals,
        pointed=pointed,
        refused=elements.refused,
        formal=written.context.formal,
        about_comments=frozenset(about),
    )
    return PageAnalysis(source, elements, match_set, signals, free, breaks)


def _of_comments(elements: Elements) -> Iterator[int]:
    """Yield the blocks that go with elements of comments."""
    for match in elements.now:
        if match.rule.kind == COMMENTS and match.rule.removes:
            yield from range(match.first, match.last)


def _breaks(blocks: Sequence[Block]) -> list[int]:
    return [block.number for block in blocks if block.ancestors and SCENE_BREAK in block.ancestors[-1].classes]


def _without(breaks: Sequence[int], number: int) -> int:
    """Return the number that a block would have if there were no *breaks*."""
    return number - bisect_left(breaks, number)


def _weigh_breaks(breaks: Sequence[int], ledger: Ledger) -> None:
    """Keep the breaks that part what is kept."""
    kept = ledger.kept() if breaks else []
    for number in breaks:
        found = BREAK_STAYS if kept and kept[0] < number < kept[-1] else BREAK_GOES
        ledger.weigh(number, [found], found.amount)


def _vote(source: PageSource, blocks: Sequence[Block], elements: Elements) -> Vote:
    if source.snapshot is None or source.is_markdown or not blocks:
        return Vote()
    with source.snapshot.without(elements.gone, elements.unwrapped) as root:
        return vote(root, blocks, elements.claimed, source.metadata.url)


def _find(source: PageSource, elements: Elements, matchers: Matchers) -> list[Match]:
    left = [block_text for block_text in source.block_texts if block_text.block.number not in elements.claimed]
    return [*find_in_blocks(left, matchers, source.context, source.silent), *elements.later]


def _label(ledger: Ledger, number: int, evidence: Sequence[Evidence], policy: Policy) -> None:
    kind = likely_kind(evidence)
    ledger.label(number, kind)
    if kind in policy.keep - OF_EACH_STORY:  # of these it depends on where the article ends
        ledger.shield([number], ["*"])
