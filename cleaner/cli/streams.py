"""Standard streams that the caller closed (`<&-`, `>&-`): their numbers stay free of files, and all is told."""

import io
import os
import sys
from contextlib import suppress
from errno import EBADF


class _Closed(io.RawIOBase):
    """Standard output that nobody takes: every write raises `OSError`."""

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        raise OSError(EBADF, "standard output is closed")


def replace_closed() -> None:
    """Put something in place of standard streams that are closed: silence for stderr, refusal for stdout.

    For stdin there is nothing that could be read, so `sys.stdin` stays None. Call it before any file is opened,
    which would get the number of the stream, and whatever is meant for that.
    """
    for number in range(3):
        _take(number)
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed(), "utf-8", write_through=True)
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115


def _take(number: int) -> None:
    with suppress(OSError):
        os.fstat(number)
        return
    opened = os.open(os.devnull, os.O_RDWR)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    os.set_inheritable(number, True)
