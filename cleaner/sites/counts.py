"""The counts in a memory of sites: what `learn` counted on each, beside the pages that it remembered."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cleaner.errors import StateError
from cleaner.sites.entry import Site
from cleaner.sites.packed_page import PackedPage
from cleaner.sites.site_memory import add_batch, reading, writing


class Learned(NamedTuple):
    """What `learn` found out about one site: what it counted there, and the pages to be remembered."""

    site: Site
    pages: tuple[PackedPage, ...]


class Counts:
    """What was counted on the sites in a memory; each is read when it is asked for.

    Raises `StateError` for a file that is no memory of sites, for one without counts, and where it is damaged,
    whenever it is read.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path).resolve()
        if next(self.sites(), None) is None:
            told = f"it holds no counts; `cleaner learn PAGES --site-memory {path}` adds them"
            raise StateError(f"{path}: {told}")

    def site(self, domain: str) -> Site | None:
        """Return what was counted on a site; None if nothing was."""
        with reading(self._path) as base:
            found = base.execute("SELECT counts FROM counts WHERE site = ?", (domain,)).fetchone()
            return Site.from_dict(json.loads(found[0])) if found else None

    def sites(self) -> Iterator[Site]:
        """Yield what was counted on each site, by name."""
        with reading(self._path) as base:
            for (line,) in base.execute("SELECT counts FROM counts ORDER BY site"):
                yield Site.from_dict(json.loads(line))


def add_learned(path: str | Path, sites: Iterable[Learned]) -> None:
    """Add the pages of *sites* to the memory in a file, and their counts in place of those that were there.

    Each site is written whole or not at all. The file is made if it is not there.

    Raises `StateError` for a file that is no memory, `OutputError` where it cannot be written.
    """
    with writing(Path(path)) as base:
        for site, pages in sites:
            with base:
                base.execute("BEGIN IMMEDIATE")
                add_batch(base, pages)
                base.execute("INSERT OR REPLACE INTO counts VALUES (?, ?)", (site.domain, _line(site)))


def _line(site: Site) -> str:
    return json.dumps(site.to_dict(), ensure_ascii=False, sort_keys=True)
