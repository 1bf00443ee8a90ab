"""What trafilatura takes for the article, as a vote on each block."""

import logging
from collections.abc import Sequence
from typing import Any, NamedTuple

from lxml import etree

from cleaner.errors import ExtractError
from cleaner.extract.align import align
from cleaner.model import Block

for _name in ("trafilatura", "htmldate", "justext", "courlan"):
    # without a handler of the host's own, their warnings would go to stderr
    logging.getLogger(_name).addHandler(logging.NullHandler())


class Vote(NamedTuple):
    """*shares*: of each block's words, the share that trafilatura kept. *words* and *lost*: of its output,
    all words, and those that stand in no block.
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
        document = bare_extraction(
            root, url=url, include_comments=False, include_tables=True, deduplicate=False
        )
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        etree.LxmlError,
    ) as error:
        raise ExtractError(f"trafilatura failed on this page: {error!r}") from error
    body = getattr(document, "body", None)
    if body is None:
        return Vote([0.0] * len(blocks), 0, 0)
    return Vote(*align(" ".join(body.itertext()), blocks))
