"""The elements of a page that show who wrote it."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from cleaner.html.element_index import ElementIndex
from cleaner.html.parse import Tree
from cleaner.text.normalize import name_words

_NAMED = frozenset("byline bylines author authors autor autoren auteur auteurs autore writer verfasser".split())
_OTHER = frozenset(
    """
    comment comments commenter reply replies testimonial testimonials related sidebar footer avatar image img photo
    picture bio biography about description social follow icon date time role job credit caption recommended teaser
    """.split()
)
"""Names of elements in which others are named, or other things of the author."""
_ELSEWHERE = frozenset({"aside", "footer", "nav", "figure", "figcaption", "form"})
_NAMING = re.compile("[aA]ut(?:h?or|eur)|[bB]yline|[wW]riter|[vV]erfasser")
"""What the names in `_NAMED` hold, wherever in a class they stand."""
_CHARS = 100
"""Characters. Longer texts are no names; nor need the innermost of them be looked at. Not measured: a long list of
authors is lost."""
_MOST = 200
"""Elements that are looked at: lists of teasers name an author each. Not measured: those after the headline come
first."""
_OUTWARDS, _PIECES = 8, 50
"""Elements around a byline whose names may say that it is of something else, and pieces of text read of it. Not
measured: the first errs towards a foreign byline, the second bounds the time."""


def read_bylines(elements: ElementIndex) -> tuple[tuple[str, ...], ...]:
    """Return the texts of the byline elements, the surest first; those of one parent stand together."""
    marked = list(_marked(elements))
    found: list[tuple[str, ...]] = []
    for rank in range(3):
        ranked = [element for own, element in marked if own == rank]
        outer = {parent for element in ranked for parent in element.iterancestors()}
        innermost = [element for element in ranked if element not in outer]
        for _, group in groupby(innermost, key=lambda element: element.getparent()):
            found.append(tuple(dict.fromkeys(filter(None, map(_text, group)))))
    return tuple(filter(None, found))


def _marked(elements: ElementIndex) -> Iterator[tuple[int, Tree]]:
    """Yield the elements that name authors by a property, a link or a class; those after the headline first."""
    found = _candidates(elements)
    headline = next((at for at, element in enumerate(found) if element.tag == "h1"), 0)
    for element in (found[headline:] + found[:headline])[:_MOST]:
        rank = _rank(element)
        if rank is not None and not any(map(_is_elsewhere, _around(element))):
            yield rank, element


def _candidates(elements: ElementIndex) -> list[Tree]:
    """Return the first-level headings and all that may name authors, in document order."""
    found = set(elements.candidates(("tag", "h1")))
    for name in ("itemprop", "rel"):
        found.update(one for one in elements.candidates(("attribute", name)) if "author" in one.get(name))
    for token, named in elements.by_anchor["class"].items():
        if _NAMING.search(token):
            found.update(named)
    return [element for element in elements.root.iter() if element in found] if found else []


def _rank(element: Tree) -> int | None:
    if "author" in (element.get("itemprop") or "").split():
        return 0
    if "author" in (element.get("rel") or "").split():
        return 1
    classes = element.get("class")
    names = name_words(classes) if classes else frozenset()
    return 2 if not names.isdisjoint(_NAMED) and names.isdisjoint(_OTHER) else None


def _around(element: Tree) -> Iterable[Tree]:
    return islice(element.iterancestors(), _OUTWARDS)


def _is_elsewhere(element: Tree) -> bool:
    if element.tag in _ELSEWHERE:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag not in ("html", "body", "main", "article") and not name_words(names).isdisjoint(_OTHER)


def _text(element: Tree) -> str:
    if element.tag in ("meta", "link", "script"):
        return ""
    name = next((one for one in element.iter() if "name" in (one.get("itemprop") or "").split()), element)
    text = " ".join(" ".join(islice(name.itertext(), _PIECES)).split())
    return text if len(text) <= _CHARS else ""
