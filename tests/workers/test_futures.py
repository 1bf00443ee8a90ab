"""Pages handed in by other threads and by asyncio: what the futures say, and how all of it ends."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from cleaner.article import Article
from cleaner.document.page import Failure, Page
from cleaner.errors import CleanerError
from cleaner.rules import RuleSet
from cleaner.workers.futures import CleaningService, stream_async
from cleaner.workers.limits import Limits
from tests.workers.hazards import HazardousCleaner, Unloadable, VerbatimCleaner, pages, prose

BARE = RuleSet()
NONE = Limits(None, None)


def told(result: object) -> str:
    """Return the text of an article, or what befell the page."""
    return result.text if isinstance(result, Article) else f"{result.status}: {result.error}"  # type: ignore[attr-defined]


def test_closing_waits_for_what_was_handed_in_and_no_future_raises() -> None:
    given = pages(["!sleep 0.3", *prose(2), "!raise"])
    service = CleaningService(HazardousCleaner(BARE), workers=1, limits=NONE)
    futures = [service.submit(page) for page in given]
    service.close()
    assert [future.done() for future in futures] == [True] * 4
    assert [told(future.result()) for future in futures[:3]] == [page.text for page in given[:3]]
    assert futures[3].result() == Failure(given[3], "ZeroDivisionError: made for this test", "error")
    service.close()  # once more does no harm


def test_closing_without_waiting_gives_up_what_was_not_begun() -> None:
    service = CleaningService(HazardousCleaner(BARE), workers=1, limits=NONE)
    futures = [service.submit(page) for page in pages(prose(4))]
    service.close(wait=False)
    cancelled = [future.cancelled() for future in futures]
    # a worker takes longer to start than this thread takes to get here
    assert cancelled == [True] * 4


def test_closed_it_takes_no_more() -> None:
    service = CleaningService(VerbatimCleaner(BARE), workers=1, limits=NONE)
    service.close(wait=False)
    with pytest.raises(CleanerError, match="this cleaning service is closed"):
        service.submit(Page(text="late"))


class Unsendable(VerbatimCleaner):
    """Cannot be sent, as turns out once it is told to go."""

    def __init__(self) -> None:
        super().__init__(BARE)
        self.go = threading.Event()

    def __reduce__(self) -> Any:
        self.go.wait(30)
        raise TypeError("not this one")


def test_whoever_waits_hears_that_work_cannot_be_sent() -> None:
    cleaner = Unsendable()
    service = CleaningService(cleaner, workers=1, limits=NONE)
    futures = [service.submit(page) for page in pages(prose(3))]
    cleaner.go.set()
    for future in futures:
        with pytest.raises(ValueError, match="cannot be sent to a worker process: not this one"):
            future.result(30)
    with pytest.raises(CleanerError, match="this cleaning service is closed"):
        service.submit(Page(text="late"))
    service.close()


def test_whoever_waits_hears_that_workers_cannot_start() -> None:
    service = CleaningService(Unloadable(BARE), workers=1, limits=NONE)
    future = service.submit(Page(text="x"))
    with pytest.raises(CleanerError, match="a worker cannot start: RuntimeError: not here"):
        future.result(30)
    service.close()


def test_it_takes_pages() -> None:
    with (
        CleaningService(VerbatimCleaner(BARE), workers=1, limits=NONE) as service,
        pytest.raises(TypeError, match=r"^a stream takes pages: .*; found one of type str$"),
    ):
        service.submit("<p>")  # type: ignore[arg-type]


def test_whoever_is_let_in_at_the_last_moment_hears_it_too() -> None:
    cleaner = Unsendable()
    service = CleaningService(cleaner, workers=1, limits=NONE)

    class Slow(set[Any]):
        def add(self, future: Any) -> None:
            cleaner.go.set()
            service._thread.join(0.5)  # all that this thread does now it could do in between
            super().add(future)

    service._open = Slow()
    with pytest.raises(ValueError, match="cannot be sent"):
        service.submit(Page(text="x")).result(5)
    service.close()


def streamed(cleaner: VerbatimCleaner, given: Any, first: int | None = None) -> list[str]:
    """Return what `stream_async` yields, or only the *first* results of it."""

    async def main() -> list[str]:
        found: list[str] = []
        stream = stream_async(cleaner, given, workers=1, limits=NONE)
        async for result in stream:
            found.append(told(result))
            if len(found) == first:
                break
        await stream.aclose()  # type: ignore[attr-defined]
        return found

    return asyncio.run(main())


def test_pages_come_out_in_order() -> None:
    texts = ["!sleep 0.2", *prose(4)]
    assert streamed(HazardousCleaner(BARE), iter(pages(texts))) == texts


def test_nothing_in_nothing_out() -> None:
    assert streamed(VerbatimCleaner(BARE), []) == []


def test_whoever_leaves_early_has_what_came_before() -> None:
    assert streamed(HazardousCleaner(BARE), pages([*prose(2), "!sleep 1"]), first=2) == prose(2)


def test_what_the_source_raises_comes_after_what_it_gave() -> None:
    def broken() -> Iterator[Page]:
        yield from pages(prose(2))
        raise OSError("the disk is gone")

    async def main() -> None:
        stream = stream_async(VerbatimCleaner(BARE), broken(), workers=1, limits=NONE)
        assert [told(await anext(stream)) for _ in range(2)] == prose(2)
        with pytest.raises(OSError, match="the disk is gone"):
            await anext(stream)

    asyncio.run(main())
