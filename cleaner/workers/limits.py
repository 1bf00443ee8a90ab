"""What one page may cost."""

import re
from dataclasses import dataclass
from math import inf
from numbers import Integral, Real

from cleaner.errors import LimitError

_SECONDS = {"": 1.0, "ms": 0.001, "s": 1.0, "m": 60.0, "min": 60.0}
_BYTES = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}
"""What one of each unit is, in seconds and in bytes; K, M and G are powers of 1,024."""
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """*timeout* in seconds of wall clock; *memory* in bytes beyond what an idle worker takes. None lifts a limit.

    Raises `LimitError` for what is no number, or none that can be a limit.
    """

    timeout: float | None = 20.0
    memory: int | None = 2**30

    def __post_init__(self) -> None:
        for name, limit, unit in (
            ("timeout", self.timeout, "seconds, as 20.0"),
            ("memory", self.memory, "bytes, as 2**30"),
        ):
            if limit is None:
                continue
            if not isinstance(limit, Real) or isinstance(limit, bool):
                found = f"found {name}={limit!r}, of type {type(limit).__name__}"
                raise LimitError(f"{name} must be a number of {unit}; {found}; None lifts it")
            if not 0 < limit < inf:
                raise LimitError(f"a limit must be more than 0, and finite; found {name}={limit!r}; None lifts it")


def worker_count(given: int | None) -> int | None:
    """Return how many workers are *given*; None is one for each processor. Raises `LimitError`."""
    if given is None:
        return None
    if isinstance(given, Integral) and not isinstance(given, bool) and given >= 1:
        return int(given)
    raise LimitError(f"workers must be a whole number from 1; found {given!r}; None is one for each processor")


def seconds(text: str) -> float | None:
    """Read `20s`, `500ms`, `2m` or `20`; `none` lifts the limit. Raises `ValueError`."""
    return _amount(text, _SECONDS, "20s, 500ms, 2m or none")


def size(text: str) -> int | None:
    """Read `1G`, `512M` or a number of bytes; `none` lifts the limit. Raises `ValueError`."""
    found = _amount(text, {key + end: n for key, n in _BYTES.items() for end in ("", "b", "ib")}, "1G, 512M or none")
    return None if found is None else int(found)


def _amount(text: str, units: dict[str, float] | dict[str, int], wanted: str) -> float | None:
    if text.strip().lower() == "none":
        return None
    found = _AMOUNT.fullmatch(text.strip())
    if not found or found[2].lower() not in units:
        raise ValueError(f"{text!r} is no limit; write {wanted}")
    return float(found[1]) * units[found[2].lower()]
