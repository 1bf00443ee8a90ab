"""What each step of the road added on one page, for people who wonder where something went."""

from collections import Counter
from collections.abc import Iterator

from cleaner.article import Article
from cleaner.document.asking import SURE
from cleaner.document.characters import clean
from cleaner.document.verdict import Verdict
from cleaner.engine.analysis import Settled
from cleaner.engine.budget import Everything
from cleaner.engine.match_set import Held
from cleaner.features.families import is_from_site
from cleaner.features.votes import VOTED
from cleaner.text.counted import counted


def steps(settled: Settled, article: Article) -> Iterator[tuple[str, str]]:
    """Yield each step, and what it added, in their order, from *settled*, the first reading, to the *article*."""
    analysis, trace = settled.analysis, settled.trace
    source, elements, free = analysis.source, analysis.elements, analysis.free
    words = sum(block_text.words for block_text in source.block_texts)
    read = f"{counted(len(source.block_texts), 'block')}, {counted(words, 'word')}"
    yield "read", f"{read}; title: {clean(source.metadata.title or 'none')}"
    if source.told is not None:
        yield "form of the text", f"{source.told.form} ({source.told.signs})"
    if source.snapshot is not None:
        refused = Counter(note.guard for note in elements.notes)
        taken = (
            f"{counted(len(source.elements), 'match')}; taken whole: "
            f"{counted(len(elements.claimed), 'block')}; waiting for the others: "
            f"{counted(len(elements.later), 'match')}; refused: {_counts(refused)}"
        )
        yield "rules on elements", taken
    if source.snapshot is not None and source.told is None:
        chosen = sum(share >= VOTED for share in analysis.signals.shares)
        why = f"{analysis.asked}; " if analysis.asked else ""
        fallbacks = " with its fallbacks" if analysis.signals.by_fallbacks else ""
        votes = f"votes{fallbacks} for {chosen} of the {counted(len(free), 'block')} that no rule takes"
        yield "trafilatura", SURE if analysis.asked == SURE else f"{why}{votes}"
    yield "rules on text", f"{counted(len(analysis.match_set.matches) - len(elements.later), 'match')}"
    favoured = sum(settled.ledger.balance(one.block.number) > 0 for one in free)
    yield "evidence", f"speaks for {favoured} of the {counted(len(free), 'block')} that no rule takes"
    went = Counter(f"by {verdict.source}" for verdict in trace if not verdict.kept)
    kept = sum(verdict.kept for verdict in trace)
    verdicts = f"{counted(kept, 'block')} kept, {len(trace) - kept} removed: {_counts(went)}"
    yield "verdicts", f"{verdicts}; parts trimmed: {_trims(settled)}"
    yield "budget", f"{_held(analysis.match_set.held)} held back"
    by_site = sum(_is_by_site(verdict) for verdict in article.trace)
    again = sum(verdict.kept for verdict in trace) - len(article.blocks) - by_site
    if source.told is not None:
        yield "read again", f"{counted(again, 'more block')} taken"
    if any(map(_has_site, article.trace)):
        yield "memory of sites", f"{counted(by_site, 'more block')} taken"


def _is_by_site(verdict: Verdict) -> bool:
    return not verdict.kept and _has_site(verdict)


def _has_site(verdict: Verdict) -> bool:
    return any(map(is_from_site, verdict.evidence[-1:]))


def _held(held: Held) -> str:
    return "all rules" if isinstance(held, Everything) else ", ".join(sorted(held)) or "no rule"


def _trims(settled: Settled) -> int:
    return sum(len(verdict.trims) for verdict in settled.trace)


def _counts(counted: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counted.items())) or "none"
