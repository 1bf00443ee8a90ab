"""What is read of a page, once: its blocks, its metadata, and the elements that rules find on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleaner.document.page import Metadata, Page
from cleaner.engine.bylines import choose_authors
from cleaner.engine.text_head import read_head
from cleaner.errors import DecodeError
from cleaner.features.surroundings import PageSignals
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import ElementMatch
from cleaner.matching.matchers import Matchers
from cleaner.rules import RuleSet
from cleaner.text.block_text import BlockText, BlockTexts
from cleaner.text.split_lines import cut_lines
from cleaner.text.titles import headline
from cleaner.trafilatura_vote import fill_metadata


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page as it was read, before anything is decided.

    *signals* lack what trafilatura and the rules have to say; *elements* are those that css rules match; *is_free* is
    what the page says of its being free to read; *body_in_script* says that it leaves its text to a script.
    """

    block_texts: Sequence[BlockText]
    metadata: Metadata
    context: PageContext
    signals: PageSignals
    snapshot: Snapshot | None = None
    elements: Sequence[ElementMatch] = ()
    is_free: bool | None = None
    body_in_script: bool = False


def read_page(page: Page, rules: RuleSet, matchers: Matchers, texts: BlockTexts) -> PageSource:
    """Read *page*; *texts* may know some of its blocks already.

    Raises `PageError`.
    """
    if page.html is not None:
        return _read_html(page, take_snapshot(page.html, page.url, page.encoding), rules, matchers, texts)
    if page.text is not None:
        return _read_text(page, page.text, texts)
    raise DecodeError("there is no page here: neither html nor text is given")


def _read_html(page: Page, snapshot: Snapshot, rules: RuleSet, matchers: Matchers, texts: BlockTexts) -> PageSource:
    meta, url = snapshot.meta, snapshot.meta.metadata.url
    context = PageContext(
        url, page.language or meta.metadata.language, rules.platforms_of(snapshot.holds), snapshot.holds
    )
    metadata = _metadata(snapshot, context)
    signals = PageSignals(
        metadata.title or "",
        meta.description,
        meta.body,
        site=metadata.site or "",
        host=context.host,
        is_news=meta.is_news,
    )
    return PageSource(
        texts.read(snapshot.layout.blocks),
        metadata,
        context,
        signals,
        snapshot,
        matchers.find_elements(snapshot, context),
        meta.is_free,
        meta.body_in_script,
    )


def _metadata(snapshot: Snapshot, context: PageContext) -> Metadata:
    found, host = snapshot.meta.metadata, context.host
    if snapshot.root is not None:
        found = fill_metadata(found, snapshot.root, found.url)
    if found.title:
        found = replace(found, title=headline((found.title, *snapshot.meta.titles), found.site, host))
    authors = choose_authors(found.authors, snapshot.meta.bylines, found.site, host)
    return replace(found, authors=authors, language=found.language or context.language)


def _read_text(page: Page, text: str, texts: BlockTexts) -> PageSource:
    blocks, found = read_head(cut_lines(text), page)
    context = PageContext(found.url, page.language)
    return PageSource(texts.read(blocks), found, context, PageSignals(found.title or "", host=context.host))
