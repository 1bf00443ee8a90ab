"""Known sets: read, written, sampled; what is broken is named with its place."""

import json
import os
from pathlib import Path

import pytest

from cleaner.errors import InputError
from cleaner.io.known_set import Truth, read_set, write_set
from cleaner.rules.values import as_written
from tests.known_set import FOLDER, known_pages


def test_the_fixture_is_what_its_script_writes() -> None:
    written = dict(known_pages())
    assert {page.truth: page.html() for page in read_set(FOLDER).pages} == written


def test_written_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert write_set(tmp_path / name, known_pages()) == 4
    one, other = (sorted((tmp_path / name).rglob("*.gz")) for name in ("one", "other"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_sample_is_spread_evenly() -> None:
    known = read_set(FOLDER)
    assert [page.id for page in known.sample(2).pages] == ["japanese", "turkish"]
    assert known.sample(9) is known


def test_only_id_and_body_are_needed(tmp_path: Path) -> None:
    write_set(tmp_path, [(Truth("a", "Text."), b"<p>Text.</p>")])
    (tmp_path / "truth.jsonl.gz").unlink()
    (tmp_path / "truth.jsonl").write_text('{"id": "a", "body": "Text."}\n')
    assert read_set(tmp_path).pages[0].truth == Truth("a", "Text.")


LEADING_OUT = ["../../x", "/etc/x", "a/b", "a/../b", "a\0b"]


@pytest.mark.parametrize("page_id", LEADING_OUT)
def test_an_id_that_leads_out_of_the_set_is_refused(page_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    write_set(folder, [(Truth("a", "Text."), b"<p>Text.</p>")])
    (folder.parent / "x.html.gz").touch()
    (folder / "truth.jsonl.gz").unlink()
    (folder / "truth.jsonl").write_text(f'{{"id": "a", "body": ""}}\n{json.dumps({"id": page_id, "body": ""})}\n')
    with pytest.raises(InputError) as caught:
        read_set(folder)
    assert str(caught.value) == (
        f"{folder}/truth.jsonl:2: the id {page_id!r} is no name of a file: it must hold no slash and no null character"
    )


@pytest.mark.parametrize("page_id", LEADING_OUT)
def test_nothing_is_written_outside_of_the_set(page_id: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no name of a file") as caught:
        write_set(tmp_path / "in" / "set", [(Truth(page_id, "Text."), b"<p>Text.</p>")])
    assert repr(page_id) in str(caught.value)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("page_id", ["..", ".a", "a b", "ö", "a\\b", "7"])
def test_other_odd_ids_are_names_of_files(page_id: str, tmp_path: Path) -> None:
    write_set(tmp_path / "set", [(Truth(page_id, "Text."), b"<p>Text.</p>")])
    assert [page.path.parent for page in read_set(tmp_path / "set").pages] == [tmp_path / "set" / "html"]
    assert os.listdir(tmp_path) == ["set"]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": "a"}',
        '{"body": "Text."}',
        '{"id": "a", "body": "", "with": 3}',
        '{"id": "\xff", "body": ""}',
        "[" * 9**5,
    ],
    ids=lambda line: line[:30],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "truth.jsonl").write_text(f"\n{line}\n", "latin-1")
    with pytest.raises(InputError, match=r"truth\.jsonl:2: not a truth"):
        read_set(tmp_path)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([], "expected an object with id and body, found []"),
        ("a", "expected an object with id and body, found 'a'"),
        ({"body": "Text."}, "id is missing"),
        ({"id": "a"}, "body is missing"),
        *(({"id": found}, f"id: expected a text, found {as_written(found)}") for found in (None, True, 1.5, ["a"])),
        *(
            ({"body": found}, f"body: expected a text, found {as_written(found)}")
            for found in (5, 0, False, ["Text."], {"a": 1})
        ),
        *(
            ({name: found}, f"{name}: expected a text, found {as_written(found)}")
            for name in ("url", "host", "lang", "title", "author", "date", "page_title")
            for found in (5, ["a"], True)
        ),
        *(
            ({name: found}, f"{name}: expected a list of texts, found {as_written(found)}")
            for name in ("paragraphs", "with", "without")
            for found in ("Text.", 5, [5], ["Text.", None], {"a": "b"})
        ),
        ({"body": ["x" * 200]}, f"body: expected a text, found ['{'x' * 78}..."),
    ],
    ids=lambda value: json.dumps(value)[:40] if isinstance(value, (dict, list)) else "",
)
def test_what_a_truth_may_hold(facts: object, said: str, tmp_path: Path) -> None:
    if isinstance(facts, dict) and "missing" not in said:
        facts = {"id": "a", "body": "", **facts}
    (tmp_path / "truth.jsonl").write_text(f"\n\n{json.dumps(facts)}\n")
    with pytest.raises(InputError) as caught:
        read_set(tmp_path)
    assert str(caught.value) == f"{tmp_path}/truth.jsonl:3: not a truth: {said}"


def test_what_is_not_known_may_be_null(tmp_path: Path) -> None:
    write_set(tmp_path, [(Truth("7", ""), b"<p>Text.</p>")])
    (tmp_path / "truth.jsonl.gz").unlink()
    named = ("body", "url", "host", "lang", "title", "author", "date", "page_title", "paragraphs", "with", "without")
    (tmp_path / "truth.jsonl").write_text(json.dumps({"id": 7, **dict.fromkeys(named), "more": 5}))
    assert read_set(tmp_path).pages[0].truth == Truth("7", "")


def test_halves_of_pairs_are_mended(tmp_path: Path) -> None:
    write_set(tmp_path, [(Truth("a", ""), b"<p>Text.</p>")])
    (tmp_path / "truth.jsonl.gz").unlink()
    (tmp_path / "truth.jsonl").write_text('{"id": "a", "body": "A \\ud800 B", "with": ["\\ud83d\\ude00"]}')
    assert read_set(tmp_path).pages[0].truth == Truth("a", "A \ufffd B", wanted=("\U0001f600",))


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"truth\.jsonl: there is no such file"):
        read_set(tmp_path)
    (tmp_path / "truth.jsonl").write_text('{"id": "a", "body": "Text."}\n')
    with pytest.raises(InputError, match=r"a\.html\.gz: the truth names this page"):
        read_set(tmp_path)
