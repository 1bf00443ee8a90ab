"""Items from other threads, as an iterator that can be waited on."""

import select
import threading
from collections.abc import Iterator

import pytest

from cleaner.workers.queue import ResultQueue


@pytest.fixture
def queue() -> Iterator[ResultQueue[int]]:
    made: ResultQueue[int] = ResultQueue()
    yield made
    made.dispose()


def rings(queue: ResultQueue[int]) -> bool:
    """Say whether waiting on the queue would end at once."""
    return bool(select.select([queue], [], [], 0)[0])


def test_an_empty_queue_is_waited_on(queue: ResultQueue[int]) -> None:
    assert not queue.ready()
    assert not rings(queue)
    assert list(queue) == []


def test_items_come_out_in_order_and_ring(queue: ResultQueue[int]) -> None:
    queue.put(1)
    queue.put(2)
    assert rings(queue)
    assert queue.ready()
    assert [next(queue), next(queue)] == [1, 2]
    assert not queue.ready()
    # whoever looked and found nothing has hushed it
    assert not rings(queue)
    queue.put(3)
    assert rings(queue)


def test_closed_it_ends_after_what_is_in_it(queue: ResultQueue[int]) -> None:
    queue.put(1)
    queue.close()
    assert queue.ready()
    assert list(queue) == [1]
    assert queue.ready()
    assert rings(queue)


def test_drain_takes_all_that_is_left(queue: ResultQueue[int]) -> None:
    for number in range(5):
        queue.put(number)
    assert next(queue) == 0
    assert queue.drain() == [1, 2, 3, 4]
    assert queue.drain() == []


def test_so_many_items_that_the_bell_is_full(queue: ResultQueue[int]) -> None:
    for number in range(5_000):
        queue.put(number)
    assert list(queue) == list(range(5_000))
    assert not queue.ready()
    assert not rings(queue)


def test_after_its_descriptors_are_gone_putting_does_no_harm() -> None:
    queue: ResultQueue[int] = ResultQueue()
    queue.dispose()
    queue.put(1)
    queue.close()
    assert queue.drain() == [1]


def test_items_of_several_threads(queue: ResultQueue[int]) -> None:
    threads = [threading.Thread(target=lambda: [queue.put(n) for n in range(100)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    found: list[int] = []
    while len(found) < 400:
        assert select.select([queue], [], [], 5)[0], "nobody rang"
        if queue.ready():
            found += list(queue)
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted(list(range(100)) * 4)
