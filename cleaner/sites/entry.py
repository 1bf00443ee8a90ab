"""What `learn` counts: of each site its pages, its house text with counts, and how often rules fired there."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError

from cleaner.document.characters import join_halves
from cleaner.document.kinds import KINDS
from cleaner.document.spelling import nearest
from cleaner.matching.phrase import fold_phrase
from cleaner.rules.validation import shown


def _whole(text: str) -> str:
    if join_halves(text) != text:
        raise ValueError("half of a surrogate pair, which nothing can write down")
    return text


def _kind(text: str) -> str:
    if text not in KINDS:
        raise ValueError("no such kind")
    return text


Way = Literal["is", "like", "css"]
Advice = Literal["use", "review"]
Count = Annotated[int, Field(ge=0, le=10**9)]
String = Annotated[str, AfterValidator(_whole)]


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of house text: a whole text (*way* `is`), a form with holes (`like`), or an element (`css`).

    It was seen on *pages* of *of* pages with different articles, and *kept* by the rules there were on some.
    *place* is where it stands, *signs* what speaks for house text besides the count, *doubt* what speaks
    against using it unseen. *samples* are texts that must go, *keep* the closest text that was not repeated,
    *examples* three pages; *first* and *last* are days (`YYYY-MM-DD`). *rule* is the learned rule that takes
    it already. Of entries that are *linked*, only linked copies may go: the same words unlinked are a headline.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    way: Way
    text: String
    kind: Annotated[str, AfterValidator(_kind)]
    advice: Advice
    pages: Count
    of: Count
    kept: Count
    place: String
    signs: tuple[String, ...] = ()
    doubt: String = ""
    linked: bool = False
    samples: tuple[String, ...] = ()
    keep: String = ""
    examples: tuple[String, ...] = ()
    first: String = ""
    last: String = ""
    rule: String = ""

    @property
    def key(self) -> tuple[Way, str]:
        """What tells it from the other entries of its site."""
        return self.way, self.text


def _sayable(entry: Entry) -> Entry:
    if entry.way == "is":
        fold_phrase("is", entry.text)
    return entry


@dataclass(frozen=True, slots=True)
class Site:
    """One registrable domain. *pages* counts those with different articles; *copies* are the others.

    *rules* says on how many pages each rule took something; *left* counts repeated texts that are not house
    text, by the reason.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    domain: String
    pages: Count
    copies: Count = 0
    entries: tuple[Annotated[Entry, AfterValidator(_sayable)], ...] = ()
    rules: Mapping[String, Count] = field(default_factory=dict)
    left: Mapping[String, Count] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON, without what says nothing."""
        made = asdict(self)
        made["entries"] = [
            {k: v for k, v in entry.items() if v is not False and v not in ("", ())} for entry in made["entries"]
        ]
        return made

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Site":
        """Read what `to_dict` wrote. Raises `ValueError`, a sentence that names site and entry, for anything else."""
        try:
            return _checked().validate_python(values)
        except ValidationError as error:
            raise ValueError(_told(error, values)) from None


@cache
def _checked() -> TypeAdapter[Site]:
    # made when the first site is read: it takes as long as a short page
    return TypeAdapter(Site)


def _told(error: ValidationError, values: object) -> str:
    first = error.errors(include_url=False)[0]
    site = f"site {shown(values.get('domain'))}" if isinstance(values, Mapping) else "a site"
    place = ".".join(part if (part := str(one)).isprintable() else repr(one) for one in first["loc"])
    if first["type"] == "unexpected_keyword_argument":
        known = [one.name for one in fields(Entry if "entries" in first["loc"] else Site)]
        return f"{site}, {place}: unknown field{nearest(str(first['loc'][-1]), known)}"
    return f"{site}, {place}: {first['msg'].removeprefix('Value error, ')}, found {shown(first['input'])}"
