"""Items from other threads, as an iterator that can be waited on together with worker processes."""

import contextlib
import socket
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_DRAINED = 4096
"""Bytes that are read at a time, one for each ring. Not measured."""


class ResultQueue(Generic[T]):
    """Any thread puts items in; one thread takes them out. A `Live` source."""

    def __init__(self) -> None:
        self._items: deque[T] = deque()
        self._is_closed = False
        self._receiving, self._sending = socket.socketpair()
        self._receiving.setblocking(False)
        self._sending.setblocking(False)

    def put(self, item: T) -> None:
        """Add an item."""
        self._items.append(item)
        self._ring()

    def close(self) -> None:
        """Let the iterator end after what is in it."""
        self._is_closed = True
        self._ring()

    def drain(self) -> list[T]:
        """Take out all that is left."""
        left = []
        while self._items:
            left.append(self._items.popleft())
        return left

    def dispose(self) -> None:
        """Give the descriptors back, once nobody reads any more."""
        self._receiving.close()
        self._sending.close()

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._receiving.fileno()

    def ready(self) -> bool:
        """Say whether there is an item, or the end."""
        if not self._items and not self._is_closed:
            self._drain()
        # an item put between the look and the hush has rung, and is seen here
        return bool(self._items) or self._is_closed

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        if not self._items:
            raise StopIteration
        return self._items.popleft()

    def _ring(self) -> None:
        # full, it rings already; closed, nobody listens
        with contextlib.suppress(OSError):
            self._sending.send(b"!")

    def _drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._receiving.recv(_DRAINED):
                pass
