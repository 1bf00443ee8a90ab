"""What a first pass keeps on the disk: read again in order, beside the same inputs only, as long as there is room."""

import tempfile
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from cleaner.article import Article
from cleaner.document.page import Metadata
from cleaner.engine.judged import Judged
from cleaner.io.record import Line, Raw
from cleaner.runs.kept import Kept, KeptPage, Looked, packed, unpacked
from cleaner.workers.pool import WorkerFailure

RAWS = [Line(f"in:{number}", b"x" * number) for number in range(1, 4)]
PAGES = [KeptPage(raw, raw.data * 100, 0.5) for raw in RAWS]


def kept_of(pages: list[KeptPage], raws: list[Raw], room: int | None = None) -> list[tuple[bytes, float]]:
    kept = Kept(room)
    for page in pages:
        kept.add(page)
    found = list(kept.beside(raws))
    assert [page.raw for page in found] == raws
    assert [page[1:] for page in kept.beside(raws)] == [page[1:] for page in found]
    kept.close()
    return [page[1:] for page in found]


@pytest.mark.parametrize(
    ("raws", "expected"),
    [
        (RAWS, [0, 1, 2]),
        (RAWS[:2], [0, 1]),
        ([*RAWS, Line("in:4", b"y")], [0, 1, 2, None]),
        ([RAWS[0], Line("in:2", b"yy"), RAWS[2]], [0, None, 2]),
        ([RAWS[0], Line("elsewhere:2", b"xx"), RAWS[2]], [0, None, 2]),
        ([], []),
    ],
    ids=["the same", "fewer", "more", "other content", "another place", "none"],
)
def test_each_input_gets_what_is_kept_of_it(raws: list[Raw], expected: list[int | None]) -> None:
    assert kept_of(PAGES, raws) == [(b"", 0.0) if at is None else PAGES[at][1:] for at in expected]


def test_what_finds_no_room_is_not_kept() -> None:
    assert kept_of(PAGES, [*RAWS], room=300) == [PAGES[0][1:], (b"", 0.0), (b"", 0.0)]


def test_a_full_disk_costs_what_was_being_written() -> None:
    kept = Kept()
    kept.add(PAGES[0])
    soft, hard = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (300, hard))
    try:
        kept.add(PAGES[1])
    finally:
        setrlimit(RLIMIT_FSIZE, (soft, hard))
    kept.add(PAGES[2])
    assert [page[1:] for page in kept.beside(RAWS)] == [PAGES[0][1:], (b"", 0.0), (b"", 0.0)]
    kept.close()


@pytest.mark.parametrize(
    "result",
    [WorkerFailure("timeout", "too long"), Looked(Judged(Article(Metadata(), ()), "text", frozenset({1})))],
    ids=["failure", "judged"],
)
def test_packed_and_unpacked(result: Looked | WorkerFailure) -> None:
    assert unpacked(packed(result)) == result


def test_without_a_place_to_write_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    assert kept_of(PAGES, [*RAWS]) == [(b"", 0.0)] * 3
