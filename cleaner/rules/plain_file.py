"""YAML files that stand beside the packs and hold no rules: the lexicon, the adjustments."""

from pathlib import Path
from typing import TypeVar

from cleaner.errors import Fault, RuleError
from cleaner.rules.source_file import read_source
from cleaner.rules.validation import validate
from cleaner.rules.yaml_source import Source

T = TypeVar("T")


def read_plain_file(path: Path, model: type[T]) -> T:
    """Read the YAML file at *path* as a *model*.

    Raises `RuleError` with file and line.
    """
    source = Source(str(path))
    content = source.read(read_source(path))
    if not source.faults and (made := validate(model, content, source)):
        return made
    raise RuleError(source.faults or [Fault(str(path), 1, "cannot be read")])
