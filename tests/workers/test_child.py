"""Inside a worker: whatever an item does, there is an answer, and it says why."""

import pickle
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from cleaner.errors import CleanerError, DecodeError, ExtractError, InputError, PageError
from cleaner.workers.child import BROKEN, DONE, FAILED, LEAVING, READY, _Executor, _is_memory, _memory, _told
from cleaner.workers.limits import Limits
from cleaner.workers.process import Task, Worker
from cleaner.workers.starting import JobFile
from cleaner.workers.wire import pack

NONE = Limits(None, None)


def answer(work: Callable[[Any], Any], item: Any, pack: Callable[[Any], bytes] = pack) -> Any:
    return pickle.loads(_Executor(work, NONE, pack).answer(item))


def test_an_answer_is_the_result_and_its_seconds() -> None:
    word, (result, seconds) = answer(lambda item: time.sleep(0.05) or item * 2, 21)
    assert (word, result) == (DONE, 42)
    assert 0.05 <= seconds < 5


def raises(error: BaseException) -> Callable[[Any], Any]:
    def work(_: Any) -> None:
        raise error

    return work


def endless(depth: int) -> int:
    return endless(depth + 1)


@pytest.mark.parametrize(
    ("work", "status", "told"),
    [
        (raises(InputError("in.gz is cut short")), "unreadable", "in.gz is cut short"),
        (raises(DecodeError("this is a PDF")), "unreadable", "this is a PDF"),
        (raises(PageError("odd")), "error", "odd"),
        (raises(ExtractError("it raised")), "error", "it raised"),
        (raises(CleanerError("odd")), "error", "odd"),
        (raises(ValueError("odd")), "error", "ValueError: odd"),
        (raises(KeyError("x")), "error", "KeyError: 'x'"),
        (raises(SystemExit(3)), "error", "SystemExit: 3"),
        (raises(KeyboardInterrupt()), "error", "KeyboardInterrupt: "),
        (raises(MemoryError()), "memory", "this page took more than its 0 MiB of memory"),
        (endless, "error", "RecursionError: maximum recursion depth exceeded"),
        (lambda item: lambda: item, "error", "Can't "),
    ],
    ids=[
        "input", "decode", "page", "extract", "ours", "value", "key", "exit", "break", "memory", "depth", "no pickle",
    ],
)  # fmt: skip
def test_whatever_goes_wrong_is_the_answer(work: Callable[[Any], Any], status: str, told: str) -> None:
    word, (found, error, seconds) = answer(work, 0)
    assert (word, found) == (FAILED, status)
    assert told in error
    assert 0 <= seconds < 5


@pytest.mark.parametrize(
    ("memory", "told"),
    [(2**30, "more than its 1024 MiB"), (2**20, "more than its 1 MiB"), (None, "more than its 0 MiB")],
)
def test_the_limit_is_told(memory: int | None, told: str) -> None:
    status, error = _told(MemoryError(), Limits(None, memory))
    assert status == "memory"
    assert told in error


def chained(inner: BaseException, outer: BaseException, cause: bool) -> BaseException:
    if cause:
        outer.__cause__ = inner
    else:
        outer.__context__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "is_memory"),
    [
        (MemoryError(), True),
        (chained(MemoryError(), ExtractError("it raised"), True), True),
        (chained(MemoryError(), ValueError(), False), True),
        (chained(chained(MemoryError(), ValueError(), False), ExtractError(), True), True),
        (chained(ValueError(), ExtractError(), True), False),
        (ValueError("MemoryError"), False),
        (None, False),
    ],
    ids=["itself", "cause", "context", "deep", "another", "by name", "none"],
)
def test_memory_that_ran_out_is_found_behind_other_errors(error: BaseException | None, is_memory: bool) -> None:
    assert _is_memory(error) is is_memory


def test_after_it_ran_out_of_memory_a_fresh_process_takes_over() -> None:
    executor = _Executor(raises(MemoryError()), NONE, pack)
    assert not executor.is_full
    executor.answer(0)
    assert executor.is_full
    once = _Executor(raises(ValueError()), NONE, pack)
    once.answer(0)
    assert not once.is_full


def test_one_that_has_kept_half_of_the_limit_is_replaced() -> None:
    executor = _Executor(bytes, Limits(None, 2**26), pack)
    hoard = b"\1" * 2**24
    assert not executor.is_full
    hoard += b"\1" * 2**25
    assert executor.is_full
    del hoard


def test_limits_are_lifted_after_each_item() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    _Executor(len, NONE, pack).answer("abc")
    _Executor(len, NONE, pack).answer(5)
    assert resource.getrlimit(resource.RLIMIT_AS) == (before[1], before[1])


def test_memory_is_measured_in_bytes() -> None:
    space, real = _memory()
    assert 2**20 < real < space


@contextmanager
def worker(work: Any) -> "Iterator[Worker[Any]]":
    """Start a worker and dismiss it in the end."""
    file = JobFile(work, NONE)
    made: Worker[Any] = Worker(file.descriptor)
    file.close()
    try:
        yield made
    finally:
        made.dismiss()


class Broken:
    """Can be sent, and not be unpacked."""

    def __reduce__(self) -> Any:
        return int, ("no number",)

    def __call__(self, item: Any) -> Any:
        return item


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (len, (READY, None)),
        (Broken(), (BROKEN, "ValueError: invalid literal for int() with base 10: 'no number'")),
    ],
    ids=["good", "broken"],
)
def test_the_first_word_of_a_worker(work: Any, said: tuple[str, str | None]) -> None:
    with worker(work) as made:
        assert made.hear() == said


def test_the_last_word_of_a_worker_that_is_full() -> None:
    with worker(bytearray) as made:
        made.hear()
        made.give([Task(number, None, size, 1) for number, size in enumerate((2**62, 3))])
        heard = [made.hear() for _ in range(3)]
        assert [one[0] for one in heard if one] == [FAILED, DONE, LEAVING]
        assert made.hear() is None
        assert made.reap() == 0
