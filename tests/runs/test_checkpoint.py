"""How far a run has come: counted without a gap, written and read as it was, refused where it is another's."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import OutputError, StateError
from cleaner.runs.checkpoint import FORMAT, Checkpoint, Positions
from cleaner.runs.summary import Summary, Tally


@pytest.mark.parametrize(
    ("added", "following", "beyond"),
    [
        ([], 0, set()),
        ([0], 1, set()),
        ([0, 1, 2], 3, set()),
        ([2], 0, {2}),
        ([2, 0], 1, {2}),
        ([2, 0, 1], 3, set()),
        ([5, 3, 1, 0], 2, {3, 5}),
        ([0, 0], 1, {0}),
    ],
    ids=str,
)
def test_positions(added: list[int], following: int, beyond: set[int]) -> None:
    positions = Positions()
    for number in added:
        positions.add(number)
    assert (positions.next, positions.beyond) == (following, beyond)
    assert [number for number in range(9) if number in positions] == sorted(set(added))


@pytest.mark.parametrize(("number", "is_done"), [(0, True), (6, True), (7, False), (8, False), (9, True), (10, False)])
def test_positions_go_on_from_what_they_were(number: int, is_done: bool) -> None:
    assert (number in Positions(7, [9])) is is_done


def summary() -> Summary:
    made = Summary()
    made.add(Tally("ok", 40, {"promo": 5}, {"mine/promo.x": 1}), "a:1", 0.5)
    made.add(Tally("crash"), "a:2", 2.5, "it died")
    return made


POINTS = {
    "new": Checkpoint({}),
    "begun": Checkpoint({"the inputs": '["ö.jsonl"]'}, Positions(5, [9, 7]), {"output": 99, "ledger": 0}, summary()),
    "done": Checkpoint({"Python": "3.11"}, last=(4, "a.jsonl:5", 2**63), finished=True),
}


@pytest.mark.parametrize("name", POINTS)
def test_what_is_saved_is_loaded(name: str, tmp_path: Path) -> None:
    point = POINTS[name]
    (tmp_path / "progress").write_text("an older one")
    point.save(tmp_path / "progress")
    found = Checkpoint.load(tmp_path / "progress")
    assert (found.positions.next, found.positions.beyond) == (point.positions.next, point.positions.beyond)
    for field in ("fingerprint", "marks", "summary", "last", "finished"):
        assert getattr(found, field) == getattr(point, field)
    found.summary.add(Tally("ok"), "a:3", 0.1)
    assert found.summary.statuses["ok"] == point.summary.statuses["ok"] + 1


GOOD: dict[str, Any] = {
    "format": FORMAT, "fingerprint": {"a": "b"}, "next": 1, "beyond": [3], "marks": {"output": 9},
    "summary": Summary().to_state(), "last": [0, "a:1", 5], "memory": "", "finished": False,
}  # fmt: skip


def test_all_of_the_cases_below_differ_from_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "progress").write_text(json.dumps(GOOD))
    assert Checkpoint.load(tmp_path / "progress").marks == {"output": 9}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("next", -1),
        ("next", "soon"),
        ("next", None),
        ("beyond", [-1]),
        ("beyond", {}),
        ("marks", {"output": -1}),
        ("marks", {"output": "9 bytes"}),
        ("fingerprint", {"a": 1}),
        ("summary", {"pages": "many"}),
        ("last", [0, "a:1"]),
        ("finished", None),
        ("more", 1),
    ],
    ids=str,
)
def test_a_file_with_another_value_is_none_of_ours(name: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "progress"
    path.write_text(json.dumps(GOOD | {name: value}))
    with pytest.raises(StateError, match=rf"^{path}: this is no progress file of cleaner \(") as caught:
        Checkpoint.load(path)
    assert "begin anew with --overwrite" in str(caught.value)


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_lacks_something_is_none_of_ours(name: str, tmp_path: Path) -> None:
    path = tmp_path / "progress"
    path.write_text(json.dumps({key: value for key, value in GOOD.items() if key != name}))
    with pytest.raises(StateError, match="this is no progress file of cleaner"):
        Checkpoint.load(path)


@pytest.mark.parametrize("version", [0, FORMAT - 1, FORMAT + 1, "new", None])
def test_another_version_is_told(version: object, tmp_path: Path) -> None:
    path = tmp_path / "progress"
    path.write_text(json.dumps(GOOD | {"format": version}))
    with pytest.raises(StateError) as caught:
        Checkpoint.load(path)
    assert str(caught.value) == f"{path}: written by another version of cleaner; begin anew with --overwrite"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="progress"):
        Checkpoint({}).save(tmp_path / "no" / "progress")
