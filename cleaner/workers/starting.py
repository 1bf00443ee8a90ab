"""How worker processes start: what they are told, and what becomes of those that die before they are ready."""

import os
import pickle
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from cleaner.errors import CleanerError
from cleaner.workers.limits import Limits
from cleaner.workers.process import FROM_OUTSIDE, death

_TRIES = 5
"""Workers in a row that may fail to start for reasons of their own. Not measured."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 5.0
"""Seconds before another start after a failed one; each pause is twice the one before. Not measured."""
_MOST_DOUBLINGS = 10
"""Doublings after which the pause is its longest in any case: the power must not grow without end."""


class JobFile:
    """Import path, work and limits, for as many workers as may start: an open file without a name.

    Nothing is left of it when the process is gone, however it went.
    """

    def __init__(self, work: Callable[[Any], Any], limits: Limits) -> None:
        try:
            content = pickle.dumps(sys.path) + pickle.dumps((work, limits), protocol=5)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise ValueError(f"this cannot be sent to a worker process: {error}") from error
        with tempfile.TemporaryFile() as file:
            file.write(content)
            file.flush()
            self.descriptor = os.dup(file.fileno())

    def close(self) -> None:
        """Give it up."""
        os.close(self.descriptor)


class Starts:
    """Counts starts that failed, one after the other, and says when the next one is due."""

    def __init__(self) -> None:
        self._failed = self._own_fault = 0
        self._due = 0.0

    @property
    def pause(self) -> float:
        """Seconds until the next start is due, 0 if it is."""
        return max(0.0, self._due - time.monotonic())

    @property
    def is_due(self) -> bool:
        """Whether a worker may be started now."""
        return self.pause == 0.0

    def succeeded(self) -> None:
        """Begin to count anew: a worker is ready."""
        self._failed = self._own_fault = 0

    def died(self, code: int, is_alone: bool = True) -> None:
        """Count a process that ended before it was ready. Raises as `failed` does, unless it was killed by others."""
        if -code in FROM_OUTSIDE:
            self._wait()
        else:
            self.failed(f"it {death(code)}", is_alone)

    def failed(self, reason: str, is_alone: bool = True, is_final: bool = False) -> None:
        """Count a start that failed.

        Raises `CleanerError` if no other worker is there to go on, and this happens again and again, or is final:
        it will not go better the next time.
        """
        self._own_fault += 1
        if is_alone and (is_final or self._own_fault >= _TRIES):
            raise CleanerError(f"a worker cannot start: {reason}")
        self._wait()

    def _wait(self) -> None:
        self._failed += 1
        self._due = time.monotonic() + min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(self._failed, _MOST_DOUBLINGS))
