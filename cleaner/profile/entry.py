"""What a profile says: of each site its pages, its house text with counts, and how often rules fired there."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from pydantic import TypeAdapter

Way = Literal["is", "like", "css"]
Advice = Literal["use", "review"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of house text: a whole text (*way* `is`), a form with holes (`like`), or an element (`css`).

    It was seen on *pages* of *of* pages with different articles, and *kept* by the rules there were on some.
    *place* is where it stands, *signs* what speaks for house text besides the count, *doubt* what speaks
    against using it unseen. *samples* are texts that must go, *keep* the closest text that was not repeated,
    *examples* three pages; *first* and *last* are days (`YYYY-MM-DD`). *rule* is the learned rule that takes
    it already. Of entries that are *linked*, only linked copies may go: the same words unlinked are a headline.
    """

    way: Way
    text: str
    kind: str
    advice: Advice
    pages: int
    of: int
    kept: int
    place: str
    signs: tuple[str, ...] = ()
    doubt: str = ""
    linked: bool = False
    samples: tuple[str, ...] = ()
    keep: str = ""
    examples: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    rule: str = ""

    @property
    def key(self) -> tuple[Way, str]:
        """What tells it from the other entries of its site."""
        return self.way, self.text


@dataclass(frozen=True, slots=True)
class Site:
    """One registrable domain. *pages* counts those with different articles; *copies* are the others.

    *rules* says on how many pages each rule took something; *left* counts repeated texts that are not house
    text, by the reason.
    """

    domain: str
    pages: int
    copies: int = 0
    entries: tuple[Entry, ...] = ()
    rules: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON, without what says nothing."""
        made = asdict(self)
        made["entries"] = [
            {k: v for k, v in entry.items() if v is not False and v not in ("", ())} for entry in made["entries"]
        ]
        return made

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Site":
        """Read what `to_dict` wrote. Raises `ValueError` for anything else."""
        return _SITE.validate_python(values)


_SITE = TypeAdapter(Site)
