"""The weights of evidence: rules/evidence.yaml, which a person can read and `cleaner rules tune` writes.

names: {related: [related, similar]}      words in classes and ids that make a fact
says:  {credit: [photo, getty]}           words in the text that make a fact
html:                                     for pages; `text`, of the same form, for scraped text
                                          `news` is the weight on pages that call themselves news
  first:
    bias: -1.2
    facts:
      links.all: {weight: -1.1, news: -0.8, says: Nine tenths of the text or more is inside links.}
  second: ...                             the same, for the second look
confidence: {html: ..., text: ...}        the same for signs of a whole page, each a share of 0 to 1
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from cleaner.document.verdict import Evidence
from cleaner.errors import Fault, RuleError
from cleaner.rules.bundled import bundled_folder
from cleaner.rules.digest import digest
from cleaner.rules.source_file import read_source
from cleaner.rules.validation import validate
from cleaner.rules.yaml_source import Source
from cleaner.text.normalize import fold

FILE = "evidence.yaml"


def _in_hundredths(amount: float) -> float:
    if round(amount, 2) != amount:
        raise ValueError(f"expected whole hundredths, so that sums are exact; the nearest to {amount} is {amount:.2f}")
    return amount


Hundredths = Annotated[float, AfterValidator(_in_hundredths)]
"""Log-odds with no more than two decimals."""


class Weight(BaseModel):
    """What one fact weighs, where it differs also on pages that call themselves news, and a sentence that says it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    weight: Hundredths
    news: Hundredths | None = None
    says: Annotated[str, Field(min_length=5)]

    def on(self, is_news: bool) -> float:
        """Return what the fact weighs on a page that calls itself news, or on another."""
        return self.news if is_news and self.news is not None else self.weight


class Look(BaseModel):
    """One look at a block: what it weighs before any fact is known, and each fact's weight."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    bias: Hundredths = 0.0
    news_bias: Hundredths | None = None
    facts: dict[str, Weight] = {}


Road = Literal["html", "text"]
"""The two ways into the house: HTML pages, and text that was scraped already."""


class Looks(BaseModel):
    """The two looks at the blocks of HTML pages, or of scraped text."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    first: Look
    second: Look


class EvidenceFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    format: Literal[1]
    names: dict[str, list[str]]
    says: dict[str, list[str]]
    html: Looks
    text: Looks
    confidence: dict[Road, Look] = {}


@dataclass(frozen=True)
class LookWeights:
    """One look, ready to be added up: a fact's evidence by its name."""

    bias: float = 0.0
    facts: Mapping[str, Evidence] = field(default_factory=dict)
    amounts: Mapping[str, float] = field(default_factory=dict)


class TwoLooks(NamedTuple):
    """The weights of both looks at a page."""

    first: LookWeights
    second: LookWeights


@dataclass(frozen=True)
class Weights:
    """The weights of one road, on pages that call themselves news and on others.

    *names* and *says* lead from a folded word to the facts it stands for.
    """

    names: Mapping[str, tuple[str, ...]]
    says: Mapping[str, tuple[str, ...]]
    news: TwoLooks
    other: TwoLooks


def read_evidence(path: Path) -> EvidenceFile:
    """Read an evidence file.

    Raises `RuleError` with file and line.
    """
    source = Source(str(path))
    content = source.read(read_source(path))
    if not source.faults and (made := validate(EvidenceFile, content, source)):
        return made
    raise RuleError(source.faults or [Fault(str(path), 1, "cannot be read")])


def digest_of_weights() -> str:
    """Return a digest of the bundled weights of evidence: 16 hexadecimal digits."""
    return digest(_bundled_file().model_dump(mode="json"))


@cache
def bundled_weights(road: Road) -> Weights:
    """Return the bundled weights of a road; read once per process."""
    return make_weights(_bundled_file(), road)


@cache
def bundled_confidence(road: Road) -> LookWeights:
    """Return what the signs of a whole page weigh, bundled; read once per process."""
    return _look(_bundled_file().confidence.get(road, Look()))


@cache
def _bundled_file() -> EvidenceFile:
    return read_evidence(bundled_folder() / FILE)


def make_weights(file: EvidenceFile, road: Road) -> Weights:
    """Fold the words and leave the sentences behind."""
    looks = file.html if road == "html" else file.text
    news, other = (TwoLooks(_look(looks.first, is_news), _look(looks.second, is_news)) for is_news in (True, False))
    return Weights(_vocabulary(file.names), _vocabulary(file.says), news, other)


def _look(look: Look, is_news: bool = False) -> LookWeights:
    amounts = {name: fact.on(is_news) for name, fact in look.facts.items()}
    bias = look.news_bias if is_news and look.news_bias is not None else look.bias
    return LookWeights(bias, {name: Evidence(name, amount) for name, amount in amounts.items()}, amounts)


def _vocabulary(groups: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, tuple[str, ...]] = {}
    for name, words in sorted(groups.items()):
        for word in dict.fromkeys(map(fold, words)):
            by_word[word] = (*by_word.get(word, ()), name)
    return by_word
