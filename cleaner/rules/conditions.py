"""When a rule matches: what a block says, what it is like, where it stands, and the limits of a match."""

from __future__ import annotations  # `cleaner.rules.annotations` says why

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from cleaner.rules.values import Part, Phrase

if TYPE_CHECKING:
    from pydantic import Field

    from cleaner.rules.field_types import Numbers, Phrases, Roles, Shares, Strings
    from cleaner.rules.pattern_types import Hosts, Languages

Position = Literal["head", "tail", "edges", "body", "inside"]
Role = Literal["p", "h", "li", "quote", "caption", "cell", "line"]


@dataclass(frozen=True, kw_only=True)
class Text(Part):
    """What a block says: any of the phrases listed."""

    is_: Annotated[Phrases, Field(alias="is", description="The whole block.")] = ()
    starts: Annotated[Phrases, Field(description="The block's start.")] = ()
    ends: Annotated[Phrases, Field(description="The block's end.")] = ()
    glued: Annotated[
        Phrases, Field(description="A label with no space between it and the block's first, or last, sentence.")
    ] = ()
    has: Annotated[
        Phrases, Field(description="Anywhere in the block; as a rule's text it needs hosts or a second sign.")
    ] = ()
    like: Annotated[
        Phrases, Field(description="A small pattern over the whole block: {name} {n} {date} (a|b) [c] {rest}.")
    ] = ()

    def phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Yield every phrase, after the way it is matched: `is starts ends glued has like`."""
        for way, listed in (
            ("is", self.is_),
            ("starts", self.starts),
            ("ends", self.ends),
            ("glued", self.glued),
            ("has", self.has),
            ("like", self.like),
        ):
            for phrase in listed:
                yield way, phrase

    def __post_init__(self) -> None:
        if not any(self.phrases()):
            raise ValueError("expected at least one of is, starts, ends, glued, has, like")


@dataclass(frozen=True, kw_only=True)
class Repeat(Part):
    """The same block again on this page."""

    keep: Annotated[Literal["first", "none"], Field(description="Which copy stays: the first, or none.")] = "first"
    times: Annotated[int, Field(strict=True, ge=2, description="How many copies there must be.")] = 2
    run: Annotated[
        int, Field(strict=True, ge=1, le=9, description="How many blocks in a row must come again, in the same order.")
    ] = 1


@dataclass(frozen=True, kw_only=True)
class Where(Part):
    """On which pages, and where in the article."""

    hosts: Annotated[
        Hosts, Field(description="example.org with subdomains, =example.org exact, example.*, @group.")
    ] = ()
    not_hosts: Annotated[Hosts, Field(description="The same forms; pages there are left alone.")] = ()
    paths: Annotated[Strings, Field(description="Globs over the URL's path.")] = ()
    platform: Annotated[Strings, Field(description="Platforms whose fingerprint the page must bear.")] = ()
    langs: Annotated[Languages, Field(description="Languages of the page; a page of unknown language matches.")] = ()
    position: Annotated[Position | None, Field(description="Where in the article the block stands.")] = None
    page: Annotated[str | None, Field(description="A selector the page must contain.")] = None


NOWHERE_SPECIAL = Where()
"""What a rule for all pages says; told apart at a glance, since nearly all rules say it."""


@dataclass(frozen=True, kw_only=True)
class BlockLimits(Part):
    """Facts that the block must show; all of them."""

    words: Annotated[Numbers | None, Field(description="Number of words.")] = None
    chars: Annotated[Numbers | None, Field(description="Number of characters.")] = None
    sentences: Annotated[Numbers | None, Field(description="Number of sentences.")] = None
    digits: Annotated[Numbers | None, Field(description="Number of digits.")] = None
    links: Annotated[Shares | None, Field(description="Share of characters inside links, 0 to 1.")] = None
    tag: Annotated[Roles, Field(description="What the block is.")] = ()
    case: Annotated[Literal["upper"] | None, Field(description="All cased letters are capitals.")] = None
    ends: Annotated[Literal["open", "closed"] | None, Field(description="Without, or with, a sentence-final mark.")] = (
        None
    )


ANY_BLOCK = BlockLimits()
"""What a rule for blocks of any sort says."""


@dataclass(frozen=True, kw_only=True)
class Limit(Part):
    """Limits tighter than the engine's own."""

    max_words: Annotated[int | None, Field(strict=True, ge=1, description="Words that one match may take.")] = None
    max_share: Annotated[
        float | None, Field(strict=True, gt=0, le=1, description="Share of the page's prose that one match may take.")
    ] = None
    max_hits: Annotated[
        int | None, Field(strict=True, ge=1, description="Matches on one page; with more, none counts.")
    ] = None
    max_cut: Annotated[
        float | None,
        Field(strict=True, gt=0, le=1, description="Share of the article's words a cut may take."),
    ] = None


NO_LIMIT = Limit()
"""What a rule says that is bound by the engine's limits alone."""


@dataclass(frozen=True, kw_only=True)
class RuleException(Part):
    """Where the rule does not apply; what is listed must all hold."""

    hosts: Annotated[Hosts, Field(description="Pages of these hosts.")] = ()
    css: Annotated[
        str | None, Field(description="For css rules: the element, or one around it, matches this selector.")
    ] = None
    text: Annotated[Text | None, Field(description="The block or element says this.")] = None
