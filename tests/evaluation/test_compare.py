"""What a change did, page by page."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cleaner.errors import InputError
from cleaner.evaluation.compare import compare, describe, load, save
from cleaner.evaluation.measure import Output
from cleaner.evaluation.result import Result, judge
from cleaner.io.known_set import KnownPage, KnownSet, Truth

KNOWN = KnownSet("tiny", tuple(KnownPage(Truth(name, "One two three four."), Path("none")) for name in "abc"))


def result(bodies: Mapping[str, str]) -> Result:
    return judge(KNOWN, "html", {"cleaner": {name: Output(body, 0.25) for name, body in bodies.items()}})


BEFORE = result({"a": "One two three four.", "b": "One two three four.\nRead\u2028more", "c": "One two"})
AFTER = result({"a": "One two three four.", "b": "One two three four.", "c": "One"})


@pytest.mark.parametrize("name", ["saved.jsonl", "saved.jsonl.gz", "SAVED.JSONL.GZ"])
def test_saved_and_compared(tmp_path: Path, name: str) -> None:
    save(tmp_path / name, [BEFORE])
    assert (tmp_path / name).read_bytes().startswith(b"\x1f\x8b") is name.lower().endswith(".gz")
    (comparison,) = compare(AFTER, load(tmp_path / name))
    assert [change.page.id for change in comparison.changes] == ["c", "b"]
    assert comparison.changes[1].gone == (("Read\u2028more", True),)
    assert describe(comparison).split("\n") == [
        "cleaner: 1 page better, 1 worse, 0 other, 1 the same; word F1 0.8222 -> 0.8000 (-0.0222)",
        "  c  0.6667 -> 0.4000 (-0.2667)",
        "    - One two",
        "    + One",
        "  b  0.8000 -> 1.0000 (+0.2000)",
        "    - Read\u2028more  [foreign]",
    ]


def test_other_sets_and_systems_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "saved.jsonl"
    path.write_text('{"set": "other", "road": "html", "system": "cleaner", "id": "a", "body": ""}\n')
    assert compare(AFTER, load(path)) == []


def test_a_file_that_bench_did_not_save(tmp_path: Path) -> None:
    path = tmp_path / "saved.jsonl"
    path.write_text('{"id": "a"}\n')
    with pytest.raises(InputError, match=r"saved\.jsonl:1: not an output"):
        load(path)
