"""Tables in little room hold what large ones do; nothing is left on the disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

import pytest

from cleaner.learning import spill
from cleaner.learning.counts import Count
from cleaner.learning.observation import Observation
from cleaner.learning.passes import count_texts
from cleaner.learning.spill import Key, Spool, Table


class Sum(NamedTuple):
    """The smallest thing that merges."""

    value: int

    def merge(self, other: Self) -> Self:
        return self._replace(value=self.value + other.value)


ADDED = [(("b",), 1), (("a", 2), 2), (("b",), 3), (("a", 1), 4), (("b",), 5), (("c",), 6)]
HELD = [(("a", 1), Sum(4)), (("a", 2), Sum(2)), (("b",), Sum(9)), (("c",), Sum(6))]


@pytest.mark.parametrize("runs", [2, 64])
@pytest.mark.parametrize("room", [1, 2, 3, 4, 100])
def test_a_table_holds_each_key_once_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, runs: int
) -> None:
    monkeypatch.setattr(spill, "RUNS", runs)
    table: Table[Sum] = Table(tmp_path, room)
    table.add_all((key, Sum(value)) for key, value in ADDED)
    assert list(table) == HELD
    assert list(table) == HELD  # again
    table.add(("a", 1), Sum(1))
    assert next(iter(table)) == (("a", 1), Sum(5))
    assert not list(tmp_path.iterdir())
    table.close()


def test_an_empty_table(tmp_path: Path) -> None:
    table: Table[Sum] = Table(tmp_path)
    assert list(table) == []
    table.close()


@pytest.mark.parametrize("folder", [True, False])
def test_a_spool_is_read_again_and_again(tmp_path: Path, folder: bool) -> None:
    values = [{"at": at, "text": "boat" * at} for at in range(300)]
    spool = Spool(tmp_path if folder else None, iter(values))
    assert list(spool) == values
    assert list(spool) == values
    assert not list(tmp_path.iterdir())
    spool.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    table: Table[Sum] = Table(tmp_path / "none", room=1)
    with pytest.raises(FileNotFoundError):
        table.add(("a",), Sum(1))


def counts(observations: list[Observation]) -> Iterator[tuple[Key, Count]]:
    return (item for observation in observations for item in count_texts(observation))


@pytest.mark.parametrize("room", [1, 7, 200])
def test_a_table_in_little_room_holds_the_same(observations: list[Observation], tmp_path: Path, room: int) -> None:
    large: Table[Count] = Table(tmp_path)
    small: Table[Count] = Table(tmp_path, room)
    some = observations[:12]
    large.add_all(counts(some))
    small.add_all(counts(some))
    assert list(small) == list(large)
    assert not list(tmp_path.iterdir())  # nothing that a killed process could leave behind
    small.close()
