"""Workers that are killed while they start, or again and again, end no run; those that cannot start do."""

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from cleaner.article import Article
from cleaner.document.page import Failure
from cleaner.errors import CleanerError
from cleaner.rules import RuleSet
from tests.workers.hazards import HazardousCleaner, VerbatimCleaner, pages, prose

BARE = RuleSet()


class DyingAtStart(VerbatimCleaner):
    """Kills the first processes that unpack it."""

    def __init__(self, folder: Path, times: int, number: signal.Signals) -> None:
        super().__init__(BARE)
        self.given = (folder, times, number)

    def __reduce__(self) -> tuple[Any, ...]:
        return _die, self.given


def _die(folder: Path, times: int, number: signal.Signals) -> VerbatimCleaner:
    if len(list(folder.iterdir())) < times:
        (folder / str(os.getpid())).touch()
        os.kill(os.getpid(), number)
    return VerbatimCleaner(BARE)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_killed_while_they_start_they_are_replaced(number: signal.Signals, tmp_path: Path) -> None:
    stream = DyingAtStart(tmp_path, 4, number).stream(pages(prose(5)), workers=2)
    assert [result.text for result in stream if isinstance(result, Article)] == prose(5)
    assert len(list(tmp_path.iterdir())) >= 4


def test_workers_that_break_by_themselves_are_no_endless_loop(tmp_path: Path) -> None:
    with pytest.raises(CleanerError, match="cannot start: it was killed by SIGSEGV"):
        list(DyingAtStart(tmp_path, 99, signal.SIGSEGV).stream(pages(prose(2)), workers=1))
    assert len(list(tmp_path.iterdir())) == 5


@pytest.mark.parametrize(("kills", "survives"), [(4, True), (5, False)])
def test_a_page_whose_worker_is_killed_by_others_is_tried_again(kills: int, survives: bool, tmp_path: Path) -> None:
    texts = prose(12)
    texts.insert(4, f"!killed {tmp_path} {kills}")
    results = list(HazardousCleaner(BARE).stream(pages(texts), workers=1))
    assert [result.text for result in results if isinstance(result, Article)] == (texts if survives else prose(12))
    for failure in results:
        if isinstance(failure, Failure):
            assert (failure.page.text, failure.status) == (texts[4], "crash")
            assert failure.error == "the worker was killed by SIGKILL on this page, 5 times"


def test_nothing_is_left_where_temporary_files_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    stream = VerbatimCleaner(BARE).stream(pages(prose(3)), workers=1)
    next(stream)
    assert not list(tmp_path.iterdir())
    assert len(list(stream)) == 2


class BreakingLater(VerbatimCleaner):
    """Can be unpacked by one process only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(BARE)
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return _once, (self.folder,)


def _once(folder: Path) -> HazardousCleaner:
    try:
        (folder / "taken").touch(exist_ok=False)
    except FileExistsError:
        time.sleep(2)  # until the other one is ready
        raise
    return HazardousCleaner(BARE)


def test_one_worker_is_enough_to_go_on(tmp_path: Path) -> None:
    texts = ["!sleep 4", *prose(40)]
    results = list(BreakingLater(tmp_path).stream(pages(texts), workers=2))
    assert [result.text for result in results if isinstance(result, Article)] == texts
