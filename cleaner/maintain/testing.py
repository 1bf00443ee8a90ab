"""`test`: do the examples of rules hold? Each is tried against its rule alone, on a page where it applies.

Outcomes are named as in ast-grep: *missing* left a `remove` example, *noisy* took a `keep` example,
*wrong* left another text than expected, *refused* found it and was stopped by a guard, and a `todo`
that goes already is *todo-passes-now*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Literal

from cleaner.dom.snapshot import take_snapshot
from cleaner.guards import Mass, refuses_prose
from cleaner.ledger import Ledger, text_without
from cleaner.maintain.packs import PathLike, default_paths, read_packs
from cleaner.matchers.css import CssMatcher
from cleaner.matchers.match import Match
from cleaner.matchers.narrow import Setting
from cleaner.matchers.reading import Reading
from cleaner.matchers.shape import ShapeMatcher
from cleaner.matchers.text import TextMatcher
from cleaner.model import Block, Policy, Trim
from cleaner.pipeline import Cleaner
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Case, Rule
from cleaner.verdict import write_match

Result = Literal["ok", "missing", "noisy", "wrong", "refused", "todo-passes-now"]

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_TAGS = {"h": "h2", "quote": "blockquote", "caption": "figcaption", "cell": "td"}
_PROSE = "<p>The council met on Tuesday and agreed, after a long debate, to mend the old bridge over the river.</p>"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one example of one rule, or one fixture page, came to.

    *line* is the example's own line in *file*; `check_rule`, which knows no file, gives the rule's.
    """

    rule: str
    example: str
    result: Result
    file: str
    line: int
    detail: str = ""

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.file}:{self.line}: {self.result}: {self.rule}: {self.example!r}{detail}"


def test(*paths: PathLike, pattern: str = "*") -> list[Outcome]:
    """Try the examples of all rules in *paths*, by default in all packs, whose id fits *pattern*.

    *pattern* is a glob over full ids, or a part of one.

    Raises `RuleError` for broken files.
    """
    packs = read_packs(paths or default_paths()).require()
    outcomes = []
    for rule in packs.rules.rules:
        if fits(pattern, rule.full_id) and rule.status != "retired":
            file = packs.by_name[rule.file]
            outcomes += [replace(one, line=file.line_of(rule, one.example, "examples")) for one in check_rule(rule)]
    return outcomes


test.__test__ = False  # type: ignore[attr-defined]  # pytest must not take it for one of its own


def fits(pattern: str, name: str) -> bool:
    """Say whether *name*, or what follows its pack, matches the glob *pattern*, or holds it."""
    return any(fnmatchcase(one, pattern) for one in (name, name.partition("/")[2])) or pattern in name


def check_rule(rule: Rule) -> Iterator[Outcome]:
    """Try every example of *rule*."""
    examples = rule.examples
    wanted = [(text, True) for text in (*examples.remove, *examples.hit)]
    wanted += [(text, False) for text in (*examples.keep, *examples.miss)]
    for text, goes in wanted:
        yield _outcome(rule, text, *_try(rule, text, goes))
    for case in examples.cases:
        yield _outcome(rule, case.name, *_try_case(rule, case))
    for text in examples.todo:
        result, detail = _try(rule, text, True)
        yield _outcome(rule, text, "todo-passes-now" if result == "ok" else "ok", detail)


def _outcome(rule: Rule, example: str, result: Result, detail: str) -> Outcome:
    return Outcome(rule.full_id, example, result, rule.file, rule.line, detail)


def _try(rule: Rule, text: str, goes: bool) -> tuple[Result, str]:
    if rule.do == "trim":
        return _try_trim(rule, text, goes)
    whole, some, guard = _took_elements(rule, text) if rule.css else _took_block(rule, text)
    if goes:
        if guard and not whole:
            return "refused", f"by the guard {guard}"
        return ("ok", "") if whole else ("missing", "a part stays" if some else "")
    return ("noisy", "" if whole else "a part goes") if some else ("ok", "")


def suitable_setting(rule: Rule) -> Setting:
    """Return a page setting in which *rule* applies."""
    host = (rule.where.hosts or ("=page.example",))[0].lstrip("=").replace(".*", ".example")
    path = (rule.where.paths or ("/",))[0].replace("*", "x")
    language = (rule.where.langs or (None,))[0]
    return Setting(f"https://{host}{path}", language, frozenset(rule.where.platform), lambda selector: True)


def _took_block(rule: Rule, text: str) -> tuple[bool, bool, str]:
    block = example_block(rule, text)
    found = bool(_found(rule, [block]))
    guard = refuses_prose(rule, Reading(block)) if found else ""
    return found and not guard, found and not guard, guard


def _found(rule: Rule, blocks: list[Block]) -> list[Match]:
    readings = [Reading(block) for block in blocks]
    setting = suitable_setting(rule)
    return [*TextMatcher([rule]).find(readings, setting), *ShapeMatcher([rule]).find(readings, setting)]


def example_block(rule: Rule, text: str, number: int = 0) -> Block:
    """Make a block of an example: `# ` makes a heading, `- ` a list item, `[...]` a link."""
    linked = sum(len(inside) for inside in _BRACKETS.findall(text)) if rule.block.links else 0
    plain = _BRACKETS.sub(r"\1", text) if rule.block.links else text
    role = next(iter(rule.block.tag), "p")
    for mark, tag in (("# ", "h2"), ("- ", "li")):
        if plain.startswith(mark):
            return Block(number, plain.removeprefix(mark), tag, (), linked)
    return Block(number, plain, _TAGS.get(role, role), (), linked)


def _case_block(rule: Rule, text: str, number: int) -> Block:
    marked = text.startswith(("# ", "- ")) or rule.block.links
    return example_block(rule, text, number) if marked else Block(number, text)


def example_page(scrap: str) -> str:
    """Put a scrap of HTML in the middle of an article, inside an element of the id `cleaner-example`."""
    return f"<html><body>{_PROSE * 8}<div id='cleaner-example'>{scrap}</div>{_PROSE * 8}</body></html>"


def _took_elements(rule: Rule, scrap: str) -> tuple[bool, bool, str]:
    snapshot = take_snapshot(example_page(scrap))
    if snapshot.survey is None:
        return False, False, ""
    found = list(CssMatcher([rule]).find(snapshot.survey, snapshot.layout, suitable_setting(rule)))
    ledger = Ledger(snapshot.layout.blocks)
    mass = Mass(snapshot.layout.blocks, None)
    example = snapshot.survey.by_anchor["id"]["cleaner-example"][0]
    extent = snapshot.layout.extents[example]
    inside = range(extent.first, extent.last)
    if not rule.removes or not inside:
        return bool(found), bool(found), ""
    refused = [one for one in found if mass.refuses(one.match, one.element.tag) == "root"]
    acting = [one.match for one in found if one not in refused]
    for match in acting:
        write_match(match, ledger)
    gone = [number for number in inside if ledger.is_claimed(number)]
    some = bool(gone) or any(match.spans for match in acting)
    return len(gone) == len(inside), some, "root" if refused else ""


def _try_trim(rule: Rule, text: str, goes: bool) -> tuple[Result, str]:
    before, _, after = text.partition(" => ")
    block = example_block(rule, before)
    spans = [span for match in _found(rule, [block]) for span in match.spans]
    if not goes:
        return ("noisy", "a part goes") if spans else ("ok", "")
    if not spans:
        return "missing", ""
    left = text_without(block, (Trim(start, end, rule.full_id, rule.kind) for _, start, end in spans))
    return ("ok", "") if left == after.strip() else ("wrong", f"left {left!r}")


def _try_case(rule: Rule, case: Case) -> tuple[Result, str]:
    policy = Policy(drop=frozenset() if rule.kind == "protect" else frozenset({rule.kind}))
    cleaner = Cleaner(RuleSet((rule,), dict.fromkeys(rule.where.platform, ())), policy)
    blocks = [_case_block(rule, text, number) for number, text in enumerate(case.blocks)]
    verdicts = cleaner.judge(blocks, suitable_setting(rule)).verdicts()
    stays = tuple(verdict.block.number for verdict in verdicts if verdict.kept)
    return ("ok", "") if stays == case.want else ("wrong", f"stays {list(stays)}, want {list(case.want)}")
