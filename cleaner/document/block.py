"""`Block`: one run of a page's text, with the elements around it."""

from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple

from cleaner.document.markup import PLAIN, Markup

_CLASSES_SHOWN, _PATH_SHOWN = 3, 5
"""Classes of an element, and elements around a block, that its path names. Not measured: they fit a line."""
_ROLE_LEVELS = 4
"""Innermost elements around a block that may give it its role, its own among them. Not measured."""


class Ancestor(NamedTuple):
    """An element around a block. *number* is its place in document order, so it is an identity.

    *place* is an item's number in its ordered list, and a cell's column in its table, from 0.
    """

    number: int
    tag: str
    id: str = ""
    classes: tuple[str, ...] = ()
    place: int | None = None

    def __str__(self) -> str:
        name = f"{self.tag}#{self.id}" if self.id else self.tag
        return ".".join((name, *self.classes[:_CLASSES_SHOWN]))


_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "h"),
    **dict.fromkeys(("li", "dd", "dt"), "li"),
    "blockquote": "quote",
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("td", "th"), "cell"),
    "line": "line",
}
_ROLE_HOLDERS = frozenset({"li", "blockquote", "figcaption", "caption"})


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text between block-level boundaries, numbered once, from 0.

    *text* has its white space collapsed. *tag* is the innermost block-level element's, or `line` for
    scraped text. *ancestors* go from the outermost element to the block's own. *linked* counts the
    characters inside links, *links* are where these lead, as the page writes it; *opens_linked* and
    *ends_linked* say whether one stands at the edge of the text, but for a mark or two at its end.
    *breaks* are the places of the spaces in *text* that stand for line breaks; *markup* says what is bold, linked
    and so on.
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
    markup: Markup = PLAIN

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
        return min(1.0, self.linked / len(self.text)) if self.linked and self.text else 0.0

    @property
    def path(self) -> str:
        """The elements around the block, as a person reads them: `article > div.body > p`."""
        return " > ".join(map(str, self.ancestors[-_PATH_SHOWN:]))

    def innermost(self, tags: Set[str]) -> int | None:
        """Return the number of the innermost element around the block that is one of *tags*; None without one."""
        return next((one.number for one in reversed(self.ancestors) if one.tag in tags), None)

    @property
    def role(self) -> str:
        """What the block is in the article: `p h li quote caption cell line`."""
        role = _ROLES.get(self.tag)
        if role:
            return role
        for ancestor in reversed(self.ancestors[-_ROLE_LEVELS:]):
            if ancestor.tag in _ROLE_HOLDERS:
                return _ROLES[ancestor.tag]
        return "p"
