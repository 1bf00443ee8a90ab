"""What a rule file may say: the one description behind the loader, the errors and the editors' schema.

Every field carries the sentence that documents it. Nothing here knows HTML, files or matching. What a rule consists of
stands in `conditions` and `proof`; others take all of it from here.
"""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from cleaner.document import kinds
from cleaner.rules.conditions import NOWHERE_SPECIAL, BlockLimits, Limit, Repeat, RuleException, Text, Where
from cleaner.rules.field_types import Phrase, Range, Slug, Strict, Strings
from cleaner.rules.pattern_types import Day, Host
from cleaner.rules.proof import Case, Examples, Learned

__all__ = [
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
Steps = Annotated[int, Field(json_schema_extra={"minimum": 1, "maximum": MAX_CLIMB})]
Action = Literal["remove", "trim", "cut-after", "cut-before", "remove-section", "unwrap", "mark", "protect"]

FORMAT = 1
"""Version of what rule files say; indexes of any other are made anew."""


def _excuses(value: Any) -> Any:
    if isinstance(value, dict) and (unknown := [key for key in value if key != "ignore"]):
        raise ValueError(f"expected ignore: {{CODE: reason}}, found {unknown[0]!r}")
    return value


class Rule(Strict):
    """One reason why a piece of a page is not the article."""

    id: Slug = Field(description="<kind>.<what is removed>; never changes its meaning.")
    kind: Kind = Field(description="The sort of boilerplate.")
    why: str = Field(min_length=15, max_length=160, description="One sentence: the reason.")
    see: Strings = Field((), description="Links and issue references.")
    status: Literal["on", "draft", "retired"] = Field("on", description="draft only reports; retired keeps the id.")
    since: Day | None = Field(None, description="First day, YYYY-MM-DD.")
    until: Day | None = Field(None, description="Review by, YYYY-MM-DD.")
    was: Strings = Field((), description="Old ids of this rule.")
    where: Where = Field(NOWHERE_SPECIAL, description="On which pages, and where in the article.")
    css: Strings = Field((), description="Selectors; any of them.")
    text: Text | None = Field(None, description="What a block says.")
    shape: bool = Field(False, description="No words, only block facts; needs hosts.")
    repeat: Repeat | None = Field(None, description="The same block again on this page.")
    block: BlockLimits = Field(BlockLimits.model_construct(), description="Facts that the block must show.")
    needs: Text | None = Field(None, description="A second sign in the same block or element.")
    climb: Annotated[str | Steps | None, Field(description="sole, a selector, or 1 to 4 steps up.")] = None
    do: Action = Field("remove", description="What happens to a match.")
    opt_in: bool = Field(False, description="Acts only where --drop names the rule's kind.")
    weigh: float | None = Field(
        None,
        ge=-3,
        le=3,
        allow_inf_nan=False,
        description="Evidence for (+) or against (-) a match, instead of do; log-odds, -3 to 3.",
    )
    limit: Limit = Field(Limit.model_construct(), description="Limits tighter than the engine's own.")
    allow: tuple[Literal["mass", "inline"], ...] = Field((), description="Engine guards that this rule may pass.")
    except_: tuple[RuleException, ...] = Field((), alias="except", description="Where the rule does not apply.")
    from_: tuple[Kind, ...] = Field((), alias="from", description="For protect: kinds it shields from (all).")
    examples: Examples = Field(Examples.model_construct(), description="The rule's proof.")
    learned: Learned | None = Field(None, description="Written by `cleaner learn`: how often and where it was seen.")
    lint: Annotated[dict[str, dict[str, str]], BeforeValidator(_excuses)] = Field(
        {}, description="ignore: {CODE: reason}."
    )

    pack: str = Field("", exclude=True, json_schema_extra={"internal": True})
    file: str = Field("", exclude=True, json_schema_extra={"internal": True})
    line: int = Field(0, exclude=True, json_schema_extra={"internal": True})
    trust: int = Field(1, exclude=True, json_schema_extra={"internal": True})

    @cached_property
    def full_id(self) -> str:
        """The id that traces show: pack/id."""
        return f"{self.pack}/{self.id}"

    @cached_property
    def removes(self) -> bool:
        """Whether a match takes text away."""
        return self.weigh is None and self.do not in ("protect", "mark", "unwrap")


class Fingerprint(Strict):
    """How a platform is recognised: any of the selectors."""

    any: tuple[str, ...] = Field(min_length=1, description="Selectors; one match is enough.")


class RuleFile(Strict):
    """A pack: a namespace, its groups and platforms, its rules."""

    format: Literal[1] = Field(description="The language's version.")
    pack: Slug = Field(description="The namespace of the ids.")
    groups: dict[str, tuple[Host, ...]] = Field({}, description="Reusable sets of hosts, used as @name.")
    platforms: dict[str, Fingerprint] = Field({}, description="Fingerprints of platforms.")
    rules: tuple[Rule, ...] = Field(description="The rules.")
