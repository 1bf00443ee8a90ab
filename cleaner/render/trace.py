"""A trace to words: for each block, whether it stayed, and everything that spoke for or against it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cleaner.document.verdict import Evidence, Note, Verdict, add_up
from cleaner.features.families import BY_HAND, family_of, sum_up
from cleaner.features.sentences import sentence
from cleaner.rules.schema import Rule

GUARDS = {
    "root": "it is the page's root or main element",
    "headline": "it holds the headline",
    "mass": "it holds nearly all of the page's running text",
    "limit": "it passes a limit of the rule itself",
    "hits": "the rule took too many blocks of what would be the article without it",
    "prose": "it is long prose",
    "context": "the lines around it show that it belongs to the text",
    "row": "it is a cell of a table of data, whose row would lose it",
    "inline": "it is a part of a sentence",
    "question": "it is a question over its answer",
    "cut": "too much of the article would go",
    "budget": "rules took more than 30 % of what would be the article without them",
    "policy": "this kind is kept",
    "draft": "the rule is a draft",
    "mark": "the rule only marks",
    "unwrap": "the rule only unwraps",
}
"""What each guard, or other cause that a match did nothing, means."""
_SHOWN = 200
"""Characters of a block that its line shows, unless all of it is asked for. Not measured."""


_ALSO = "also matched: "
DECIDED = 3
"""So many families of facts stand beside a verdict. Not measured: what fits on a line."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One block's verdict, with the words of the rules behind it."""

    verdict: Verdict
    whys: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def kept(self) -> bool:
        """Whether the block stayed."""
        return self.verdict.kept


def explain(trace: Iterable[Verdict], notes: Iterable[Note], rules: Mapping[str, Rule]) -> list[Reason]:
    """Put each verdict beside the sentences of its rules and the notes about its block."""
    by_block: dict[int, list[Note]] = {}
    for note in notes:
        for number in range(note.first, note.last):
            by_block.setdefault(number, []).append(note)
    return [_reason(verdict, tuple(by_block.get(verdict.block.number, ())), rules) for verdict in trace]


def _reason(verdict: Verdict, notes: tuple[Note, ...], rules: Mapping[str, Rule]) -> Reason:
    named = [verdict.rule, *(trim.rule for trim in verdict.trims)]
    whys = [*(rules[name].why for name in named if name in rules), *_decisive(verdict)]
    return Reason(verdict, tuple(whys), notes)


def _decisive(verdict: Verdict) -> Iterator[str]:
    """Yield what amounts set by hand say without which a block that evidence took would stay."""
    if verdict.kept or verdict.source != "evidence":
        return
    balance = add_up(one.amount for one in verdict.evidence)
    for one in verdict.evidence:
        if family_of(one.source) == BY_HAND and balance - one.amount > 0:
            yield one.source


def concerns(reason: Reason, text: str | None, only: str | None) -> bool:
    """Say whether a block holds *text*, and *only* names the kind, rule or source that took of it."""
    verdict = reason.verdict
    if text is not None and " ".join(text.lower().split()) not in verdict.block.text.lower():
        return False
    if only is None:
        return True
    took = [(verdict.kind, verdict.rule, verdict.source)] if not verdict.kept else []
    took += [(trim.kind, trim.rule, "rule") for trim in verdict.trims]
    return any(only in (kind, rule, rule.split("/", 1)[-1], source) for kind, rule, source in took)


def lines(reason: Reason, *, full: bool = False, every_fact: bool = False) -> list[str]:
    """Return the block's text, and under it a line for each thing there is to say about it.

    The verdict comes with the three families of facts that weigh most; *full* says all families, and where the block
    stands, *every_fact* each fact.
    """
    verdict = reason.verdict
    text = verdict.block.text if full or len(verdict.block.text) <= _SHOWN else f"{verdict.block.text[: _SHOWN - 3]}..."
    said = [f"{verdict.block.number:4} {text}"]
    if not verdict.kept:
        said.append(f"removed: {_cause(verdict)}")
    elif verdict.evidence:
        said.append(f"kept: {_balance(verdict)}")
    said += [f"trimmed: {verdict.block.text[t.start : t.end]!r} by {t.rule} ({t.kind})" for t in verdict.trims]
    said += [f"because: {why}" for why in reason.whys]
    said += _also([reason])
    said += [f"{note.rule} did not act: {GUARDS.get(note.guard, note.guard)}" for note in reason.notes]
    if full:
        said += [f"evidence: {amount:+.2f} {family}" for family, amount in sum_up(verdict.evidence)]
    if every_fact:
        said += [f"fact: {one.amount:+.2f} {_meaning(one.source)}" for one in _strongest(verdict)]
    if full or every_fact:
        block = verdict.block
        said.append(f"where: {block.path or 'a line of text'}; {block.role}; {block.link_density:.0%} linked")
    return said


def runs(reasons: Iterable[Reason]) -> Iterator[list[Reason]]:
    """Yield blocks together that follow each other and that one rule took, with nothing else to say about any."""
    for _, run in groupby(reasons, key=lambda one: _taken_by(one) or one.verdict.block.number):
        yield list(run)


def run_lines(run: Sequence[Reason]) -> tuple[list[str], list[str]]:
    """Return the texts of blocks that one rule took, and what there is to say about all of them."""
    texts = [lines(one)[0] for one in run]
    cause, *others = [line for line in lines(run[0])[1:] if not line.startswith(_ALSO)]
    return texts, [f"{cause}, {len(run)} blocks", *others, *_also(run)]


def _taken_by(reason: Reason) -> tuple[str, str] | None:
    verdict = reason.verdict
    alone = not (verdict.kept or verdict.trims or reason.notes) and verdict.source == "rule"
    return (verdict.rule, verdict.kind) if alone else None


def _also(run: Sequence[Reason]) -> list[str]:
    """Return a line of the other rules that matched blocks of a run, each once; none if there are none."""
    named = dict.fromkeys(rule for one in run for rule in one.verdict.also if rule != one.verdict.rule)
    return [f"{_ALSO}{', '.join(named)}"] if named else []


def _cause(verdict: Verdict) -> str:
    if verdict.source == "rule":
        return f"{verdict.kind} by {verdict.rule}"
    kind = f"{verdict.kind}, most likely, " if verdict.kind else ""
    return f"{kind}by evidence: {_balance(verdict)}"


def _balance(verdict: Verdict) -> str:
    """Return the sum of the evidence and the families that weigh most in it."""
    decided = ", ".join(f"{family} {amount:+.2f}" for family, amount in sum_up(verdict.evidence)[:DECIDED])
    return f"{add_up(one.amount for one in verdict.evidence):+.2f} ({decided})"


def _strongest(verdict: Verdict) -> list[Evidence]:
    return sorted(verdict.evidence, key=lambda one: (-abs(one.amount), one.source))


def _meaning(source: str) -> str:
    try:
        return f"{source}: {sentence(source)}"
    except KeyError:
        return source


def to_dict(reason: Reason) -> dict[str, Any]:
    """Return the same as plain values, ready for JSON."""
    verdict, block = reason.verdict, reason.verdict.block
    return {
        "block": block.number,
        "text": block.text,
        "path": block.path,
        "role": block.role,
        "link_density": round(block.link_density, 3),
        "kept": verdict.kept,
        "source": verdict.source if not verdict.kept else None,
        "kind": verdict.kind or None,
        "rule": verdict.rule or None,
        "why": list(reason.whys),
        "also": list(verdict.also),
        "trims": [{"start": t.start, "end": t.end, "rule": t.rule, "kind": t.kind} for t in verdict.trims],
        "evidence": [{"source": e.source, "amount": round(e.amount, 3)} for e in _strongest(verdict)],
        "notes": [{"rule": note.rule, "guard": note.guard} for note in reason.notes],
    }
