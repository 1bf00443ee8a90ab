"""`Cleaner.stream`: order, limits, dead workers, and how far it reads ahead."""

import asyncio
import pickle
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.page import Failure, Page
from cleaner.errors import CleanerError
from cleaner.rules import RuleSet
from cleaner.workers.futures import CleaningService
from cleaner.workers.limits import Limits, seconds, size
from tests.fixture_pages import all_pages
from tests.workers.hazards import HazardousCleaner, Unloadable, VerbatimCleaner, pages, prose

BARE = RuleSet()


def test_results_are_those_of_clean_in_the_order_of_the_pages(bundled: Cleaner) -> None:
    given = [fixture.page for fixture in all_pages()[::2]]
    streamed = [
        result.to_dict(removals=True) for result in bundled.stream(given, workers=2) if isinstance(result, Article)
    ]
    assert streamed == [bundled.clean(page).to_dict(removals=True) for page in given]


def test_an_article_from_a_worker_is_the_article(bundled: Cleaner) -> None:
    given = [fixture.page for fixture in all_pages()[::4]]
    articles = [bundled.clean(page) for page in given]
    streamed = list(bundled.stream(given, workers=1))
    assert [result.text for result in streamed if isinstance(result, Article)] == [one.text for one in articles]
    assert streamed == articles
    assert pickle.loads(pickle.dumps(streamed)) == articles


def test_each_hazard_costs_one_page_and_no_more(tmp_path: Path) -> None:
    hazards = ["!hang", "!eat", "!abort", "!segfault", "!leave", "!raise", f"!once {tmp_path / 'died'}"]
    texts = prose(40)
    for place, hazard in enumerate(hazards):
        texts.insert(5 * place + 3, hazard)
    given = pages(texts)
    stream = HazardousCleaner(BARE).stream(given, workers=2, timeout=4, memory=2**28)
    results = dict(zip((page.text for page in given), stream, strict=True))
    failures = {text: result for text, result in results.items() if isinstance(result, Failure)}
    assert {text: failure.status for text, failure in failures.items()} == {
        "!hang": "timeout",
        "!eat": "memory",
        "!abort": "crash",
        "!segfault": "crash",
        "!leave": "crash",
        "!raise": "error",
    }
    assert "4 seconds" in failures["!hang"].error
    assert "256 MiB" in failures["!eat"].error
    assert "SIGABRT" in failures["!abort"].error
    assert "SIGSEGV" in failures["!segfault"].error
    assert failures["!raise"].error == "ZeroDivisionError: made for this test"
    assert all(failure.page.text == text for text, failure in failures.items())
    for text in prose(40):
        result = results[text]
        assert isinstance(result, Article)
        assert result.text == text


def test_unordered_results_do_not_wait_for_a_slow_page() -> None:
    texts = ["!sleep 1.5", *prose(300)]
    results = list(HazardousCleaner(BARE).stream(pages(texts), workers=2, ordered=False))
    assert sorted(int(result.id or 0) for result in results if isinstance(result, Article)) == list(range(301))
    assert results[0].id != "0"  # type: ignore[union-attr]


def test_reading_runs_a_bounded_way_ahead() -> None:
    read = 0

    def endless() -> Iterator[Page]:
        nonlocal read
        while True:
            read += 1
            yield Page(text="The ferry sails again on Monday.")

    stream = VerbatimCleaner(BARE).stream(endless(), workers=1)
    for _ in range(10):
        next(stream)
    assert read < 500
    stream.close()  # type: ignore[attr-defined]


def test_what_the_reader_raises_is_raised() -> None:
    def broken() -> Iterator[Page]:
        yield Page(text="The ferry sails again on Monday.")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk is gone"):
        list(Cleaner(BARE).stream(broken(), workers=1))


def test_workers_that_cannot_start_are_an_error_and_no_endless_loop() -> None:
    with pytest.raises(CleanerError, match="RuntimeError: not here"):
        list(Unloadable(BARE).stream(pages(prose(3)), workers=2))


def test_a_cleaner_that_cannot_be_sent_is_refused() -> None:
    class Local(Cleaner):
        pass

    with pytest.raises(ValueError, match="cannot be sent"):
        list(Local(BARE).stream(pages(prose(1))))


@pytest.mark.parametrize("item", ["<p>", b"<p>", None], ids=["str", "bytes", "None"])
def test_what_is_no_page_is_told_when_it_is_met(item: Any) -> None:
    stream = VerbatimCleaner(BARE).stream(iter([item]), workers=1)
    with pytest.raises(TypeError, match=f"^a stream takes pages: .*; found one of type {type(item).__name__}$"):
        next(stream)


def test_the_async_form_leaves_the_loop_free() -> None:
    async def scraped() -> AsyncIterator[Page]:
        for page in pages(["!sleep 0.5", *prose(5), "!raise"]):
            await asyncio.sleep(0.01)
            yield page

    async def main() -> tuple[list[object], float]:
        late, running = 0.0, True

        async def tick() -> None:
            nonlocal late
            while running:
                before = time.monotonic()
                await asyncio.sleep(0.02)
                late = max(late, time.monotonic() - before - 0.02)

        ticking = asyncio.create_task(tick())
        results = [result async for result in HazardousCleaner(BARE).stream_async(scraped(), workers=1)]
        running = False
        await ticking
        return list(results), late

    results, late = asyncio.run(main())
    assert [type(result) for result in results] == [Article] * 6 + [Failure]
    assert late < 0.4


def test_a_service_answers_other_threads_and_closes() -> None:
    with CleaningService(VerbatimCleaner(BARE), workers=1, limits=Limits(timeout=5)) as service:
        futures = [service.submit(page) for page in pages(prose(20))]
        assert [future.result(30).text for future in futures] == prose(20)  # type: ignore[union-attr]
    with pytest.raises(CleanerError, match="closed"):
        service.submit(Page(text="late"))


@pytest.mark.parametrize(("text", "wanted"), [("20s", 20), ("500ms", 0.5), ("2m", 120), ("3", 3), ("none", None)])
def test_seconds(text: str, wanted: float | None) -> None:
    assert seconds(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [("1G", 2**30), ("512M", 2**29), ("2GiB", 2**31), ("none", None)])
def test_sizes(text: str, wanted: int | None) -> None:
    assert size(text) == wanted


@pytest.mark.parametrize("text", ["", "fast", "20 parsecs", "-1s"])
def test_no_limit_at_all(text: str) -> None:
    with pytest.raises(ValueError, match="is no limit"):
        seconds(text)
