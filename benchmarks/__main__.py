"""`python -m benchmarks [FOLDER ...]`: measure on the pages in folders, by default on the fixtures."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import measures
from benchmarks.pages import FIXTURES, read_pages
from benchmarks.plots import against
from benchmarks.report import machine, read_json, table, to_json

PARTS = ("html", "text", "cli", "rules", "streams")
"""What can be measured by itself."""
RULES = (100, 1_000, 10_000, 70_000)
"""Numbers of rules."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the table to stdout, and write what is asked for."""
    asked = _parser().parse_args(arguments)
    before = read_json(asked.compare) if asked.compare else None
    folders = asked.folders or [FIXTURES]
    pages = read_pages(folders, asked.pages)
    plan = measures.Plan(pages, asked.repeats, sorted(asked.rules), asked.streamed)
    rows, plots = [], {}
    if "html" in asked.only:
        found, series = measures.pages_of_html(plan)
        rows += found
        plots["page-size.svg"] = against(series, "kB of HTML", "Time a page against its size")
    if "text" in asked.only:
        rows += measures.scraped_text(plan)
    if "cli" in asked.only:
        rows += measures.command_line(plan)
    if "rules" in asked.only:
        found, series = measures.many_rules(plan)
        rows += found
        plots["rules.svg"] = against(series, "rules", "Time a page against the number of rules")
    if "streams" in asked.only:
        rows += measures.streams(plan)
    sys.stdout.write(f"{len(pages)} pages; {machine()}\n\n{table(rows, before)}")
    if asked.output:
        asked.output.parent.mkdir(parents=True, exist_ok=True)
        asked.output.write_text(to_json(rows), "utf-8")
    if asked.plots:
        asked.plots.mkdir(parents=True, exist_ok=True)
        for name, plot in plots.items():
            (asked.plots / name).write_text(plot, "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("benchmarks", description="Measure speed and memory, beside other tools.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="pages: .html, .html.gz; the fixtures")
    parser.add_argument("--pages", type=int, default=150, metavar="N", help="pages of each folder at most (150)")
    parser.add_argument("--repeats", type=int, default=3, metavar="N", help="rounds, of which the median counts (3)")
    parser.add_argument("--rules", type=int, nargs="+", default=RULES, metavar="N", help="numbers of rules")
    parser.add_argument("--streamed", type=int, default=400, metavar="N", help="pages of a stream (400)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="what to measure; all")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the rows as JSON")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="show the rows of such a file beside these")
    parser.add_argument("--plots", type=Path, metavar="FOLDER", help="write plots of time as SVG")
    return parser


if __name__ == "__main__":
    main()
