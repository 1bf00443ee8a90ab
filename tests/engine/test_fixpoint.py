"""Scraped text is read until nothing more goes; what each reading takes is one trace."""

import pytest

from cleaner import Cleaner, Page
from cleaner.document.block import Block
from cleaner.document.verdict import Trim, Verdict
from cleaner.engine.fixpoint import _merged
from tests.laws import assert_lawful, assert_settled

PROSE = "The harbour office said that the ferry would sail again on Monday, {} weeks after the storm had torn its ramp."


COUNCIL = "The council met on Tuesday and agreed to mend the old stone bridge before the winter."


@pytest.mark.parametrize(
    "line",
    [f"AdvertisementRead more{COUNCIL}", f"Related articlesAdvertisementSee also{COUNCIL}Read more"],
)
def test_labels_glued_to_labels_go(line: str, bundled: Cleaner) -> None:
    page = Page(text="\n".join([*(PROSE.format(n) for n in range(5)), line]))
    article = bundled.clean(page)
    assert article.text.endswith(f"\n\n{COUNCIL}")
    assert_lawful(page, article)
    assert_settled(bundled, article)


@pytest.mark.parametrize(
    ("earlier", "later", "left", "spans"),
    [
        ([(0, 3)], [(0, 3)], "dd", [(0, 3), (4, 7)]),
        ([(3, 5)], [(0, 4)], "bb dd", [(0, 3), (3, 5)]),
        ([(3, 5)], [(0, 6)], "dd", [(0, 3), (3, 5), (5, 7)]),
        ([(8, 10)], [(4, 6)], "aaa b", [(4, 6), (8, 10)]),
        ([], [(0, 3), (8, 10)], "bbb", [(0, 3), (8, 10)]),
        ([(0, 3), (4, 7)], [(0, 1)], "d", [(0, 3), (4, 7), (8, 9)]),
        ([(0, 3)], [], "bbb dd", [(0, 3)]),
    ],
)
def test_trims_of_both_readings(
    earlier: list[tuple[int, int]], later: list[tuple[int, int]], left: str, spans: list[tuple[int, int]]
) -> None:
    block = Block(7, "aaa bbb dd")
    one = Verdict(block, True, trims=tuple(Trim(*span, "a/one", "ui") for span in earlier))
    two = Verdict(Block(0, one.text), True, trims=tuple(Trim(*span, "a/two", "ui") for span in later))
    merged = _merged(one, two)
    assert (merged.block, merged.text) == (block, left)
    assert [(trim.start, trim.end) for trim in merged.trims] == spans
