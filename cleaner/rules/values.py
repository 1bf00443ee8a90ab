"""The plain values that rules are made of: ranges, phrases, and what all parts of a file have in common.

Nothing here reads files: a page is cleaned by rules that were checked before, and needs none of what checks them.
"""

from typing import ClassVar, NamedTuple


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


class Part:
    """A part of a file of ours: a dataclass whose annotations `annotations.checked` reads; unknown keys are refused."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}
