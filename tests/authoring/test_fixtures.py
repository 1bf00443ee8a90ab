"""Fixture pages: read from their folders, cleaned, compared with what is recorded."""

import json
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.fixtures import (
    FixturePage,
    accept,
    check_fixture,
    fixture_folders,
    read_fixtures,
    test_fixtures,
    trace_change,
    trace_lines,
)
from cleaner.document.page import Page
from cleaner.errors import RuleError
from cleaner.rules import RuleSet
from tests.authoring.small_packs import rules
from tests.authoring.small_pages import FOREIGN, PHOTOS, html
from tests.conftest import ROOT

CLEANER = Cleaner(rules(PHOTOS))
ROPE = "Rope is dear this year."
HTML = html(f"<p>{FOREIGN}</p>", f"<p>{ROPE}</p>")
ARTICLE = CLEANER.clean(Page(html=HTML))


@pytest.fixture
def fixture(tmp_path: Path) -> FixturePage:
    """A page of which all is right and recorded."""
    (tmp_path / "page.html").write_text(HTML, "utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE.text + "\n", "utf-8")
    (tmp_path / "trace.jsonl").write_text(trace_lines(ARTICLE), "utf-8")
    return FixturePage(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "result", "detail", "line"),
    [
        (ARTICLE.text, "ok", "", 1),
        (ARTICLE.text.replace(f"{ROPE}\n\n", ""), "missing", f"still there: {ROPE}", 1),
        (f"{ARTICLE.text}\n\nA last line.", "noisy", "gone: A last line.", 27),
        (None, "ok", "", 1),  # no article is expected
    ],
    ids=["right", "a line too much", "a line too few", "no article"],
)
@pytest.mark.parametrize("todo", [False, True], ids=["", "todo"])
def test_what_is_left(
    wanted: str | None, result: str, detail: str, line: int, todo: bool, fixture: FixturePage
) -> None:
    article = fixture.folder / "article.txt"
    article.write_text(f"{wanted}\n", "utf-8") if wanted else article.unlink()
    if todo:
        (fixture.folder / "page.yaml").write_text("todo: not yet\n", "utf-8")
        result = "todo-passes-now" if result == "ok" else "ok"
    found = check_fixture(fixture, CLEANER)
    assert (found.rule, found.example, found.result, found.detail, found.line) == (
        "fixture",
        fixture.folder.name,
        result,
        detail,
        line,
    )


@pytest.mark.parametrize("todo", [False, True], ids=["", "todo"])
def test_other_reasons_are_wrong_whatever_is_left_to_do(todo: bool, fixture: FixturePage) -> None:
    fixture.trace_file.write_text(fixture.recorded.replace("promo.one", "promo.two"), "utf-8")
    if todo:
        (fixture.folder / "page.yaml").write_text("todo: not yet\n", "utf-8")
    found = check_fixture(fixture, CLEANER)
    assert (found.result, found.file) == ("wrong", str(fixture.trace_file))


def test_accept(fixture: FixturePage) -> None:
    assert trace_change(fixture, CLEANER) == ""
    fixture.trace_file.unlink()
    assert fixture.recorded == ""
    change = trace_change(fixture, CLEANER).splitlines()
    assert change[:2] == [f"--- {fixture.trace_file}", f"+++ {fixture.trace_file}"]
    assert [line[1:] for line in change[3:]] == trace_lines(ARTICLE).splitlines()
    accept(fixture, CLEANER)
    assert fixture.recorded == trace_lines(ARTICLE)
    assert check_fixture(fixture, CLEANER).result == "ok"


def test_trace_lines() -> None:
    assert [json.loads(line) for line in trace_lines(ARTICLE).splitlines()] == [
        {"block": 0, "kind": "headline", "source": "evidence", "rule": "", "text": "The bridge"},
        {"block": 7, "kind": "promo", "source": "rule", "rule": "mine/promo.one", "text": FOREIGN},
    ]
    long = Cleaner(rules("css: .long")).clean(Page(html=html(f'<p class="long">Ä{"ö" * 90}</p>')))
    assert f'"text": "Ä{"ö" * 79}"}}' in trace_lines(long)


@pytest.mark.parametrize(
    ("files", "html", "text", "url"),
    [
        ({"page.html": HTML, "page.yaml": "url: https://a.example/1\n"}, HTML.encode(), None, "https://a.example/1"),
        ({"page.txt": "A line."}, None, "A line.", None),
        ({"page.txt": "A line.", "page.yaml": "- a list\n"}, None, "A line.", None),
    ],
    ids=["html", "text", "facts that are none"],
)
def test_the_page(files: dict[str, str], html: bytes | None, text: str | None, url: str | None, tmp_path: Path) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    page = FixturePage(tmp_path).page
    assert (page.html, page.text, page.url) == (html, text, url)


def test_facts_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "page.yaml").write_text("url: [\n", "utf-8")
    with pytest.raises(RuleError, match=r"page\.yaml:"):
        _ = FixturePage(tmp_path).facts


def test_folders(tmp_path: Path) -> None:
    assert fixture_folders(tmp_path) == [ROOT / "fixtures" / "pages"]
    own = tmp_path / ".cleaner" / "fixtures"
    own.mkdir(parents=True)
    assert fixture_folders(tmp_path / "deep") == [ROOT / "fixtures" / "pages", own]


@pytest.mark.parametrize(
    ("pattern", "names"), [("*", ["a-page", "b-page"]), ("a-*", ["a-page"]), ("b", ["b-page"]), ("c", [])]
)
def test_reading_and_trying_those_of_a_name(pattern: str, names: list[str], tmp_path: Path) -> None:
    for name in ("b-page", "a-page"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text("A line.", "utf-8")
    (tmp_path / "README.md").write_text("no page", "utf-8")
    found = test_fixtures(Cleaner(RuleSet()), read_fixtures([tmp_path]), pattern)
    assert [one.example for one in found] == names
