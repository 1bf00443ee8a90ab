"""A page that a program holds, to one `Page`; what is no page is told with the call that takes it."""

import re
from numbers import Number

from cleaner.document.page import Page
from cleaner.html.decode import decode
from cleaner.io.files import SNIFFED, is_html

_FILE_NAME = re.compile(r"\S+\.(?:x?html?|txt|gz|zst)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LONGEST_NAME = 4096
"""Characters of a path, on Linux."""
_NO_VALUE = ("NAType", "NaTType")
"""What pandas calls the types of its missing values."""
_RIGHT_CALLS = {
    "pathlib": "a path: clean(path.read_bytes())",
    "bs4": "a tree of Beautiful Soup: clean(str(soup))",
    "lxml": "a tree of lxml: clean(lxml.html.tostring(tree))",
    "requests": "an answer of requests: clean(response.content, url=response.url)",
    "httpx": "an answer of httpx: clean(response.content, url=str(response.url))",
}
"""What is given instead of a page, by the library that it is of."""


def page_of(given: object, *, url: str | None = None, language: str | None = None) -> Page:
    """Return the page that is *given*, HTML or text that was scraped already, as the command line tells them apart.

    Raises `TypeError` for what is no page, address or language: it names the call that takes it. Raises `DecodeError`
    for bytes that hold no text.
    """
    if isinstance(given, Page):
        if url is None and language is None:
            return given
        raise TypeError("a Page has an address and a language of its own: clean(Page(html=..., url=...))")
    if not isinstance(given, (bytes, str)):
        raise TypeError(f"clean takes HTML or text, as str or bytes; {_found(given)}")
    if isinstance(given, str) and len(given) <= _LONGEST_NAME:
        _refuse_name(given.strip())
    url, language = _named("url", url), _named("language", language)
    start = given[:SNIFFED]
    if is_html(start.encode("utf-8", "surrogatepass") if isinstance(start, str) else start):
        return Page(html=given, url=url, language=language)
    return Page(text=decode(given) if isinstance(given, bytes) else given, url=url, language=language)


def text_page(given: object, *, url: str | None = None, language: str | None = None) -> Page:
    """Return the page of a text that was scraped already.

    Raises `TypeError` for all else.
    """
    if not isinstance(given, str):
        raise TypeError(f"clean_text takes text, as str; {_found(given)}")
    return Page(text=given, url=_named("url", url), language=_named("language", language))


def _is_missing(given: object) -> bool:
    """Say whether *given* is a cell of a table without a value: None, NaN, or what pandas has for it."""
    return given is None or type(given).__name__ in _NO_VALUE or (isinstance(given, Number) and given != given)


def _named(name: str, given: object) -> str | None:
    """Return what is *given* for `url` or `language`, None for a cell without text. Raises `TypeError` for all else."""
    if isinstance(given, str):
        return given
    if _is_missing(given):
        return None
    advice = f": {name}={name}.decode()" if isinstance(given, bytes) else ""
    raise TypeError(f"{name} takes text, as str; this is {given!r}, of type {type(given).__name__}{advice}")


def _found(given: object) -> str:
    """Return what is *given* in place of HTML and text, and what to do with it."""
    library = type(given).__module__.partition(".")[0]
    if library in _RIGHT_CALLS:
        return f"this is {_RIGHT_CALLS[library]}"
    if isinstance(given, (bytes, bytearray, memoryview)):
        return f"this is of type {type(given).__name__}: clean(bytes(data))"
    if hasattr(given, "read"):
        return "this is an open file: clean(file.read())"
    if _is_missing(given):
        return f'{given} is no page: pass over rows without one; clean("") makes an empty article'
    return f"this is of type {type(given).__name__}"


def _refuse_name(given: str) -> None:
    """Raise `TypeError` for the name of a page in place of the page."""
    if _ADDRESS.fullmatch(given):
        raise TypeError(f"clean takes a page and fetches none; fetch it, then clean(html, url={given!r})")
    if _FILE_NAME.fullmatch(given):
        raise TypeError(f"clean takes a page and opens no file: clean(pathlib.Path({given!r}).read_bytes())")
