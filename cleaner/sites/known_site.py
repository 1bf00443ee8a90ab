"""What the pages of one site show together: how often each text, target and look is there, on pages of other articles.

Pages of the same article (two addresses, a print version, the states of a live page) are one group, and count once.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cached_property, partial
from typing import NamedTuple

from cleaner.sites.seen_page import SeenBlock, SeenPage

SHARED, SHARED_LEAST = 0.4, 2
"""Share of the texts of the shorter article, and number, that make two pages one article. Not measured alone."""
SHARED_ANYWHERE = 0.8
"""The same share whatever their number: of an article of one text. Not measured."""
COPIED = 0.6
"""Share of the texts of the longer article that makes the other, of which `SHARED_ANYWHERE` stands there, a copy of it,
though all of these texts may be the site's own. Not measured: a video page of house text is no copy of each story."""
HOUSE_PAGES = 8
"""Pages, none of them a copy of another, on which a text of the article stands from which it may be the site's own.
Fewer may be one article as it grew, or a series: with 4, six live tickers lose labels between their entries."""
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
        self._groups = _groups(self._pages, partial(is_same_article, common=self._common))
        self.count = len(set(self._groups))
        self._days = _days(self._groups, self._pages)

    def own(self, page: SeenPage) -> frozenset[int]:
        """Return the groups of the pages that are *page*'s article, it among them."""
        return frozenset(
            group
            for group, one in zip(self._groups, self._pages, strict=True)
            if one.page == page.page or is_same_article(page, one, self._common)
        )

    def texts(self, text: int, own: frozenset[int]) -> list[Seen]:
        """Return the blocks of this *text* on pages of other articles."""
        return [seen for seen in self._index.texts.get(text, ()) if seen.group not in own]

    def pages_with(self, text: int, own: frozenset[int]) -> int:
        """Return on how many pages of other articles a *text* stands."""
        return len({seen.group for seen in self._index.texts.get(text, ())} - own)

    def days(self, text: int, own: frozenset[int]) -> list[int]:
        """Return the days of the pages of other articles on which a *text* stands, as far as known, in order."""
        groups = {seen.group for seen in self._index.texts.get(text, ())} - own
        return sorted(self._days[group] for group in groups & self._days.keys())

    def pages_like(self, form: int, own: frozenset[int]) -> int:
        """Return on how many pages of other articles a text of this *form* stands."""
        return len(self._index.forms.get(form, set()) - own)

    def pages_linking(self, target: int, own: frozenset[int]) -> int:
        """Return on how many pages of other articles a block leads to this *target*."""
        return len(self._index.targets.get(target, set()) - own)

    def looks(self, look: int, own: frozenset[int]) -> list[Look]:
        """Return the blocks of this *look* on each page of another article that has any."""
        return [Look(*seen) for group, seen in self._index.looks.get(look, {}).items() if group not in own]

    @cached_property
    def _index(self) -> "_Index":
        # made when it is first asked for: most sites of a run have one page, and are never asked
        index = _Index()
        repeated = _repeated(self._groups, self._pages)
        for group, page in zip(self._groups, self._pages, strict=True):
            index.add(group, page, repeated)
        return index


class _Index:
    """What stands on the pages of each group, by text, form, target and look."""

    def __init__(self) -> None:
        self.texts: dict[int, list[Seen]] = defaultdict(list)
        self.forms: dict[int, set[int]] = defaultdict(set)
        self.targets: dict[int, set[int]] = defaultdict(set)
        self.looks: dict[int, dict[int, list[int]]] = defaultdict(dict)

    def add(self, group: int, page: SeenPage, repeated: Set[int]) -> None:
        """Add the blocks of a *page*; *repeated* are the texts that stand on pages of several groups."""
        on_page: Counter[int] = Counter()
        for over, block, under in zip((None, *page.blocks), page.blocks, (*page.blocks[1:], None), strict=False):
            text = block.text
            on_page[text] += 1
            if on_page[text] <= MOST_SEEN:
                is_over_new = under is not None and under.kept and not under.target and under.text not in repeated
                self.texts[text].append(Seen(group, block, over, under, is_over_new))
            if block.form:
                self.forms[block.form].add(group)
            if block.target:
                self.targets[block.target].add(group)
            look = self.looks[block.look].setdefault(group, [0, 0, 0])
            look[0] += 1
            look[1] += block.kept
            look[2] += text in repeated


def _days(groups: Sequence[int], pages: Sequence[SeenPage]) -> dict[int, int]:
    """Return the first known day of each group that has one."""
    days: dict[int, int] = {}
    for group, page in zip(groups, pages, strict=True):
        if page.day:
            days[group] = min(page.day, days.get(group, page.day))
    return days


def _repeated(groups: Sequence[int], pages: Sequence[SeenPage]) -> Set[int]:
    """Return the texts that stand on pages of several groups."""
    first: dict[int, int] = {}
    repeated = set()
    for group, page in zip(groups, pages, strict=True):
        for block in page.blocks:
            if first.setdefault(block.text, group) != group:
                repeated.add(block.text)
    return repeated


def is_same_article(one: SeenPage, other: SeenPage, common: frozenset[int] = frozenset()) -> bool:
    """Say whether two pages share so many texts that they are one article; *common* ones may be the site's own."""
    if _is_copy(one, other):
        return True
    first, second = one.article - common, other.article - common
    shared, least = len(first & second), min(len(first), len(second))
    return shared > 0 and (shared >= SHARED_ANYWHERE * least or (shared >= SHARED_LEAST and shared >= SHARED * least))


def _is_copy(one: SeenPage, other: SeenPage) -> bool:
    """Say whether two pages share nearly all texts of the one, and most of the other."""
    shared = len(one.article & other.article)
    least, most = sorted((len(one.article), len(other.article)))
    return shared > 0 and shared >= SHARED_ANYWHERE * least and shared >= COPIED * most


def _common(pages: Sequence[SeenPage]) -> frozenset[int]:
    """Return the texts that stand in so many articles that they may be the site's own."""
    counted = Counter(text for page in pages for text in page.article)
    often = {text for text, count in counted.items() if count >= HOUSE_PAGES}
    if not often:
        return frozenset()
    groups = zip(_groups(pages, _is_copy), pages, strict=True)
    different = Counter(text for _, text in {(group, text) for group, page in groups for text in page.article & often})
    return frozenset(text for text in often if counted[text] > MOST_COPIES or different[text] >= HOUSE_PAGES)


def _groups(pages: Sequence[SeenPage], is_same: Callable[[SeenPage, SeenPage], bool]) -> list[int]:
    """Return the group of each page: the place of its first page. Of those that share a text *is_same* tells."""
    first = list(range(len(pages)))

    def find(at: int) -> int:
        while first[at] != at:
            at = first[at]
        return at

    for at, page in enumerate(pages):
        for before in range(at):
            if not page.article.isdisjoint(pages[before].article) and is_same(pages[before], page):
                low, high = sorted((find(before), find(at)))
                first[high] = low
    return [find(at) for at in range(len(pages))]
