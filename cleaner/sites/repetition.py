"""Facts about the blocks of a page from the other pages of its site: what stands there too, and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cleaner.sites.known_site import KnownSite, Look, Seen
from cleaner.sites.seen_page import SeenBlock, SeenPage
from cleaner.sites.stretches import stretches

_COUNTS = ((1, "0"), (2, "1"), (3, "2"), (5, "3-4"), (10, "5-9"))
_SITES = ((2, "1"), (4, "2-3"), (8, "4-7"), (16, "8-15"))
"""Numbers of pages that count alike: below the first of each pair they are called by the second. Not measured."""
_SHARES = ((0.02, "0-2"), (0.05, "2-5"), (0.1, "5-10"), (0.25, "10-25"), (0.5, "25-50"), (0.8, "50-80"))
"""Shares of a site's pages that count alike, and how they are called in hundredths. Not measured."""
_MOSTLY = ((0.2, "few"), (0.5, "some"), (0.8, "most"), (1.0, "nearly-all"))
EVERYWHERE, EVERYWHERE_OF = 0.8, 5
"""Share of a site's other pages from which a text counts as standing everywhere, and the least number of these. Of
1,156 such blocks of scraped text that pages by themselves keep 45 are in the known articles, most of them rules for
comments and notices of rights; of 274 as HTML 19 (dev sets)."""
ELEMENTS = 3
"""Pages on which elements of one look must hold nothing but what repeats, so that they are the site's. Of 501 repeated
blocks in such elements that pages by themselves keep 43 are in the known articles, half of them rules for comments
(HTML, dev sets, any number of pages)."""
PARAGRAPH_PAGES, PARAGRAPH_SHARE = 3, 0.25
"""Other pages on which a paragraph stands, and their share of the site's, so that it is the site's own. Of 204 such
blocks of 20 words and more that pages of scraped text by themselves keep 189 are foreign, of 78 as HTML 58; the others
are the rules for comments of one site, the authors' bios of another, and what two more print (dev sets)."""
ON_EVERY_PAGE, IN_ITS_ELEMENT, REPEATED_PARAGRAPH = "on_every_page", "in_its_element", "repeated_paragraph"
SURE = (ON_EVERY_PAGE, IN_ITS_ELEMENT, REPEATED_PARAGRAPH)
"""What is beyond doubt whatever the weights say, by the names of the adjustments."""
AROUND = 3
"""Blocks on either side that are looked at for text that is repeated. Not measured."""

HEADED, LEAST_HEADED = 0.5, 3
"""Share of the places where a line is kept, and number, at which it stands over new text to be its heading; on sites of
fewer other pages all of them. That saves 57 lines of the dev sets' pages and loses 20; else not measured."""


class Told(NamedTuple):
    """Facts that are weighed as one piece of evidence, and the sentence that a trace says of them."""

    sentence: str
    facts: tuple[str, ...]


class Repetition(NamedTuple):
    """What other pages say of one block; nothing where there are none, and where the page by itself leaves it out.

    It *is_repeated* by its text or its links, and *is_behind* the longest stretch of the page without repeated text. It
    *heads_new* text where it is kept on other pages; *is_at_head* says where it stands on this one. *share* is that of
    the other pages on which its text stands, *form_share* that of its form; *sure* are those of `SURE` that hold.
    """

    told: tuple[Told, ...] = ()
    is_repeated: bool = False
    is_prose: bool = False
    heads_new: bool = False
    share: float = 0.0
    form_share: float = 0.0
    sure: tuple[str, ...] = ()
    is_behind: bool = False
    is_at_head: bool = False


def repetition(page: SeenPage, site: KnownSite) -> list[Repetition]:
    """Return, for each block of *page*, what other pages of its site say of it."""
    own = site.own(page)
    others = site.count - len(own)
    if others < 1:
        return [Repetition()] * len(page.blocks)
    return list(_Page(page, site, own, others).blocks())


class _Page:
    """One page beside the others of its site."""

    def __init__(self, page: SeenPage, site: KnownSite, own: frozenset[int], others: int) -> None:
        self._page, self._site, self._own, self._others = page, site, own, others
        self._counts = [site.pages_with(block.text, own) for block in page.blocks]
        self._stretches = stretches(page.blocks, [count > 0 for count in self._counts])

    def blocks(self) -> Iterator[Repetition]:
        """Yield what is told of each block."""
        after = _shares_after([count > 0 for count in self._counts])
        for at, block in enumerate(self._page.blocks):
            linking = self._site.pages_linking(block.target, self._own) if block.target else 0
            is_repeated, is_prose = self._counts[at] + linking > 0, block.size == "prose"
            share = self._counts[at] / self._others
            if not block.kept:
                yield Repetition((), is_repeated, is_prose, share=share)
                continue
            seen = self._site.texts(block.text, self._own)
            told = [self._text(at, block), self._place(block), self._around(at, after[at])]
            told += [self._stretch(at, block), *self._form(at, block), *self._beside(at, block)]
            told += self._elsewhere(block, seen, linking)
            sure = tuple(self._sure(at, block))
            is_behind = self._stretches[at].side == "behind"
            heads_new, form_share = _heads_new(seen, self._others), self._like(block) / self._others
            at_head = block.position == "head"
            yield Repetition(tuple(told), is_repeated, is_prose, heads_new, share, form_share, sure, is_behind, at_head)

    def _sure(self, at: int, block: SeenBlock) -> Iterator[str]:
        share = self._counts[at] / self._others
        if share >= EVERYWHERE and self._others >= EVERYWHERE_OF:
            yield ON_EVERY_PAGE
        if block.size == "prose" and share >= PARAGRAPH_SHARE and self._counts[at] >= PARAGRAPH_PAGES:
            yield REPEATED_PARAGRAPH
        looks = self._site.looks(block.look, self._own) if share else ()
        if len(looks) >= ELEMENTS and all(one.repeated == one.blocks for one in looks):
            yield IN_ITS_ELEMENT

    def _text(self, at: int, block: SeenBlock) -> Told:
        count, of = self._counts[at], _named(self._others, _SITES)
        said = f"text.{_named(count, _COUNTS)}"
        facts = [said, f"{said}.{block.size}", f"{said}.of.{of}"]
        if count:
            share = f"share.{_named(count / self._others, _SHARES, '80-100')}"
            facts += [share, f"{share}.of.{of}.{block.size}"]
        if count and block.target:
            facts.append("text.linked")
        days = self._site.days(block.text, self._own) if count else []
        return Told(f"its text stands on {count} of {self._others} other pages of this site{_when(days)}", tuple(facts))

    def _form(self, at: int, block: SeenBlock) -> Iterator[Told]:
        """Yield on how many pages texts of its form stand, if it has one: its own are told of already."""
        count = self._like(block)
        if count:
            of, said = _named(self._others, _SITES), f"form.{_named(count, _COUNTS)}"
            share = f"form.share.{_named(count / self._others, _SHARES, '80-100')}"
            facts = (said, f"{said}.{block.size}", f"{said}.{self._sort(at)}", f"{said}.of.{of}", share)
            sentence = f"its form, without numbers, dates and names, stands on {count} of {self._others} other pages"
            yield Told(sentence, facts)

    def _like(self, block: SeenBlock) -> int:
        return self._site.pages_like(block.form, self._own) if block.form else 0

    def _stretch(self, at: int, block: SeenBlock) -> Told:
        """Tell where it stands beside the longest stretch of the page that its site does not repeat."""
        stretch, sort = self._stretches[at], f"{self._sort(at)}.{block.size}"
        facts = (
            f"stretch.{stretch.side}.{sort}",
            f"stretch.share.{_mostly(stretch.share)}.{sort}",
            f"stretch.paragraphs.{_named(stretch.paragraphs, _COUNTS)}.{sort}",
            f"at.{block.position}.{sort}",
            f"at.{block.position}.text.{_named(self._counts[at], _COUNTS)}",
            f"between.{self._sort(at - 1)}.{self._sort(at + 1)}.{sort}",
        )
        where = f"of {stretch.paragraphs} paragraphs, {stretch.side} the longest one"
        return Told(f"it stands in a stretch without repeated text {where}, of {stretch.longest}", facts)

    def _beside(self, at: int, block: SeenBlock) -> Iterator[Told]:
        """Yield what stands on other pages where it does: under the same text, and over the same text."""
        for side, near, neighbour in (("under", at - 1, "after"), ("over", at + 1, "before")):
            if self._sort(near) == "repeated":
                texts = self._site.texts(self._page.blocks[near].text, self._own)
                found = [one for seen in texts if (one := getattr(seen, neighbour))]
                if found:
                    yield _in_its_stead(side, f"{self._sort(at)}.{block.size}", block, found)

    def _sort(self, at: int) -> str:
        """Return whether the text at a place is repeated; "edge" for places where the page has none."""
        if not 0 <= at < len(self._counts):
            return "edge"
        return "repeated" if self._counts[at] else "new"

    def _elsewhere(self, block: SeenBlock, seen: Sequence[Seen], linking: int) -> Iterator[Told]:
        """Yield what became of its text elsewhere; if it stands nowhere, how many pages link where it does."""
        if seen:
            yield _fate(block, seen)
        elif block.target:
            sentence = f"it links where {linking} of {self._others} other pages of this site link"
            yield Told(sentence, (f"target.{_named(linking, _COUNTS)}",))

    def _place(self, block: SeenBlock) -> Told:
        looks = self._site.looks(block.look, self._own)
        facts = [f"place.{_named(len(looks), _COUNTS)}"]
        if looks:
            blocks, kept, repeated = (sum(getattr(look, name) for look in looks) for name in Look._fields)
            facts.append(f"place.kept.{_mostly(kept / blocks)}.{block.size}")
            facts.append(f"place.repeated.{_mostly(repeated / blocks)}.{block.size}")
        return Told(f"elements like its own stand on {len(looks)} of {self._others} other pages", tuple(facts))

    def _around(self, at: int, after: float) -> Told:
        counts = self._counts
        near = [*counts[max(0, at - AROUND) : at], *counts[at + 1 : at + 1 + AROUND]]
        repeated = sum(count > 0 for count in near)
        facts = [f"around.{_mostly(repeated / len(near) if near else 0.0)}", f"after.{_mostly(after)}"]
        facts += [f"before-it.{_named(counts[at - 1], _COUNTS)}"] if at else []
        facts += [f"behind-it.{_named(counts[at + 1], _COUNTS)}"] if at + 1 < len(counts) else []
        return Told(f"{repeated} of the {len(near)} blocks around it stand on other pages of this site", tuple(facts))


def _when(days: Sequence[int]) -> str:
    """Return from when to when a text was seen: an end of a sentence, empty if no page says its day."""
    if not days:
        return ""
    first, last = (date.fromordinal(day).isoformat() for day in (days[0], days[-1]))
    return f", on {first}" if first == last else f", from {first} to {last}"


def _in_its_stead(side: str, sort: str, block: SeenBlock, found: Sequence[SeenBlock]) -> Told:
    kept = sum(one.kept for one in found)
    facts = (
        f"{side}.kept.{_mostly(kept / len(found))}.{sort}",
        f"{side}.same-size.{_mostly(sum(one.size == block.size for one in found) / len(found))}.{sort}",
        f"{side}.{_named(len(found), _COUNTS)}.{sort.partition('.')[0]}",
    )
    return Told(f"{kept} of {len(found)} blocks {side} the same text on other pages are kept by themselves", facts)


def _fate(block: SeenBlock, seen: Sequence[Seen]) -> Told:
    kept = _share(seen, lambda one: one.kept)
    facts = (
        f"kept.{kept}",
        f"kept.{kept}.{block.size}",
        f"position.{block.position}.{_share(seen, lambda one: one.position == block.position)}",
        f"look.{_share(seen, lambda one: one.look == block.look)}",
    )
    return Told(f"{sum(one.block.kept for one in seen)} of {len(seen)} of them are kept by themselves", facts)


def _heads_new(seen: Sequence[Seen], others: int) -> bool:
    kept = [one for one in seen if one.block.kept]
    over_new = sum(one.is_over_new for one in kept)
    return over_new >= min(LEAST_HEADED, others) and over_new >= HEADED * len(kept)


def _named(number: float, steps: Sequence[tuple[float, str]], most: str = "more") -> str:
    return next((name for below, name in steps if number < below), most)


def _mostly(share: float) -> str:
    return "none" if share <= 0 else _named(share, _MOSTLY, "all")


def _share(seen: Sequence[Seen], holds: Callable[[SeenBlock], bool]) -> str:
    return _mostly(sum(holds(one.block) for one in seen) / len(seen))


def _shares_after(repeated: Sequence[bool]) -> list[float]:
    """Return for each block the share of the blocks behind it that are repeated."""
    shares, count = [0.0] * len(repeated), 0
    for at in range(len(repeated) - 1, -1, -1):
        behind = len(repeated) - 1 - at
        shares[at] = count / behind if behind else 0.0
        count += repeated[at]
    return shares
