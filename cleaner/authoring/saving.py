"""Where a new rule goes, what it does elsewhere, and the writing of it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.corpus import Sample, Truth
from cleaner.authoring.loss import Loss, losses
from cleaner.authoring.propose import Proposal
from cleaner.authoring.scene import policy_for
from cleaner.authoring.stats import Advance
from cleaner.errors import Fault, PageError, RuleError
from cleaner.io.atomic import write_text
from cleaner.rules import Rule, RuleSet, gather_rules
from cleaner.rules.canonical import append_rule, write_pack
from cleaner.rules.folders import own_folder
from cleaner.rules.json_schema import schema_text
from cleaner.rules.load import load_rules, load_text
from cleaner.rules.source_file import read_source

SCHEMA = "../schema/rules-1.json"
"""Where a pack in `.cleaner/rules` finds the schema; it is written there beside the first rule."""


@dataclass(frozen=True, slots=True)
class OtherHit:
    """What a rule takes on a page of a corpus. *of_article* says whether that is article text, where known."""

    page: str
    text: str
    of_article: bool | None = None


@dataclass(frozen=True, slots=True)
class OtherPages:
    """What a rule does on the pages of a corpus: its hits, and what it takes of each article, the most first."""

    hits: tuple[OtherHit, ...]
    losses: tuple[Loss, ...]


def default_file(pack: str, start: Path | None = None) -> Path:
    """Return the file for rules of *pack* in the nearest `.cleaner/rules` of one's own, or in the working folder's."""
    return own_folder(start) / f"{pack}.yaml"


def pack_of(path: Path) -> str | None:
    """Return the pack of an existing rule file; None if there is no such file.

    Raises `RuleError` if it is broken.
    """
    rules = load_rules(path).rules if path.exists() else ()
    return rules[0].pack if rules else None


def save(proposal: Proposal, path: Path) -> None:
    """Add the rule to the file at *path*, which is made if it is not there.

    Raises `RuleError` if the file that is there is broken, or has a rule of that id; it is not touched then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        text, rules = _sound(path)
        for rule in rules:
            if rule.id == proposal.keys["id"]:
                raise RuleError(
                    [Fault(str(path), rule.line, f"the id {rule.full_id} is taken; give another with --id")]
                )
        write_text(path, append_rule(text, proposal.keys))
        return
    write_text(path, write_pack(proposal.pack, [proposal.keys], schema_beside(path)))


def _sound(path: Path) -> tuple[str, Sequence[Rule]]:
    """Return the text and the rules of a rule file that loads; what is broken is never rewritten.

    Raises `RuleError`.
    """
    faults: list[Fault] = []
    text = read_source(path)
    rules = load_text(text, str(path), faults).rules
    if faults:
        raise RuleError(faults)
    return text, rules


def schema_beside(path: Path) -> str:
    """Return where the rule file at *path* finds the schema, which is written there; empty outside `.cleaner/rules`."""
    if path.parent.name != "rules" or path.parent.parent.name != ".cleaner":
        return ""
    schema = path.parent / SCHEMA
    schema.parent.mkdir(exist_ok=True)
    write_text(schema.resolve(), schema_text())
    return SCHEMA


def other_pages(
    proposal: Proposal, corpus: Sequence[Sample], advance: Advance = lambda: None, rules: RuleSet | None = None
) -> OtherPages:
    """Return what the rule, and no other, would take on each page of *corpus*."""
    others = gather_rules() if rules is None else rules
    policy = policy_for(proposal.rule.kind)
    without, cleaner = Cleaner(others, policy), Cleaner(others + RuleSet((proposal.rule,)), policy)
    hits: list[OtherHit] = []
    taken: list[Loss] = []
    for sample in corpus:
        with suppress(PageError):
            page = sample.read()
            article = cleaner.clean(page)
            hits += _hits(article, proposal.rule.full_id, sample)
            if _is_named(article, proposal.rule.full_id):
                taken += losses(without.clean(page), article, {proposal.rule.full_id}, sample.id)
        advance()
    return OtherPages(tuple(hits), tuple(sorted(taken, key=lambda one: (-one.share, one.page))))


def _is_named(article: Article, rule: str) -> bool:
    """Say whether a rule did anything on a page, or was refused."""
    removals = any(rule in (one.rule, *one.also) for one in article.removals)
    return removals or any(note.rule == rule for note in article.notes)


def _hits(article: Article, rule: str, sample: Sample) -> list[OtherHit]:
    texts = [one.text for one in article.removals if one.rule == rule and not one.also]
    truth = Truth(sample.truth) if texts and sample.truth else None
    return [OtherHit(sample.id, text, truth.holds(text) if truth else None) for text in texts]
