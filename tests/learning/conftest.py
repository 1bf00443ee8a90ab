"""The invented site, learned once for all tests that look at it."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.io.record import Raw, Row
from cleaner.learning.learn import Job, Plan, learn
from cleaner.learning.observation import Observation
from cleaner.runs.summary import Summary
from cleaner.sites.entry import Site
from tests.learning.tideway import Leaf, tideway


def raws(leaves: Sequence[Leaf]) -> list[Raw]:
    """Return pages as `learn` reads them."""
    return [
        Row(f"pages:{number}", len(leaf.html), {"url": leaf.url, "html": leaf.html})
        for number, leaf in enumerate(leaves)
    ]


Learn = Callable[..., list[Site]]


@pytest.fixture(scope="session")
def learn_from(bundled: Cleaner) -> Learn:
    """Learn with the bundled rules, in one worker unless told otherwise."""

    def learned(pages: Sequence[Raw], cleaner: Cleaner = bundled, **plan: Any) -> list[Site]:
        return [one.site for one in learn(cleaner, pages, Plan(**{"workers": 1, **plan}), Summary())]

    return learned


@pytest.fixture(scope="session")
def leaves() -> list[Leaf]:
    """The Tideway Post."""
    return tideway()


@pytest.fixture(scope="session")
def site(leaves: list[Leaf], learn_from: Learn) -> Site:
    """What there is to know of it."""
    (found,) = learn_from(raws(leaves), workers=2)
    return found


@pytest.fixture(scope="session")
def observations(leaves: list[Leaf], bundled: Cleaner) -> list[Observation]:
    """What every fifth page of it says."""
    job = Job(bundled)
    found = [job(raw)[0] for raw in raws(leaves[::5])]
    return [one for one in found if one]
