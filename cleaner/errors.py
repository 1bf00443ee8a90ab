"""Every exception of the package.

::

    CleanerError
    ├── RuleError          rule files that cannot be used; carries every fault, each with file and line
    ├── PageError          this page cannot be cleaned; others can
    │   ├── DecodeError    bytes that hold no text (a PDF, a JPEG)
    │   └── ExtractError   trafilatura raised; the cause is chained
    ├── InputError         an input that cannot be read; carries its name
    ├── OutputError        an output that cannot be written; carries its name
    ├── StateError         a file of ours, a memory of sites or a run's progress, that is damaged or of another version
    ├── LimitError         a limit, or a number of workers, that cannot be; also a `ValueError`
    ├── UnknownKindError   a kind of boilerplate that there is not; names the nearest; also a `ValueError`
    └── MissingExtraError  an optional part is not installed; says what to install
"""

from collections.abc import Sequence
from dataclasses import dataclass


class CleanerError(Exception):
    """Anything that this package raises on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in a rule file: where, and what to do about it. *code* is lint's name for it."""

    file: str
    line: int
    message: str
    code: str = "F00"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class RuleError(CleanerError):
    """Rule files that cannot be used. *faults* holds all of them, in file and line order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type["RuleError"], tuple[tuple[Fault, ...]]]:
        return (RuleError, (self.faults,))


class PageError(CleanerError):
    """This page cannot be cleaned; the rest of a run can go on."""


class DecodeError(PageError):
    """Bytes that hold no text."""


class ExtractError(PageError):
    """The extractor raised on this page; the cause is chained."""


class InputError(CleanerError):
    """An input that cannot be read."""


class OutputError(CleanerError):
    """An output that cannot be written: a full disk, a folder that is missing or not ours."""


class StateError(CleanerError):
    """A memory of sites, or the progress of a run, that is damaged, of another version, or none at all."""


class LimitError(CleanerError, ValueError):
    """A limit, or a number of workers, that cannot be."""


class UnknownKindError(CleanerError, ValueError):
    """A kind of boilerplate that there is not."""


class MissingExtraError(CleanerError):
    """An optional part is not installed."""

    def __init__(self, module: str, extra: str) -> None:
        self.module, self.extra = module, extra
        super().__init__(f"{module} is not installed: pip install 'article-cleaner[{extra}]'")

    def __reduce__(self) -> tuple[type["MissingExtraError"], tuple[str, str]]:
        return (MissingExtraError, (self.module, self.extra))
