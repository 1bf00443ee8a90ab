"""From counts to entries: what is house text, how sure that is, and what a person should know of it.

Frequency alone decides nothing: text is used unseen only if it is frequent enough, nothing speaks for a series,
and some other sign speaks for house text.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from cleaner.authoring.kind_guess import UNKNOWN, KindGuesser
from cleaner.learning.collect import Counted, Found
from cleaner.learning.counts import PlaceCount, SiteCount, TextCount
from cleaner.learning.passes import FORM
from cleaner.learning.series import Doubt, is_linked, opens
from cleaner.learning.signs import AUTHOR, HEADS, MOST, PURE, SPREAD, Signs, heads_house_text, signs
from cleaner.rules.schema import Rule
from cleaner.sites.entry import Advice, Entry, Site
from cleaner.sites.template import finds
from cleaner.text.block_text import count_words
from cleaner.text.normalize import tidy

KIND_WORDS = 6
"""Words up to which the words themselves tell a kind; in sentences they mislead. Not measured."""

Guess = Callable[[str, Iterable[str]], str]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Pages with different articles on which text must stand.

    From *review* on a person is asked: with 3, 90 of 92 lines on 21 hosts were house text, with 2, 139 of 156
    (measured on lines that trafilatura left, before any guard). From *use* on, and from a *share* of the site's
    pages on, it goes unseen. A form with holes needs *form* pages, and so many different texts as *forms*; an
    element needs *place* pages to be reviewed and *places* to be used.
    """

    review: int = 3
    use: int = 5
    share: float = 0.001
    form: int = 8
    forms: int = 3
    place: int = 10
    places: int = 20
    loose: float = 0.1

    @classmethod
    def of(cls, review: int, use: int) -> "Thresholds":
        """Return thresholds of which none is lower than these two."""
        usual = cls()
        return cls(
            review=review,
            use=max(use, review),
            form=max(usual.form, review),
            place=max(usual.place, review),
            places=max(usual.places, use, review),
        )

    def repeats(self, way: str, count: TextCount) -> bool:
        """Say whether a text is repeated often enough, and kept often enough, to be asked about at all."""
        if way == FORM and (count.pages.kept < self.form or len(count.forms) < self.forms):
            return False
        return count.pages.kept >= self.review


class Judge:
    """Decides with one set of rules, whose words tell kinds, and one set of thresholds."""

    def __init__(self, rules: Iterable[Rule], thresholds: Thresholds) -> None:
        self._guesser = KindGuesser([rule for rule in rules if not rule.learned], kept=True)
        self.thresholds = thresholds

    def site(self, counted: Counted) -> Site:
        """Decide about everything on one site."""
        texts = [(one, self._text(*one, counted)) for one in counted.texts.found]
        used = {one.key for one, entry in texts if entry and entry.advice == "use"}
        entries = [_reconsidered(one, entry, used) for one, entry in texts if entry] + self._places(counted)
        entries.sort(key=lambda one: (-one.pages, one.way, one.text))
        rules, left = dict(counted.site.rules), dict(sorted(counted.texts.left.items()))
        return Site(counted.domain, counted.site.pages, counted.copies, tuple(entries), rules, left)

    def _text(self, way: str, key: bytes, count: TextCount, counted: Counted) -> Entry | None:
        text = count.form if way == FORM else count.texts[0]
        if way == FORM and not all(finds(text, tidy(one)) for one in count.texts):
            return None
        found = signs(count, counted.site, counted.looks, self._says)
        doubt = self._doubt(way, count, counted.site, found)
        miss = counted.misses.get((way, key))
        return Entry(
            way="like" if way == FORM else "is",
            text=text,
            kind=self._kind(count, found),
            advice=_advice(doubt),
            pages=count.pages.seen,
            of=counted.site.pages,
            kept=count.pages.kept,
            place=_place(count),
            signs=found.enough or found.if_spread,
            doubt=doubt,
            linked=is_linked(count),
            samples=count.texts if way == FORM else (),
            keep=miss.text if miss else "",
            examples=tuple(address for _, address in count.examples),
            first=count.first,
            last=count.last,
            rule=count.rule,
        )

    def _doubt(self, way: str, count: TextCount, site: SiteCount, found: Signs) -> str:
        """Return why a person has to look, and what is missing; empty if nobody has to."""
        least = self.thresholds
        if opens(count):
            return Doubt.OPENING
        enough = max(least.form if way == FORM else 0, least.use, ceil(least.share * site.pages))
        if count.pages.seen < enough:
            return _few(enough)
        if found.if_spread and not found.enough:
            return _unspread(count.sections)
        return "" if found.enough else Doubt.SIGN

    def _kind(self, count: TextCount, found: Signs) -> str:
        """Return what other rules take it for, or else what its place and, if it is short, its words say."""
        if count.kinds:
            return max(count.kinds, key=lambda one: (one[1], one[0]))[0]
        if AUTHOR in found.enough:
            return "author-bio"
        if is_linked(count):
            return "related"
        short = count_words(count.texts[0]) <= KIND_WORDS
        if not short:
            return UNKNOWN
        return self._guesser.guess(count.texts[0], [name.lstrip(".#") for name in count.selectors]).taken

    def _says(self, text: str) -> bool:
        return self._guesser.guess(text).taken != UNKNOWN

    def _places(self, counted: Counted) -> list[Entry]:
        """Return elements that hold house text on nearly all pages, but not always the same."""
        found: dict[object, tuple[str, PlaceCount]] = {}
        for selector, place in sorted(counted.selectors.items(), key=lambda one: (len(one[0]), one[0])):
            least = self.thresholds
            if place.own and place.pages >= least.place and place.own <= least.loose * place.pages and not place.prose:
                found.setdefault((place.pages, place.texts), (selector, place))
        return [self._element(selector, place, counted.site) for selector, place in found.values()]

    def _element(self, selector: str, place: PlaceCount, site: SiteCount) -> Entry:
        doubt = self._doubt_of_element(place)
        return Entry(
            way="css",
            text=selector,
            kind=self._guesser.guess("", [selector.lstrip(".#")]).taken,
            advice=_advice(doubt),
            pages=place.pages,
            of=site.pages,
            kept=place.own,
            place="in elements that hold house text, or nothing that stays, on nearly all of these pages",
            doubt=doubt,
            samples=place.texts,
            examples=tuple(address for _, address in place.examples),
            first=place.first,
            last=place.last,
        )

    def _doubt_of_element(self, place: PlaceCount) -> str:
        if place.pages < self.thresholds.places:
            return _few(self.thresholds.places)
        if place.own > PURE * place.pages:
            return Doubt.SIGN
        return "" if len(place.sections) >= SPREAD else _unspread(place.sections)


def _few(enough: int) -> str:
    return f"{Doubt.FEW}: {enough:,} are enough"


def _unspread(sections: Sequence[str]) -> str:
    if not sections:
        return f"{Doubt.SPREAD}: it has to be seen in {SPREAD} sections of the site, and its addresses name none"
    return f"{Doubt.SPREAD}: it has to be seen in {SPREAD} sections of the site, and was in {len(sections)}"


def _reconsidered(found: Found, entry: Entry, used: Container[bytes]) -> Entry:
    """Return an entry as it looks once all others are decided: what heads house text is house text."""
    if entry.doubt.startswith((Doubt.SIGN, Doubt.SPREAD)) and heads_house_text(found.text, used):
        return replace(entry, advice="use", doubt="", signs=(HEADS,))
    return entry


def _advice(doubt: str) -> Advice:
    return "review" if doubt else "use"


def _place(count: TextCount) -> str:
    """Say where a text stands."""
    pages, (look, _) = count.pages, max(count.looks, key=lambda one: (one[1], one[0]))
    where = "anywhere in the article"
    for place, share in (("first", pages.head / max(1, pages.kept)), ("last", pages.tail / max(1, pages.kept))):
        if share >= MOST:
            where = f"{'always' if share == 1 else 'mostly'} in the {place} five blocks"
    return where if look == "line" else f"{where}, in {look}"
