"""`index`: write the entries of all packs ahead, and measure what they save."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from cleaner.authoring.packs import PathLike, default_paths
from cleaner.classifier.model import bundled_model
from cleaner.document.policy import Policy
from cleaner.matching.matchers import Matchers
from cleaner.rules import bundled_rules, gather_rules
from cleaner.rules import index as rule_index
from cleaner.rules.load import load_rules


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What `index` did: entries dropped, rules loaded, and the seconds to load them without and with entries."""

    folder: Path
    dropped: int
    rules: int
    from_yaml: float
    from_index: float


def index(*paths: PathLike) -> IndexReport:
    """Drop all entries, write those of the rule files in *paths* (by default of all packs), and measure.

    By default what is compiled from the bundled packs, and from them with a person's own folders, is kept as well.

    Raises `RuleError` for broken files.
    """
    roots, dropped = paths or tuple(default_paths()), rule_index.clear()
    from_yaml, count = _load(roots)
    from_index, _ = _load(roots)
    if not paths:
        _compile_bundled()
    return IndexReport(rule_index.index_folder(), dropped, count, from_yaml, from_index)


def _load(paths: tuple[PathLike, ...]) -> tuple[float, int]:
    start = perf_counter()
    rules = load_rules(*paths)
    return perf_counter() - start, len(rules)


def _compile_bundled() -> None:
    # past what this process remembers: the entries are what counts
    unasked = Policy().unasked
    Matchers(bundled_rules.__wrapped__(), unasked)
    if (gathered := gather_rules()) is not bundled_rules():
        Matchers(gathered, unasked)
    bundled_model.__wrapped__()
