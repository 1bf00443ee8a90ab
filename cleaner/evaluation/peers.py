"""The other tools, each called as its own documentation says, with comments and network off.

A function here imports its tool and returns what turns one HTML page into text. All get the same: the
bytes as served, decoded by us for those that take only text, and the address where they ask for one.
"""

import logging
import re
from typing import Any

from cleaner.document.page import Page
from cleaner.training.page_texts import Extract, text_of, visible_lines

_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([a-zA-Z]{2})", re.IGNORECASE)
_START = 20_000
"""Characters in which a page's language is looked for. Not measured: it stands in the first tag."""
_STOPLISTS = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ko": "Korean", "lt": "Lithuanian", "ms": "Malay", "nb": "Norwegian_Bokmal", "nl": "Dutch",
    "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "ta": "Tamil", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip

for _name in ("readability", "boilerpy3", "goose3", "newspaper", "trafilatura", "justext"):
    # without a handler of the host's own, their warnings would go to stderr
    logging.getLogger(_name).addHandler(logging.NullHandler())


def trafilatura(**settings: Any) -> Extract:
    """Return trafilatura with comments off and *settings* of its `extract`."""
    from trafilatura import extract

    return lambda page: extract(page.html, include_comments=False, **settings) or ""


def resiliparse() -> Extract:
    """Return resiliparse's main text, without words of its own: list numbers and descriptions of pictures."""
    from resiliparse.extract.html2text import extract_plain_text

    settings: dict[str, Any] = {"main_content": True, "comments": False, "alt_texts": False, "list_bullets": False}
    return lambda page: str(extract_plain_text(text_of(page), **settings))


def readability_lxml() -> Extract:
    """Return readability-lxml; the HTML that it leaves is cut into lines by us."""
    write = readability_html()
    return lambda page: visible_lines(write(page))


def readability_html() -> Extract:
    """Return readability-lxml's own answer: HTML without head and body, as feeds carry it."""
    from readability import Document

    return lambda page: str(Document(text_of(page)).summary(html_partial=True))


def newspaper4k() -> Extract:
    """Return newspaper4k, without images."""
    from newspaper import Article

    def extract(page: Page) -> str:
        article = Article(page.url or "https://page.example/", fetch_images=False)
        article.download(input_html=text_of(page))
        article.parse()
        return str(article.text)

    return extract


def justext() -> Extract:
    """Return justext with the stop words of the page's language, without any if it has no list for it."""
    from justext import get_stoplist
    from justext import justext as cut

    def extract(page: Page) -> str:
        html = text_of(page)
        declared = _LANGUAGE.search(html[:_START])
        name = _STOPLISTS.get(declared[1].lower() if declared else "en")
        settings = {} if name else {"stopwords_low": 0, "stopwords_high": 0}
        found = cut(html, get_stoplist(name) if name else frozenset(), **settings)
        return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)

    return extract


def boilerpy3() -> Extract:
    """Return boilerpy3's article extractor."""
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor(raise_on_failure=False)
    return lambda page: str(extractor.get_content(text_of(page)))


def goose3() -> Extract:
    """Return goose3, without images."""
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})
    return lambda page: str(goose.extract(raw_html=text_of(page)).cleaned_text)
