"""`PageAnalysis`: everything that is known of a page before its facts are weighed; `Settled`: what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.document.ledger import Ledger
from cleaner.document.page import Metadata
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence, Verdict
from cleaner.engine.elements import Elements
from cleaner.engine.match_set import MatchSet
from cleaner.engine.resolve import write_match
from cleaner.features.kinds import likely_kind
from cleaner.features.surroundings import VOTED, PageSignals
from cleaner.text.block_text import BlockText


@dataclass(frozen=True, slots=True)
class PageAnalysis:
    """Everything that is known of a page before its facts are weighed.

    *free* are the blocks that no rule takes wherever they stand; *signals* speaks of these.
    """

    blocks: Sequence[Block]
    metadata: Metadata
    match_set: MatchSet
    elements: Elements
    signals: PageSignals
    free: Sequence[BlockText]
    is_free: bool | None = None
    body_in_script: bool = False

    @property
    def is_untouched(self) -> bool:
        """Whether no rule takes any block."""
        return len(self.free) == len(self.blocks)

    @property
    def voted(self) -> frozenset[int]:
        """The free blocks that trafilatura counts as the article."""
        votes = zip(self.free, self.signals.shares, strict=False)
        return frozenset(block_text.block.number for block_text, share in votes if share >= VOTED)

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
        for match in (*self.match_set.shields, *self.elements.now):
            write_match(match, ledger)
        return ledger


class Settled(NamedTuple):
    """A study that was decided: its ledger, closed, and the verdicts in it."""

    analysis: PageAnalysis
    ledger: Ledger
    trace: tuple[Verdict, ...]


def _label(ledger: Ledger, number: int, evidence: Sequence[Evidence], policy: Policy) -> None:
    kind = likely_kind(evidence)
    ledger.label(number, kind)
    if kind in policy.keep:
        ledger.shield([number], ["*"])
