"""The plain values that rules are made of: ranges, phrases, and what all parts of a file have in common.

Nothing here reads files: a page is cleaned by rules that were checked before, and needs none of what checks them.
"""

from datetime import date, time
from typing import Any, ClassVar, NamedTuple


class Range(NamedTuple):
    """Numbers from *low* to *high*, both included."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Say whether *number* lies in the range."""
        return self.low <= number <= self.high


class Phrase(NamedTuple):
    """A phrase and the language it is of; `""` where the file does not say."""

    language: str
    text: str


def as_written(value: Any) -> str:
    """Return a plain value as files have it, for messages.

    >>> as_written(True), as_written(None), as_written("ferry")
    ('true', 'nothing', "'ferry'")
    """
    if isinstance(value, (date, time)):  # TOML has them
        return value.isoformat()
    words = {True: "true", False: "false", None: "nothing"}
    return words[value] if value is None or isinstance(value, bool) else repr(value)


class Part:
    """A part of a file of ours: a dataclass whose annotations `annotations.checked` reads; unknown keys are refused."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}
