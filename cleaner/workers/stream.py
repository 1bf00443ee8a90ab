"""An iterator in, an iterator out: items are worked on beside each other, results come in order.

No more is read than fits a window, so a slow reader, a slow consumer and a page that takes long all
leave memory as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from cleaner.article import Article
from cleaner.document.page import Failure, Page
from cleaner.engine.pipeline import Pipeline
from cleaner.workers.limits import Limits
from cleaner.workers.pool import Outcome, WorkerFailure, WorkerPool
from cleaner.workers.process import Task, cores

K = TypeVar("K")
T = TypeVar("T")
R = TypeVar("R")

CHUNK_ITEMS, CHUNK_BYTES = 64, 512 * 2**10
"""Items, and bytes, that travel together at most, so that sending small pages costs little beside cleaning them. Not
measured one by one; docs/streams.md says what sending costs."""
CHUNK_SECONDS, FIRST_ITEMS = 0.1, 8
"""Seconds of work that travel together, as far as can be told, so that at the end no worker waits long for another; and
items of the first chunk. Not measured."""
_LEAST_PACE = 1e-4
"""Seconds that an item counts for at least, so that nothing is divided by zero: far less than fills a chunk."""
_REMEMBERED, _LEARNED = 0.9, 0.1
"""Shares of what was known of the pace, and of what the last item took, in what is known of it then. Not measured."""
WINDOW_ITEMS, WINDOW_BYTES = 4096, 64 * 2**20
"""Items, and bytes, that reading may run ahead of the first page that is not done. Not measured: they bound the
memory."""


@runtime_checkable
class Live(Protocol):
    """A source that may have nothing for the time being: a pipe, another thread."""

    def fileno(self) -> int:
        """Return what to wait on."""

    def ready(self) -> bool:
        """Say whether the next item, or the end, can be had without waiting."""


def stream(
    cleaner: Pipeline,
    pages: Iterable[Page],
    *,
    workers: int | None,
    limits: Limits,
    ordered: bool,
) -> Iterator[Article | Failure]:
    """Clean *pages* in worker processes; see `Cleaner.stream`."""
    items = ((None, only_page(page)) for page in pages)
    work = work_through(cleaner.clean, items, size=page_size, workers=workers, limits=limits, ordered=ordered)
    for _, page, result, _ in work:
        yield settled(page, result)


def settled(page: Page, result: Article | WorkerFailure) -> Article | Failure:
    """Return the article, or the page with what befell it."""
    return Failure(page, result.error, result.status) if isinstance(result, WorkerFailure) else result


def only_page(given: object) -> Page:
    """Return a page that is *given*. Raises `TypeError` for all else."""
    if isinstance(given, Page):
        return given
    raise TypeError(f"a stream takes pages: Page(html=...) or Page(text=...); found one of type {type(given).__name__}")


def page_size(page: Page) -> int:
    """Return about how many bytes a page takes."""
    return len(page.text or "") if page.html is None else len(page.html)


def work_through(
    work: Callable[[T], R],
    items: Iterable[tuple[K, T]],
    *,
    size: Callable[[T], int],
    workers: int | None,
    limits: Limits,
    ordered: bool = True,
    live: Live | None = None,
    is_over: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[K, T, R | WorkerFailure, float]]:
    """Apply *work* to *items*, which are pairs of a key and what is sent to a worker.

    Yields key and item with the result or failure, and the seconds that it took. *live* is what *items* hang
    on, if they may have to be waited for. Once *is_over*, what is still being worked on is given up.
    Raises as `Cleaner.stream` does.
    """
    with WorkerPool(work, workers or cores(), limits) as pool:
        yield from pass_through(pool, items, size=size, ordered=ordered, live=live, is_over=is_over)


def pass_through(
    pool: WorkerPool[T, R],
    items: Iterable[tuple[K, T]],
    *,
    size: Callable[[T], int],
    ordered: bool = True,
    live: Live | None = None,
    is_over: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[K, T, R | WorkerFailure, float]]:
    """Do as `work_through` with workers that are there already, and stay."""
    feed = _Feed(items, size, live)
    waiting: dict[int, Outcome[T, R]] = {}
    due = 0
    while True:
        while pool.has_idle and (chunk := feed.take()):
            pool.give(chunk)
        if feed.has_ended and not pool.is_busy:
            return
        for outcome in pool.gather(feed.to_wait_on(pool.has_idle)):
            waiting[outcome.task.number if ordered else due + len(waiting)] = outcome
        while (done := waiting.pop(due, None)) is not None:
            due += 1
            feed.release(done.task, done.seconds)
            yield done.task.key, done.task.item, done.result, done.seconds
        if is_over():
            return


class _Feed(Generic[T]):
    """Reads items, as many as the window holds."""

    def __init__(self, items: Iterable[tuple[Any, T]], size: Callable[[T], int], live: Live | None) -> None:
        self._items, self._size, self._live = iter(items), size, live
        self._number = self._held = self._bytes = 0
        self._pace = CHUNK_SECONDS / FIRST_ITEMS
        self.has_ended = False

    def take(self) -> list[Task[T]]:
        """Return the next chunk; empty if there is none, none yet, or no room."""
        chunk: list[Task[T]] = []
        weight = 0
        most = min(CHUNK_ITEMS, 1 + int(CHUNK_SECONDS / self._pace))
        while len(chunk) < most and weight < CHUNK_BYTES and self._can_read():
            try:
                key, item = next(self._items)
            except StopIteration:
                self.has_ended = True
                break
            task = Task(self._number, key, item, self._size(item))
            self._number += 1
            self._held += 1
            self._bytes += task.size
            weight += task.size
            chunk.append(task)
        return chunk

    def release(self, task: Task[T], seconds: float) -> None:
        """Give the room of a finished task back, and learn from the *seconds* that it took."""
        self._held -= 1
        self._bytes -= task.size
        self._pace = max(_LEAST_PACE, _REMEMBERED * self._pace + _LEARNED * seconds)

    def to_wait_on(self, has_idle: bool) -> list[Any]:
        """Return the live source, if its next item could be used."""
        return [self._live] if self._live and has_idle and self._has_room() and not self.has_ended else []

    def _has_room(self) -> bool:
        return self._held < WINDOW_ITEMS and self._bytes < WINDOW_BYTES

    def _can_read(self) -> bool:
        return not self.has_ended and self._has_room() and (self._live is None or self._live.ready())
