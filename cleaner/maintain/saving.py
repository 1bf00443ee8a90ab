"""Where a new rule goes, what it does elsewhere, and the writing of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.errors import PageError
from cleaner.io.atomic import write_text
from cleaner.maintain.corpus import Sample, Truth
from cleaner.maintain.propose import Proposal
from cleaner.maintain.stats import Advance
from cleaner.pipeline import Cleaner
from cleaner.rules import RuleSet, gather_rules
from cleaner.rules.canonical import append_rule, write_pack
from cleaner.rules.json_schema import schema_text
from cleaner.rules.load import load_rules

SCHEMA = "../schema/rules-1.json"
"""Where a pack in `.cleaner/rules` finds the schema; it is written there beside the first rule."""


@dataclass(frozen=True, slots=True)
class OtherHit:
    """What a rule takes on a page of a corpus. *of_article* says whether that is article text, where known."""

    page: str
    text: str
    of_article: bool | None = None


def default_file(pack: str, start: Path | None = None) -> Path:
    """Return the file for rules of *pack* in the nearest `.cleaner/rules`, or in one in the working folder."""
    here = (start or Path.cwd()).resolve()
    found = next((folder for up in (here, *here.parents) if (folder := up / ".cleaner" / "rules").is_dir()), None)
    return (found or here / ".cleaner" / "rules") / f"{pack}.yaml"


def pack_of(path: Path) -> str | None:
    """Return the pack of an existing rule file; None if there is no such file.

    Raises `RuleError` if it is broken.
    """
    rules = load_rules(path).rules if path.exists() else ()
    return rules[0].pack if rules else None


def save(proposal: Proposal, path: Path) -> None:
    """Add the rule to the file at *path*, which is made if it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        write_text(path, append_rule(path.read_text("utf-8"), proposal.keys))
        return
    write_text(path, write_pack(proposal.pack, [proposal.keys], schema_beside(path)))


def schema_beside(path: Path) -> str:
    """Return where the rule file at *path* finds the schema, which is written there; empty outside `.cleaner/rules`."""
    if path.parent.name != "rules" or path.parent.parent.name != ".cleaner":
        return ""
    schema = path.parent / SCHEMA
    schema.parent.mkdir(exist_ok=True)
    write_text(schema.resolve(), schema_text())
    return SCHEMA


def other_hits(
    proposal: Proposal, corpus: Sequence[Sample], advance: Advance = lambda: None, rules: RuleSet | None = None
) -> list[OtherHit]:
    """Return what the rule, and no other, would take on each page of *corpus*."""
    cleaner = Cleaner((gather_rules() if rules is None else rules) + RuleSet((proposal.rule,)))
    found = []
    for sample in corpus:
        try:
            removals = cleaner.clean(sample.read()).removals
        except PageError:
            removals = ()
        texts = [one.text for one in removals if one.rule == proposal.rule.full_id and not one.also]
        truth = Truth(sample.truth) if texts and sample.truth else None
        found += [OtherHit(sample.id, text, truth.holds(text) if truth else None) for text in texts]
        advance()
    return found
