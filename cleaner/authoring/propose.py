"""`new`: from a text that should go to the narrowest rule that works, with its proof.

Each candidate must load, pass its own examples, take nothing else of the page, stay silent on clean
prose, pass lint, and make the text go once all rules run together. The first that does is proposed.
"""

from dataclasses import dataclass, replace
from typing import Any

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.candidates import Candidate, candidates
from cleaner.authoring.drafting import draft, guess_of
from cleaner.authoring.kind_guess import Guess
from cleaner.authoring.lint import CODES, lint_packs
from cleaner.authoring.lint.safety import alarms
from cleaner.authoring.loss import Loss, losses
from cleaner.authoring.packs import packs_of
from cleaner.authoring.prose import read_prose
from cleaner.authoring.scene import Scene, Wish, policy_for, set_scene
from cleaner.authoring.testing import check_rule
from cleaner.errors import Fault
from cleaner.render.trace import GUARDS
from cleaner.rules import Rule, RuleSet, gather_rules
from cleaner.rules.bundled import USER_TRUST
from cleaner.rules.canonical import write_pack, write_rule
from cleaner.rules.load import load_text
from cleaner.text.normalize import fold

_SHOWN = 80
"""Characters shown of a text. Not measured."""
_ERRORS = tuple(name for name, code in CODES.items() if code.severity == "error")


@dataclass(frozen=True)
class Proposal:
    """A rule that works. *keys* is the rule as a file holds it; *rejected* says why narrower ones do not.

    *loss* is what it takes of the page; *signs* say why the text might be the article; *guess* is what kind it seems to
    be, where the wish names none.
    """

    pack: str
    keys: dict[str, Any]
    said: str
    rule: Rule
    rejected: tuple[tuple[str, str], ...] = ()
    loss: Loss | None = None
    signs: tuple[str, ...] = ()
    guess: Guess | None = None

    @property
    def yaml(self) -> str:
        """The rule as YAML."""
        return write_rule(self.keys)


def propose(wish: Wish, rules: RuleSet | None = None) -> Proposal:
    """Return the narrowest rule that makes the text go. *rules* are all others, by default bundled and user's.

    Raises `ValueError` if the page has no such text, if it goes already, or if no candidate works; the message
    then says why each does not.
    """
    known = gather_rules() if rules is None else rules
    scene = set_scene(wish, known)
    rejected: list[tuple[str, str]] = []
    for candidate in candidates(scene.block, wish.text, scene.position):
        if wish.how and candidate.is_text != (wish.how == "phrase"):
            continue
        found = _attempt(candidate, scene)
        if isinstance(found, Proposal):
            return replace(found, rejected=tuple(rejected), signs=scene.signs)
        rejected.append((candidate.said, found))
    reasons = "; ".join(f"{said}: {reason}" for said, reason in rejected) or "it says too little"
    raise ValueError(f"no rule works for {wish.text!r}: {reasons}")


def _attempt(candidate: Candidate, scene: Scene) -> Proposal | str:
    """Return a proposal, or why the candidate does not work."""
    pack, keys = draft(candidate, scene)
    faults: list[Fault] = []
    made = load_text(write_pack(pack, [keys]), "proposal", faults, trust=USER_TRUST)
    if faults:
        return faults[0].message
    rule = made.rules[0]
    failing = next((one for one in check_rule(rule) if one.result != "ok"), None)
    if failing:
        return f"its example {failing.example!r} comes out {failing.result}"
    after = _cleaned(rule, scene)
    objection = _objection(rule, after, scene) or _lint(pack, keys)
    guess = None if scene.wish.kind else guess_of(candidate, scene)
    return objection or Proposal(pack, keys, candidate.said, rule, loss=_loss(rule, after, scene), guess=guess)


def _cleaned(rule: Rule, scene: Scene) -> Article | None:
    """Return the page cleaned with the new rule as well; None without a page."""
    if scene.wish.page is None:
        return None
    return Cleaner(scene.rules + RuleSet((rule,)), policy_for(rule.kind)).clean(scene.wish.page)


def _loss(rule: Rule, after: Article | None, scene: Scene) -> Loss | None:
    if after is None or scene.article is None:
        return None
    return next(iter(losses(scene.article, after, {rule.full_id})), None)


def _objection(rule: Rule, article: Article | None, scene: Scene) -> str:
    """Return what speaks against a rule: it takes more of the page, or prose, or not the text at all."""
    if rule.text:
        for _, sentence in alarms([rule], read_prose()):
            return f"it fires on clean prose: {sentence.text!r}"
    if article is None:
        return ""
    if not any(one.block == scene.block.number and one.rule == rule.full_id for one in article.removals):
        note = next((note.guard for note in article.notes if note.rule == rule.full_id), "")
        return f"stopped: {GUARDS.get(note, note)}" if note else "it does not take the text"
    more = _more(rule, article, scene)
    return f"it takes more of the page: {more[0][:_SHOWN]!r}" if more and scene.wish.how != "selector" else ""


def _more(rule: Rule, article: Article, scene: Scene) -> list[str]:
    """Return other texts that stay today and that the rule takes."""
    own, kept = fold(scene.wish.text if rule.do == "trim" else scene.block.text), {block.number for block in scene.kept}
    gone = [one for one in article.removals if one.rule == rule.full_id and one.block in kept]
    return [one.text for one in gone if fold(one.text) != own]


def _lint(pack: str, keys: dict[str, Any]) -> str:
    errors = lint_packs(packs_of({"proposal.yaml": write_pack(pack, [keys])}), select=_ERRORS)
    return f"lint {errors[0].code}: {errors[0].message}" if errors else ""
