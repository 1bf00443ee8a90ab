"""What one page says: each of its texts in or near the article once, with where it stood and what became of it.

An observation holds all that learning ever asks of a page, so a page is cleaned once however many passes there are.
"""

from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from cleaner.sites.packed_page import PackedPage


class Seen(NamedTuple):
    """One text on one page. *key* stands for the text, *form* is its form with holes, if it has any.

    *rule* is the learned rule that takes it, *follower* what stands under it if it leads to something kept,
    *kind* is what another rule took it for.
    """

    key: bytes
    text: str
    form: str
    form_key: bytes
    kept: bool
    by_rule: bool
    kind: str
    rule: str
    look: str
    selectors: tuple[str, ...]
    role: str
    linked: bool
    prose: bool
    head: bool
    tail: bool
    author: bool
    title: bool
    follower: bytes


@dataclass(frozen=True, slots=True)
class Observation:
    """One page. *page* stands for it, *bodies* for its article; *date* is `YYYY-MM-DD` or empty.

    *remembered* is what a memory of sites keeps of it.
    """

    page: bytes
    domain: str
    address: str
    section: str
    date: str
    bodies: tuple[bytes, ...]
    seen: tuple[Seen, ...]
    rules: tuple[str, ...]
    remembered: PackedPage

    def merge(self, other: "Observation") -> "Observation":
        """Return either: the same page, read twice."""
        return self


def digest(*texts: str) -> bytes:
    """Return 16 bytes that stand for texts; 10^9 texts share one by a chance of 10^-21."""
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
