"""S07: selectors against the fixture pages, so that none takes the element that holds the article."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cleaner.authoring.lint.code import Code, Finding, pack_check
from cleaner.authoring.lint.study import Study
from cleaner.authoring.packs import project_folder
from cleaner.engine.guards import Mass
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher


@pack_check(
    Code(
        "S07",
        "takes-the-article",
        "error",
        "On a fixture page a selector matches the element that holds the article.",
        "The engine refuses it there; on the next page the same name may sit one element lower.",
        "css: .post",
        "a class of the box itself, or `except`.",
    )
)
def takes_the_article(study: Study) -> Iterator[Finding]:
    """Try the selectors of rules that remove on every fixture page."""
    subjects = {s.rule.full_id: s for s in study.sound if s.rule.css and s.rule.removes and s.is_general}
    matcher = CssMatcher([subject.rule for subject in subjects.values()])
    seen: set[str] = set()
    for name, snapshot in _fixtures():
        assert snapshot.element_index
        mass = Mass(snapshot.layout.blocks, snapshot.meta.metadata.title)
        for found in matcher.find(snapshot.element_index, snapshot.layout, PageContext(holds=snapshot.holds)):
            rule, tag = found.match.rule, found.element.tag
            if rule.full_id not in seen and mass.refuses(found.match, tag) == "root":
                seen.add(rule.full_id)
                yield subjects[rule.full_id].finding("S07", f"matches <{tag}> on the fixture page {name}")


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
