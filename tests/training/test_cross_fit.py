"""Looks for all hosts, and looks that do not know a part of them."""

import pytest

from cleaner.training.cross_fit import cross_fit
from cleaner.training.samples import Sample
from tests.training.pages import sample

USUAL, ODD = [("is.core", True), ("", False)] * 15, [("is.core", False), ("", True)] * 120


def samples(hosts: str) -> list[Sample]:
    """Return a page of each host; host x calls boilerplate what the others call the article, and says it louder."""
    return [sample(host, ODD if host == "x" else USUAL) for host in hosts]


@pytest.mark.parametrize(("hosts", "parts"), [("abcde", 5), ("abcdefg", 5), ("aabbccdd", 4), ("abcx", 4)])
def test_each_page_is_unseen_once(hosts: str, parts: int) -> None:
    _, unseen = cross_fit(samples(hosts))
    assert len(unseen) == parts
    assert sorted(at for one in unseen for at in one.places) == list(range(len(hosts)))
    assert all({hosts[at] for at in one.places}.isdisjoint(_others(hosts, one.places)) for one in unseen)


def _others(hosts: str, places: list[int]) -> set[str]:
    return {host for at, host in enumerate(hosts) if at not in places}


def test_looks_do_not_know_what_they_are_judged_on() -> None:
    looks, unseen = cross_fit(samples("abcdex"))
    by_places = {tuple(one.places): one.looks for one in unseen}
    (without_x,) = [found for places, found in by_places.items() if 5 in places]
    assert without_x.first.facts["is.core"][0] > 0
    assert all(found.first.facts["is.core"][0] < 0 for places, found in by_places.items() if 5 not in places)
    assert looks.first.facts["is.core"][0] < 0


def test_the_second_look_sees_the_first() -> None:
    looks, unseen = cross_fit(samples("abcde"))
    assert all(
        any(fact.startswith("second.") for fact in found.second.facts)
        and not any(fact.startswith("second.") for fact in found.first.facts)
        for found in (looks, *(one.looks for one in unseen))
    )


def test_hosts_in_another_order_are_fitted_alike() -> None:
    assert cross_fit(samples("abcde"))[0] == cross_fit(samples("bcdea"))[0]
