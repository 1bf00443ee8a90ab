"""Known pages to samples: for each block its facts, whether it is the article, and how much it counts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from sys import intern

from cleaner.api import Cleaner
from cleaner.classifier.adjust import adjustments
from cleaner.classifier.model_file import Road
from cleaner.classifier.predict import Facts, gather_facts
from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.document.verdict import Evidence
from cleaner.engine.analysis import PageAnalysis
from cleaner.io.known_set import KnownPage
from cleaner.text.prose import is_core
from cleaner.trafilatura_vote.align import align
from cleaner.training import page_texts
from cleaner.training.each_page import SetPage, on_each

ARTICLE_SHARE = 0.5
"""Share of a block's words that the known article must hold for the block to be a part of it. Not measured."""
BLOCK_COUNTS, FULL_WORDS, LONG_COUNTS = 0.5, 60, 2.0
"""What a block counts by itself, and on top of it with so many words or more: short lines spoil a page, too. Measured
together with a page's own count."""
ARTICLE_COUNTS = 0.15
"""What the blocks of the article count on top, by their words, beside 1 for all blocks of the page: losing an article
is worse than keeping a line. Of 684 pages of unseen hosts 18 kept under 60 % of the article without it and 4 with it,
word F1 was the same on dev-fundus and up to a point higher on the others; with 0.5 a tenth more pages keep a foreign
line."""
FEW_BLOCKS = 25
"""All pages count alike, but those of fewer blocks count no more than pages of so many. Not measured."""


FORMS: Mapping[str, Road] = {
    **dict.fromkeys(("lines", "scraped", "article"), "text"),
    **dict.fromkeys(("markdown", "crawled"), "markdown"),
}
"""The forms in which scrapers leave a page, and the road of each."""


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


def html_page(known: KnownPage) -> Page:
    """Return the page as it is."""
    return Page(html=known.html(), url=known.truth.url)


def text_pages(
    known: KnownPage, html: Page, blocks: Iterable[Block], names: Collection[str] = FORMS
) -> dict[str, Page]:
    """Return the page as scrapers leave it, of its *html* and all *blocks* of that, by *names* of `FORMS`.

    `lines` are all visible lines, `scraped` is what a greedy extractor takes, `markdown` and `crawled` are the page as
    Markdown, where these find anything; `article` is there so that text which is clean already is left alone.
    """
    makers: dict[str, Callable[[], str]] = {
        "lines": lambda: "\n\n".join(block.text for block in blocks),
        "scraped": lambda: _greedy(html),
        "markdown": lambda: page_texts.markdownify()(html),
        "crawled": lambda: page_texts.crawler()(html),
        "article": lambda: known.truth.body,
    }
    texts = {name: make() for name, make in makers.items() if name in names}
    return {name: Page(text=text, url=known.truth.url) for name, text in texts.items() if text.strip()}


def _greedy(html: Page) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page_texts.text_of(html), main_content=True))


@dataclass(frozen=True, slots=True)
class Sampling:
    """Makes samples of a known page, as HTML and as each of its texts. Pickles."""

    cleaner: Cleaner

    def __call__(self, page: SetPage) -> list[tuple[Road, Sample]]:
        """Return the samples of a page, each with its road. Raises what reading a page does."""
        html = html_page(page.known)
        analysis = self.cleaner.analyse(html)
        texts = text_pages(page.known, html, analysis.blocks).values()
        return [self._sample(page, one) for one in (analysis, *map(self.cleaner.analyse, texts))]

    def _sample(self, page: SetPage, analysis: PageAnalysis) -> tuple[Road, Sample]:
        free, weighed, model, road = analysis.free, analysis.weighed, self.cleaner.model, analysis.road
        facts = gather_facts(weighed, analysis.signals, model.lexicon)
        of_page = wanted_blocks(page.known, analysis.blocks)
        wanted = [of_page[one.block.number] for one in free]
        counts = [page.counts * of_block for of_block in block_counts([one.words for one in free], wanted)]
        if road != "html":  # the headline of scraped text is decided by whether the text is whole
            counts = [0.0 if one.block.tag == "h1" else of_block for one, of_block in zip(free, counts, strict=True)]
        core = list(map(is_core, weighed))
        by_hand = adjustments(
            weighed, core, facts, analysis.signals, road, model.adjustments, taken=analysis.share_taken
        )
        return road, Sample(page.set, page.known.id, page.host, facts, wanted, counts, list(map(tuple, by_hand)))


def read_samples(pages: Sequence[SetPage], cleaner: Cleaner, workers: int | None = 1) -> dict[Road, list[Sample]]:
    """Return the samples of *pages* for each road, made by as many *workers*; each set counts by the root of its size.

    Against blocks that count by their length alone, fewer pages of unseen hosts keep a foreign line (first look:
    46 % against 53 % on dev-fundus, 43 % against 44 % on dev-wcxb). Raises as `on_each` does.
    """
    found: dict[Road, list[Sample]] = {"html": [], "text": [], "markdown": []}
    for road, made in chain.from_iterable(on_each(Sampling(cleaner), pages, workers)):
        # what comes from a worker has names of its own; a page has thousands, nearly all of them those of other pages
        by_block = [tuple(map(intern, facts)) for facts in made.facts.by_block]
        found[road].append(replace(made, facts=made.facts._replace(by_block=by_block)))
    return found


def wanted_blocks(known: KnownPage, blocks: Sequence[Block]) -> list[bool]:
    """Say of each of the *blocks* of a page whether it is a part of the known article."""
    return [share >= ARTICLE_SHARE for share in align(known.truth.body.split("\n"), blocks)]


def block_counts(words: Sequence[int], wanted: Sequence[bool]) -> list[float]:
    """Return what each block of a page counts in a fit, by its words and whether it is *wanted*."""
    each = 1 / max(FEW_BLOCKS, 1 + len(words))
    of_article = sum(count for count, is_wanted in zip(words, wanted, strict=True) if is_wanted)
    return [
        each * (BLOCK_COUNTS + LONG_COUNTS * min(1.0, count / FULL_WORDS))
        + (ARTICLE_COUNTS * count / of_article if is_wanted else 0.0)
        for count, is_wanted in zip(words, wanted, strict=True)
    ]
