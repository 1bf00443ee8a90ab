"""A candidate as a rule: its pack, its keys, and the examples that prove it."""

from collections.abc import Iterable
from typing import Any

from cleaner.authoring.candidates import Candidate
from cleaner.authoring.kind_guess import Guess
from cleaner.authoring.nearmiss import WANTED, near_misses, other_element, said_otherwise
from cleaner.authoring.scene import Scene
from cleaner.authoring.testing import check_rule
from cleaner.authoring.wording import WHYS, make_id
from cleaner.document.ledger import text_without
from cleaner.document.verdict import Trim
from cleaner.errors import Fault
from cleaner.matching.phrase import glued_spans
from cleaner.rules.canonical import write_pack
from cleaner.rules.load import load_text
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import fold

_LEVELS, _MISSES = 3, 5
"""Elements whose names tell a kind, and near misses that are tried. Not measured."""


def draft(candidate: Candidate, scene: Scene) -> tuple[str, dict[str, Any]]:
    """Return the pack for a rule that matches as *candidate* does, and the rule as a file holds it.

    Of the keep examples that come to mind only those are in it that hold.
    """
    pack, where = _home(candidate, scene)
    keys = _keys(candidate, scene, where)
    keys["examples"] = {"remove": _removes(candidate, scene), "keep": []}
    for keep in _keeps(candidate, scene):
        if len(keys["examples"]["keep"]) < WANTED and _passes({**keys, "examples": _with(keys, keep)}, pack):
            keys["examples"] = _with(keys, keep)
    return pack, keys


def _home(candidate: Candidate, scene: Scene) -> tuple[str, dict[str, Any]]:
    """Return the pack for a rule, and the `where` that goes with it: the site, the platform, or all pages."""
    if scene.host and not scene.wish.everywhere:
        return scene.wish.pack or scene.host, {"hosts": [scene.host]}
    if scene.platform and not candidate.is_text:
        return scene.wish.pack or scene.platform, {"platform": [scene.platform]}
    return scene.wish.pack or "generic", {}


def _keys(candidate: Candidate, scene: Scene, where: dict[str, Any]) -> dict[str, Any]:
    wish, names = scene.wish, _names(scene)
    kind = wish.kind or guess_of(candidate, scene).taken
    about = candidate.about if candidate.is_text else f"{candidate.about} box"
    made: dict[str, Any] = {
        "id": wish.id or make_id(kind, about, names, (rule.id for rule in scene.rules.rules)),
        "kind": kind,
        "why": wish.why or WHYS.get(kind, "It is not part of the article."),
    }
    both = {**where, **candidate.keys.get("where", {})}
    return {**made, **({"where": both} if both else {}), **{k: v for k, v in candidate.keys.items() if k != "where"}}


def guess_of(candidate: Candidate, scene: Scene) -> Guess:
    """Return what kind the text seems to be that a candidate takes."""
    text = scene.wish.text if candidate.keys.get("do") == "trim" else scene.block.text
    return scene.guesser.guess(text, _names(scene), scene.facts)


def _names(scene: Scene) -> list[str]:
    return [name for up in scene.block.ancestors[-_LEVELS:] for name in (*up.classes, up.id)]


def _removes(candidate: Candidate, scene: Scene) -> list[str]:
    text = scene.block.text
    if candidate.keys.get("do") == "trim":
        trims = (Trim(start, end, "", "") for start, end in glued_spans(BlockText(scene.block), fold(candidate.about)))
        return [f"{text} => {text_without(scene.block, trims)}"]
    return [text] if candidate.is_text else [candidate.scrap(text)]


def _keeps(candidate: Candidate, scene: Scene) -> Iterable[str]:
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
