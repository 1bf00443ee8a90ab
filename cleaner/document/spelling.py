"""What somebody may have meant by a word that is not among those there are."""

import re
from collections.abc import Iterable, Sequence

_LOOKED_AT = 80
"""Characters of a word that are looked at. Not measured: it bounds the time, and names are shorter."""
_BEGUN = 3
"""Characters from which on a word may be the beginning of what is meant. Not measured."""
_NEAR, _NEAR_PART = 0.7, 0.8
"""Likeness (difflib's ratio) from which on a name is near, and a part of one. Not measured: at 0.6 `title` is near
`table`, and `credits` near `rights`."""
_PARTS = re.compile(r"[^\W_]+")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest right spelling, or at a name of which *word* is a part; empty if none is near.

    >>> nearest("starst", ["starts", "ends"]), nearest("caption", ["donation", "caption-credit"])
    ("; did you mean 'starts'?", "; did you mean 'caption-credit'?")
    """
    looked, names = word[:_LOOKED_AT], list(known)
    near = _begun(looked, names) or _near(looked, names, _NEAR) or _near_part(looked, names)
    return f"; did you mean {near!r}?" if near else ""


def _begun(word: str, names: Sequence[str]) -> str:
    """Return the shortest name of which a part begins with *word*."""
    begun = [name for name in names if len(word) >= _BEGUN and _is_begun(word, name)]
    return min(begun, key=len, default="")


def _is_begun(word: str, name: str) -> bool:
    return any(name.startswith(word, part.start()) for part in _PARTS.finditer(name))


def _near_part(word: str, names: Sequence[str]) -> str:
    """Return the first name of which a part is near *word*."""
    holders = {part: name for name in reversed(names) for part in _PARTS.findall(name)}
    return holders.get(_near(word, list(holders), _NEAR_PART), "")


def _near(word: str, names: Sequence[str], likeness: float) -> str:
    # nobody waits for it where all is well
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, names, n=1, cutoff=likeness)), "")
