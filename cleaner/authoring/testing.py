"""`test`: do the examples of rules hold? The engine cleans each with its rule alone, where the rule applies.

Outcomes are named as in ast-grep: *missing* left a `remove` example, *noisy* took a `keep` example,
*wrong* left another text than expected, *refused* found it and was stopped by a guard, and a `todo`
that goes already is *todo-passes-now*.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Literal

from cleaner.authoring.packs import PathLike, default_paths, read_packs
from cleaner.authoring.staging import Stage, example_block, example_page, suitable_context
from cleaner.html.snapshot import take_snapshot
from cleaner.matching.css import CssMatcher
from cleaner.matching.shape import ShapeMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules.schema import Case, Rule
from cleaner.text.block_text import BlockText

Result = Literal["ok", "missing", "noisy", "wrong", "refused", "todo-passes-now"]


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
    examples, stage = rule.examples, Stage(rule)
    wanted = [(text, True) for text in (*examples.remove, *examples.hit)]
    wanted += [(text, False) for text in (*examples.keep, *examples.miss)]
    for text, goes in wanted:
        yield _outcome(rule, text, *_try(stage, text, goes))
    for case in examples.cases:
        yield _outcome(rule, case.name, *_try_case(stage, case))
    for text in examples.todo:
        result, detail = _try(stage, text, True)
        yield _outcome(rule, text, "todo-passes-now" if result == "ok" else "ok", detail)


def _outcome(rule: Rule, example: str, result: Result, detail: str) -> Outcome:
    return Outcome(rule.full_id, example, result, rule.file, rule.line, detail)


def _try(stage: Stage, text: str, goes: bool) -> tuple[Result, str]:
    if stage.rule.do == "trim":
        return _try_trim(stage, text, goes)
    if not stage.rule.removes:
        return _expected(goes, _matches(stage.rule, text))
    found = stage.try_scrap(text) if stage.rule.css else stage.try_text(text)
    if not found.verdicts:
        # there is no text in it to be taken, such as a frame's
        return _expected(goes, _matches(stage.rule, text))
    if goes and found.guards and not found.takes_all:
        return "refused", f"by the guard {', '.join(found.guards)}"
    if goes:
        return ("ok", "") if found.takes_all else ("missing", "a part stays" if found.takes_some else "")
    return ("noisy", "" if found.takes_all else "a part goes") if found.takes_some else ("ok", "")


def _expected(goes: bool, found: bool) -> tuple[Result, str]:
    return ("ok" if found == goes else "missing" if goes else "noisy"), ""


def _matches(rule: Rule, text: str) -> bool:
    """Say whether a rule that takes nothing finds the example."""
    context = suitable_context(rule)
    if rule.css:
        return _finds_element(rule, text)
    block_texts = [BlockText(example_block(rule, text))]
    return bool([*TextMatcher([rule]).find(block_texts, context), *ShapeMatcher([rule]).find(block_texts, context)])


def _finds_element(rule: Rule, scrap: str) -> bool:
    snapshot = take_snapshot(example_page(scrap))
    if snapshot.element_index is None:
        return False
    return any(CssMatcher([rule]).find(snapshot.element_index, snapshot.layout, suitable_context(rule)))


def _try_trim(stage: Stage, text: str, goes: bool) -> tuple[Result, str]:
    before, _, after = text.partition(" => ")
    found = stage.try_text(before)
    left = found.verdicts[0].text
    if not goes:
        return ("noisy", "a part goes") if found.takes_some else ("ok", "")
    if not found.takes_some:
        return ("refused", f"by the guard {', '.join(found.guards)}") if found.guards else ("missing", "")
    return ("ok", "") if left == after.strip() else ("wrong", f"left {left!r}")


def _try_case(stage: Stage, case: Case) -> tuple[Result, str]:
    stays = stage.try_case(case)
    return ("ok", "") if stays == case.want else ("wrong", f"stays {list(stays)}, want {list(case.want)}")
