"""What trafilatura votes for, alone and with its fallbacks."""

import pytest

from cleaner.html.snapshot import take_snapshot
from cleaner.trafilatura_vote import vote

TALE = (
    "The ferry left the harbour of Norrick at noon, and number {n} of the islanders, who had waited since the storm, "
    "was on board with a dog. "
)
STOPS = "".join(f"<div class=stop><h2>Stop {n}</h2><p>{TALE.format(n=n) * 3}</p></div>" for n in range(8))
INTRO = f"<article><p>{TALE.format(n='one') * 2}</p><p>{TALE.format(n='two') * 2}</p></article>"


@pytest.mark.parametrize(
    ("page", "least", "with_fallbacks"),
    [(f"<article>{STOPS}</article>", 8, False), (f"{INTRO}<div id=stops>{STOPS}</div>", 8, True)],
)
def test_fallbacks_are_asked_where_little_is_found(page: str, least: int, with_fallbacks: bool) -> None:
    snapshot = take_snapshot(f"<html><body><h1>Eight stops</h1>{page}</body></html>", None)
    voted = vote(snapshot.root, snapshot.layout.blocks)
    assert voted.with_fallbacks is with_fallbacks
    assert sum(share > 0.9 for share in voted.shares) >= least
