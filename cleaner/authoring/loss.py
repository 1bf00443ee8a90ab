"""What a rule takes of an article, in words that would be kept without it; and signs that a text is the article."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.corpus import Sample
from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.document.verdict import Verdict
from cleaner.html.snapshot import take_snapshot
from cleaner.rules.ruleset import RuleSet
from cleaner.text.block_text import BlockText, count_words
from cleaner.text.normalize import fold
from cleaner.text.prose import is_core

MAX_SHARE = 1 / 3
"""Share of an article's words: a rule that wants more is a mistake, until somebody says that it is not. Not
measured."""
PAGES_TRIED = 5
"""Pages on which a rule that takes much is tried by itself. Not measured: it bounds the time."""
_FEW_WORDS = 3
"""Words. So short a text stands in a body by chance. Not measured."""
_NO_REFUSALS = frozenset({"mark", "unwrap", "policy", "draft"})


@dataclass(frozen=True, slots=True)
class Loss:
    """What a rule wants of a page: of its *kept* words, those *taken*, and those that guards did not let it take."""

    rule: str
    page: str
    kept: int
    taken: int
    refused: int = 0

    @property
    def share(self) -> float:
        """Share of the kept words, 0 to 1, that the rule asks for."""
        return (self.taken + self.refused) / self.kept if self.kept else 0.0

    @property
    def is_large(self) -> bool:
        """Whether that is more than `MAX_SHARE`."""
        return self.share > MAX_SHARE

    def __str__(self) -> str:
        said = f"{self.rule} takes {self.taken} of the {self.kept} kept words"
        said += f" and asks for {self.refused} more" if self.refused else ""
        return f"{said} ({self.share:.0%}){f' of {self.page}' if self.page else ''}"


def losses(before: Article, after: Article, names: Collection[str], page: str = "") -> list[Loss]:
    """Return what each rule of *names* takes, or asks for, from one cleaning of a page to another; the most first."""
    kept = {one.block.number: count_words(one.text) for one in before.trace if one.kept}
    taken: dict[str, dict[int, int]] = defaultdict(dict)
    refused: dict[str, dict[int, int]] = defaultdict(dict)
    for old, new in zip(before.trace, after.trace, strict=True):
        for rule, words in _taken(old, new).items():
            taken[rule][new.block.number] = words
    for note in after.notes:
        if note.guard not in _NO_REFUSALS:
            numbers = range(note.first, note.last)
            refused[note.rule].update({n: kept[n] for n in numbers if n in kept and n not in taken[note.rule]})
    total = sum(kept.values())
    found = [
        Loss(name, page, total, sum(taken[name].values()), sum(refused[name].values()))
        for name in sorted({*taken, *refused} & set(names))
    ]
    return sorted((one for one in found if one.share), key=lambda one: (-one.share, one.rule))


def _taken(old: Verdict, new: Verdict) -> dict[str, int]:
    """Return the words of a kept block that rules take, by rule."""
    if not old.kept:
        return {}
    if not new.kept:
        return dict.fromkeys((new.rule, *new.also), count_words(old.text)) if new.rule else {}
    trims = [trim for trim in new.trims if trim not in old.trims]
    return {trim.rule: count_words(new.block.text[trim.start : trim.end].strip()) for trim in trims}


def asked_shares(article: Article) -> dict[str, float]:
    """Return, by rule, at most what share of an article it took or asked for, all other rules and evidence aside.

    Cheap, and never too small: it tells for which rules a page is worth cleaning without them.
    """
    sizes = {one.block.number: count_words(one.block.text) for one in article.trace}
    kept = sum(sizes[block.number] for block in article.blocks)
    asked: dict[str, set[int]] = defaultdict(set)
    for removal in article.removals:
        for name in (removal.rule, *removal.also) if removal.rule else ():
            asked[name].add(removal.block)
    for note in article.notes:
        if note.guard not in _NO_REFUSALS:
            asked[note.rule].update(range(note.first, note.last))
    kept_numbers = {block.number for block in article.blocks}
    shares = {}
    for name, numbers in asked.items():
        words = sum(sizes.get(number, 0) for number in numbers)
        shares[name] = words / max(1, kept + sum(sizes.get(number, 0) for number in numbers - kept_numbers))
    return shares


def large_losses(rules: RuleSet, suspects: Mapping[str, Sequence[Sample]]) -> dict[str, tuple[Loss, ...]]:
    """Return what rules take of pages on which that is more than `MAX_SHARE`, by rule; pages as *suspects* has them.

    Each page is cleaned with the rule and without it; those after the first `PAGES_TRIED` are not looked at.
    """
    found: dict[str, tuple[Loss, ...]] = {}
    cleaner = Cleaner(rules)
    for name, samples in suspects.items():
        without = Cleaner(RuleSet(tuple(rule for rule in rules.rules if rule.full_id != name), rules.platforms))
        pages = [(sample.id, sample.read()) for sample in samples[:PAGES_TRIED]]
        taken = [
            one for place, page in pages for one in losses(without.clean(page), cleaner.clean(page), {name}, place)
        ]
        found[name] = tuple(sorted((one for one in taken if one.is_large), key=lambda one: (-one.share, one.page)))
    return found


def article_signs(page: Page, block: Block, cleaner: Cleaner) -> list[str]:
    """Return in words what speaks for a block being the article; nothing where it is not even prose.

    Trafilatura's vote counts only beside another sign: it counts most of what should go and does not.
    """
    signs = ["it is a sentence or more of unlinked prose"] if is_core(BlockText(block)) else []
    if page.html is not None:
        body = take_snapshot(page.html, page.url).meta.body
        if len(block.text) > len(block.text.split()) > _FEW_WORDS and fold(block.text) in fold(body, whole=False):
            signs.append("the page's own data has it in the article's body")
        if signs and block.number in cleaner.analyse(page).voted:
            signs.append("trafilatura counts it as the article")
    return signs
