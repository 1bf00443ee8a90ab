"""What trafilatura takes for the article, as a vote on each block."""

import logging
from collections.abc import Sequence
from typing import Any, NamedTuple

from cleaner.errors import ExtractError
from cleaner.extract.align import align
from cleaner.model import Block

for _name in ("trafilatura", "htmldate", "justext", "courlan"):
    # without a handler of the host's own, their warnings would go to stderr
    logging.getLogger(_name).addHandler(logging.NullHandler())


class Vote(NamedTuple):
    """The share of each block's words that trafilatura kept, and how its *words* fared.

    *lost* counts the words of its output that stand in no block.
    """

    shares: list[float]
    words: int
    lost: int


def vote(root: Any, blocks: Sequence[Block], url: str | None = None) -> Vote:
    """Let trafilatura choose from the tree *root* and find its choice among *blocks*.

    Raises `ExtractError` if trafilatura does.
    """
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(root, url=url, include_comments=False, include_tables=True, deduplicate=False)
    except Exception as error:  # whatever it stumbles over, only this page is lost
        raise ExtractError(f"trafilatura failed on this page: {error!r}") from error
    body = getattr(document, "body", None)
    if body is None:
        return Vote([0.0] * len(blocks), 0, 0)
    return Vote(*align(" ".join(body.itertext()), blocks))
