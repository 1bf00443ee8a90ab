"""Pages to try rules on, in every form in which they come."""

import gzip
import json
from pathlib import Path

import pytest

from cleaner.authoring.corpus import Truth, read_corpus
from cleaner.errors import InputError

HTML = "<p>The ferry sails again on Monday.</p>"


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = text.encode("utf-8")
    path.write_bytes(gzip.compress(made) if path.suffix.lower() == ".gz" else made)


TRUTH = json.dumps({"id": "a", "url": "https://x.example", "lang": "en", "body": "Truth."})


@pytest.mark.parametrize(
    ("files", "asked", "ids", "truths"),
    [
        ({"b/a.html": HTML, "a.htm": HTML, "c.txt": "A line."}, "", ["a.htm", "b/a.html", "c.txt"], [None] * 3),
        ({"a.html.gz": HTML, "a.md": "x", "a.json": "{}"}, "", ["a.html.gz"], [None]),
        ({"A.HTML.GZ": HTML, "B.Htm": HTML, "C.TXT": "A line."}, "", ["A.HTML.GZ", "B.Htm", "C.TXT"], [None] * 3),
        ({"P.JSONL": '{"text": "A"}'}, "P.JSONL", ["P.JSONL:1"], [None]),
        ({"a.html": HTML}, "a.html", ["a.html"], [None]),
        ({"one/page.html": HTML, "one/article.txt": "Truth.\n"}, "", ["one"], ["Truth."]),
        ({"one/page.txt": "A line."}, "", ["one"], [None]),
        ({"html/a.html.gz": HTML, "truth.jsonl.gz": TRUTH}, "", ["a"], ["Truth."]),
        ({"html/a.html.gz": HTML, "truth.jsonl": TRUTH}, "", ["a"], ["Truth."]),
        (
            {"p.jsonl": '{"text": "A"}\n\n{"id": "b", "html": "<p>B</p>", "truth": "B"}\n{"html": "", "article": "C"}'},
            "p.jsonl",
            ["p.jsonl:1", "b", "p.jsonl:4"],
            [None, "B", "C"],
        ),
        ({"p.ndjson.gz": '{"id": 7, "text": "A"}\n[1]\n'}, "p.ndjson.gz", ["7"], [None]),
    ],
    ids=[
        "a folder", "packed", "capitals", "lines in capitals",
        "a page", "a fixture", "a fixture of text", "a known set, packed", "a known set",
        "lines", "packed lines",
    ],
)  # fmt: skip
def test_read_corpus(
    files: dict[str, str], asked: str, ids: list[str], truths: list[str | None], tmp_path: Path
) -> None:
    for name, text in files.items():
        put(tmp_path / name, text)
    found = read_corpus(tmp_path / asked)
    assert [one.id for one in found] == ids
    assert [one.truth for one in found] == truths
    assert all(one.read() for one in found)


@pytest.mark.parametrize(
    ("line", "html", "text", "url", "language"),
    [
        ('{"text": "A line.", "url": "https://x.example"}', None, "A line.", "https://x.example", None),
        ('{"html": "<p>B</p>", "lang": "en"}', "<p>B</p>", None, None, "en"),
        ('{"html": "<p>B</p>", "text": "B", "language": "de", "lang": "en"}', "<p>B</p>", None, None, "de"),
        ("{}", None, "", None, None),
    ],
)
def test_a_line_is_a_page(
    line: str, html: str | None, text: str | None, url: str | None, language: str | None, tmp_path: Path
) -> None:
    put(tmp_path / "p.jsonl", line)
    page = read_corpus(tmp_path / "p.jsonl")[0].read()
    assert (page.html, page.text, page.url, page.language) == (html, text, url, language)


def test_what_a_known_set_knows_of_a_page(tmp_path: Path) -> None:
    put(tmp_path / "html" / "a.html.gz", HTML)
    put(tmp_path / "truth.jsonl.gz", TRUTH)
    page = read_corpus(tmp_path)[0].read()
    assert (page.url, page.language) == ("https://x.example", "en")


@pytest.mark.parametrize(
    ("files", "asked", "message"),
    [
        ({}, "", "expected pages (.html, .htm, .txt, .jsonl, each also .gz), found none"),
        ({"a.md": "x"}, "", "expected pages (.html, .htm, .txt, .jsonl, each also .gz), found none"),
        ({"a.jsonl": "[1]"}, "a.jsonl", "expected pages (.html, .htm, .txt, .jsonl, each also .gz), found none"),
        ({"a.jsonl": "\n"}, "a.jsonl", "a.jsonl is empty"),
        ({}, "no", "there is no such file or folder"),
        ({"a.jsonl": '{"text": "A"}\n{'}, "a.jsonl", ":2: not JSON: "),
        ({"a.jsonl": '{"text": "A", "truth": 5}'}, "a.jsonl", "a.jsonl:1: truth: expected a text, found 5"),
        ({"a.jsonl": '\n{"text": "A", "article": ["A"]}'}, "a.jsonl", ":2: article: expected a text, found ['A']"),
    ],
    ids=["empty", "no pages", "no objects", "no lines", "not there", "no JSON", "no text", "a list"],
)
def test_nothing_to_read(files: dict[str, str], asked: str, message: str, tmp_path: Path) -> None:
    for name, text in files.items():
        put(tmp_path / name, text)
    with pytest.raises(InputError) as error:
        read_corpus(tmp_path / asked)
    assert str(error.value).startswith(str(tmp_path / asked))
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("agreed to mend the BRIDGE", True),
        ("The council met on Tuesday and agreed to pay.", True),  # 6 of 7 runs of three words
        ("The council met on Monday and agreed to pay.", False),  # 3 of 7
        ("bridge", True),
        ("bridges", False),
        ("Read more about the bridge", False),
        ("", True),
    ],
)
def test_truth(text: str, holds: bool) -> None:
    assert Truth("The council met on Tuesday and agreed to mend the bridge.").holds(text) is holds
