"""What programs that know no article make of a whole page: every visible line, or the page as Markdown.

A function here that returns an `Extract` imports its tool.
"""

from collections.abc import Callable

from cleaner.document.page import Page
from cleaner.html.decode import decode
from cleaner.html.snapshot import take_snapshot
from cleaner.html.soup_text import soup_text, without_scripts

Extract = Callable[[Page], str]
"""What turns one HTML page into text."""
_BANNER = """We use cookies and similar technologies to improve your experience. [Accept all](#) [Reject](#)

[Privacy policy](/privacy) [Cookie settings](#cookies)"""
"""A cookie banner as crawlers write it down, behind the page whose dialog it was. Invented."""


def text_of(page: Page) -> str:
    """Return the page's HTML as text. Raises `DecodeError` for bytes that hold none."""
    html = page.html or ""
    return decode(html) if isinstance(html, bytes) else html


def visible_lines(html: bytes | str) -> str:
    """Return every visible line of a page: its blocks, one a line."""
    return "\n".join(block.text for block in take_snapshot(html).layout.blocks)


def soup(separator: str) -> Extract:
    """Return Beautiful Soup's `get_text` with *separator* between strings."""
    return lambda page: soup_text(text_of(page), separator)


def inscriptis() -> Extract:
    """Return inscriptis, which lays text out as a browser does."""
    from inscriptis import get_text

    return lambda page: str(get_text(text_of(page)))


def wet() -> Extract:
    """Return what a WET record of Common Crawl holds: the page's title, and every line of it."""
    return lambda page: "\n".join(filter(None, (_title(page), visible_lines(page.html or b""))))


def html2text_lines() -> Extract:
    """Return html2text without links, pictures, emphasis and wrapping."""
    return _html2text(ignore_links=True, ignore_images=True, ignore_emphasis=True)


def html2text() -> Extract:
    """Return html2text's Markdown, with links and pictures, as it comes: wrapped at 78 characters."""
    return _html2text(body_width=78)


def markdownify() -> Extract:
    """Return markdownify's Markdown of a page without its scripts and styles."""
    from markdownify import markdownify as write

    return lambda page: str(write(without_scripts(text_of(page)), heading_style="ATX"))


def crawler() -> Extract:
    """Return Markdown in the manner of crawlers: front matter, a link to skip by, links by number, a cookie banner."""
    write = _html2text(inline_links=False)

    def extract(page: Page) -> str:
        url = page.url or "https://page.example/"
        head = f'---\ntitle: "{(_title(page) or "").replace(chr(34), chr(39))}"\nurl: {url}\n---\n'
        return f"{head}\n[Skip to content]({url}#main)\n\n{write(page)}\n\n{_BANNER}\n"

    return extract


def _html2text(body_width: int = 0, **settings: bool) -> Extract:
    from html2text import HTML2Text

    def extract(page: Page) -> str:
        # it keeps what it read, so that each page needs its own
        writer = HTML2Text(bodywidth=body_width)
        vars(writer).update(settings)
        return str(writer.handle(text_of(page)))

    return extract


def _title(page: Page) -> str | None:
    html = page.html or b""
    return take_snapshot(decode(html) if isinstance(html, bytes) else html).meta.metadata.title
