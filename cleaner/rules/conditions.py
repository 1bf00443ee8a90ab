"""When a rule matches: what a block says, what it is like, where it stands, and the limits of a match."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from cleaner.rules.field_types import Numbers, Phrase, Phrases, Shares, Strict, Strings, as_tuple
from cleaner.rules.pattern_types import Hosts, Languages

Position = Literal["head", "tail", "edges", "body", "inside"]
Role = Literal["p", "h", "li", "quote", "caption", "cell", "line"]
Roles = Annotated[tuple[Role, ...], BeforeValidator(as_tuple, json_schema_input_type=Role | list[Role])]


class Text(Strict):
    """What a block says: any of the phrases listed."""

    is_: Phrases = Field((), alias="is", description="The whole block.")
    starts: Phrases = Field((), description="The block's start.")
    ends: Phrases = Field((), description="The block's end.")
    glued: Phrases = Field((), description="A label with no space between it and the block's first, or last, sentence.")
    has: Phrases = Field((), description="Anywhere in the block; as a rule's text it needs hosts or a second sign.")
    like: Phrases = Field((), description="A small pattern over the whole block: {name} {n} {date} (a|b) [c] {rest}.")

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

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(self.phrases()):
            raise ValueError("expected at least one of is, starts, ends, glued, has, like")
        return self


class Repeat(Strict):
    """The same block again on this page."""

    keep: Literal["first", "none"] = Field("first", description="Which copy stays: the first, or none.")
    times: int = Field(2, ge=2, description="How many copies there must be.")
    run: int = Field(1, ge=1, le=9, description="How many blocks in a row must come again, in the same order.")


class Where(Strict):
    """On which pages, and where in the article."""

    hosts: Hosts = Field((), description="example.org with subdomains, =example.org exact, example.*, @group.")
    not_hosts: Hosts = Field((), description="The same forms; pages there are left alone.")
    paths: Strings = Field((), description="Globs over the URL's path.")
    platform: Strings = Field((), description="Platforms whose fingerprint the page must bear.")
    langs: Languages = Field((), description="Languages of the page; a page of unknown language matches.")
    position: Position | None = Field(None, description="Where in the article the block stands.")
    page: str | None = Field(None, description="A selector the page must contain.")


NOWHERE_SPECIAL = Where.model_construct()
"""What a rule for all pages says; told apart at a glance, since nearly all rules say it."""


class BlockLimits(Strict):
    """Facts that the block must show; all of them."""

    words: Numbers | None = Field(None, description="Number of words.")
    chars: Numbers | None = Field(None, description="Number of characters.")
    sentences: Numbers | None = Field(None, description="Number of sentences.")
    digits: Numbers | None = Field(None, description="Number of digits.")
    links: Shares | None = Field(None, description="Share of characters inside links, 0 to 1.")
    tag: Roles = Field((), description="What the block is.")
    case: Literal["upper"] | None = Field(None, description="All cased letters are capitals.")
    ends: Literal["open", "closed"] | None = Field(None, description="Without, or with, a sentence-final mark.")


class Limit(Strict):
    """Limits tighter than the engine's own."""

    max_words: int | None = Field(None, ge=1, description="Words that one match may take.")
    max_share: float | None = Field(None, gt=0, le=1, description="Share of the page's prose that one match may take.")
    max_hits: int | None = Field(None, ge=1, description="Matches on one page; with more, none counts.")
    max_cut: float | None = Field(None, gt=0, le=1, description="Share of the article's words a cut may take.")


class RuleException(Strict):
    """Where the rule does not apply; what is listed must all hold."""

    hosts: Hosts = Field((), description="Pages of these hosts.")
    css: str | None = Field(None, description="For css rules: the element, or one around it, matches this selector.")
    text: Text | None = Field(None, description="The block or element says this.")
