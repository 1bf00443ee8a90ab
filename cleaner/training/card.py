"""The card of a model: what it was fitted on, how, and how far it can be trusted; for people, as Markdown."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import starmap
from pathlib import Path

from cleaner.classifier.model_file import Table
from cleaner.scoring.calibration import GOOD, Calibration
from cleaner.training.each_page import read_sets
from cleaner.training.train import Trained

TITLE = "# Card of"
"""What every card begins with."""
_CARD = """\
# Card of a model

Weights of facts about blocks, in whole hundredths of log-odds: positive speaks for the article. Two logistic
regressions for each of HTML pages, HTML pages about which trafilatura is not asked (`alone`), scraped text, and
Markdown: the second look weighs the facts again beside what the first made of the blocks around. A second amount holds
on pages that call themselves news.

Fitted on {date} by `cleaner train {sets}`, each set counting by the root of its size.

| set | pages | hosts |
|---|---|---|
{rows}

| of | facts (first look, second look) | blocks of unseen hosts on the right side, counted by length |
|---|---|---|
{tables}

Confidence, from signs of the whole page, was fitted on the same pages, each cleaned by weights that had not seen its
host. The chance that a good page (word F1 of {good} and more) has more of it than a bad one, and bad pages among the
least confident tenth and among the others, again on unseen hosts:

| of | area under the curve | bad of the least confident tenth | bad of the others |
|---|---|---|---|
{confidence}

What other pages of a site say of a block (site memory) was fitted on the pages of sites of which several are known:
{sites}. `cleaner run --site-memory` adds it to the rest.

All figures are cross-validated by host. Pages of a sort that no set holds are judged worse than that: judge a
model also by leaving a whole set out (`cleaner train` on the others, `cleaner bench` on that one).
"""


def write_card(trained: Trained, folders: Sequence[Path]) -> str:
    """Return the card of a model that was just fitted on the known sets in *folders*."""
    return _CARD.format(
        date=datetime.now(UTC).date().isoformat(),
        sets=" ".join(folder.name for folder in folders),
        rows="\n".join(map(_row, folders)),
        tables="\n".join(_table(trained, table) for table in trained.judged),
        good=GOOD,
        confidence="\n".join(starmap(_confidence, trained.calibrated.items())),
        sites=", ".join(f"{count} as {road}" for road, count in trained.site_pages.items()),
    )


def _row(folder: Path) -> str:
    pages = read_sets([folder])
    return f"| {folder.resolve().name} | {len(pages)} | {len({page.host for page in pages})} |"


def _table(trained: Trained, table: Table) -> str:
    looks = getattr(trained.file, table)
    return f"| {table} | {len(looks.first.facts)}, {len(looks.second.facts)} | {trained.judged[table].share:.1%} |"


def _confidence(table: Table, found: Calibration | None) -> str:
    if found is None:
        return f"| {table} | - | - | - |"
    return f"| {table} | {found.area:.3f} | {found.least:.1%} | {found.rest:.1%} |"
