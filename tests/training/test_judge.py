"""How right a model is on unseen hosts, and what amounts set by hand add to that."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cleaner.classifier.model_file import Look, Looks
from cleaner.document.verdict import Evidence
from cleaner.training.cross_fit import Unseen
from cleaner.training.judge import Gain, Judged, judge
from tests.training.pages import sample

UP, DOWN = Evidence("prose is the article", 1.0), Evidence("lines are boilerplate", -1.0)


@pytest.mark.parametrize(
    ("wanted", "balance", "by_hand", "right", "gains"),
    [
        (True, 0.5, [], 1.0, {}),
        (True, 0.0, [], 0.0, {}),  # only more than 0 keeps a block
        (False, 0.0, [], 1.0, {}),
        (False, 0.1, [], 0.0, {}),
        (True, -0.5, [UP], 1.0, {UP.source: Gain(1, 1, 1, 0)}),
        (True, 0.5, [UP], 1.0, {UP.source: Gain(1, 1, 0, 0)}),
        (True, -1.5, [UP], 0.0, {UP.source: Gain(1, 1, 0, 0)}),
        (False, -0.5, [UP], 0.0, {UP.source: Gain(1, 0, 0, 1)}),
        (True, 0.5, [DOWN], 0.0, {DOWN.source: Gain(1, 1, 0, 1)}),
        # each is judged beside the others
        (True, -0.5, [UP, DOWN], 0.0, {UP.source: Gain(1, 1, 0, 0), DOWN.source: Gain(1, 1, 0, 1)}),
        (False, 0.5, [UP, DOWN], 0.0, {UP.source: Gain(1, 0, 0, 1), DOWN.source: Gain(1, 0, 0, 0)}),
    ],
)
def test_one_block(
    wanted: bool, balance: float, by_hand: Sequence[Evidence], right: float, gains: dict[str, Gain]
) -> None:
    judged = Judged()
    judged.add(wanted, 4.0, balance, by_hand)
    assert (judged.right, judged.total, judged.share) == (4.0 * right, 4.0, right)
    assert judged.gains == gains


def test_blocks_add_up_by_what_they_count() -> None:
    judged = Judged()
    judged.add(True, 3.0, 1.0, [UP])
    judged.add(False, 1.0, -0.5, [UP])
    assert judged.share == 0.75
    assert judged.gains == {UP.source: Gain(2, 1, 0, 1)}


def test_nothing_is_no_share() -> None:
    assert Judged().share == 0.0


def test_each_page_is_judged_by_the_looks_that_do_not_know_it() -> None:
    keeps, drops = (Looks(second=Look(bias=(amount, amount))) for amount in (0.5, -0.5))
    pages = [sample(host, [("", True), ("", False), ("", True)], count=2.0) for host in "abc"]
    assert judge(pages, [Unseen(frozenset("ac"), keeps), Unseen(frozenset("b"), drops)]).right == 4.0 + 2.0 + 4.0
    assert judge(pages, [Unseen(frozenset("b"), keeps)]).total == 6.0


def test_amounts_by_hand_are_added_to_what_facts_weigh() -> None:
    pages = [replace(sample(host, [("", True), ("", False)]), by_hand=[(UP,), (DOWN,)]) for host in "abcde"]
    judged = judge(pages, [Unseen(frozenset("ab"), Looks()), Unseen(frozenset("cde"), Looks())])
    assert judged.share == 1.0
    assert judged.gains == {UP.source: Gain(5, 5, 5, 0), DOWN.source: Gain(5, 0, 0, 0)}
