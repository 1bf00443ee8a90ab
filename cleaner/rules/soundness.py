"""What makes a single rule unusable although each of its fields is well written.

Only what the engine cannot run or trust is here; matters of taste are lint's. `schema_demands` says the same to
editors, and a test holds the two together.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.document.kinds import PARTS
from cleaner.rules.schema import MAX_CLIMB, Rule
from cleaner.rules.yaml_source import Path


class Objection(NamedTuple):
    """What is wrong, under lint's *code* for it, and the keys that lead *to* it; none where something is missing."""

    code: str
    message: str
    to: Path = ()


def objections(rule: Rule) -> list[Objection]:
    """Return what is wrong with *rule* as a whole; nothing if it is sound."""
    return [*_matcher(rule), *_reach(rule), *_action(rule), *_proof(rule), *_name(rule)]


def _matcher(rule: Rule) -> Iterator[Objection]:
    given = [
        name
        for name, value in (
            ("css", rule.css),
            ("text", rule.text),
            ("shape", rule.shape),
            ("repeat", rule.repeat),
        )
        if value
    ]
    if len(given) != 1:
        yield Objection(
            "F09", f"expected exactly one of css, text, shape, repeat, found {' and '.join(given) or 'none'}"
        )
    if rule.climb is not None and not rule.css:
        yield Objection("F09", "climb goes with css only", ("climb",))
    by_css = [at for at, one in enumerate(rule.except_) if one.css is not None]
    if not rule.css and by_css:
        yield Objection("F09", "except.css goes with css rules only", ("except", by_css[0], "css"))
    if isinstance(rule.climb, int) and not 1 <= rule.climb <= MAX_CLIMB:
        wanted = f"expected climb: sole, a selector, or 1 to {MAX_CLIMB} steps"
        yield Objection("F09", f"{wanted}, found {rule.climb}", ("climb",))


def _reach(rule: Rule) -> Iterator[Objection]:
    named = rule.where.hosts or rule.where.platform
    if rule.shape and not rule.where.hosts and not (rule.kind in PARTS and rule.block.tag):
        yield Objection(
            "S06", "shape: true has no words to recognise, so it needs where.hosts, or block.tag for a part of articles"
        )
    if rule.text and rule.text.has and not (rule.where.hosts or rule.needs):
        yield Objection("S01", "text.has matches anywhere, so it needs where.hosts or a second sign in needs")
    if rule.css and any(":has(" in selector for selector in rule.css) and not named:
        yield Objection("S06", ":has() is costly, so it needs where.hosts or where.platform")
    if rule.block.case and not (rule.where.hosts or rule.text or rule.repeat):
        yield Objection("S06", "block.case alone takes headings, so it needs where.hosts")
    if "mass" in rule.allow and not (named or rule.kind == "comments"):
        yield Objection("S08", "allow: [mass] needs where.hosts, where.platform, or the kind comments")


def _action(rule: Rule) -> Iterator[Objection]:
    if rule.weigh is not None and rule.do != "remove":
        yield Objection("F09", "weigh stands instead of do; give one of them", ("weigh",))
    if rule.do.startswith("cut-") and not (rule.where.hosts or rule.limit.max_cut):
        yield Objection("S05", f"{rule.do} may take half an article, so it needs limit.max_cut or where.hosts")
    if (rule.do == "protect") != (rule.kind == "protect"):
        yield Objection("F09", "do: protect and kind: protect go together")
    if rule.from_ and rule.do != "protect":
        yield Objection("F09", "from goes with do: protect", ("from",))
    if rule.do == "unwrap" and not rule.css:
        yield Objection("F09", "unwrap takes an element, so it goes with css", ("do",))
    if rule.do == "trim" and not rule.text:
        yield Objection("F09", "trim takes a part of a block, so it goes with text", ("do",))


def _proof(rule: Rule) -> Iterator[Objection]:
    examples = rule.examples
    if rule.status != "on" or examples.cases:
        return
    wanted = (("remove", examples.remove), ("keep", examples.keep))
    if not rule.removes:
        wanted = (("hit", examples.hit), ("miss", examples.miss))
    missing = [name for name, given in wanted if not given]
    if missing:
        yield Objection(
            "Q01", f"expected at least one example under {' and '.join(f'examples.{name}' for name in missing)}"
        )


def _name(rule: Rule) -> Iterator[Objection]:
    if not rule.id.startswith(f"{rule.kind}."):
        wanted = f"expected an id that starts with its kind, such as {rule.kind}.something"
        yield Objection("F07", f"{wanted}, found {rule.id!r}", ("id",))
