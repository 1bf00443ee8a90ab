"""Is a text, or most of it, a copy of what another text says? White space, markup and order do not matter."""

from collections.abc import Iterator

_WINDOW, _STRIDE = 16, 8
"""Characters that are compared at a time, and how far apart they are taken. Not measured: shorter ones are shared by
chance, longer ones broken by each changed word."""
_PROBES = 24
"""Places of a text that are looked up, fewer only where it has fewer, and never twice as many. Not measured: shares are
right to some four points of a hundred."""


class Passages:
    """What texts say, by overlapping windows of characters."""

    def __init__(self, text: str = "") -> None:
        self._windows: set[str] = set()
        self.add(text)

    def add(self, text: str) -> None:
        """Take in *text*."""
        squeezed = "".join(text.split())
        self._windows.update(squeezed[at : at + _WINDOW] for at in range(0, len(squeezed) - _WINDOW + 1, _STRIDE))

    def share(self, text: str) -> float:
        """Return the share of *text* that is found here, 0 to 1; 0 for a text too short to tell."""
        found = [any(window in self._windows for window in windows) for windows in _probes(text)]
        return sum(found) / len(found) if found else 0.0


def _probes(text: str) -> Iterator[list[str]]:
    squeezed = "".join(text.split())
    room = len(squeezed) - _WINDOW - _STRIDE + 2
    for at in range(0, room, max(1, room // _PROBES)):
        yield [squeezed[at + offset : at + offset + _WINDOW] for offset in range(_STRIDE)]
