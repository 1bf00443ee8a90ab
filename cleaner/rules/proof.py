"""What speaks for a rule: its examples, and what `cleaner learn` counted."""

from typing import Literal

from pydantic import Field

from cleaner.rules.field_types import Strict, Strings


class Case(Strict):
    """A list of blocks, and the numbers of those that stay."""

    name: str
    blocks: tuple[str, ...]
    want: tuple[int, ...]


class Examples(Strict):
    """The rule's proof."""

    remove: tuple[str, ...] = Field((), description="Texts, or scraps of HTML, that must go.")
    keep: tuple[str, ...] = Field((), description="Near misses that must stay.")
    hit: tuple[str, ...] = Field((), description="For rules that do not remove: what they must match.")
    miss: tuple[str, ...] = Field((), description="For rules that do not remove: what they must not match.")
    cases: tuple[Case, ...] = Field((), description="Lists of blocks, and the numbers of those that stay.")
    todo: tuple[str, ...] = Field((), description="Texts that should go and do not yet.")


class Learned(Strict):
    """What `cleaner learn` counted. It is the evidence for a reviewer; the engine never looks at it."""

    text: str = Field(description="What was counted; the next `learn` finds its rule by it.")
    advice: Literal["use", "review"] = Field(description="use: safe above the strict threshold; review: look first.")
    doubt: str = Field("", description="Why a person should look first.")
    pages: int = Field(description="Pages with different articles on which it was seen.")
    of: int = Field(description="Such pages of the site in all.")
    kept: int = Field(description="Pages on which no other rule took it.")
    place: str = Field("", description="Where it stands on these pages.")
    signs: Strings = Field((), description="What else speaks for house text.")
    seen_on: Strings = Field((), description="Three of the pages.")
    first: str = Field("", description="Date of the oldest article with it.")
    last: str = Field("", description="Date of the newest.")
    silent: bool = Field(False, description="Not seen any more when last looked for.")
