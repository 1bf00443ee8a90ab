"""The card of a model: what it was fitted on, how, and how far it can be trusted; for people, as Markdown."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cleaner.classifier.model_file import Table
from cleaner.io.known_set import read_set
from cleaner.training.samples import host_or_id
from cleaner.training.train import Trained

TITLE = "# Card of"
"""What every card begins with."""
_CARD = """\
# Card of a model

Weights of facts about blocks, in whole hundredths of log-odds: positive speaks for the article. Two logistic
regressions for each of HTML pages, HTML pages about which trafilatura is not asked (`alone`), and scraped text: the
second look weighs the facts again beside what the first made of the blocks around. A second amount holds on pages that
call themselves news.

Fitted on {date} by `cleaner train {sets}`, each set counting by the root of its size.

| set | pages | hosts |
|---|---|---|
{rows}

| of | facts (first look, second look) | blocks of unseen hosts on the right side, counted by length |
|---|---|---|
{tables}

What other pages of a site say of a block (site memory) was fitted on the pages of sites of which several are known:
{sites}. `cleaner run --site-memory` adds it to the rest.

The last column is cross-validated by host. Pages of a sort that no set holds are judged worse than that: judge a
model also by leaving a whole set out (`cleaner train` on the others, `cleaner bench` on that one).
"""


def write_card(trained: Trained, folders: Sequence[Path]) -> str:
    """Return the card of a model that was just fitted on the known sets in *folders*."""
    return _CARD.format(
        date=datetime.now(UTC).date().isoformat(),
        sets=" ".join(folder.name for folder in folders),
        rows="\n".join(map(_row, folders)),
        tables="\n".join(_table(trained, table) for table in trained.judged),
        sites=", ".join(f"{count} as {road}" for road, count in trained.site_pages.items()),
    )


def _row(folder: Path) -> str:
    known = read_set(folder)
    hosts = set(map(host_or_id, known.pages))
    return f"| {known.name} | {len(known.pages)} | {len(hosts)} |"


def _table(trained: Trained, table: Table) -> str:
    looks = getattr(trained.file, table)
    return f"| {table} | {len(looks.first.facts)}, {len(looks.second.facts)} | {trained.judged[table].share:.1%} |"
