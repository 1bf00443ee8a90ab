"""A page's text as Beautiful Soup's `get_text` gives it, which is how many people scrape."""

from bs4 import BeautifulSoup

_UNSEEN = ("script", "style", "noscript", "template")


def soup_text(html: str, separator: str) -> str:
    """Return all strings of *html*, scripts and styles left out, with *separator* between them.

    Without a separator the white space at their ends stays.

    >>> soup_text("<p>One</p><p>Two <b>three</b></p><script>x()</script>", "|")
    'One|Two|three'
    """
    return _seen(html).get_text(separator, strip=bool(separator))


def without_scripts(html: str) -> str:
    """Return *html* without scripts and styles."""
    return str(_seen(html))


def _seen(html: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, "lxml")
    for element in soup(_UNSEEN):
        element.decompose()
    return soup
