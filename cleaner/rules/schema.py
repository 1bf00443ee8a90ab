"""What a rule file may say: the one description behind the loader, the errors and the editors' schema.

Every field carries the sentence that documents it. Nothing here knows HTML, files or matching. What a rule consists of
stands in `conditions` and `proof`; others take all of it from here.
"""

from __future__ import annotations  # `cleaner.rules.annotations` says why

from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cleaner.document import kinds
from cleaner.rules.conditions import (
    ANY_BLOCK,
    NO_LIMIT,
    NOWHERE_SPECIAL,
    BlockLimits,
    Limit,
    Repeat,
    RuleException,
    Text,
    Where,
)
from cleaner.rules.proof import NO_PROOF, Case, Examples, Learned
from cleaner.rules.values import Part, Phrase, Range

if TYPE_CHECKING:
    from pydantic import Field

    from cleaner.rules.field_types import Excuses, Slug, Steps, Strings, Version
    from cleaner.rules.pattern_types import Day, Host

__all__ = [
    "ANY_BLOCK",
    "FORMAT",
    "NOWHERE_SPECIAL",
    "Action",
    "BlockLimits",
    "Case",
    "Examples",
    "Fingerprint",
    "Kind",
    "Learned",
    "Limit",
    "Phrase",
    "Range",
    "Repeat",
    "Rule",
    "RuleException",
    "RuleFile",
    "Text",
    "Where",
]

Kind = Literal[kinds.Kind, "protect"]
MAX_CLIMB = 4
"""Elements that a rule may climb by number. Not measured: it bounds what a rule can take."""
Action = Literal["remove", "trim", "cut-after", "cut-before", "remove-section", "unwrap", "mark", "protect"]

FORMAT = 1
"""Version of what rule files say; indexes of any other are made anew."""

_PLACE = frozenset({"pack", "file", "line", "trust"})
"""Fields of a rule that no file says: the loader knows them."""


@dataclass(frozen=True, kw_only=True)
class Rule(Part):
    """One reason why a piece of a page is not the article."""

    id: Annotated[Slug, Field(description="<kind>.<what is removed>; never changes its meaning.")]
    kind: Annotated[Kind, Field(description="The sort of boilerplate.")]
    why: Annotated[str, Field(min_length=15, max_length=160, description="One sentence: the reason.")]
    see: Annotated[Strings, Field(description="Links and issue references.")] = ()
    status: Annotated[
        Literal["on", "draft", "retired"], Field(description="draft only reports; retired keeps the id.")
    ] = "on"
    since: Annotated[Day | None, Field(description="First day, YYYY-MM-DD.")] = None
    until: Annotated[Day | None, Field(description="Review by, YYYY-MM-DD.")] = None
    was: Annotated[Strings, Field(description="Old ids of this rule.")] = ()
    where: Annotated[Where, Field(description="On which pages, and where in the article.")] = NOWHERE_SPECIAL
    css: Annotated[Strings, Field(description="Selectors; any of them.")] = ()
    text: Annotated[Text | None, Field(description="What a block says.")] = None
    shape: Annotated[bool, Field(strict=True, description="No words, only block facts; needs hosts.")] = False
    repeat: Annotated[Repeat | None, Field(description="The same block again on this page.")] = None
    block: Annotated[BlockLimits, Field(description="Facts that the block must show.")] = ANY_BLOCK
    needs: Annotated[Text | None, Field(description="A second sign in the same block or element.")] = None
    climb: Annotated[str | Steps | None, Field(description="sole, a selector, or 1 to 4 steps up.")] = None
    do: Annotated[Action, Field(description="What happens to a match.")] = "remove"
    opt_in: Annotated[bool, Field(strict=True, description="Acts only where --drop names the rule's kind.")] = False
    weigh: Annotated[
        float | None,
        Field(
            strict=True,
            ge=-3,
            le=3,
            allow_inf_nan=False,
            description="Evidence for (+) or against (-) a match, instead of do; log-odds, -3 to 3.",
        ),
    ] = None
    limit: Annotated[Limit, Field(description="Limits tighter than the engine's own.")] = NO_LIMIT
    allow: Annotated[
        tuple[Literal["mass", "inline"], ...], Field(description="Engine guards that this rule may pass.")
    ] = ()
    except_: Annotated[
        tuple[RuleException, ...], Field(alias="except", description="Where the rule does not apply.")
    ] = ()
    from_: Annotated[
        tuple[Kind, ...], Field(alias="from", description="For protect: kinds it shields from (all).")
    ] = ()
    examples: Annotated[Examples, Field(description="The rule's proof.")] = NO_PROOF
    learned: Annotated[
        Learned | None, Field(description="Written by `cleaner learn`: how often and where it was seen.")
    ] = None
    lint: Annotated[Excuses, Field(description="ignore: {CODE: reason}.")] = field(default_factory=dict)

    pack: Annotated[str, Field(exclude=True, json_schema_extra={"internal": True})] = ""
    file: Annotated[str, Field(exclude=True, json_schema_extra={"internal": True})] = ""
    line: Annotated[int, Field(exclude=True, json_schema_extra={"internal": True})] = 0
    trust: Annotated[int, Field(exclude=True, json_schema_extra={"internal": True})] = 1

    @cached_property
    def full_id(self) -> str:
        """The id that traces show: pack/id."""
        return f"{self.pack}/{self.id}"

    @cached_property
    def removes(self) -> bool:
        """Whether a match takes text away."""
        return self.weigh is None and self.do not in ("protect", "mark", "unwrap")

    def said(self) -> dict[str, Any]:
        """Return what its file says of it, and the defaults of what it does not say, as plain values by field."""
        return {name: value for name, value in asdict(self).items() if name not in _PLACE}


@dataclass(frozen=True, kw_only=True)
class Fingerprint(Part):
    """How a platform is recognised: any of the selectors."""

    any: Annotated[tuple[str, ...], Field(min_length=1, description="Selectors; one match is enough.")]


@dataclass(frozen=True, kw_only=True)
class RuleFile(Part):
    """A pack: a namespace, its groups and platforms, its rules."""

    format: Annotated[Version, Field(description="The language's version.")]
    pack: Annotated[Slug, Field(description="The namespace of the ids.")]
    groups: Annotated[dict[str, tuple[Host, ...]], Field(description="Reusable sets of hosts, used as @name.")] = field(
        default_factory=dict
    )
    platforms: Annotated[dict[str, Fingerprint], Field(description="Fingerprints of platforms.")] = field(
        default_factory=dict
    )
    rules: Annotated[tuple[Rule, ...], Field(description="The rules.")]
