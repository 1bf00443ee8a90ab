"""The adjustments, rules/adjustments.yaml: amounts set by hand, on top of the fitted weights, each with its reason."""

from __future__ import annotations  # `cleaner.rules.annotations` says why

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cleaner.document.verdict import Evidence
from cleaner.rules.bundled import bundled_folder
from cleaner.rules.unchecked import checked_once
from cleaner.rules.values import Part

if TYPE_CHECKING:
    from pydantic import Field

    from cleaner.rules.field_types import Hundredths, Version

FILE = "adjustments.yaml"


@dataclass(frozen=True, kw_only=True)
class Adjustment(Part):
    """One amount of log-odds: what the trace says of it, why it is there, and what was measured."""

    amount: Hundredths
    says: Annotated[str, Field(min_length=5)]
    why: Annotated[str, Field(min_length=20)]

    @cached_property
    def evidence(self) -> Evidence:
        """The amount as it stands in a trace."""
        return Evidence(self.says, self.amount)


@dataclass(frozen=True, kw_only=True)
class Adjustments(Part):
    """What can be adjusted; when each holds is a matter of `cleaner.classifier.adjust`."""

    standfirst: Adjustment
    kind_that_stays: Adjustment
    subheading: Adjustment
    below_pointer: Adjustment
    link_below_pointer: Adjustment
    news: Adjustment
    line_of_prose_article: Adjustment
    scraped_line: Adjustment
    scraped_prose: Adjustment
    markdown_prose: Adjustment
    scraped_page: Adjustment
    outside_range: Adjustment
    clean_text: Adjustment
    line_of_clean_text: Adjustment
    formal_line: Adjustment
    behind_notice: Adjustment
    list_within_prose: Adjustment
    on_every_page: Adjustment
    in_its_element: Adjustment
    repeated_paragraph: Adjustment


@dataclass(frozen=True, kw_only=True)
class AdjustmentsFile(Part):
    """The whole file."""

    format: Version
    adjustments: Adjustments


def read_adjustments(path: Path) -> Adjustments:
    """Read a file of adjustments.

    Raises `RuleError` with file and line.
    """
    from cleaner.rules.plain_file import read_plain_file

    return read_plain_file(path, AdjustmentsFile).adjustments


@cache
def bundled_adjustments() -> Adjustments:
    """Return the bundled adjustments; read once per process."""
    return checked_once(Adjustments, (Adjustment,), bundled_folder() / FILE, read_adjustments)
