"""What is counted, as values that merge: in any order and any grouping, the same comes out.

Numbers add up, days take the first and the last, and of what could grow without end the smallest few are
kept. What is smallest in the whole is so in each part that holds it, so these are exact as well. Each count
is of pages, and each page counts once.
"""

from collections.abc import Iterable
from operator import add
from typing import NamedTuple, TypeVar

from cleaner.learning.observation import Observation, Seen

T = TypeVar("T")
EXAMPLES, SECTIONS, LOOKS, FOLLOWERS, FORMS = 3, 8, 8, 8, 8
"""Examples, sections, looks, followers and forms that are kept of one text. Not measured: they bound the memory, and
are more than `SPREAD` and `MANY` ask for."""
_EXAMPLE_CHARS = 200
"""Characters. Longer texts are no examples of a place. Not measured."""


class SiteCount(NamedTuple):
    """A site's pages, and on how many of them each rule took something."""

    pages: int
    rules: tuple[tuple[str, int], ...]

    def merge(self, other: "SiteCount") -> "SiteCount":
        """Return both together."""
        return SiteCount(self.pages + other.pages, _sums(self.rules, other.rules))


class Pages(NamedTuple):
    """On how many pages a text was *seen*, and on how many of these it shows what the other names say.

    It was *kept*, taken *by_rule*, *linked*; it was *prose*; it stood at the *head* or *tail* of the article; it
    holds the *author's* name; it is the page's *title*; it *leads* to kept text; it stood in *cells* or *items*.
    """

    seen: int = 0
    kept: int = 0
    by_rule: int = 0
    linked: int = 0
    prose: int = 0
    head: int = 0
    tail: int = 0
    author: int = 0
    title: int = 0
    leads: int = 0
    cells: int = 0
    items: int = 0

    def merge(self, other: "Pages") -> "Pages":
        """Return both together."""
        return Pages(*map(add, self, other))


class TextCount(NamedTuple):
    """One text, or form with holes, of one site.

    *kinds* and *looks* count pages too. *followers* are texts that stood under it. *examples* are pages, *texts*
    the text as it stood, *forms* as many of a form's texts as are kept. *rule* is the learned rule that takes it.
    """

    form: str
    pages: Pages
    kinds: tuple[tuple[str, int], ...]
    looks: tuple[tuple[str, int], ...]
    selectors: tuple[str, ...]
    sections: tuple[str, ...]
    followers: tuple[bytes, ...]
    forms: tuple[bytes, ...]
    texts: tuple[str, ...]
    examples: tuple[tuple[bytes, str], ...]
    first: str
    last: str
    rule: str

    def merge(self, other: "TextCount") -> "TextCount":
        """Return both together."""
        return TextCount(
            min(self.form, other.form),
            self.pages.merge(other.pages),
            _sums(self.kinds, other.kinds),
            _sums(self.looks, other.looks)[:LOOKS],
            smallest(self.selectors, other.selectors, LOOKS),
            smallest(self.sections, other.sections, SECTIONS),
            smallest(self.followers, other.followers, FOLLOWERS),
            smallest(self.forms, other.forms, FORMS),
            smallest(self.texts, other.texts, EXAMPLES),
            smallest(self.examples, other.examples, EXAMPLES),
            _first(self.first, other.first),
            max(self.last, other.last),
            max(self.rule, other.rule),
        )


class PlaceCount(NamedTuple):
    """One look, or one selector, of one site. All numbers are pages.

    On *own* of them it holds kept text that is not repeated, on *prose* such text in whole sentences. *texts*
    are examples of short ones.
    """

    pages: int
    own: int
    prose: int
    sections: tuple[str, ...]
    texts: tuple[str, ...]
    examples: tuple[tuple[bytes, str], ...]
    first: str
    last: str

    def merge(self, other: "PlaceCount") -> "PlaceCount":
        """Return both together."""
        return PlaceCount(
            self.pages + other.pages,
            self.own + other.own,
            self.prose + other.prose,
            smallest(self.sections, other.sections, SECTIONS),
            smallest(self.texts, other.texts, EXAMPLES),
            smallest(self.examples, other.examples, EXAMPLES),
            _first(self.first, other.first),
            max(self.last, other.last),
        )


class Miss(NamedTuple):
    """The text that comes nearest to a repeated one, itself not repeated, and how near."""

    closeness: float
    text: str

    def merge(self, other: "Miss") -> "Miss":
        """Return the nearer one; of two as near the shorter, and then the first by the alphabet."""
        return min(self, other, key=lambda one: (-one.closeness, len(one.text), one.text))


class Copies(NamedTuple):
    """Pages with the same article: of each article the first counts, the *others* are its copies."""

    pages: tuple[bytes, ...]

    @property
    def others(self) -> tuple[bytes, ...]:
        """The pages that do not count."""
        return tuple(page for page in self.pages if page != min(self.pages))

    def merge(self, other: "Copies") -> "Copies":
        """Return both together."""
        return Copies(tuple(sorted({*self.pages, *other.pages})))


Count = SiteCount | TextCount | PlaceCount | Miss
"""What the passes count."""


def count_site(observation: Observation) -> SiteCount:
    """Count one page of a site."""
    return SiteCount(1, tuple((rule, 1) for rule in observation.rules))


def count_text(seen: Seen, observation: Observation, *, as_form: bool) -> TextCount:
    """Count one text on one page, as itself or as its form."""
    pages = (
        True, seen.kept, seen.by_rule, seen.linked, seen.prose, seen.head, seen.tail, seen.author, seen.title,
        bool(seen.follower), seen.role == "cell", seen.role == "li",
    )  # fmt: skip
    return TextCount(
        seen.form,
        Pages(*map(int, pages)),
        ((seen.kind, 1),) if seen.kind else (),
        ((seen.look, 1),),
        seen.selectors[:LOOKS],
        (observation.section,) if observation.section else (),
        (seen.follower,) if seen.follower else (),
        (seen.key,) if as_form else (),
        (seen.text,),
        ((observation.page, observation.address),),
        observation.date,
        observation.date,
        seen.rule,
    )


def count_place(texts: Iterable[Seen], observation: Observation) -> PlaceCount:
    """Count one place on one page, given the *texts* in it that are kept and not repeated."""
    own = list(texts)
    return PlaceCount(
        1,
        int(bool(own)),
        int(any(one.prose for one in own)),
        (observation.section,) if observation.section else (),
        smallest((one.text for one in own if len(one.text) <= _EXAMPLE_CHARS), (), EXAMPLES),
        ((observation.page, observation.address),),
        observation.date,
        observation.date,
    )


def smallest(one: Iterable[T], other: Iterable[T], most: int) -> tuple[T, ...]:
    """Return the *most* smallest of two collections, each once."""
    return tuple(sorted({*one, *other})[:most])  # type: ignore[type-var]


def _sums(one: tuple[tuple[str, int], ...], other: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    sums = dict(one)
    for name, number in other:
        sums[name] = sums.get(name, 0) + number
    return tuple(sorted(sums.items()))


def _first(one: str, other: str) -> str:
    return min(one, other) if one and other else one or other
