"""`cleaner clean`: the article in every form, the line about what was taken, exit codes."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.cli.app import app
from cleaner.cli.clean import FORMATS, NO_ARTICLE, render, summary
from cleaner.document.page import Metadata, Page
from tests.cli.conftest import Call, Say
from tests.cli.pages import BARE, FERRY, PAGE, STORY, article, written
from tests.cli.test_app import run
from tests.learning.tideway import Leaf

DAYS = ("Tuesday", "Friday", "Sunday")
METADATA = Metadata("Ferry “back”", ("Nora Lind", "Otto Fisk"), "2026-06-05", url="https://a.example/x")


def test_clean_writes_the_article_and_nothing_else(call: Call) -> None:
    done = call("clean", PAGE)
    assert done.out == (PAGE.parent / "article.txt").read_text("utf-8")
    assert done.err.startswith("ok: kept ")
    assert len(done.err.splitlines()) == 1
    assert call("clean", "-q", PAGE).err == ""


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_trafilatura_when_unsure_is_told(call: Call, command: str) -> None:
    done = call(command, PAGE, "--trafilatura", "when-unsure")
    assert (done.out + done.err).splitlines()[-1].endswith("; trafilatura asked: rules take much")
    refused = call(command, PAGE, "--trafilatura", "when-sure", code=2)
    assert "did you mean 'when-unsure'?" in " ".join(refused.err.replace("│", " ").split())


def test_stdin_gzip_and_output_file(call: Call, tmp_path: Path) -> None:
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress(PAGE.read_bytes()))
    piped = call("clean", "-q", "-", given=PAGE.read_bytes()).out
    assert piped
    assert call("clean", "-q", packed).out == piped
    assert call("clean", "-q", PAGE, "-o", "article.txt").out == ""
    assert (tmp_path / "article.txt").read_text("utf-8") == piped


WRAPPED = "Ferry back\n\nThe ferry sails again\non Monday, it was said. The ramp\nis new.\n"


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        ("auto", ["Ferry back", "The ferry sails again", "on Monday, it was said. The ramp", "is new."]),
        ("lines", ["Ferry back", "The ferry sails again", "on Monday, it was said. The ramp", "is new."]),
        ("wrapped", ["Ferry back", "The ferry sails again on Monday, it was said. The ramp is new."]),
        ("one-line", ["Ferry back", "The ferry sails again", "on Monday, it was said.", "The ramp", "is new."]),
        ("markdown", ["Ferry back", "The ferry sails again on Monday, it was said. The ramp is new."]),
    ],
)
def test_the_form_of_a_text_can_be_given(call: Call, form: str, lines: list[str]) -> None:
    words = ("--input", "text", "--text-form", form)
    out = call("clean", "-q", "-", *BARE, *words, given=WRAPPED.encode(), code=None).out
    assert out.split("\n\n") == [*lines[:-1], f"{lines[-1]}\n"]


OTHER = STORY.replace("Ferry", "Boat").replace("ferry", "boat")
NOTHING = "<nav><a href=/>Home</a></nav>"


@pytest.mark.parametrize(
    ("words", "code", "out", "told"),
    [
        (["a.html", "b.html"], 0, "{a}\n{b}", ["a.html: short: kept", "b.html: short: kept"]),
        (["*l"], 1, "{a}\n{b}\n\n", ["a.html: short", "b.html: short", "c.html: empty: kept"]),
        (
            ["a.html", "bad.html", "b.html"],
            3,
            "{a}\n{b}",
            ["a.html: short", "cleaner: bad.html: ", "b.html: short: kept"],
        ),
        (["a.html", "none.html", "-q"], 3, "{a}", ["cleaner: none.html: there is no such file"]),
        (["a.html", "-", "-q"], 0, "{a}\n{b}", []),
    ],
    ids=["two", "glob", "unreadable", "missing", "stdin"],
)
def test_several_pages_one_after_another(
    call: Call, tmp_path: Path, words: list[str], code: int, out: str, told: list[str]
) -> None:
    for name, page in {"a.html": STORY, "b.html": OTHER, "c.html": NOTHING}.items():
        written(tmp_path / name, page)
    (tmp_path / "bad.html").write_bytes(b"%PDF-1.7 \x00")
    if "*l" in words:
        (tmp_path / "bad.html").unlink()
    done = call("clean", *BARE, *words, given=OTHER.encode(), code=code)
    assert done.out == out.format(a=f"{FERRY}\n", b=f"{FERRY.replace('ferry', 'boat')}\n")
    assert [line[: len(start)] for line, start in zip(done.err.splitlines(), told, strict=True)] == told


def test_several_pages_into_a_folder(call: Call, tmp_path: Path) -> None:
    for name, page in {"a.html": STORY, "b.html": OTHER}.items():
        written(tmp_path / name, page)
    assert call("clean", "-q", *BARE, "a.html", "b.html", "-o", "out", "--format", "md").out == ""
    assert {path.name: path.read_text() for path in (tmp_path / "out").iterdir()} == {
        "a.md": f"# Ferry back\n\n{FERRY}\n",
        "b.md": f"# Boat back\n\n{FERRY.replace('ferry', 'boat')}\n",
    }
    call("clean", "-q", *BARE, "none.html", "-o", "more/", code=3)
    assert not (tmp_path / "more").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["clean", "a.jsonl"], "cleaner: a.jsonl holds records, and `clean` takes pages: use run"),
        (["explain", "https://a.example/x"], "| cleaner explain - --url https://a.example/x"),
        (["clean", "a.jsonl", "-", "--url", "https://a.example/x"], "a.jsonl holds records"),
        (["clean", "a.html", "-", "--url", "https://a.example/x"], "is the address of one page, and there are 2"),
    ],
    ids=["records", "address", "records first", "two"],
)
def test_what_is_no_page_is_told(call: Call, tmp_path: Path, words: list[str], told: str) -> None:
    written(tmp_path / "a.jsonl", "{}")
    done = call(*words, *BARE, code=2)
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_data_is_told_from_text(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "story", '{\n  "text": "The ferry sails.",\n  "status": "ok"\n}\n')
    done = call("clean", "story", *BARE, code=3)
    told = "story: this is JSON, and no page: `cleaner run FILE.json` takes it, if there are pages in it"
    assert done.err == f"cleaner: {told}\n"
    assert call("clean", "story", "--input", "text", *BARE, code=None).out.startswith("{")


@pytest.fixture(scope="module")
def cleaned(bundled: Cleaner) -> Article:
    return bundled.clean(Page(html=PAGE.read_bytes()))


@pytest.mark.parametrize("with_metadata", [True, False])
@pytest.mark.parametrize("form", FORMATS)
def test_formats(form: str, with_metadata: bool, cleaned: Article) -> None:
    text = render(cleaned, form, with_metadata, removals=True)
    if form in ("json", "jsonl"):
        assert json.loads(text)["removals"]
    if form == "jsonl":
        assert text.count("\n") == 1
    starts = {"text": "title: ", "markdown": '---\ntitle: "', "html": "<!DOCTYPE html>", "json": "{\n", "jsonl": "{"}
    starts["xml"] = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns='
    if not with_metadata:
        starts |= {"text": cleaned.text, "markdown": cleaned.markdown()}
    assert text.startswith(starts[form])
    assert text.endswith("\n")


@pytest.mark.parametrize(
    ("pages", "count"), [(["a.html", "b.html"], 2), (["a.html", "bad.html"], 1), (["bad.html", "worse.html"], 0)]
)
def test_json_of_several_pages_is_one_list(call: Call, tmp_path: Path, pages: list[str], count: int) -> None:
    for name, page in {"a.html": STORY, "b.html": OTHER}.items():
        written(tmp_path / name, page)
    for name in ("bad.html", "worse.html"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 \x00")
    code = 3 if "bad.html" in pages else 0
    told = json.loads(call("clean", "-q", *BARE, *pages, "--format", "json", code=code).out)
    assert [one["title"] for one in told] == ["Ferry back", "Boat back"][:count]
    lines = call("clean", "-q", *BARE, *pages, "--format", "jsonl", code=code).out.splitlines()
    assert [json.loads(line) for line in lines] == told


@pytest.mark.parametrize("asked", [["--removals"], ["--comments"], ["--removals", "--comments"], []], ids=str)
def test_what_is_long_is_in_json_where_it_is_asked_for(asked: list[str], call: Call, cleaned: Article) -> None:
    told = json.loads(call("clean", "-q", PAGE, "--format", "json", *asked).out)
    names = {f"--{name}" for name in ("removals", "comments") if name in told}
    assert names == set(asked)
    assert told["tags"] == list(cleaned.tags)


LINKED = f"{STORY}<p>{FERRY} <a href=/timetable>{FERRY}</a></p><p><img src=/boat.png alt=Boat></p><p>{FERRY} Yes.</p>"


@pytest.mark.parametrize("form", ["markdown", "html", "xml"])
@pytest.mark.parametrize(
    ("options", "has_link", "has_image"),
    [((), True, False), (("--no-links",), False, False), (("--no-links", "--images"), False, True)],
    ids=["as it is", "no links", "images"],
)
def test_links_and_images(form: str, options: tuple[str, ...], has_link: bool, has_image: bool, call: Call) -> None:
    words = ("--url", "https://a.example/news", "--format", form, *options)
    said = call("clean", "-", "-q", *BARE, *words, given=LINKED.encode()).out
    assert ("https://a.example/timetable" in said) is has_link
    assert ("https://a.example/boat.png" in said) is has_image
    assert said.count(FERRY) >= 3


@pytest.mark.parametrize(
    ("form", "metadata", "text"),
    [
        ("text", Metadata(), "\nBoat\n"),
        ("text", Metadata("Ferry"), "title: Ferry\n\nBoat\n"),
        (
            "text",
            METADATA,
            "title: Ferry “back”\nauthors: Nora Lind, Otto Fisk\ndate: 2026-06-05\nurl: https://a.example/x\n\nBoat\n",
        ),
        ("markdown", Metadata(date="2026"), '---\ndate: "2026"\n---\n\nBoat\n'),
        ("markdown", Metadata(authors=('O. "Tide" F.',)), '---\nauthors: "O. \\"Tide\\" F."\n---\n\nBoat\n'),
    ],
    ids=["none", "title", "all", "markdown", "quoted"],
)
def test_what_is_known_stands_before_the_text(form: str, metadata: Metadata, text: str) -> None:
    assert render(article(("Boat", ""), metadata=metadata), form, True) == text


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([], "ok: kept 0 of 0 blocks, removed 0% of the text"),
        ([("Boat", "")], "ok: kept 1 of 1 block, removed 0% of the text"),
        ([("Boat", ""), ("Boat", "share")], "ok: kept 1 of 2 blocks, removed 50% of the text (1 share)"),
        (
            [("Boat", ""), *[("Boat", "share")] * 2, ("Boat", "ad")],
            "ok: kept 1 of 4 blocks, removed 75% of the text (2 share, 1 ad)",
        ),
        (
            [("Boat", kind) for kind in ("share", "ad", "poll", "tags", "live", "ui")],
            "ok: kept 0 of 6 blocks, removed 100% of the text (1 share, 1 ad, 1 poll, 1 tags, 1 live,"
            " and 1 other kind)",
        ),
    ],
    ids=["empty", "whole", "half", "kinds", "many kinds"],
)
def test_summary(blocks: list[tuple[str, str]], said: str) -> None:
    assert summary(article(*blocks)) == said


@pytest.mark.parametrize(
    ("page", "code", "status"),
    [
        (STORY + "".join(f"<p>{FERRY.replace('Monday', day)} {FERRY}</p>" for day in DAYS), 0, "ok"),
        (STORY, 0, "short"),
        ("<main><p>Boat</p></main>", 1, "not-an-article"),
        ("<nav><a href=/>Home</a></nav>", 1, "empty"),
    ],
)
def test_the_exit_code_says_whether_there_is_an_article(call: Call, page: str, code: int, status: str) -> None:
    done = call("clean", "-", *BARE, given=page.encode(), code=code)
    assert done.err.split(":")[0] == status
    assert (status in NO_ARTICLE) is bool(code)


def test_nothing_like_an_article_leaves_with_1(call: Call) -> None:
    call("clean", "-", given=b"<html><body><nav><a href=/>Home</a></nav></body></html>", code=1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "markdwn"), "did you mean 'markdown'?"),
        (("--input", "htm"), "'htm' is none of auto, html, text; did you mean 'html'?"),
        (
            ("--text-form", "markdwn"),
            "'markdwn' is none of auto, lines, wrapped, torn, one-line, markdown; did you",
        ),
        (("--keep", "nothing"), "--keep: no such kind: nothing; there are ad-marker "),
        (("--keep", "Shar"), "--keep: no such kind: Shar; did you mean 'share'?"),
        (("--drop", "agencie"), "--drop: no such kind: agencie; did you mean 'agency'?"),
        (("--off", "nothing"), "nothing"),
        (("--encoding", "windows-1215"), "did you mean 'windows-125"),
        (("-o", "page.html"), "-o page.html would write over, or into, what is read from page.html: write elsewhere"),
        (("--limit", "3"), "No such option: --limit"),
    ],
    ids=["format", "input", "form", "keep", "near", "drop", "off", "encoding", "clash", "option"],
)
def test_wrong_use(call: Call, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    page = written(tmp_path / "page.html", STORY)
    done = call("clean", "page.html", *BARE, *words, code=2)
    assert told in done.told
    assert done.out == ""
    assert page.read_text("utf-8") == STORY


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("none/page.txt", "none/page.txt: there is no folder {here}/none"),
        ("folder", "folder is a folder, and the name of a file is wanted; folder/ writes a file into it"),
        ("notes/page.txt", "notes/page.txt: there is no folder {here}/notes"),
        ("/dev/full", "/dev/full: cannot be written: No space left on device"),
    ],
    ids=["missing folder", "folder", "file for a folder", "full"],
)
def test_an_output_that_cannot_be_written_is_one_line(call: Call, tmp_path: Path, output: str, told: str) -> None:
    written(tmp_path / "page.html", STORY)
    written(tmp_path / "notes", "mine")
    (tmp_path / "folder").mkdir()
    done = call("clean", "page.html", *BARE, "-o", output, code=3)
    assert done.err == f"cleaner: {told.format(here=tmp_path)}\n"
    assert done.out == ""
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "notes", "page.html"]


PARAGRAPH = "<p>The ferry sails again on <a href={}>Monday</a>, the harbour office said, and takes the mail along.</p>"


@pytest.mark.parametrize(
    ("targets", "options", "told"),
    [
        (["/mail"], [], ["1 link is left out, being relative; --url ADDRESS says to what"]),
        (["mail", "../mail"], [], ["2 links are left out, being relative; --url ADDRESS says to what"]),
        (["/mail"], ["--url", "https://a.example/"], []),
        (["/mail"], ["--no-links"], []),
        (["/mail"], ["--format", "text"], []),
        (["https://a.example/", "#mail", "mailto:a@b.example"], [], []),
    ],
)
def test_links_that_lead_nowhere_are_told(
    call: Call, tmp_path: Path, targets: list[str], options: list[str], told: list[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Ferry back</h1>" + "".join(map(PARAGRAPH.format, targets)))
    done = call("clean", page, "--format", "markdown", *options, code=0)
    assert done.err.splitlines()[1:] == told


def test_rules_that_are_held_back_are_told(call: Call, tmp_path: Path) -> None:
    examples = "{remove: [<p>Boat</p>], keep: [<div>Boat</div>]}"
    rule = f"{{id: promo.all, kind: promo, why: Takes all of a page., css: p, examples: {examples}}}"
    greedy = f"format: 1\npack: mine\nrules:\n  - {rule}\n"
    written(tmp_path / "mine.yaml", greedy)
    page = STORY + "".join(f"<p>{FERRY.replace('Monday', f'day {at}')}</p>" for at in range(8))
    done = call("clean", "-", *BARE, "--rules", "mine.yaml", given=page.encode())
    assert done.err.splitlines()[1].startswith("1 rule was held back, since the article would have gone with it: ")
    assert FERRY in done.out
    assert call("clean", "-q", "-", *BARE, "--rules", "mine.yaml", given=page.encode()).err == ""


def test_a_line_of_fifty_megabytes() -> None:
    done = run("clean", "-", given=b"The ferry sails again on Monday. " * 1_600_000)
    assert done.returncode == 0
    assert len(done.stdout) > 50_000_000


def test_clean_and_explain_with_a_memory(few: list[Leaf], memory: Path, say: Say, tmp_path: Path) -> None:
    bridge = "From the archive: the bridge that was never built"
    leaf = next(leaf for leaf in few if bridge in leaf.html)
    page = tmp_path / "page.html"
    page.write_text(leaf.html, "utf-8")
    assert bridge in say("clean", page).stdout
    assert bridge not in say("clean", page, "--site-memory", memory).stdout
    told = say("explain", page, "--site-memory", memory, "--block", bridge, "--all").stdout
    assert "site: its text stands on" in told


@pytest.mark.parametrize("content", ["{}", "no base", '{"format": 9, "sites": []}', "SQLite format 3\0"])
def test_what_is_no_memory_is_said_so(content: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "sites.sqlite"
    path.write_text(content, "utf-8")
    done = CliRunner().invoke(app, ["clean", str(folder / "000.html"), "--site-memory", str(path)])
    assert str(path) in str(done.exception)
