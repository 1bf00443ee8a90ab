"""`Plan`: what a run is to do, as the command line says it."""

from dataclasses import dataclass, field
from pathlib import Path

from cleaner.io.fields import FieldNames
from cleaner.io.files import STDIN
from cleaner.runs.job import Format
from cleaner.workers.limits import Limits


@dataclass(frozen=True)
class FirstPass:
    """That a run adds its pages to a *memory* of sites first: to one of its own if that is None.

    *site* is that of pages which do not say their address.
    """

    memory: Path | None = None
    site: str = ""

    def __str__(self) -> str:
        return f"{self.memory or 'of these pages'}{self.site and f', {self.site}'}"


@dataclass(frozen=True)
class Plan:
    """What a run is to do. Paths are as given on the command line; *output* may be `-`."""

    output: str = STDIN
    names: FieldNames = field(default_factory=FieldNames)
    output_format: Format = "jsonl"
    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    ordered: bool = True
    limit: int | None = None
    ledger: Path | None = None
    failures: Path | None = None
    resume: bool = False
    overwrite: bool = False
    keep_dirs: bool = False
    links: bool = True
    images: bool = False
    first_pass: FirstPass | None = None
    min_confidence: float = 0.0
