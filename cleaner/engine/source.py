"""What is read of a page, once: its blocks, its metadata, and the elements that rules find on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cleaner.document.page import Metadata, Page
from cleaner.engine.bylines import choose_authors
from cleaner.engine.text_head import read_head
from cleaner.engine.text_headline import find_heading, find_headline
from cleaner.errors import DecodeError
from cleaner.features.surroundings import PageSignals
from cleaner.html.markdown import to_html
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import ElementMatch
from cleaner.matching.match import Match
from cleaner.matching.matchers import Matchers
from cleaner.rules import RuleSet
from cleaner.text.block_text import BlockText, BlockTexts
from cleaner.text.split_lines import cut_lines
from cleaner.text.text_form import Recognised, recognise
from cleaner.text.titles import headline
from cleaner.text.urls import web_url
from cleaner.trafilatura_vote import fill_metadata


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page as it was read, before anything is decided.

    *signals* lack what trafilatura and the rules have to say; *elements* are those that css rules match; *is_free* is
    what the page says of its being free to read; *body_in_script* says that it leaves its text to a script; *told*
    is the form of scraped text, which has no vote, and *silent* are texts of lines in which rules find nothing.
    """

    block_texts: Sequence[BlockText]
    metadata: Metadata
    context: PageContext
    signals: PageSignals
    snapshot: Snapshot | None = None
    elements: Sequence[ElementMatch] = ()
    is_free: bool | None = None
    body_in_script: bool = False
    silent: set[str] = field(default_factory=set)
    told: Recognised | None = None

    @property
    def is_markdown(self) -> bool:
        """Whether it is scraped text that was read as the page it stands for."""
        return self.told is not None and self.snapshot is not None


def read_page(page: Page, rules: RuleSet, matchers: Matchers, texts: BlockTexts) -> PageSource:
    """Read *page*; *texts* may know some of its blocks already.

    Raises `PageError`.
    """
    if page.html is not None:
        return _read_html(page, take_snapshot(page.html, page.url, page.encoding), rules, matchers, texts)
    if page.text is not None:
        return _read_text(page, page.text, rules, matchers, texts)
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


def _read_text(page: Page, text: str, rules: RuleSet, matchers: Matchers, texts: BlockTexts) -> PageSource:
    told = recognise(text) if page.text_form is None else Recognised(page.text_form, "the caller says so")
    html = to_html(text) if told.form == "markdown" else None
    if html is not None:
        return _read_markdown(page, html, rules, matchers, texts, told)
    block_texts = texts.read(cut_lines(text, told.form))
    context = PageContext(web_url(page.url), page.language)
    at = find_headline(block_texts, lambda lines: _taken(lines, matchers, context, texts.silent))
    if at is not None and block_texts[at].block.tag == "line":
        block_texts[at : at + 1] = texts.read([replace(block_texts[at].block, tag="h1")])
    found = read_head([one.block for one in block_texts], at, page)
    signals = PageSignals(found.title or "", host=context.host)
    return PageSource(block_texts, found, context, signals, silent=texts.silent, told=told)


def _read_markdown(
    page: Page, html: str, rules: RuleSet, matchers: Matchers, texts: BlockTexts, told: Recognised
) -> PageSource:
    """Read Markdown as the page that it stands for; what its front matter does not say, its first lines may."""
    source = _read_html(page, take_snapshot(html, page.url), rules, matchers, texts)
    blocks = [block_text.block for block_text in source.block_texts]
    found = read_head(blocks, find_heading(blocks), page)
    own = source.metadata
    metadata = replace(
        own, title=own.title or found.title, authors=own.authors or found.authors, date=own.date or found.date
    )
    signals = replace(source.signals, title=metadata.title or "", is_markdown=True)
    return replace(source, metadata=metadata, signals=signals, told=told)


def find_in_blocks(
    block_texts: Sequence[BlockText], matchers: Matchers, context: PageContext, silent: set[str]
) -> list[Match]:
    """Return what rules find in blocks; lines whose text is *silent* are not asked, and those that are become so."""
    asked = [one for one in block_texts if one.block.tag != "line" or one.block.text not in silent]
    found = matchers.find_blocks(asked, context)
    told = {match.place for match in found}
    silent.update(one.block.text for one in asked if one.block.tag == "line" and one.block.number not in told)
    return found


def _taken(lines: Sequence[BlockText], matchers: Matchers, context: PageContext, silent: set[str]) -> frozenset[int]:
    """Return the numbers of the *lines* that rules would take: none of them is a headline."""
    found = find_in_blocks(lines, matchers, context, silent)
    return frozenset(
        number
        for match in found
        if match.rule.do == "remove" and not match.spans
        for number in range(match.first, match.last)
    )
