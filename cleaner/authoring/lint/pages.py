"""S07: selectors against the fixture pages, so that none takes an element that holds the article or its headline."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from cleaner.authoring.lint.code import Code, Finding, pack_check
from cleaner.authoring.lint.study import Study
from cleaner.authoring.packs import project_folder
from cleaner.engine.guards import Mass
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher
from cleaner.render.trace import GUARDS
from cleaner.rules.schema import Rule

_WORST_FIRST = ("root", "mass", "headline")
"""The engine's guards of single elements."""


@pack_check(
    Code(
        "S07",
        "takes-the-article",
        "error",
        "On a fixture page a selector matches an element that the engine refuses to take: its root or main element, an "
        "`article` with over half of the running text, what holds nearly all of it, or what holds the headline.",
        "There the rule does nothing; on the next page the same name may sit one element lower, or hold a little less.",
        "css: .post",
        "a class of the box itself, or `except`.",
    )
)
def takes_the_article(study: Study) -> Iterator[Finding]:
    """Try the selectors of rules that remove on every fixture page; of each rule tell the worst that it did."""
    subjects = {s.rule.full_id: s for s in study.sound if s.rule.css and s.rule.removes and s.is_general}
    worst: dict[str, tuple[int, str]] = {}
    for rule, guard, where in _refusals([subject.rule for subject in subjects.values()]):
        rank = _WORST_FIRST.index(guard)
        if rule not in worst or rank < worst[rule][0]:
            worst[rule] = rank, f"{where}, which is refused: {GUARDS[guard]}"
    for rule, (_, said) in worst.items():
        yield subjects[rule].finding("S07", said)


def _refusals(rules: Sequence[Rule]) -> Iterator[tuple[str, str, str]]:
    """Yield the full id of a rule that is refused an element, the guard that refuses it, and where."""
    matcher = CssMatcher(rules)
    for name, snapshot in _fixtures():
        assert snapshot.element_index
        mass = Mass(snapshot.layout.blocks, snapshot.meta.metadata.title)
        for found in matcher.find(snapshot.element_index, snapshot.layout, PageContext(holds=snapshot.holds)):
            guard = mass.refuses(found.match, found.element.tag)
            if guard in _WORST_FIRST:
                yield found.match.rule.full_id, guard, f"matches <{found.element.tag}> on the fixture page {name}"


@cache
def _fixtures() -> tuple[tuple[str, Snapshot], ...]:
    folder = project_folder("fixtures/pages")
    pages = (
        [path for path in sorted(folder.glob("*/page.html")) if (path.parent / "article.txt").exists()]
        if folder
        else []
    )
    return tuple((path.parent.name, made) for path in pages if (made := _snapshot(path)).element_index is not None)


def _snapshot(path: Path) -> Snapshot:
    return take_snapshot(path.read_bytes())
