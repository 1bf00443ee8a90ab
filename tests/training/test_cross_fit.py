"""Looks for all hosts, and looks that do not know a part of them."""

import pytest

from cleaner.classifier.model_file import Looks
from cleaner.training.cross_fit import Unseen, cross_fit
from cleaner.training.fact_matrix import FactMatrix
from cleaner.training.samples import Sample
from tests.training.pages import sample

USUAL, ODD = [("is.core", True), ("", False)] * 15, [("is.core", False), ("", True)] * 120


def fitted(made: list[Sample]) -> tuple[Looks, list[Unseen]]:
    return cross_fit(made, FactMatrix.build(one.facts.by_block for one in made))


def samples(hosts: str) -> list[Sample]:
    """Return a page of each host; host x calls boilerplate what the others call the article, and says it louder."""
    return [sample(host, ODD if host == "x" else USUAL) for host in hosts]


@pytest.mark.parametrize(("hosts", "parts"), [("abcde", 5), ("abcdefg", 5), ("aabbccdd", 4), ("abcx", 4)])
def test_each_page_is_unseen_once(hosts: str, parts: int) -> None:
    _, unseen = fitted(samples(hosts))
    assert len(unseen) == parts
    assert sorted(host for one in unseen for host in one.hosts) == sorted(set(hosts))


def test_looks_do_not_know_what_they_are_judged_on() -> None:
    looks, unseen = fitted(samples("abcdex"))
    (without_x,) = [one.looks for one in unseen if "x" in one.hosts]
    assert without_x.first.facts["is.core"][0] > 0
    assert all(one.looks.first.facts["is.core"][0] < 0 for one in unseen if "x" not in one.hosts)
    assert looks.first.facts["is.core"][0] < 0


def test_the_second_look_sees_the_first() -> None:
    looks, unseen = fitted(samples("abcde"))
    assert all(
        any(fact.startswith("second.") for fact in found.second.facts)
        and not any(fact.startswith("second.") for fact in found.first.facts)
        for found in (looks, *(one.looks for one in unseen))
    )


def test_hosts_in_another_order_are_fitted_alike() -> None:
    assert fitted(samples("abcde"))[0] == fitted(samples("bcdea"))[0]


def test_facts_that_the_looks_may_not_weigh_weigh_nothing() -> None:
    made = samples("abcde")
    looks, unseen = cross_fit(made, FactMatrix.build([[()] * len(one.wanted) for one in made]))
    assert not any("is.core" in found.first.facts for found in (looks, *(one.looks for one in unseen)))
