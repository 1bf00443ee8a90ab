"""The weights of evidence: rules/evidence.yaml, which a person can read and `cleaner rules tune` writes.

names: {related: [related, similar]}      words in classes and ids that make a fact
says:  {credit: [photo, getty]}           words in the text that make a fact
html:                                     for pages; `text`, of the same form, for scraped text
  first:
    bias: -1.2
    facts:
      links.all: {weight: -1.1, says: Nine tenths of the text or more is inside links.}
  second: ...                             the same, for the second look
confidence: {html: ..., text: ...}        the same for signs of a whole page, each a share of 0 to 1
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cleaner.errors import Fault, RuleError
from cleaner.model import Evidence
from cleaner.normalize import fold
from cleaner.rules.bundled import bundled_folder
from cleaner.rules.yaml_source import Source

FILE = "evidence.yaml"


class Weight(BaseModel):
    """What one fact weighs, and the sentence that says what it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    weight: float
    says: Annotated[str, Field(min_length=5)]


class Look(BaseModel):
    """One look at a block: what it weighs before any fact is known, and each fact's weight."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    bias: float = 0.0
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


@dataclass(frozen=True)
class Weights:
    """The weights of one road; *names* and *says* lead from a folded word to the facts it stands for."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: LookWeights = LookWeights()
    second: LookWeights = LookWeights()


def read_evidence(path: Path) -> EvidenceFile:
    """Read an evidence file.

    Raises `RuleError` with file and line.
    """
    source = Source(str(path))
    content = source.read(path.read_text("utf-8"))
    if not source.faults:
        try:
            return EvidenceFile.model_validate(content)
        except ValidationError as error:
            for problem in error.errors(include_url=False):
                source.fault(tuple(problem["loc"]), f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}")
    raise RuleError(source.faults or [Fault(str(path), 1, "cannot be read")])


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
    return Weights(_vocabulary(file.names), _vocabulary(file.says), _look(looks.first), _look(looks.second))


def _look(look: Look) -> LookWeights:
    amounts = {name: fact.weight for name, fact in look.facts.items()}
    return LookWeights(look.bias, {name: Evidence(name, amount) for name, amount in amounts.items()}, amounts)


def _vocabulary(groups: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, tuple[str, ...]] = {}
    for name, words in sorted(groups.items()):
        for word in dict.fromkeys(map(fold, words)):
            by_word[word] = (*by_word.get(word, ()), name)
    return by_word
