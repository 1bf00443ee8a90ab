"""What trafilatura takes for the article, as a vote on each block."""

import logging
from collections.abc import Collection, Sequence
from typing import Any

from cleaner.errors import ExtractError
from cleaner.extract.align import align
from cleaner.model import Block

_HOLDERS = frozenset({"body", "p", "head", "item", "quote", "cell", "row", "list", "table", "code", "lb", "ab", "div"})

for _name in ("trafilatura", "htmldate", "justext", "courlan", "charset_normalizer", "urllib3"):
    # without a handler of the host's own, their warnings would go to stderr
    logging.getLogger(_name).addHandler(logging.NullHandler())


def vote(root: Any, blocks: Sequence[Block], gone: Collection[int] = (), url: str | None = None) -> list[float]:
    """Let trafilatura choose from the tree *root*; return the share of each block's words that it chose.

    Blocks numbered in *gone* are no longer in the tree. Its fallbacks on other extractors are left out: they
    cost half of its time, and what they add the evidence finds as well.

    Raises `ExtractError` if trafilatura does.
    """
    from trafilatura import bare_extraction

    try:
        # only the tree is wanted: in its default format it would also write the text
        document = bare_extraction(root, url=url, output_format="txt", include_comments=False, fast=True)
    except Exception as error:  # whatever it stumbles over, only this page is lost
        raise ExtractError(f"trafilatura failed on this page: {error!r}") from error
    body = getattr(document, "body", None)
    shares = [0.0] * len(blocks)
    if body is None:
        return shares
    left = [block for block in blocks if block.number not in gone]
    for block, share in zip(left, align(_pieces(body), left), strict=True):
        shares[block.number] = share
    return shares


def _pieces(body: Any) -> list[str]:
    """Return the text of trafilatura's output, piece by piece."""
    pieces: list[str] = []
    parts: list[str] = []

    def gather(element: Any) -> None:
        is_holder = element.tag in _HOLDERS
        if is_holder:
            _close(parts, pieces)
        parts.append(element.text or "")
        for child in element:
            gather(child)
            parts.append(child.tail or "")
        if is_holder:
            _close(parts, pieces)

    gather(body)
    return pieces


def _close(parts: list[str], pieces: list[str]) -> None:
    """Make one piece of the *parts* gathered so far, if they hold any text."""
    text = " ".join("".join(parts).split())
    parts.clear()
    if text:
        pieces.append(text)
