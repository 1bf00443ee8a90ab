"""What learning gains and costs on the invented site, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.text.normalize import fold
from tests.learning.tideway import Leaf


@dataclass
class Reckoning:
    """Words that *plain* cleaning left and the other took: of house text, and of articles; and what was left of it."""

    house: int = 0
    own: int = 0
    left: int = 0

    @property
    def precision(self) -> float:
        """Share of the words taken that are house text."""
        return self.house / (self.house + self.own)

    @property
    def found(self) -> float:
        """Share of the house text that is taken."""
        return self.house / (self.house + self.left)


def reckon(leaves: Iterable[Leaf], plain: Cleaner, informed: Cleaner) -> Reckoning:
    """Clean all pages twice and compare."""
    made = Reckoning()
    for leaf in leaves:
        page = Page(html=leaf.html, url=leaf.url)
        before, after = plain.clean(page).trace, informed.clean(page).trace
        for old, new in zip(before, after, strict=True):
            text = fold(old.block.text)
            words = len(text.split())
            if not old.kept:
                continue
            if text in leaf.own:
                made.own += 0 if new.kept else words
            elif text in leaf.house:
                made.house += 0 if new.kept else words
                made.left += words if new.kept else 0
    return made
