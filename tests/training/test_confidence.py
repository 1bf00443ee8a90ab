"""What signs of a whole page weigh: those of good pages for, those of bad ones against, and how well that sorts."""

import pytest

from cleaner.training.cleaned import Outcome
from cleaner.training.confidence import calibrate_unseen, fit_confidence


def outcome(host: str, clear: float, f1: float, *, counts: float = 1.0, believed: bool = False) -> Outcome:
    return Outcome("html", host, counts, {"clear": clear, "narrow": 1 - clear, "agreed": 0.0}, believed, f1)


GOOD, BAD = [outcome(host, 1.0, 0.95) for host in "abcde"] * 4, [outcome(host, 0.2, 0.4) for host in "abcde"]


def test_signs_of_good_pages_weigh_for_and_those_of_bad_ones_against() -> None:
    look = fit_confidence([*GOOD, *BAD])
    assert look is not None
    assert look.facts["clear"][0] > 0 > look.facts["narrow"][0]
    assert "agreed" not in look.facts  # no page shows it
    amounts = [look.bias, *look.facts.values()]
    assert all(news == other == round(other, 2) for other, news in amounts)


def test_pages_weigh_by_what_they_count() -> None:
    odd = [outcome("x", 0.2, 0.95, counts=count) for count in (1.0, 100.0)]
    light, heavy = (fit_confidence([*GOOD, *BAD, one]) for one in odd)
    assert light is not None
    assert heavy is not None
    assert heavy.facts["clear"] < light.facts["clear"]


@pytest.mark.parametrize("outcomes", [GOOD, BAD, []], ids=["all good", "all bad", "none"])
def test_where_nothing_can_be_told_apart_there_are_no_weights(outcomes: list[Outcome]) -> None:
    assert fit_confidence(outcomes) is None
    assert calibrate_unseen(outcomes) is None


def test_pages_of_one_host_are_judged_by_nobody() -> None:
    assert calibrate_unseen([outcome("a", 1.0, 0.95), outcome("a", 0.2, 0.4)]) is None


def test_pages_are_judged_by_weights_that_do_not_know_their_hosts() -> None:
    usual = calibrate_unseen([*GOOD, *BAD])
    assert usual is not None
    assert (usual.area, usual.least, usual.rest) == (1.0, 1.0, pytest.approx(3 / 23))
    # on each host what is good elsewhere is bad
    odd = [outcome(host, float(host == good), 0.95) for host in "ab" for good in "ab"]
    turned = [one._replace(f1=0.95 if one.signs["clear"] == (one.host == "a") else 0.4) for one in odd]
    against = calibrate_unseen(turned)
    assert against is not None
    assert against.area == 0.0


def test_an_article_for_which_trafilatura_is_believed_is_never_sure() -> None:
    odd = [outcome(host, 1.0, 0.4) for host in "abcde"]  # looks good, and is bad
    sure = calibrate_unseen([*GOOD, *BAD, *odd, *GOOD])
    unsure = calibrate_unseen([*GOOD, *BAD, *odd, *(one._replace(believed=True) for one in GOOD)])
    assert sure is not None
    assert unsure is not None
    assert unsure.area < sure.area
