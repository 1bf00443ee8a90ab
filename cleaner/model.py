"""The values that travel down the road. All are frozen; none knows a library.

A `Page` is cut into `Block` values; each ends in one `Verdict`; a `Removal` is what a
verdict took; a `Failure` stands for a page that could not be cleaned.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum
from typing import Literal, NamedTuple

KINDS = [
    "ad-marker",
    "affiliate",
    "comments",
    "newsletter",
    "related",
    "share",
    "consent",
    "paywall",
    "app-promo",
    "donation",
    "author-bio",
    "byline",
    "dateline",
    "caption-credit",
    "rights",
    "agency",
    "correction",
    "tools",
    "live",
    "poll",
    "player",
    "tags",
    "breadcrumb",
    "promo",
    "navigation",
    "headline",
    "ui",
]
"""The sorts of boilerplate: a closed list, in the order in which they are shown."""

KEPT_BY_DEFAULT = frozenset({"correction", "agency"})
"""Kinds that many readers count as part of the article; `Policy(drop=...)` removes them."""

Status = Literal["ok", "short", "empty", "not-an-article", "gated", "consent-wall", "body-in-script"]
Source = Literal["rule", "evidence", "page"]


@dataclass(frozen=True, slots=True)
class Page:
    """One input: HTML (bytes as served, or decoded) or text that someone already scraped.

    One of *html* and *text* is given. A missing value (a null cell of a table: None, NaN) makes a page that
    cannot be cleaned. *language* is a BCP-47 code, if known; *encoding* is the label that came with HTML as bytes,
    as in an HTTP header.
    """

    html: bytes | str | None = None
    text: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        for name in ("html", "text"):
            if not isinstance(getattr(self, name), (bytes, str)):
                object.__setattr__(self, name, None)
        if self.html is not None and self.text is not None:
            raise ValueError("a Page takes either html or text, and not both")


class Ancestor(NamedTuple):
    """An element around a block. *number* is its place in document order, so it is an identity."""

    number: int
    tag: str
    id: str = ""
    classes: tuple[str, ...] = ()

    def __str__(self) -> str:
        name = f"{self.tag}#{self.id}" if self.id else self.tag
        return ".".join((name, *self.classes[:3]))


_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "h"),
    **dict.fromkeys(("li", "dd", "dt"), "li"),
    "blockquote": "quote",
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("td", "th"), "cell"),
    "line": "line",
}
_ROLE_HOLDERS = frozenset({"li", "blockquote", "figcaption", "caption"})


@dataclass(frozen=True)
class Block:
    """One run of text between block-level boundaries, numbered once, from 0.

    *text* has its white space collapsed. *tag* is the innermost block-level element's, or `line` for
    scraped text. *ancestors* go from the outermost element to the block's own. *linked* counts the
    characters inside links, *links* are where these lead, as the page writes it; *opens_linked* and
    *ends_linked* say whether one stands at the edge of the text, but for a mark or two at its end.
    *breaks* are the places of the spaces in *text* that stand for line breaks.
    """

    number: int
    text: str
    tag: str = "line"
    ancestors: tuple[Ancestor, ...] = ()
    linked: int = 0
    links: tuple[str, ...] = ()
    opens_linked: bool = False
    ends_linked: bool = False
    breaks: tuple[int, ...] = ()

    @property
    def lines(self) -> str:
        """The text with its line breaks."""
        if not self.breaks:
            return self.text
        starts = (0, *(place + 1 for place in self.breaks))
        ends = (*self.breaks, len(self.text))
        return "\n".join(self.text[start:end] for start, end in zip(starts, ends, strict=True))

    @property
    def link_density(self) -> float:
        """Share of the block's characters inside links, 0 to 1."""
        return min(1.0, self.linked / len(self.text)) if self.text else 0.0

    @property
    def path(self) -> str:
        """The elements around the block, as a person reads them: `article > div.body > p`."""
        return " > ".join(map(str, self.ancestors[-5:]))

    @cached_property
    def role(self) -> str:
        """What the block is in the article: `p h li quote caption cell line`."""
        role = _ROLES.get(self.tag)
        if role:
            return role
        for ancestor in reversed(self.ancestors[-4:]):
            if ancestor.tag in _ROLE_HOLDERS:
                return _ROLES[ancestor.tag]
        return "p"


class Evidence(NamedTuple):
    """What speaks for (positive) or against (negative) a block, and by how much: log-odds, in whole hundredths."""

    source: str
    amount: float


def add_up(amounts: Iterable[float]) -> float:
    """Return the sum of amounts of evidence in whole hundredths, whatever order they come in.

    >>> add_up([0.1, 0.2, -0.3]) == add_up([-0.3, 0.2, 0.1]) == 0
    True
    """
    return round(fsum(amounts), 2) + 0.0  # never -0.0


@dataclass(frozen=True, slots=True)
class Trim:
    """A part of a kept block that was taken: characters *start* to *end* of its text, and why."""

    start: int
    end: int
    rule: str
    kind: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one block, and why.

    *source* and *rule* name the reason of a removal: a rule's full id, or the *evidence* that added up to
    0 or less (trafilatura's vote is a part of it). *also* lists other rules that would have taken the block.
    """

    block: Block
    kept: bool
    source: Source = "page"
    rule: str = ""
    kind: str = ""
    also: tuple[str, ...] = ()
    trims: tuple[Trim, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """The block's lines as the article shows them: empty if removed, without its trims if kept."""
        if not self.kept:
            return ""
        whole = self.block.lines
        if not self.trims:
            return whole
        pieces, at = [], 0
        for trim in self.trims:
            pieces.append(whole[at : trim.start])
            at = trim.end
        pieces.append(whole[at:])
        lines = (" ".join(line.split()) for line in " ".join(pieces).split("\n"))
        return "\n".join(filter(None, lines))


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing that was taken: a block, or characters *start* to *end* of it."""

    block: int
    text: str
    kind: str
    source: Source
    rule: str
    path: str = ""
    start: int | None = None
    end: int | None = None
    also: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


TAKING_TOO_MUCH = frozenset({"budget", "hits", "mass"})
"""The guards that hold a rule back on a page because it takes too much of the article."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was not done: a removal that a *guard* refused, or a match only marked."""

    rule: str
    guard: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Policy:
    """Which kinds go. *keep* and *drop* change the default, under which all but a few kinds go."""

    keep: frozenset[str] = field(default_factory=frozenset)
    drop: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        unknown = sorted((self.keep | self.drop) - set(KINDS))
        if unknown:
            raise ValueError(f"no such kind: {', '.join(unknown)}; there are {' '.join(KINDS)}")

    def drops(self, kind: str, *, opt_in: bool = False) -> bool:
        """Say whether blocks of this kind are removed; those of an *opt_in* rule are where `drop` names the kind."""
        return kind not in self.keep and (kind in self.drop or not (opt_in or kind in KEPT_BY_DEFAULT))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article besides its text.

    *date* is that of publication in ISO 8601: `2026-06-05T14:30:00+02:00`, without what the page does not give:
    the zone (`2026-06-05T14:30:00`) or the time (`2026-06-05`). *url* is one of the web (`http`, `https`).
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be cleaned, as a value in a stream.

    *error* is a sentence. *status* is `unreadable` (no text in it), `timeout`, `memory`, `crash` (a worker
    process died of it, twice), or `error`.
    """

    page: Page
    error: str
    status: str = "error"
