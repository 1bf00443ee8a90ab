"""The systems that can be measured, by name, and how each is made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.page import Page
from cleaner.errors import MissingExtraError
from cleaner.evaluation import peers
from cleaner.training.page_texts import Extract

OURS = "cleaner"
YARDSTICK = "trafilatura"
"""The system that times are compared with."""
INPUT = "input"
"""What a system on the text roads is given, scored as if it were an output."""

_PEERS: dict[str, Callable[[], Extract]] = {
    YARDSTICK: peers.trafilatura,
    "trafilatura-precision": partial(peers.trafilatura, favor_precision=True),
    "trafilatura-fast": partial(peers.trafilatura, fast=True),
    "resiliparse": peers.resiliparse,
    "readability-lxml": peers.readability_lxml,
    "newspaper4k": peers.newspaper4k,
    "justext": peers.justext,
    "boilerpy3": peers.boilerpy3,
    "goose3": peers.goose3,
}
_HEAVY = ("newspaper4k", "goose3")
"""They are in an extra of their own."""
NAMES = tuple(_PEERS)
"""The tools that `cleaner` can be measured against."""


@dataclass(frozen=True, slots=True)
class System:
    """One tool under a name; *extract* makes text of a page, or an article."""

    name: str
    extract: Callable[[Page], str | Article]


def load_peer(name: str) -> System:
    """Return another tool, ready to run.

    Raises `ValueError` if there is none of this name, and `MissingExtraError` if it is not installed.
    """
    if name not in _PEERS:
        raise ValueError(f"no such tool: {name!r}; there are {', '.join(NAMES)}")
    try:
        return System(name, _PEERS[name]())
    except ImportError as error:
        raise MissingExtraError(name, "bench-all" if name in _HEAVY else "bench") from error


def ours(cleaner: Cleaner) -> System:
    """Return *cleaner* as a system; it reads HTML and text alike."""
    return System(OURS, cleaner.clean)


def given() -> System:
    """Return the system that hands on the text it is given, unchanged."""
    return System(INPUT, lambda page: page.text or "")
