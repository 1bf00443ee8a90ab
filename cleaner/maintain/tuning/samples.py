"""Known pages to samples: for each block its facts, whether it is the article, and how much it counts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from cleaner.dom.snapshot import take_snapshot
from cleaner.evidence.weigh import Facts, gather_facts
from cleaner.extract.align import align
from cleaner.io.known_set import KnownPage, read_known_set
from cleaner.model import Page
from cleaner.pipeline import Cleaner
from cleaner.rules.weights import Weights

ARTICLE_SHARE = 0.5
"""Share of a block's words that the known article must hold for the block to be a part of it."""

Pages = Callable[[KnownPage], Iterable[Page]]
"""What is cleaned for one known page."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: its facts, and for each block whether it is the article and what it counts in the fit."""

    set: str
    id: str
    host: str
    facts: Facts
    wanted: Sequence[bool]
    counts: Sequence[float]


def html_pages(known: KnownPage) -> list[Page]:
    """Return the page as it is."""
    return [Page(html=known.html, url=known.truth.get("url"))]


def text_pages(known: KnownPage) -> Iterator[Page]:
    """Return the page as scrapers leave it: all of its visible lines, and what a greedy extractor takes."""
    url = known.truth.get("url")
    layout = take_snapshot(known.html).layout
    yield Page(text="\n\n".join(block.text for block in layout.blocks), url=url)
    greedy = _greedy(known.html)
    if greedy:
        yield Page(text=greedy, url=url)


def _greedy(html: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    from cleaner.dom.decode import decode

    return str(extract_plain_text(decode(html), main_content=True))


def read_samples(folders: Sequence[Path], pages: Pages, weights: Weights, cleaner: Cleaner) -> Iterator[Sample]:
    """Yield the samples of all sets; each set counts by the root of its size, each block by its length."""
    for folder in folders:
        known_pages = list(read_known_set(folder))
        for known in known_pages:
            for page in pages(known):
                yield _sample(folder.name, known, page, weights, cleaner, 30 / sqrt(len(known_pages)))


def _sample(name: str, known: KnownPage, page: Page, weights: Weights, cleaner: Cleaner, count: float) -> Sample:
    study = cleaner.study(page)
    facts = gather_facts(study.case.readings, study.hearsay, study.taken, weights)
    shares = align(str(known.truth["body"]), study.blocks).shares
    counts = [count * (0.3 + min(reading.words, 60) / 30) for reading in study.case.readings]
    return Sample(name, known.id, known.host, facts, [share >= ARTICLE_SHARE for share in shares], counts)
