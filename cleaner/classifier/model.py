"""`Model`: what facts weigh, and the words and amounts that people keep beside the fitted weights."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from itertools import repeat
from pathlib import Path
from typing import NamedTuple, TypeVar, get_args

from cleaner.classifier.adjustments import Adjustments, bundled_adjustments
from cleaner.classifier.model_file import Look, Looks, ModelFile, Road, SiteLook, Table, read_model_file
from cleaner.document.verdict import Evidence
from cleaner.features.lexicon import Lexicon, bundled_lexicon
from cleaner.rules.digest import digest
from cleaner.rules.unchecked import checked_once

T = TypeVar("T")
N = TypeVar("N", bound=str)

BUNDLED = Path(__file__).parent / "models" / "bundled.json"


@dataclass(frozen=True)
class LookWeights:
    """One look, ready to be added up: a fact's evidence by its name."""

    bias: float = 0.0
    facts: Mapping[str, Evidence] = field(default_factory=dict)
    amounts: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def _hundredths(self) -> tuple[int, dict[str, int]]:
        """Bias and amounts as whole numbers, whose sums are exact."""
        return round(100 * self.bias), {name: round(100 * amount) for name, amount in self.amounts.items()}

    def balance(self, facts: Iterable[str]) -> float:
        """Return what *facts*, each of which stands there once, add up to.

        >>> LookWeights(0.1, amounts={"is.core": 0.2, "tag.p": -0.3}).balance(["is.core", "tag.p", "tag.li"])
        0.0
        """
        bias, amounts = self._hundredths
        return (bias + sum(map(amounts.get, facts, repeat(0)))) / 100


class TwoLooks(NamedTuple):
    """The weights of both looks at a page."""

    first: LookWeights
    second: LookWeights


class Weights(NamedTuple):
    """The weights of one road, on pages that call themselves news and on others."""

    news: TwoLooks
    other: TwoLooks


@dataclass(frozen=True)
class Model:
    """Everything by which blocks are judged besides rules: fitted weights, and what people keep beside them."""

    file: ModelFile
    lexicon: Lexicon
    adjustments: Adjustments

    @cached_property
    def html(self) -> Weights:
        """The weights for HTML pages."""
        return make_weights(self.file.html)

    @cached_property
    def alone(self) -> Weights:
        """The weights for HTML pages about which trafilatura is not asked; nothing where the file does not say."""
        return make_weights(self.file.alone)

    @cached_property
    def text(self) -> Weights:
        """The weights for scraped text."""
        return make_weights(self.file.text)

    @cached_property
    def markdown(self) -> Weights:
        """The weights for scraped text that is Markdown: those for any where the file does not say."""
        return make_weights(self.file.markdown) if self.file.markdown != Looks() else self.text

    @cached_property
    def confidence(self) -> Mapping[Table, LookWeights]:
        """What the signs of a whole page weigh; nothing where the file does not say."""
        return {table: look_weights(_said(self.file.confidence, table, Look())) for table in get_args(Table)}

    def site_look(self, road: Road) -> SiteLook:
        """Return what facts from other pages of a site weigh; nothing where the file does not say."""
        return _said(self.file.sites, road, SiteLook())

    @cached_property
    def digest(self) -> str:
        """A name for all it holds: 16 hexadecimal digits."""
        return digest([asdict(self.file), self.lexicon, asdict(self.adjustments)])


def _said(said: Mapping[N, T], name: N, nothing: T) -> T:
    """Return what is *said* under a name: of Markdown what is said of other text, where nothing is said of it."""
    if name == "markdown" and name not in said:
        return next((one for other, one in said.items() if other == "text"), nothing)
    return said.get(name, nothing)


def make_weights(looks: Looks) -> Weights:
    """Return the weights of a road, ready to be added up."""
    other, news = (TwoLooks(look_weights(looks.first, at), look_weights(looks.second, at)) for at in (0, 1))
    return Weights(news, other)


@cache
def bundled_model() -> Model:
    """Return the bundled model; read once per process.

    Raises `RuleError` if one of its files was damaged.
    """
    file = checked_once(ModelFile, (Looks, Look, SiteLook), BUNDLED, read_model_file)
    return Model(file, bundled_lexicon(), bundled_adjustments())


def load_model(path: Path) -> Model:
    """Return the model in a file that `cleaner train` wrote, with the bundled lexicon and adjustments.

    Raises `RuleError` with the place of every fault.
    """
    return Model(read_model_file(path), bundled_lexicon(), bundled_adjustments())


def look_weights(look: Look, at: int = 0) -> LookWeights:
    """Return the weights of one look, ready to be added up; *at* is 1 for pages that call themselves news."""
    amounts = {name: pair[at] for name, pair in look.facts.items()}
    return LookWeights(look.bias[at], {name: Evidence(name, amount) for name, amount in amounts.items()}, amounts)
