"""`new`: from a text that should go to the narrowest rule that works, with its proof.

Each candidate must load, pass its own examples, take nothing else of the page, stay silent on clean
prose, pass lint, and make the text go once all rules run together. The first that does is proposed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.candidates import Candidate, candidates
from cleaner.authoring.lint import lint
from cleaner.authoring.lint.safety import alarms
from cleaner.authoring.loss import Loss, article_signs, losses
from cleaner.authoring.nearmiss import WANTED, near_misses, other_element, said_otherwise
from cleaner.authoring.prose import read_prose
from cleaner.authoring.testing import check_rule
from cleaner.authoring.wording import WHYS, guess_kind, make_id
from cleaner.document.block import Block
from cleaner.document.ledger import text_without
from cleaner.document.page import Page
from cleaner.document.verdict import Trim
from cleaner.engine.places import edges
from cleaner.errors import Fault
from cleaner.html.snapshot import take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.phrase import glued_spans
from cleaner.render.trace import GUARDS
from cleaner.rules import Rule, RuleSet, gather_rules
from cleaner.rules.canonical import write_pack, write_rule
from cleaner.rules.load import load_text
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import fold

_OWN_TRUST = 4
"""Rank among rules: that of a person's own, as `rules.bundled` has it."""
_LEVELS, _MISSES, _SHOWN = 3, 5, 80
"""Elements whose names tell a kind, near misses that are tried, and characters shown of a text. Not measured."""


@dataclass(frozen=True)
class Wish:
    """What a new rule is to take, and what its keeper has decided already; the rest is proposed.

    *everywhere* asks for a rule for all hosts even where the page's is known. *how* asks for one way to match;
    a selector that is asked for may take the other texts of its box, too.
    """

    text: str
    page: Page | None = None
    kind: str | None = None
    id: str | None = None
    why: str | None = None
    pack: str | None = None
    everywhere: bool = False
    how: Literal["phrase", "selector"] | None = None


@dataclass(frozen=True)
class Proposal:
    """A rule that works. *keys* is the rule as a file holds it; *rejected* says why narrower ones do not.

    *loss* is what it takes of the page; *signs* say why the text might be the article.
    """

    pack: str
    keys: dict[str, Any]
    said: str
    rule: Rule
    rejected: tuple[tuple[str, str], ...] = ()
    loss: Loss | None = None
    signs: tuple[str, ...] = ()

    @property
    def yaml(self) -> str:
        """The rule as YAML."""
        return write_rule(self.keys)


@dataclass(frozen=True)
class _Scene:
    """The page as it is cleaned today, and the block that should go."""

    wish: Wish
    rules: RuleSet
    block: Block
    article: Article | None = None
    signs: tuple[str, ...] = ()
    host: str = ""
    platform: str = ""
    position: str | None = None
    language: str | None = None

    @property
    def kept(self) -> tuple[Block, ...]:
        """The blocks that stay today."""
        return self.article.blocks if self.article else ()


def propose(wish: Wish, rules: RuleSet | None = None) -> Proposal:
    """Return the narrowest rule that makes the text go. *rules* are all others, by default bundled and user's.

    Raises `ValueError` if the page has no such text, if it goes already, or if no candidate works; the message
    then says why each does not.
    """
    known = gather_rules() if rules is None else rules
    scene = _scene(wish, known)
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


def _scene(wish: Wish, rules: RuleSet) -> _Scene:
    if not fold(wish.text):
        raise ValueError("expected a text with at least one letter or digit")
    if wish.page is None:
        return _Scene(wish, rules, Block(0, " ".join(wish.text.split()), "p"))
    cleaner = Cleaner(rules)
    article = cleaner.clean(wish.page)
    block = _find_block(article, wish.text)
    signs = tuple(article_signs(wish.page, block, cleaner))
    host = PageContext(wish.page.url or article.url).host.removeprefix("www.")
    position = _position(block, article.blocks)
    return _Scene(wish, rules, block, article, signs, host, _platform(wish, rules), position, article.language)


def _find_block(article: Article, text: str) -> Block:
    wanted = fold(text)
    holding = [verdict for verdict in article.trace if wanted in fold(verdict.block.text, whole=False)]
    kept = sorted((one for one in holding if one.kept), key=lambda one: len(one.block.text))
    if kept:
        return kept[0].block
    if holding:
        one = holding[0]
        raise ValueError(f"{text!r} goes already, by {one.rule or one.source}")
    raise ValueError(f"the page has no block that holds {text!r}; `cleaner explain` shows its blocks")


def _position(block: Block, kept: tuple[Block, ...]) -> str | None:
    at, count = kept.index(block), len(kept)
    head, tail = edges(count)
    return "tail" if at >= count - tail else "head" if at < head else None


def _platform(wish: Wish, rules: RuleSet) -> str:
    """Return the page's platform if it bears the fingerprint of exactly one."""
    if wish.page is None or wish.page.html is None:
        return ""
    snapshot = take_snapshot(wish.page.html, wish.page.url)
    found = sorted(rules.platforms_of(snapshot.holds))
    return found[0] if len(found) == 1 else ""


def _attempt(candidate: Candidate, scene: _Scene) -> Proposal | str:
    """Return a proposal, or why the candidate does not work."""
    pack, where = _home(candidate, scene)
    keys = _keys(candidate, scene, where)
    keys["examples"] = {"remove": _removes(candidate, scene), "keep": []}
    for keep in _keeps(candidate, scene):
        if len(keys["examples"]["keep"]) < WANTED and _passes({**keys, "examples": _with(keys, keep)}, pack):
            keys["examples"] = _with(keys, keep)
    faults: list[Fault] = []
    made = load_text(write_pack(pack, [keys]), "proposal", faults, trust=_OWN_TRUST)
    if faults:
        return faults[0].message
    rule = made.rules[0]
    failing = next((one for one in check_rule(rule) if one.result != "ok"), None)
    if failing:
        return f"its example {failing.example!r} comes out {failing.result}"
    after = _cleaned(rule, scene)
    objection = _objection(rule, after, scene) or _lint(pack, keys)
    return objection or Proposal(pack, keys, candidate.said, rule, loss=_loss(rule, after, scene))


def _cleaned(rule: Rule, scene: _Scene) -> Article | None:
    """Return the page cleaned with the new rule as well; None without a page."""
    return Cleaner(scene.rules + RuleSet((rule,))).clean(scene.wish.page) if scene.wish.page else None


def _loss(rule: Rule, after: Article | None, scene: _Scene) -> Loss | None:
    if after is None or scene.article is None:
        return None
    return next(iter(losses(scene.article, after, {rule.full_id})), None)


def _home(candidate: Candidate, scene: _Scene) -> tuple[str, dict[str, Any]]:
    """Return the pack for a rule, and the `where` that goes with it: the site, the platform, or all pages."""
    if scene.host and not scene.wish.everywhere:
        return scene.wish.pack or scene.host, {"hosts": [scene.host]}
    if scene.platform and not candidate.is_text:
        return scene.wish.pack or scene.platform, {"platform": [scene.platform]}
    return scene.wish.pack or "generic", {}


def _keys(candidate: Candidate, scene: _Scene, where: dict[str, Any]) -> dict[str, Any]:
    wish, names = scene.wish, [name for up in scene.block.ancestors[-_LEVELS:] for name in (*up.classes, up.id)]
    text = wish.text if candidate.keys.get("do") == "trim" else scene.block.text
    kind = wish.kind or guess_kind(text, names, scene.rules.rules)
    about = candidate.about if candidate.is_text else f"{candidate.about} box"
    made: dict[str, Any] = {
        "id": wish.id or make_id(kind, about, names, (rule.id for rule in scene.rules.rules)),
        "kind": kind,
        "why": wish.why or WHYS.get(kind, "It is not part of the article."),
    }
    both = {**where, **candidate.keys.get("where", {})}
    return {**made, **({"where": both} if both else {}), **{k: v for k, v in candidate.keys.items() if k != "where"}}


def _removes(candidate: Candidate, scene: _Scene) -> list[str]:
    text = scene.block.text
    if candidate.keys.get("do") == "trim":
        trims = (Trim(start, end, "", "") for start, end in glued_spans(BlockText(scene.block), fold(candidate.about)))
        return [f"{text} => {text_without(scene.block, trims)}"]
    return [text] if candidate.is_text else [candidate.scrap(text)]


def _keeps(candidate: Candidate, scene: _Scene) -> Iterable[str]:
    """Yield keep examples to choose from, the nearest first."""
    others = [block for block in scene.kept if block is not scene.block]
    real = near_misses(candidate.about if candidate.is_text else scene.block.text, others)
    if candidate.is_text:
        return [*real[:1], *said_otherwise(candidate.about, scene.language), *real[1:_MISSES]]
    sentence = real[0] if real else said_otherwise(scene.block.text, scene.language)[0]
    return [other_element(candidate.about, sentence)]


def _with(keys: dict[str, Any], keep: str) -> dict[str, list[str]]:
    examples = keys["examples"]
    return {"remove": examples["remove"], "keep": [*examples["keep"], keep]}


def _passes(keys: dict[str, Any], pack: str) -> bool:
    """Say whether the last keep example of a rule holds."""
    faults: list[Fault] = []
    made = load_text(write_pack(pack, [keys]), "proposal", faults)
    keep = keys["examples"]["keep"][-1]
    return not faults and all(one.result == "ok" for one in check_rule(made.rules[0]) if one.example == keep)


def _objection(rule: Rule, article: Article | None, scene: _Scene) -> str:
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


def _more(rule: Rule, article: Article, scene: _Scene) -> list[str]:
    """Return other texts that stay today and that the rule takes."""
    own, kept = fold(scene.wish.text if rule.do == "trim" else scene.block.text), {block.number for block in scene.kept}
    gone = [one for one in article.removals if one.rule == rule.full_id and one.block in kept]
    return [one.text for one in gone if fold(one.text) != own]


def _lint(pack: str, keys: dict[str, Any]) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "proposal.yaml"
        path.write_text(write_pack(pack, [keys]), "utf-8")
        errors = [one for one in lint(path) if one.severity == "error"]
    return f"lint {errors[0].code}: {errors[0].message}" if errors else ""
