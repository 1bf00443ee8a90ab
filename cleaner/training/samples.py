"""Known pages to samples: for each block its facts, whether it is the article, and how much it counts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.classifier.adjust import adjustments
from cleaner.classifier.predict import Facts, gather_facts
from cleaner.document.page import Page
from cleaner.document.verdict import Evidence
from cleaner.features.votes import is_vote
from cleaner.html.snapshot import take_snapshot
from cleaner.io.known_set import KnownPage, read_set
from cleaner.trafilatura_vote.align import align

ARTICLE_SHARE = 0.5
"""Share of a block's words that the known article must hold for the block to be a part of it. Not measured."""
BLOCK_COUNTS, FULL_WORDS, LONG_COUNTS = 0.5, 60, 2.0
"""What a block counts by itself, and on top of it with so many words or more: short lines spoil a page, too. Measured
together with a page's own count, in `read_samples`."""
ARTICLE_COUNTS = 0.15
"""What the blocks of the article count on top, by their words, beside 1 for all blocks of the page: losing an article
is worse than keeping a line. Of 684 pages of unseen hosts 18 kept under 60 % of the article without it and 4 with it,
word F1 was the same on dev-fundus and up to a point higher on the others; with 0.5 a tenth more pages keep a foreign
line."""
FEW_BLOCKS = 25
"""All pages count alike, but those of fewer blocks count no more than pages of so many. Not measured."""
_PAGE_COUNTS = 3_000
"""What the page of a set of one counts; in a larger set it is divided by the root of its size. `STRENGTH` holds on this
scale."""

Pages = Callable[[KnownPage], Iterable[Page]]
"""What is cleaned for one known page."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: facts about each block that no rule takes, whether it is wanted, what it counts in the fit.

    *by_hand* are the adjustments that hold for each block; they are no part of the fit.
    """

    set: str
    id: str
    host: str
    facts: Facts
    wanted: Sequence[bool]
    counts: Sequence[float]
    by_hand: Sequence[Sequence[Evidence]]


def host_or_id(known: KnownPage) -> str:
    """Return the host that a page counts for: a page that names none is one of its own."""
    return known.truth.host or known.id


def html_pages(known: KnownPage) -> list[Page]:
    """Return the page as it is."""
    return [Page(html=known.html(), url=known.truth.url)]


def text_pages(known: KnownPage) -> Iterator[Page]:
    """Return the page as scrapers leave it: all visible lines, a greedy extractor's, the article.

    The last is there so that text which is clean already is left alone.
    """
    url, html = known.truth.url, known.html()
    layout = take_snapshot(html).layout
    yield Page(text="\n\n".join(block.text for block in layout.blocks), url=url)
    greedy = _greedy(html)
    if greedy:
        yield Page(text=greedy, url=url)
    yield Page(text=known.truth.body, url=url)


def scraped_pages(known: KnownPage) -> list[Page]:
    """Return the page as a greedy extractor leaves it; nothing where that finds no text."""
    greedy = _greedy(known.html())
    return [Page(text=greedy, url=known.truth.url)] if greedy else []


def _greedy(html: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    from cleaner.html.decode import decode

    return str(extract_plain_text(decode(html), main_content=True))


def read_samples(folders: Sequence[Path], pages: Pages, cleaner: Cleaner) -> Iterator[Sample]:
    """Yield the samples of all sets; each set counts by the root of its size, each page in it alike.

    Against blocks that count by their length alone, fewer pages of unseen hosts keep a foreign line (first look:
    46 % against 53 % on dev-fundus, 43 % against 44 % on dev-wcxb).
    """
    # a page has thousands of facts, nearly all of them those of other pages
    names: dict[str, str] = {}
    for folder in folders:
        known_set = read_set(folder)
        for known in known_set.pages:
            for page in pages(known):
                made = _sample(known_set.name, known, page, cleaner, _PAGE_COUNTS / sqrt(len(known_set.pages)))
                yield replace(made, facts=made.facts._replace(by_block=_shared(made.facts.by_block, names)))


def _shared(by_block: Sequence[tuple[str, ...]], names: dict[str, str]) -> list[tuple[str, ...]]:
    """Return the same facts, each of which is in memory once, as it stands in *names*."""
    return [tuple(names.setdefault(fact, fact) for fact in facts) for facts in by_block]


def without_votes(sample: Sample) -> Sample:
    """Return *sample* with the facts that there are where trafilatura was not asked; by hand all stays as it was."""
    by_block = [tuple(fact for fact in facts if not is_vote(fact)) for facts in sample.facts.by_block]
    return replace(sample, facts=sample.facts._replace(by_block=by_block))


def _sample(name: str, known: KnownPage, page: Page, cleaner: Cleaner, count: float) -> Sample:
    analysis = cleaner.analyse(page)
    facts = gather_facts(analysis.free, analysis.signals, cleaner.model.lexicon)
    shares = align(known.truth.body.split("\n"), analysis.blocks)
    is_text = page.html is None
    wanted = [shares[block_text.block.number] >= ARTICLE_SHARE for block_text in analysis.free]
    counts = [count * of_block for of_block in block_counts([one.words for one in analysis.free], wanted)]
    if is_text:  # the headline of scraped text stays, whatever the known article says of headlines
        counts = [
            0.0 if one.block.tag == "h1" else of_block for one, of_block in zip(analysis.free, counts, strict=True)
        ]
    by_hand = adjustments(
        analysis.free,
        facts,
        analysis.signals,
        "text" if is_text else "html",
        cleaner.model.adjustments,
        is_untouched=analysis.is_untouched,
    )
    return Sample(name, known.id, host_or_id(known), facts, wanted, counts, by_hand)


def block_counts(words: Sequence[int], wanted: Sequence[bool]) -> list[float]:
    """Return what each block of a page counts in a fit, by its words and whether it is *wanted*."""
    each = 1 / max(FEW_BLOCKS, 1 + len(words))
    of_article = sum(count for count, is_wanted in zip(words, wanted, strict=True) if is_wanted)
    return [
        each * (BLOCK_COUNTS + LONG_COUNTS * min(1.0, count / FULL_WORDS))
        + (ARTICLE_COUNTS * count / of_article if is_wanted else 0.0)
        for count, is_wanted in zip(words, wanted, strict=True)
    ]
