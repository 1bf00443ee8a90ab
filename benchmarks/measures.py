"""The rows of the table, one function each group of them."""

import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import fmean, median
from typing import NamedTuple

from benchmarks.clock import Clean, of_command, per_page, wall
from benchmarks.made_rules import write_rules
from benchmarks.many_rules import cleaner_with, cost_of
from benchmarks.plots import Series
from benchmarks.report import Measured
from cleaner import Cleaner, Page
from cleaner.evaluation import peers
from cleaner.training.page_texts import visible_lines

PEERS = ("resiliparse", "readability_lxml")
"""Other tools that are measured where they are installed, beside trafilatura, which always is."""


WHEN_UNSURE = "when-unsure"
"""The name of cleaner where trafilatura votes only on pages that it is needed for."""


class Plan(NamedTuple):
    """What is measured: pages, rounds, numbers of rules, pages in a stream."""

    pages: Sequence[Page]
    repeats: int
    rules: Sequence[int]
    streamed: int


def pages_of_html(plan: Plan) -> tuple[list[Measured], list[Series]]:
    """Measure cleaner and its peers on the same pages, in turn."""
    when_unsure = Cleaner(trafilatura="when-unsure").clean
    systems: dict[str, Clean] = {"cleaner": Cleaner().clean, WHEN_UNSURE: when_unsure, "trafilatura": _trafilatura()}
    systems |= dict(_peers())
    times = per_page(systems, plan.pages, plan.repeats)
    rows = [Measured(f"html.{name}", f"HTML page, {name}", fmean(took), "ms") for name, took in times.items()]
    rows += _against("html.ratio", "HTML, cleaner against trafilatura", times["cleaner"], times["trafilatura"])
    said = "HTML, trafilatura asked only when unsure, against it"
    rows += _against(f"html.ratio.{WHEN_UNSURE}", said, times[WHEN_UNSURE], times["trafilatura"])
    sizes = [len(page.html or "") / 1000 for page in plan.pages]
    return rows, [Series(name, list(zip(sizes, took, strict=True))) for name, took in times.items()]


def _against(name: str, said: str, ours: Sequence[float], theirs: Sequence[float]) -> list[Measured]:
    """Return two rows: the quotient of the sums of times, and that of the median page."""
    ratios = [one / other for one, other in zip(ours, theirs, strict=True) if other]
    return [
        Measured(name, f"{said}, all pages together", sum(ours) / sum(theirs), "times"),
        Measured(f"{name}.median", f"{said}, the median page", median(ratios), "times"),
    ]


def _trafilatura() -> Clean:
    from trafilatura import extract

    return lambda page: extract(page.html, url=page.url)


def _peers() -> Iterator[tuple[str, Clean]]:
    for name in PEERS:
        try:
            yield name, getattr(peers, name)()
        except ImportError:
            continue


def scraped_text(plan: Plan) -> list[Measured]:
    """Measure the text of the same pages, every visible line of it, as scrapers bring it."""
    texts = [visible_lines(page.html or "") for page in plan.pages]
    pages = [Page(text=text, url=page.url) for text, page in zip(texts, plan.pages, strict=True)]
    took = per_page({"cleaner": Cleaner().clean}, pages, plan.repeats)["cleaner"]
    rate = sum(len(text.encode()) for text in texts) / sum(took) / 1000
    return [Measured("text.rate", "scraped text, a core", rate, "MB/s", "more")]


def command_line(plan: Plan) -> list[Measured]:
    """Measure what a start from the shell costs."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        html = sorted(plan.pages, key=lambda one: len(one.html or ""))[len(plan.pages) // 2].html or b""
        page.write_bytes(html if isinstance(html, bytes) else html.encode())
        # it leaves with 1 where nothing looks like an article, which is not asked here
        command = ("-m", "cleaner", "clean", str(page), "-o", str(Path(folder) / "a.txt"))
        cleaned = of_command(command, plan.repeats, most=1)
    return [
        Measured("cli.clean", "`cleaner clean page.html`, processor time", cleaned, "s"),
        Measured(
            "cli.help", "`cleaner --help`, processor time", of_command(("-m", "cleaner", "--help"), plan.repeats), "s"
        ),
    ]


def many_rules(plan: Plan) -> tuple[list[Measured], list[Series]]:
    """Measure pages with ever more rules of other sites, each set in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        sets = {count: write_rules(Path(folder) / str(count), count) for count in plan.rules}
        costs = {count: cost_of(rules) for count, rules in sets.items()}
        # all in one process and in turn: a few hundredths are less than what two processes differ by
        cleaners: dict[str, Clean] = {str(count): cleaner_with(rules).clean for count, rules in sets.items()}
    times = {int(count): fmean(took) for count, took in per_page(cleaners, plan.pages, plan.repeats).items()}
    few, many = min(plan.rules), max(plan.rules)
    said = f"{many:,} rules"
    rows = [
        Measured("rules.ratio", f"{said} against {few:,}, a page", times[many] / times[few], "times"),
        Measured("rules.load", f"{said}, load", costs[many].load, "s"),
        Measured("rules.memory", f"{said}, memory", costs[many].memory, "MB"),
    ]
    return rows, [Series("cleaner", list(times.items()))]


def streams(plan: Plan) -> list[Measured]:
    """Measure worker processes against a bare loop, and two of them against one, by the clock on the wall."""
    cleaner, pages = Cleaner(), list(islice(cycle(plan.pages), plan.streamed))
    loop = wall(lambda: map(cleaner.clean, pages), plan.repeats)
    one, two = (wall(partial(cleaner.stream, pages, workers=workers), plan.repeats) for workers in (1, 2))
    return [
        Measured("stream.overhead", "streaming to one worker against a bare loop", one / loop, "times"),
        Measured("stream.two", "two workers against one", one / two, "times", "more"),
    ]
