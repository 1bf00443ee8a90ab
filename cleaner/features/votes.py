"""Facts about trafilatura's vote on a block, and on those around it."""

from collections.abc import Sequence

from cleaner.features.block import marked_around

VOTED = 0.5
"""Share of a block's words that trafilatura keeps, from which its vote is for the block."""

_OF_VOTES = "vote."


def is_vote(fact: str) -> bool:
    """Say whether a fact is one of the vote."""
    return fact.startswith(_OF_VOTES)


class Votes:
    """Trafilatura's *shares* of the blocks that no rule takes, ready to be asked for the facts of each."""

    def __init__(self, shares: Sequence[float]) -> None:
        voted = [at for at, share in enumerate(shares) if share >= VOTED]
        self._shares, self._voted = shares, [share >= VOTED for share in shares]
        self._first, self._last = (voted[0], voted[-1]) if voted else (len(shares), -1)

    def facts(self, at: int) -> list[str]:
        """Return the facts of the block at a place."""
        share = self._shares[at]
        return [
            "vote.yes" if share >= VOTED else "vote.part" if share > 0.1 else "vote.no",
            f"vote.around.{marked_around(self._voted, at, 2)}",
            "vote.before-first" if at < self._first else "vote.after-last" if at > self._last else "vote.between",
        ]
