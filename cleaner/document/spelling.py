"""What somebody may have meant by a word that is not among those there are."""

from collections.abc import Iterable

_LOOKED_AT = 80
"""Characters of a word that are looked at. Not measured: it bounds the time, and names are shorter."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest right spelling; empty if none is near.

    >>> nearest("starst", ["starts", "ends"])
    "; did you mean 'starts'?"
    """
    # nobody waits for it where all is well
    from difflib import get_close_matches

    near = get_close_matches(word[:_LOOKED_AT], list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""
