"""cleaner with a memory of the set's own sites: all their pages are known, and one that fails costs no other."""

from pathlib import Path

import pytest

from cleaner import Cleaner, SiteMemory
from cleaner.evaluation.roads import Road, enter
from cleaner.evaluation.site_memory import knowing_sites
from cleaner.evaluation.systems import System
from cleaner.io.known_set import KnownSet, Truth, read_set, write_set
from tests.engine.test_remembered import BODY, html


@pytest.fixture
def known(tmp_path: Path) -> KnownSet:
    pages = [html(number).encode() for number in range(3)] + [b"\0"]
    truths = [Truth(f"p{at}", BODY, url=f"https://a.example/{at}") for at in range(4)]
    write_set(tmp_path / "set", zip(truths, pages, strict=True))
    return read_set(tmp_path / "set")


def memory_of(system: System) -> SiteMemory:
    memory: SiteMemory | None = system.extract.__self__.site_memory  # type: ignore[attr-defined]
    assert memory is not None
    return memory


@pytest.mark.parametrize("road", ["html", "full-text"])
def test_all_pages_of_the_set_are_known(known: KnownSet, bundled: Cleaner, road: Road) -> None:
    with knowing_sites(bundled, known.pages, road) as system:
        assert system.name == "cleaner-sites"
        assert memory_of(system).sites() == {"a.example": 3}
        assert system.extract(enter(known.pages[0], road))


def test_nothing_is_left(known: KnownSet, bundled: Cleaner) -> None:
    with knowing_sites(bundled, known.pages, "html") as system:
        path = memory_of(system).path
        assert path.exists()
    assert not path.exists()
