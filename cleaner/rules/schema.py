"""What a rule file may say: the one description behind the loader, the errors and the editors' schema.

Every field carries the sentence that documents it. Nothing here knows HTML, files or matching.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from cleaner.document.kinds import KINDS

Kind = Literal[
    "ad-marker", "affiliate", "comments", "newsletter", "related", "share", "consent", "paywall", "app-promo",
    "donation", "author-bio", "byline", "dateline", "caption-credit", "rights", "agency", "correction", "tools",
    "live", "poll", "player", "tags", "breadcrumb", "promo", "navigation", "headline", "ui", "protect",
]  # fmt: skip
Action = Literal["remove", "trim", "cut-after", "cut-before", "remove-section", "unwrap", "mark", "protect"]
Position = Literal["head", "tail", "edges", "body"]
Role = Literal["p", "h", "li", "quote", "caption", "cell", "line"]
FORMAT = 1
"""Version of what rule files say; indexes of any other are made anew."""
assert set(Kind.__args__) == {*KINDS, "protect"}  # type: ignore[attr-defined]


class Range(NamedTuple):
    """Numbers from *low* to *high*, both included."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Say whether *number* lies in the range."""
        return self.low <= number <= self.high


class Phrase(NamedTuple):
    """A phrase and the language it is of; `""` where the file does not say."""

    language: str
    text: str


def _range(value: Any) -> Any:
    if isinstance(value, Range):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Range(value, value)
    low, dots, high = str(value).partition("..")
    try:
        made = Range(float(low or 0), float(high or "inf"))
    except ValueError:
        dots = ""
    if not dots or not made.low <= made.high:
        raise ValueError(f"expected a range such as 3..40, ..40 or 0.5.., found {value!r}")
    return made


def _phrases(value: Any) -> Any:
    groups = value if isinstance(value, dict) else {"": value}
    made = []
    for language, phrases in groups.items():
        if not isinstance(phrases, (list, tuple)) or not phrases:
            raise ValueError(f"expected a list of phrases, or lists keyed by language, found {phrases!r}")
        for phrase in phrases:
            if isinstance(phrase, Phrase):
                made.append(phrase)
            elif isinstance(phrase, str) and phrase.strip():
                made.append(Phrase(str(language), phrase))
            else:
                raise ValueError(f"expected a phrase in quotes, found {phrase!r}")
    return tuple(made)


def _listed(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else (value,)


def _excuses(value: Any) -> Any:
    if isinstance(value, dict) and (unknown := [key for key in value if key != "ignore"]):
        raise ValueError(f"expected ignore: {{CODE: reason}}, found {unknown[0]!r}")
    return value


Numbers = Annotated[Range, BeforeValidator(_range, json_schema_input_type=str | float)]
Phrases = Annotated[
    tuple[Phrase, ...],
    BeforeValidator(_phrases, json_schema_input_type=list[str] | dict[str, list[str]]),
]
Strings = Annotated[tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,63}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class Text(_Strict):
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


class Repeat(_Strict):
    """The same block again on this page."""

    keep: Literal["first", "none"] = Field("first", description="Which copy stays: the first, or none.")
    times: int = Field(2, ge=2, description="How many copies there must be.")
    run: int = Field(1, ge=1, le=9, description="How many blocks in a row must come again, in the same order.")


class Where(_Strict):
    """On which pages, and where in the article."""

    hosts: Strings = Field((), description="example.org with subdomains, =example.org exact, example.*, @group.")
    not_hosts: Strings = Field((), description="The same forms; pages there are left alone.")
    paths: Strings = Field((), description="Globs over the URL's path.")
    platform: Strings = Field((), description="Platforms whose fingerprint the page must bear.")
    langs: Strings = Field((), description="Languages of the page; a page of unknown language matches.")
    position: Position | None = Field(None, description="Where in the article the block stands.")
    page: str | None = Field(None, description="A selector the page must contain.")


NOWHERE_SPECIAL = Where()
"""What a rule for all pages says; told apart at a glance, since nearly all rules say it."""


class BlockLimits(_Strict):
    """Facts that the block must show; all of them."""

    words: Numbers | None = Field(None, description="Number of words.")
    chars: Numbers | None = Field(None, description="Number of characters.")
    sentences: Numbers | None = Field(None, description="Number of sentences.")
    digits: Numbers | None = Field(None, description="Number of digits.")
    links: Numbers | None = Field(None, description="Share of characters inside links, 0 to 1.")
    tag: Annotated[tuple[Role, ...], BeforeValidator(_listed)] = Field((), description="What the block is.")
    case: Literal["upper"] | None = Field(None, description="All cased letters are capitals.")
    ends: Literal["open", "closed"] | None = Field(None, description="Without, or with, a sentence-final mark.")


class Limit(_Strict):
    """Limits tighter than the engine's own."""

    max_words: int | None = Field(None, ge=1, description="Words that one match may take.")
    max_share: float | None = Field(None, gt=0, le=1, description="Share of the page's prose that one match may take.")
    max_hits: int | None = Field(None, ge=1, description="Matches on one page; with more, none counts.")
    max_cut: float | None = Field(None, gt=0, le=1, description="Share of the article's words a cut may take.")


class RuleException(_Strict):
    """Where the rule does not apply; what is listed must all hold."""

    hosts: Strings = Field((), description="Pages of these hosts.")
    css: str | None = Field(None, description="For css rules: the element, or one around it, matches this selector.")
    text: Text | None = Field(None, description="The block or element says this.")


class Case(_Strict):
    """A list of blocks, and the numbers of those that stay."""

    name: str
    blocks: tuple[str, ...]
    want: tuple[int, ...]


class Examples(_Strict):
    """The rule's proof."""

    remove: tuple[str, ...] = Field((), description="Texts, or scraps of HTML, that must go.")
    keep: tuple[str, ...] = Field((), description="Near misses that must stay.")
    hit: tuple[str, ...] = Field((), description="For rules that do not remove: what they must match.")
    miss: tuple[str, ...] = Field((), description="For rules that do not remove: what they must not match.")
    cases: tuple[Case, ...] = Field((), description="Lists of blocks, and the numbers of those that stay.")
    todo: tuple[str, ...] = Field((), description="Texts that should go and do not yet.")


class Learned(_Strict):
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


class Rule(_Strict):
    """One reason why a piece of a page is not the article."""

    id: Slug = Field(description="<kind>.<what is removed>; never changes its meaning.")
    kind: Kind = Field(description="The sort of boilerplate.")
    why: str = Field(min_length=15, max_length=160, description="One sentence: the reason.")
    see: Strings = Field((), description="Links and issue references.")
    status: Literal["on", "draft", "retired"] = Field("on", description="draft only reports; retired keeps the id.")
    since: str | None = Field(None, description="First day, YYYY-MM-DD.")
    until: str | None = Field(None, description="Review by, YYYY-MM-DD.")
    was: Strings = Field((), description="Old ids of this rule.")
    where: Where = Field(NOWHERE_SPECIAL, description="On which pages, and where in the article.")
    css: Strings = Field((), description="Selectors; any of them.")
    text: Text | None = Field(None, description="What a block says.")
    shape: bool = Field(False, description="No words, only block facts; needs hosts.")
    repeat: Repeat | None = Field(None, description="The same block again on this page.")
    block: BlockLimits = Field(BlockLimits(), description="Facts that the block must show.")
    needs: Text | None = Field(None, description="A second sign in the same block or element.")
    climb: Annotated[str | int | None, Field(description="sole, a selector, or 1 to 4 steps up.")] = None
    do: Action = Field("remove", description="What happens to a match.")
    opt_in: bool = Field(False, description="Acts only where --drop names the rule's kind.")
    weigh: float | None = Field(
        None,
        ge=-3,
        le=3,
        allow_inf_nan=False,
        description="Evidence for (+) or against (-) a match, instead of do; log-odds, -3 to 3.",
    )
    limit: Limit = Field(Limit(), description="Limits tighter than the engine's own.")
    allow: tuple[Literal["mass", "inline"], ...] = Field((), description="Engine guards that this rule may pass.")
    except_: tuple[RuleException, ...] = Field((), alias="except", description="Where the rule does not apply.")
    from_: tuple[Kind, ...] = Field((), alias="from", description="For protect: kinds it shields from (all).")
    examples: Examples = Field(Examples(), description="The rule's proof.")
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


class Fingerprint(_Strict):
    """How a platform is recognised: any of the selectors."""

    any: tuple[str, ...] = Field(min_length=1, description="Selectors; one match is enough.")


class RuleFile(_Strict):
    """A pack: a namespace, its groups and platforms, its rules."""

    format: Literal[1] = Field(description="The language's version.")
    pack: Slug = Field(description="The namespace of the ids.")
    groups: dict[str, tuple[str, ...]] = Field({}, description="Reusable sets of hosts, used as @name.")
    platforms: dict[str, Fingerprint] = Field({}, description="Fingerprints of platforms.")
    rules: tuple[Rule, ...] = Field(description="The rules.")
