"""Known sets: read, written, sampled; what is broken is named with its place."""

from pathlib import Path

import pytest

from cleaner.errors import InputError
from cleaner.io.known_set import Truth, read_set, write_set
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


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"body": "Text."}', '{"id": "a", "body": "", "with": 3}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "truth.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(InputError, match=r"truth\.jsonl:2: not a truth"):
        read_set(tmp_path)


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"truth\.jsonl: there is no such file"):
        read_set(tmp_path)
    (tmp_path / "truth.jsonl").write_text('{"id": "a", "body": "Text."}\n')
    with pytest.raises(InputError, match=r"a\.html\.gz: the truth names this page"):
        read_set(tmp_path)
