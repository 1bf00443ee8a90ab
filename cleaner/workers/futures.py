"""Workers for programs that have a loop of their own: pages are handed in, futures come back."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from concurrent.futures import Future, InvalidStateError
from types import TracebackType
from typing import Self

from cleaner.article import Article
from cleaner.document.page import Failure, Page
from cleaner.engine.pipeline import Pipeline
from cleaner.errors import CleanerError
from cleaner.workers.limits import Limits, worker_count
from cleaner.workers.queue import ResultQueue
from cleaner.workers.stream import only_page, page_size, settled, work_through

Result = Article | Failure
AHEAD = 256
"""Pages that an asynchronous stream holds at most. Not measured."""


class CleaningService:
    """Cleans pages that any thread hands in; a thread of its own watches over the workers.

    Use it as a context manager, or `close` it.
    """

    def __init__(
        self,
        cleaner: Pipeline,
        *,
        workers: int | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._cleaner, self._workers, self._limits = cleaner, worker_count(workers), limits or Limits()
        self._results: ResultQueue[tuple[Future[Result], Page]] = ResultQueue()
        self._open: set[Future[Result]] = set()
        self._is_closed = False
        # whoever is let in while this closes must be among those that hear of it
        self._door = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="cleaner", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, page: Page) -> "Future[Result]":
        """Hand in a page. The future never raises for what the page is, only if workers cannot be had.

        Raises `CleanerError` after `close`, `TypeError` for what is no `Page`.
        """
        only_page(page)
        future: Future[Result] = Future()
        with self._door:
            if self._is_closed:
                raise CleanerError("this cleaning service is closed")
            self._open.add(future)
            self._results.put((future, page))
        future.add_done_callback(self._open.discard)
        return future

    def close(self, wait: bool = True) -> None:
        """Take no more pages; *wait* for those handed in, or give up what was not begun."""
        with self._door:
            self._is_closed = True
        if not wait:
            for future, _ in self._results.drain():
                future.cancel()
        self._results.close()
        if wait:
            self._thread.join()

    def _serve(self) -> None:
        try:
            work = work_through(
                self._cleaner.clean,
                self._results,
                size=page_size,
                workers=self._workers,
                limits=self._limits,
                ordered=False,
                live=self._results,
            )
            for future, page, result, _ in work:
                with contextlib.suppress(InvalidStateError):  # nobody waits for it any more
                    future.set_result(settled(page, result))
        except BaseException as error:  # whoever waits must hear it
            with self._door:
                self._is_closed = True
            for future in list(self._open):
                with contextlib.suppress(InvalidStateError):
                    future.set_exception(error)
        finally:
            self._results.dispose()


async def stream_async(
    cleaner: Pipeline,
    pages: Iterable[Page] | AsyncIterable[Page],
    *,
    workers: int | None,
    limits: Limits,
) -> AsyncIterator[Result]:
    """Clean *pages* without blocking the event loop; see `Cleaner.stream_async`."""
    service = CleaningService(cleaner, workers=workers, limits=limits)
    queue: asyncio.Queue[asyncio.Future[Result] | None] = asyncio.Queue(AHEAD)
    feeding = asyncio.create_task(_feed(pages, service, queue))
    try:
        while (future := await queue.get()) is not None:
            yield await future
        await feeding
    finally:
        feeding.cancel()
        service.close(wait=False)


async def _feed(
    pages: Iterable[Page] | AsyncIterable[Page],
    service: CleaningService,
    queue: "asyncio.Queue[asyncio.Future[Result] | None]",
) -> None:
    try:
        async for page in _each(pages):
            await queue.put(asyncio.wrap_future(service.submit(page)))
    finally:
        await queue.put(None)


async def _each(pages: Iterable[Page] | AsyncIterable[Page]) -> AsyncIterator[Page]:
    if isinstance(pages, AsyncIterable):
        async for page in pages:
            yield page
    else:
        for page in pages:
            yield page
