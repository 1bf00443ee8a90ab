"""What speaks for a rule: its examples, and what `cleaner learn` counted."""

from __future__ import annotations  # `cleaner.rules.annotations` says why

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from cleaner.rules.values import Part

if TYPE_CHECKING:
    from pydantic import Field

    from cleaner.rules.field_types import Strings


@dataclass(frozen=True, kw_only=True)
class Case(Part):
    """A list of blocks, and the numbers of those that stay."""

    name: str
    blocks: tuple[str, ...]
    want: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Examples(Part):
    """The rule's proof."""

    remove: Annotated[tuple[str, ...], Field(description="Texts, or scraps of HTML, that must go.")] = ()
    keep: Annotated[tuple[str, ...], Field(description="Near misses that must stay.")] = ()
    hit: Annotated[tuple[str, ...], Field(description="For rules that do not remove: what they must match.")] = ()
    miss: Annotated[tuple[str, ...], Field(description="For rules that do not remove: what they must not match.")] = ()
    cases: Annotated[tuple[Case, ...], Field(description="Lists of blocks, and the numbers of those that stay.")] = ()
    todo: Annotated[tuple[str, ...], Field(description="Texts that should go and do not yet.")] = ()


NO_PROOF = Examples()
"""What a rule without examples has."""


@dataclass(frozen=True, kw_only=True)
class Learned(Part):
    """What `cleaner learn` counted. It is the evidence for a reviewer; the engine never looks at it."""

    text: Annotated[str, Field(description="What was counted; the next `learn` finds its rule by it.")]
    advice: Annotated[
        Literal["use", "review"], Field(description="use: safe above the strict threshold; review: look first.")
    ]
    doubt: Annotated[str, Field(description="Why a person should look first.")] = ""
    pages: Annotated[int, Field(description="Pages with different articles on which it was seen.")]
    of: Annotated[int, Field(description="Such pages of the site in all.")]
    kept: Annotated[int, Field(description="Pages on which no other rule took it.")]
    place: Annotated[str, Field(description="Where it stands on these pages.")] = ""
    signs: Annotated[Strings, Field(description="What else speaks for house text.")] = ()
    seen_on: Annotated[Strings, Field(description="Three of the pages.")] = ()
    first: Annotated[str, Field(description="Date of the oldest article with it.")] = ""
    last: Annotated[str, Field(description="Date of the newest.")] = ""
    silent: Annotated[bool, Field(description="Not seen any more when last looked for.")] = False
