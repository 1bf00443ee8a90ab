"""Who took each block, and why. The only thing on the road that changes.

Claims, shields and evidence are written down as they are found; `verdicts` closes the book. The
order of writing makes no difference: of several claims on a block the largest match owns it, and
of equal ones the first by name.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import chain
from typing import NamedTuple

from cleaner.document.block import Block
from cleaner.document.characters import says
from cleaner.document.kinds import PARTS
from cleaner.document.verdict import Evidence, Note, Trim, Verdict, add_up

EVIDENCE = "evidence"
"""What a shield names, among kinds, that protects a block from evidence and not from rules."""


class Claim(NamedTuple):
    """A rule's claim: *size* counts the blocks of its match."""

    size: int
    rule: str
    kind: str


class Ledger:
    """The accounts of one page."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(blocks)
        self._claims: dict[int, set[Claim]] = defaultdict(set)
        self._spans: dict[int, set[Trim]] = defaultdict(set)
        self._shields: dict[int, set[str]] = defaultdict(set)
        # tuples, since nearly all blocks have one part: lists were a fifth of what a text of 100,000 lines takes
        self._evidence: dict[int, tuple[tuple[Evidence, ...], ...]] = {}
        self._balance: dict[int, float] = {}
        self._labels: dict[int, str] = {}
        self._notes: set[Note] = set()

    def claim(self, blocks: Iterable[int], claim: Claim) -> None:
        """Take whole blocks."""
        for number in blocks:
            self._claims[number].add(claim)

    def trim(self, number: int, trim: Trim) -> None:
        """Take a part of a block."""
        self._spans[number].add(trim)

    def shield(self, blocks: Iterable[int], kinds: Iterable[str]) -> None:
        """Protect blocks from claims of these kinds, `*` from all and from evidence, `EVIDENCE` from that alone."""
        for number in blocks:
            self._shields[number].update(kinds)

    def weigh(self, number: int, evidence: Iterable[Evidence], balance: float) -> None:
        """Add evidence to a block; *balance* is its sum, in whole hundredths: no order of these matters."""
        self._evidence[number] = (*self._evidence.get(number, ()), tuple(evidence))
        self._balance[number] = add_up((self._balance.get(number, 0.0), balance))

    def label(self, number: int, kind: str) -> None:
        """Say what sort of boilerplate a block is, should the evidence remove it."""
        self._labels[number] = kind

    def labelled(self, kinds: Set[str]) -> list[int]:
        """Return the numbers of the blocks that are labelled so."""
        return [number for number, kind in self._labels.items() if kind in kinds]

    def note(self, note: Note) -> None:
        """Write down what was not done."""
        self._notes.add(note)

    def shields(self, number: int, kind: str) -> bool:
        """Say whether a block is protected from claims of *kind*.

        What protects from all claims does not from those on parts of articles: nobody makes these unasked.
        """
        names = (kind,) if kind in PARTS else (kind, "*")
        return not self._shields[number].isdisjoint(names) if number in self._shields else False

    def shielded(self) -> frozenset[int]:
        """Return the numbers of the blocks that no evidence may take."""
        return frozenset(number for number in self._shields if self.shields(number, EVIDENCE))

    def is_claimed(self, number: int) -> bool:
        """Say whether any rule took the block whole."""
        return number in self._claims

    def balance(self, number: int) -> float:
        """Return the sum of the evidence for and against a block."""
        return self._balance.get(number, 0.0)

    def is_kept(self, number: int) -> bool:
        """Say whether, as the book stands, the block is kept."""
        return number not in self._claims and (self._balance.get(number, 0.0) > 0 or self.shields(number, EVIDENCE))

    def kept(self) -> list[int]:
        """Return the numbers of the blocks that, as the book stands, are kept."""
        return [block.number for block in self.blocks if self.is_kept(block.number)]

    def notes(self) -> tuple[Note, ...]:
        """Return what was not done, in block order."""
        return tuple(sorted(self._notes, key=lambda note: (note.first, note.rule, note.guard, note.last)))

    def owners(self) -> dict[int, str]:
        """Return the full id of the rule that owns each block taken so far."""
        return {number: min(claims, key=_by_size).rule for number, claims in self._claims.items() if claims}

    def verdicts(self) -> tuple[Verdict, ...]:
        """Close the book: one verdict a block."""
        return tuple(map(self._verdict, self.blocks))

    def _verdict(self, block: Block) -> Verdict:
        number = block.number
        # facts about the block come first: they are many, and what a rule says is one
        parts = self._evidence.get(number, ())
        if len(parts) > 1:
            parts = tuple(sorted(parts, key=lambda part: (-len(part), part)))
        evidence = parts[0] if len(parts) == 1 else tuple(chain.from_iterable(parts))
        claims = sorted(self._claims.get(number, ()), key=_by_size)
        if claims:
            also = tuple(claim.rule for claim in claims[1:])
            return Verdict(block, False, "rule", claims[0].rule, claims[0].kind, also, (), evidence)
        if not self.is_kept(number):
            return Verdict(block, False, "evidence", "", self._labels.get(number, ""), (), (), evidence)
        trims = _disjoint(self._spans.get(number, ()))
        kept = Verdict(block, True, trims=trims, evidence=evidence)
        if trims and not says(kept.text):
            return Verdict(block, False, "rule", trims[0].rule, trims[0].kind, (), (), evidence)
        return kept


def _by_size(claim: Claim) -> tuple[int, str]:
    return (-claim.size, claim.rule)


def text_without(block: Block, trims: Iterable[Trim]) -> str:
    """Return a block's text, on one line, without *trims*, which may overlap."""
    return " ".join(Verdict(block, True, trims=_disjoint(trims)).text.split())


def _disjoint(trims: Iterable[Trim]) -> tuple[Trim, ...]:
    """Return *trims* in order, cut so that none overlaps the one before."""
    made: list[Trim] = []
    for trim in sorted(trims, key=lambda one: (one.start, -one.end, one.rule)):
        start = max(trim.start, made[-1].end if made else 0)
        if start < trim.end:
            made.append(Trim(start, trim.end, trim.rule, trim.kind))
    return tuple(made)
