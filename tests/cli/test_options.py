"""What several commands share: right spellings, one page, a cleaner of rules, policy, model and memory of sites."""

from pathlib import Path

import pytest
import typer

from cleaner.cli import options
from cleaner.document.policy import POLICIES, Policy
from cleaner.errors import InputError, PageError, StateError
from cleaner.sites import add_pages
from cleaner.sites.packed_page import PackedPage
from tests.cli.pages import RULE, written

FORMATS = ("text", "markdown", "html")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.mark.parametrize("value", FORMATS)
def test_one_of_what_is_allowed(value: str) -> None:
    assert options.one_of("format", value, FORMATS) == value


def test_md_is_markdown_where_there_is_markdown() -> None:
    assert options.one_of("format", "md", FORMATS) == options.one_of("format", "MD", FORMATS) == "markdown"
    assert options.one_of("format", "Text", FORMATS) == "text"
    with pytest.raises(typer.BadParameter, match="'md' is none of text, html"):
        options.one_of("format", "md", ("text", "html"))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("markdwn", "'markdwn' is none of text, markdown, html; did you mean 'markdown'?"),
        ("", "'' is none of text, markdown, html"),
        ("pdf", "'pdf' is none of text, markdown, html"),
    ],
)
def test_the_nearest_right_spelling_is_told(value: str, told: str) -> None:
    with pytest.raises(typer.BadParameter) as raised:
        options.one_of("format", value, FORMATS)
    assert (raised.value.message, raised.value.param_hint) == (told, "--format")


@pytest.mark.parametrize(("name", "known"), [(None, None), ("latin1", "latin1"), ("cp1251", "cp1251")])
def test_known_encoding(name: str | None, known: str | None) -> None:
    assert options.known_encoding(name) == known


def test_an_encoding_that_nobody_knows() -> None:
    with pytest.raises(ValueError, match="no such encoding: 'windows-1215'; did you mean 'windows-125"):
        options.known_encoding("windows-1215")


@pytest.mark.parametrize(
    ("kind", "content", "html", "text"),
    [
        ("auto", b"<p>Boat</p>", b"<p>Boat</p>", None),
        ("auto", b"Boat", None, "Boat"),
        ("html", b"Boat", b"Boat", None),
        ("text", b"<p>Boat</p>", None, "<p>Boat</p>"),
    ],
)
def test_read_one(tmp_path: Path, kind: str, content: bytes, html: bytes | None, text: str | None) -> None:
    path = tmp_path / "page"
    path.write_bytes(content)
    page = options.read_one(str(path), kind, "https://a.example/x", "de")
    assert (page.html, page.text, page.url, page.language) == (html, text, "https://a.example/x", "de")


@pytest.mark.parametrize(
    ("content", "arguments", "error"),
    [
        (None, ("auto", None, None), InputError),
        (b"", ("auto", None, None), InputError),
        (b"%PDF-1.7 \x00", ("auto", None, None), PageError),
        (b"Boat", ("htm", None, None), typer.BadParameter),
        (b"Boat", ("auto", None, None, "utf-9"), ValueError),
    ],
    ids=["missing", "empty", "pdf", "kind", "encoding"],
)
def test_what_cannot_be_read(
    tmp_path: Path, content: bytes | None, arguments: tuple[str | None, ...], error: type[Exception]
) -> None:
    path = tmp_path / "page"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error):
        options.read_one(str(path), *arguments)  # type: ignore[arg-type]


def test_what_a_cleaner_is_made_of(tmp_path: Path) -> None:
    rules = written(tmp_path / "mine.yaml", RULE)
    add_pages(tmp_path / "known.sqlite", [PackedPage("a.example", 7, b"")])
    made = options.make_cleaner([rules], ["generic"], ["Poll"], ["correction"], None, tmp_path / "known.sqlite")
    assert [rule.full_id for rule in made.rules.rules if rule.pack == "mine"] == ["mine/promo.harbour"]
    assert not [rule for rule in made.rules.rules if rule.full_id.startswith("generic/")]
    assert made.policy == Policy(frozenset({"poll"}), frozenset({"correction"}))
    assert made.site_memory
    assert made.site_memory.sites() == {"a.example": 1}


def test_a_policy_is_changed_by_kinds() -> None:
    made = options.make_cleaner(None, ["generic"], ["List"], ["quote"], policy="strict", own_folders=False)
    assert made.policy == POLICIES["strict"].changed(["list"], ["quote"])


def test_no_other_policy_is_taken() -> None:
    with pytest.raises(
        typer.BadParameter, match="'strickt' is none of news, strict, everything; did you mean 'strict'"
    ):
        options.make_cleaner(None, None, None, None, policy="strickt")


@pytest.mark.parametrize(
    ("arguments", "error", "told"),
    [
        ((None, ["nobody"], None, None), ValueError, "nobody"),
        ((None, None, ["nothing"], None), ValueError, "nothing"),
        ((None, None, None, ["nothing"]), ValueError, "nothing"),
        ((None, None, None, None, None, Path("none.sqlite")), StateError, "none.sqlite: cannot be read"),
    ],
    ids=["off", "keep", "drop", "memory"],
)
def test_names_that_do_not_exist(arguments: tuple[object, ...], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        options.make_cleaner(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "used", "told"),
    [
        ({}, True, "with the rules in {folder}; --no-folder-rules leaves them out\n"),
        ({"quiet": True}, True, ""),
        ({"own_folders": False}, False, ""),
    ],
    ids=["told", "quiet", "left out"],
)
def test_folders_that_are_used_unasked_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: dict[str, bool], used: bool, told: str
) -> None:
    folder = written(tmp_path / ".cleaner" / "rules" / "mine.yaml", RULE).parent
    made = options.make_cleaner(None, ["generic"], None, None, **settings)  # type: ignore[arg-type]
    assert ("mine/promo.harbour" in made.rules.by_id) is used
    assert capsys.readouterr().err == told.format(folder=folder)


def test_folders_that_are_not_used_are_told_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path / ".cleaner" / "rules" / "mine.yaml", RULE)
    file.chmod(0o666)
    options.say_folders("; never said of these")
    told = f"without the rules in {file.parent}: everybody may write to {file}; name it to use them all the same\n"
    assert capsys.readouterr().err == told
