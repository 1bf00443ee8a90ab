"""Facts about trafilatura's vote: on a block, on those around it, between which others it stands."""

import pytest

from cleaner.features.votes import Votes, is_vote


@pytest.mark.parametrize(
    ("shares", "facts"),
    [
        ([1.0], ["vote.yes vote.around.0 vote.between"]),
        ([0.5, 0.49], ["vote.yes vote.around.0 vote.between", "vote.part vote.around.1 vote.after-last"]),
        ([0.1, 1.0], ["vote.no vote.around.1 vote.before-first", "vote.yes vote.around.0 vote.between"]),
        (
            [1.0, 0.0, 1.0],
            [
                "vote.yes vote.around.1 vote.between",
                "vote.no vote.around.2 vote.between",
                "vote.yes vote.around.1 vote.between",
            ],
        ),
        ([0.0, 0.0], ["vote.no vote.around.0 vote.before-first"] * 2),
    ],
    ids=["yes", "part", "no", "between", "for nothing"],
)
def test_facts(shares: list[float], facts: list[str]) -> None:
    votes = Votes(shares)
    assert [" ".join(votes.facts(at)) for at in range(len(shares))] == facts
    assert all(is_vote(fact) for at in range(len(shares)) for fact in votes.facts(at))


@pytest.mark.parametrize("fact", ["is.core", "votes", "second.vote"])
def test_other_facts(fact: str) -> None:
    assert not is_vote(fact)
