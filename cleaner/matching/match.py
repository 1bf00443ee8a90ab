"""What a matcher found, before anyone acts on it."""

from dataclasses import dataclass

from cleaner.rules.schema import Rule

Span = tuple[int, int, int]
"""A part of a block: its number, and the characters from and to."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule fired: on the blocks from *first* up to, and without, *last*, and on parts of blocks."""

    rule: Rule
    first: int
    last: int
    spans: tuple[Span, ...] = ()

    @property
    def place(self) -> int:
        """The first block that the match touches."""
        return self.first if self.first < self.last or not self.spans else self.spans[0][0]
