"""What the pages of one site show together: how often each text, target and look is there, on pages of other articles.

Pages of the same article (two addresses, a print version, the states of a live page) are one group, and count once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cleaner.sites.seen_page import SeenBlock, SeenPage

SHARED, SHARED_LEAST = 0.4, 2
"""Share of the texts of the shorter article, and number, that make two pages one article. Not measured alone."""
SHARED_ANYWHERE = 0.8
"""The same share of texts that may be the site's own: they stand on many pages. Not measured."""
MOST_COPIES = 20
"""Pages on which a text may stand to be surely an article's: on more it may be the site's. Not measured."""
MOST_SEEN = 3
"""Blocks of one text that are looked at on each page: a table holds thousands of equal cells. Not measured."""


class Seen(NamedTuple):
    """A block seen on a page of a *group*, between its neighbours there, if it has any.

    It *is_over_new* text: what stands under it is kept, unlinked, and on no other page.
    """

    group: int
    block: SeenBlock
    before: SeenBlock | None = None
    after: SeenBlock | None = None
    is_over_new: bool = False


class Look(NamedTuple):
    """Of the blocks of one look on the pages of one group: how many there are, are kept, and stand on other pages."""

    blocks: int
    kept: int
    repeated: int


class KnownSite:
    """The pages of one site that are remembered. Immutable; the order of the pages means nothing."""

    def __init__(self, pages: Iterable[SeenPage]) -> None:
        self._pages = sorted({page.page: page for page in pages}.values(), key=lambda page: page.page)
        self._common = _common(self._pages)
        self._groups = _groups(self._pages, self._common)
        self.count = len(set(self._groups))
        self._texts: dict[int, list[Seen]] = defaultdict(list)
        self._forms: dict[int, set[int]] = defaultdict(set)
        self._targets: dict[int, set[int]] = defaultdict(set)
        self._looks: dict[int, dict[int, Look]] = defaultdict(dict)
        self._read()

    def own(self, page: SeenPage) -> frozenset[int]:
        """Return the groups of the pages that are *page*'s article, it among them."""
        return frozenset(
            group
            for group, one in zip(self._groups, self._pages, strict=True)
            if one.page == page.page or is_same_article(page, one, self._common)
        )

    def texts(self, text: int, own: frozenset[int]) -> list[Seen]:
        """Return the blocks of this *text* on pages of other articles."""
        return [seen for seen in self._texts.get(text, ()) if seen.group not in own]

    def pages_with(self, text: int, own: frozenset[int]) -> int:
        """Return on how many pages of other articles a *text* stands."""
        return len({seen.group for seen in self._texts.get(text, ())} - own)

    def pages_like(self, form: int, own: frozenset[int]) -> int:
        """Return on how many pages of other articles a text of this *form* stands."""
        return len(self._forms.get(form, set()) - own)

    def pages_linking(self, target: int, own: frozenset[int]) -> int:
        """Return on how many pages of other articles a block leads to this *target*."""
        return len(self._targets.get(target, set()) - own)

    def looks(self, look: int, own: frozenset[int]) -> list[Look]:
        """Return the blocks of this *look* on each page of another article that has any."""
        return [seen for group, seen in self._looks.get(look, {}).items() if group not in own]

    def _read(self) -> None:
        groups: dict[int, set[int]] = defaultdict(set)
        for group, page in zip(self._groups, self._pages, strict=True):
            for block in page.blocks:
                groups[block.text].add(group)
        repeated = {text for text, found in groups.items() if len(found) > 1}
        for group, page in zip(self._groups, self._pages, strict=True):
            on_page: Counter[int] = Counter()
            for over, block, under in zip((None, *page.blocks), page.blocks, (*page.blocks[1:], None), strict=False):
                is_over_new = under is not None and under.kept and not under.target and under.text not in repeated
                on_page[block.text] += 1
                if on_page[block.text] <= MOST_SEEN:
                    self._texts[block.text].append(Seen(group, block, over, under, is_over_new))
                if block.form:
                    self._forms[block.form].add(group)
                if block.target:
                    self._targets[block.target].add(group)
                known = self._looks[block.look].get(group, Look(0, 0, 0))
                is_repeated = block.text in repeated
                self._looks[block.look][group] = Look(
                    known.blocks + 1, known.kept + block.kept, known.repeated + is_repeated
                )


def is_same_article(one: SeenPage, other: SeenPage, common: frozenset[int] = frozenset()) -> bool:
    """Say whether two pages share so many texts that they are one article; *common* ones may be the site's own."""
    shared = one.article & other.article
    least = min(len(one.article), len(other.article))
    surely = len(shared - common)
    return bool(shared) and (
        len(shared) >= SHARED_ANYWHERE * least or (surely >= SHARED_LEAST and surely >= SHARED * least)
    )


def _common(pages: list[SeenPage]) -> frozenset[int]:
    """Return the texts that stand in so many articles that they may be the site's own."""
    counted = Counter(text for page in pages for text in page.article)
    return frozenset(text for text, count in counted.items() if count > MOST_COPIES)


def _groups(pages: list[SeenPage], common: frozenset[int]) -> list[int]:
    """Return the group of each page: the place of its first page."""
    first = list(range(len(pages)))

    def find(at: int) -> int:
        while first[at] != at:
            at = first[at]
        return at

    for at, page in enumerate(pages):
        for before in range(at):
            if is_same_article(pages[before], page, common):
                low, high = sorted((find(before), find(at)))
                first[high] = low
    return [find(at) for at in range(len(pages))]
