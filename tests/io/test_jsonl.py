"""Lines of a file and of a pipe: the same bytes give the same lines, and only the pipe is ever waited for."""

import io
import os
from collections.abc import Callable, Iterator

import pytest

from cleaner.io.bounded import too_long
from cleaner.io.jsonl import LiveLines, read_lines
from cleaner.io.record import Line, Raw, Unreadable

LIMIT = 8


def of_a_file(data: bytes) -> list[Raw]:
    return list(read_lines(io.BytesIO(data), "in", LIMIT))


def of_a_pipe(data: bytes) -> list[Raw]:
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    try:
        return list(LiveLines(reading, "in", LIMIT))
    finally:
        os.close(reading)


def endless(number: int) -> Unreadable:
    return Unreadable(f"in:{number}", too_long("line", LIMIT))


@pytest.mark.parametrize("read", [of_a_file, of_a_pipe])
@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", []),
        (b"\n\r\n \t\n", []),
        (b"a\nb\n", [Line("in:1", b"a"), Line("in:2", b"b")]),
        (b"a\nb", [Line("in:1", b"a"), Line("in:2", b"b")]),
        (b"a\r\nb\r", [Line("in:1", b"a"), Line("in:2", b"b")]),
        (b"a\rb\n", [Line("in:1", b"a\rb")]),
        (b"\n\na\n", [Line("in:3", b"a")]),
        (b" a \n", [Line("in:1", b" a ")]),
        (b"a\0\xff\n", [Line("in:1", b"a\0\xff")]),
        (b"12345678\n", [Line("in:1", b"12345678")]),
        (b"12345678", [Line("in:1", b"12345678")]),
        (b"123456789\na\n", [endless(1), Line("in:2", b"a")]),
        (b"123456789", [endless(1)]),
        (b"1234567\r\n", [Line("in:1", b"1234567")]),
        (b"12345678\r\n", [endless(1)]),
        (b"         \na\n", [endless(1), Line("in:2", b"a")]),
        (b"a\n" + b"x" * 60_000 + b"\nb\n", [Line("in:1", b"a"), endless(2), Line("in:3", b"b")]),
    ],
    ids=lambda value: repr(value)[:30] if isinstance(value, bytes) else "",
)
def test_lines(read: Callable[[bytes], list[Raw]], data: bytes, found: list[Raw]) -> None:
    assert read(data) == found


@pytest.fixture
def pipe() -> Iterator[tuple[LiveLines, int]]:
    reading, writing = os.pipe()
    yield LiveLines(reading, limit=LIMIT), writing
    for descriptor in (reading, writing):
        os.close(descriptor)


@pytest.mark.parametrize(
    ("pieces", "ready"),
    [
        ([], False),
        ([b"half"], False),
        ([b"half", b" a"], False),
        ([b"\n"], False),
        ([b"half\n"], True),
        ([b"ha", b"lf", b"\n"], True),
        ([b"longer than that"], False),
        ([b"longer than that\n"], True),
    ],
)
def test_ready_says_whether_a_line_is_at_hand(pieces: list[bytes], ready: bool, pipe: tuple[LiveLines, int]) -> None:
    lines, writing = pipe
    for piece in pieces:
        os.write(writing, piece)
        last = lines.ready()
    assert lines.ready() is ready
    assert not pieces or last is ready


def test_a_line_in_pieces_is_one_line(pipe: tuple[LiveLines, int]) -> None:
    lines, writing = pipe
    for piece in (b"a", b"b\nc", b"d\r", b"\n"):
        os.write(writing, piece)
        lines.ready()
    assert [next(lines), next(lines)] == [Line("stdin:1", b"ab"), Line("stdin:2", b"cd")]
    assert not lines.ready()


def test_stopped_it_ends_after_the_lines_that_are_whole(pipe: tuple[LiveLines, int]) -> None:
    lines, writing = pipe
    os.write(writing, b"a\nb\nhalf")
    assert lines.ready()
    lines.stop()
    assert lines.ready()
    assert list(lines) == [Line("stdin:1", b"a"), Line("stdin:2", b"b")]


def test_the_end_is_at_hand_as_well() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    lines = LiveLines(reading)
    assert lines.fileno() == reading
    assert lines.ready()
    assert list(lines) == []
    os.close(reading)
