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
from tests.learning.tideway import WEEKEND, Leaf

DAYS = ("Tuesday", "Friday", "Sunday")
METADATA = Metadata("Ferry “back”", ("Nora Lind", "Otto Fisk"), "2026-06-05", url="https://a.example/x")


def test_clean_writes_the_article_and_nothing_else(call: Call) -> None:
    done = call("clean", PAGE)
    assert done.out == (PAGE.parent / "article.txt").read_text("utf-8")
    assert done.err.startswith("ok: kept ")
    assert len(done.err.splitlines()) == 1
    assert call("clean", "-q", PAGE).err == ""


def test_stdin_gzip_and_output_file(call: Call, tmp_path: Path) -> None:
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress(PAGE.read_bytes()))
    piped = call("clean", "-q", "-", given=PAGE.read_bytes()).out
    assert piped
    assert call("clean", "-q", packed).out == piped
    assert call("clean", "-q", PAGE, "-o", "article.txt").out == ""
    assert (tmp_path / "article.txt").read_text("utf-8") == piped


@pytest.fixture(scope="module")
def cleaned(bundled: Cleaner) -> Article:
    return bundled.clean(Page(html=PAGE.read_bytes()))


@pytest.mark.parametrize("with_metadata", [True, False])
@pytest.mark.parametrize("form", FORMATS)
def test_formats(form: str, with_metadata: bool, cleaned: Article) -> None:
    text = render(cleaned, form, with_metadata)
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
        ([("Boat", "")], "ok: kept 1 of 1 blocks, removed 0% of the text"),
        ([("Boat", ""), ("Boat", "share")], "ok: kept 1 of 2 blocks, removed 50% of the text (1 share)"),
        (
            [("Boat", ""), *[("Boat", "share")] * 2, ("Boat", "ad")],
            "ok: kept 1 of 4 blocks, removed 75% of the text (2 share, 1 ad)",
        ),
        (
            [("Boat", kind) for kind in ("share", "ad", "poll", "tags", "live", "ui")],
            "ok: kept 0 of 6 blocks, removed 100% of the text (1 share, 1 ad, 1 poll, 1 tags, 1 live)",
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
        (("--keep", "nothing"), "nothing"),
        (("--off", "nothing"), "nothing"),
        (("--encoding", "windows-1215"), "did you mean 'windows-125"),
        (("-o", "page.html"), "-o page.html would write over, or into, what is read from page.html: write elsewhere"),
        (("-o", "none/page.txt"), "none"),
        (("--limit", "3"), "No such option: --limit"),
    ],
    ids=["format", "input", "keep", "off", "encoding", "clash", "folder", "option"],
)
def test_wrong_use(call: Call, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    page = written(tmp_path / "page.html", STORY)
    done = call("clean", "page.html", *BARE, *words, code=2)
    assert told in done.told
    assert done.out == ""
    assert page.read_text("utf-8") == STORY


def test_rules_that_are_held_back_are_told(call: Call, tmp_path: Path) -> None:
    examples = "{remove: [<p>Boat</p>], keep: [<div>Boat</div>]}"
    rule = f"{{id: promo.all, kind: promo, why: Takes all of a page., css: p, examples: {examples}}}"
    greedy = f"format: 1\npack: mine\nrules:\n  - {rule}\n"
    written(tmp_path / "mine.yaml", greedy)
    page = STORY + "".join(f"<p>{FERRY.replace('Monday', f'day {at}')}</p>" for at in range(8))
    done = call("clean", "-", *BARE, "--rules", "mine.yaml", given=page.encode())
    assert done.err.splitlines()[1].startswith("1 rule was held back, since the article would have gone with them: ")
    assert FERRY in done.out
    assert call("clean", "-q", "-", *BARE, "--rules", "mine.yaml", given=page.encode()).err == ""


def test_a_line_of_fifty_megabytes() -> None:
    done = run("clean", "-", given=b"The ferry sails again on Monday. " * 1_600_000)
    assert done.returncode == 0
    assert len(done.stdout) > 50_000_000


def test_clean_and_explain_with_a_profile(few: list[Leaf], profile: Path, say: Say, tmp_path: Path) -> None:
    leaf = next(leaf for leaf in few if WEEKEND[1] in leaf.html)
    page = tmp_path / "page.html"
    page.write_text(leaf.html, "utf-8")
    assert WEEKEND[1] in say("clean", page).stdout
    assert WEEKEND[1] not in say("clean", page, "--profile", profile).stdout
    assert WEEKEND[1] in say("clean", page, "--profile", profile, "--keep", "promo").stdout
    told = say("explain", page, "--profile", profile, "--block", WEEKEND[1]).stdout
    assert "removed: promo by profile:tideway-post.example/" in told
    assert "because: House text of this site: on" in told


@pytest.mark.parametrize("content", ["{}", "no json", '{"format": 9, "sites": []}', '{"format": 1, "sites": [1]}'])
@pytest.mark.parametrize("name", ["profile.json", "profile.sqlite"])
def test_what_is_no_profile_is_said_so(profile: Path, name: str, content: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    done = CliRunner().invoke(app, ["clean", str(folder / "000.html"), "--profile", str(path)])
    assert str(path) in str(done.exception)
