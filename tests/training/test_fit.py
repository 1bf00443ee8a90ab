"""Logistic regression over facts: which facts get a weight, on which pages, and what unseen hosts are told."""

import pytest

from cleaner.training.fact_matrix import FactMatrix
from cleaner.training.fit import Table, folds, second_matrix
from cleaner.training.samples import Sample
from tests.training.pages import sample


def table(*samples: Sample) -> Table:
    return Table.build(FactMatrix.build(one.facts.by_block for one in samples), samples)


def half(said: str, unsaid: str = "", size: int = 40) -> list[tuple[str, bool]]:
    """Return blocks of which *size* show the facts *said* and are the article's, and *size* are neither."""
    return [(said, True)] * size + [(unsaid, False)] * size


@pytest.mark.parametrize(
    ("blocks", "names"),
    [
        ([("is.core", True)] * 40, ["is.core"]),
        ([("is.core", True)] * 39, []),  # facts of few blocks are about single pages
        ([("is.core tag.p", True)] * 20 + [("tag.p", False)] * 20, ["tag.p"]),
        ([("tag.p is.core", True)] * 40, ["is.core", "tag.p"]),
    ],
)
def test_facts_of_enough_blocks_have_a_column(blocks: list[tuple[str, bool]], names: list[str]) -> None:
    assert table(sample("a", blocks)).names == names


@pytest.mark.parametrize(
    ("name", "differs"),
    [("is.core", True), ("named.share", False), ("around.x", False), ("cites.y", False), ("leads.to-z", False),
     ("leads.all", True)],
)  # fmt: skip
def test_some_facts_weigh_the_same_on_all_pages(name: str, differs: bool) -> None:
    assert table(sample("a", half(name))).differing == ([0] if differs else [])


def test_rows_are_blocks_and_news_have_columns_of_their_own() -> None:
    made = table(sample("a", [("is.core", True)] * 40), sample("b", [("", False)], is_news=True, count=2.0))
    assert made.matrix.shape == (41, 4)  # the fact, the fact on news, being news, being a block
    assert made.matrix.toarray()[[0, 40]].tolist() == [[1, 0, 0, 1], [0, 0, 1, 1]]
    assert made.pages.tolist() == [0] * 40 + [1]
    assert made.wanted.tolist() == [True] * 40 + [False]
    assert made.counts.tolist() == [1.0] * 40 + [2.0]
    news = table(sample("a", [("is.core", True)] * 40, is_news=True))
    assert news.matrix.toarray()[0].tolist() == [1, 0.5, 1, 1]


def test_weights_point_where_the_blocks_do() -> None:
    made = table(sample("a", half("is.core tag.p", "links.all tag.p")))
    news, other = made.weights(made.fit())
    assert other.weights["is.core"] > 1
    assert other.weights["links.all"] < -1
    assert abs(other.weights["tag.p"]) < 0.1  # all blocks show it
    assert news.weights == pytest.approx(other.weights)  # no page says that it is news


def test_a_fact_may_weigh_otherwise_on_news() -> None:
    made = table(sample("a", half("is.core")), sample("b", half("", "is.core"), is_news=True))
    news, other = made.weights(made.fit())
    assert news.weights["is.core"] < other.weights["is.core"]


def test_blocks_that_count_nothing_are_left_out() -> None:
    told = sample("a", half("is.core"))
    against = sample("b", half("", "is.core", size=400), count=0.0)
    both, one = table(told, against), table(told)
    assert both.weights(both.fit()) == one.weights(one.fit())


@pytest.mark.parametrize(
    ("wanted", "found"), [(True, "3 of 3 blocks are the article's"), (False, "0 of 3 blocks are the article's")]
)
def test_blocks_of_one_sort_are_nothing_to_fit_on(wanted: bool, found: str) -> None:
    with pytest.raises(ValueError, match=f"{found}: weights can only be fitted on pages with some that are"):
        table(sample("a", [("is.core", wanted)] * 3)).fit()


def test_balances_of_some_pages() -> None:
    """Host b calls boilerplate what the others call the article."""
    usual, odd = half("is.core", size=20), half("", "is.core", size=10)
    made = table(sample("a", usual), sample("b", odd), sample("c", usual))
    with_b, without = made.fits([made.of_pages([1]), ~made.of_pages([1])])
    by_page = made.balances(without, [0, 1])
    assert [len(balances) for balances in by_page] == [40, 20]
    assert [balance > 0 for balance in by_page[0]] == [True] * 20 + [False] * 20
    # nobody told that the fact speaks against the article here
    assert [balance > 0 for balance in by_page[1]] == [False] * 10 + [True] * 10
    (own,) = made.balances(with_b, [1])
    assert [balance > 0 for balance in own] == [True] * 10 + [False] * 10


@pytest.mark.parametrize(
    ("hosts", "parts"),
    [("abcde", 5), ("abcdefg", 5), ("aabbccddee", 5), ("abcd", 4), ("aaaabcd", 4), ("abcdefghijkl", 5)],
)
def test_folds_never_part_a_host(hosts: str, parts: int) -> None:
    found = folds([sample(host, [("", True)]) for host in hosts])
    assert len(found) == parts
    assert sorted(at for _, test in found for at in test) == list(range(len(hosts)))
    for train, test in found:
        assert sorted(train + test) == list(range(len(hosts)))
        assert not {hosts[at] for at in train} & {hosts[at] for at in test}


def test_the_second_look_sees_the_first(tiny_samples: list[Sample]) -> None:
    first = tiny_samples[0]
    for balance, shown in ((4.0, "far-above"), (-4.0, "far-below")):
        names, matrix = second_matrix([first], [[balance] * len(first.wanted)])
        assert all(name.startswith("second.") for name in names)
        assert matrix[:, [names.index(f"second.first-look.{shown}")]].sum() == len(first.wanted)
