"""Fixture pages: what came in, what a careful editor would leave, and what takes the rest today.

A folder a page: `page.html` or `page.txt`, `page.yaml` with its facts, `article.txt` with the right
article (missing where there is none), `trace.jsonl` with the removals as recorded.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from functools import cached_property
from pathlib import Path
from typing import Any

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.packs import project_folder
from cleaner.authoring.testing import Outcome, Result, fits
from cleaner.document.page import Page
from cleaner.errors import RuleError
from cleaner.io.atomic import write_text
from cleaner.rules.folders import find_upwards
from cleaner.rules.source_file import read_source
from cleaner.rules.yaml_source import Source

_TRACED = 80
"""Characters of a removed text that `trace.jsonl` holds. Not measured: they tell texts apart."""


@dataclass(frozen=True)
class FixturePage:
    """One folder."""

    folder: Path

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What page.yaml says.

        Raises `RuleError` if it is no YAML.
        """
        path = self.folder / "page.yaml"
        source = Source(str(path))
        content = source.read(read_source(path)) if path.exists() else {}
        if source.faults:
            raise RuleError(source.faults)
        return content if isinstance(content, dict) else {}

    @cached_property
    def page(self) -> Page:
        """What came in."""
        html = self.folder / "page.html"
        url = self.facts.get("url")
        if html.exists():
            return Page(html=html.read_bytes(), url=url)
        return Page(text=(self.folder / "page.txt").read_text("utf-8"), url=url)

    @cached_property
    def article(self) -> str | None:
        """What must be left; None where no article is expected."""
        path = self.folder / "article.txt"
        return path.read_text("utf-8").rstrip("\n") if path.exists() else None

    @property
    def trace_file(self) -> Path:
        """What took the rest, as recorded."""
        return self.folder / "trace.jsonl"

    @property
    def recorded(self) -> str:
        """The recorded removals; empty if there is no record yet."""
        return self.trace_file.read_text("utf-8") if self.trace_file.exists() else ""


def fixture_folders(start: Path | None = None) -> list[Path]:
    """Return the folders that hold fixture pages: the checkout's, and the nearest `.cleaner/fixtures`."""
    own = find_upwards(Path(".cleaner", "fixtures"), start)
    checkout = project_folder("fixtures/pages")
    return [folder for folder in (checkout, own) if folder]


def read_fixtures(folders: Iterable[Path] | None = None) -> list[FixturePage]:
    """Return the fixture pages in *folders*, by name."""
    found = fixture_folders() if folders is None else folders
    return [FixturePage(path) for folder in found for path in sorted(folder.iterdir()) if path.is_dir()]


def trace_lines(article: Article) -> str:
    """Return the removals of an article, one JSON object a line: what went, and for which reason."""
    removals = [
        {"block": r.block, "kind": r.kind, "source": r.source, "rule": r.rule, "text": r.text[:_TRACED]}
        for r in article.removals
    ]
    return "".join(json.dumps(removal, ensure_ascii=False) + "\n" for removal in removals)


def test_fixtures(cleaner: Cleaner, fixtures: Iterable[FixturePage], pattern: str = "*") -> list[Outcome]:
    """Clean each fixture page whose name fits *pattern*, and compare."""
    return [check_fixture(one, cleaner) for one in fixtures if fits(pattern, one.folder.name)]


test_fixtures.__test__ = False  # type: ignore[attr-defined]  # pytest must not take it for one of its own


def check_fixture(fixture: FixturePage, cleaner: Cleaner) -> Outcome:
    """Clean one fixture page: *missing* left a foreign line, *noisy* took article text, *wrong* has other reasons.

    A page whose page.yaml has a `todo` is known to fail; once it does not, that is *todo-passes-now*.
    """
    article = cleaner.clean(fixture.page)
    result, detail, file = _compare(fixture, article)
    if fixture.facts.get("todo") and result != "wrong":
        result = "todo-passes-now" if result == "ok" else "ok"
    line = next((at for at, text in enumerate(_lines(file), 1) if text and text in detail), 1)
    return Outcome("fixture", fixture.folder.name, result, str(file), line, detail)


def _compare(fixture: FixturePage, article: Article) -> tuple[Result, str, Path]:
    page_file = fixture.folder / "article.txt"
    if fixture.article is not None and article.text != fixture.article:
        wanted, found = fixture.article.split("\n"), article.text.split("\n")
        for line in found:
            if line not in wanted:
                return "missing", f"still there: {line}", page_file
        lost = next((line for line in wanted if line not in found), "")
        return "noisy", f"gone: {lost}", page_file
    if trace_lines(article) != fixture.recorded:
        return "wrong", "the removals or their reasons have changed; see --accept", fixture.trace_file
    return "ok", "", page_file


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines() if file.exists() else []


def trace_change(fixture: FixturePage, cleaner: Cleaner) -> str:
    """Return how the recorded removals would change, as a unified diff; empty if they would not."""
    new = trace_lines(cleaner.clean(fixture.page)).splitlines(keepends=True)
    old, name = fixture.recorded.splitlines(keepends=True), str(fixture.trace_file)
    return "".join(unified_diff(old, new, name, name, n=1))


def accept(fixture: FixturePage, cleaner: Cleaner) -> None:
    """Write down what takes the fixture page's text today."""
    write_text(fixture.trace_file, trace_lines(cleaner.clean(fixture.page)))
