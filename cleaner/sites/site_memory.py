"""The memory of sites, a file: the pages by which each site is known, and what `learn` counted there (`counts.py`).

Of each site the `MOST_PAGES` pages are kept whose digests are smallest: a sample that depends on the pages alone, so
that whatever the order in which they come, and however often, the memory is the same. Several processes may read and
write it.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from cleaner.errors import OutputError
from cleaner.io.atomic import naming_failures
from cleaner.sites.known_site import KnownSite
from cleaner.sites.packed_page import PackedPage, unpack
from cleaner.sites.sqlite_file import DamageError, check_tables, refusing

MEMORY = "memory of sites"
FORMAT = 4
"""Version of the file's format; files of any other are refused."""
MOST_PAGES = 32
"""Pages by which a site is known."""
_TABLES = (
    "CREATE TABLE about (format INTEGER)",
    "CREATE TABLE counts (site TEXT PRIMARY KEY, counts TEXT) WITHOUT ROWID",
    "CREATE TABLE pages (site TEXT, page INTEGER, seen BLOB, PRIMARY KEY (site, page)) WITHOUT ROWID",
)
_ADD = "INSERT INTO pages VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET seen = max(seen, excluded.seen)"
"""Of two states of one page, either may be kept, as long as it is the same whichever came first."""
_DROP = (
    "DELETE FROM pages WHERE site = ?1 AND page >"
    " (SELECT page FROM pages WHERE site = ?1 ORDER BY page LIMIT 1 OFFSET ?2)"
)
_SITES = 32
"""Sites that stay read, a megabyte each as a rule. Not measured: it bounds the memory."""
_PATIENCE = 60.0
"""Seconds for which a process waits for another one that writes. Not measured."""
_BATCH = 500
"""Pages that are written at once. Not measured."""
_DIGITS = 16
"""Hexadecimal digits of a memory's digest: 64 bits, which two memories never share by chance."""


class SiteMemory:
    """The memory in a file, to be read; pickles as its path. *site* is that of pages which do not say their address.

    Raises `StateError` for a file that is no memory of sites, and where it is damaged, whenever it is read.
    """

    def __init__(self, path: str | Path, site: str = "") -> None:
        self.path, self.site = Path(path).resolve(), site
        with reading(self.path):
            pass
        # the cache holds what the file says, nothing of any page that is cleaned
        self._known = lru_cache(maxsize=_SITES)(self._read)

    def __reduce__(self) -> tuple[type["SiteMemory"], tuple[Path, str]]:
        return SiteMemory, (self.path, self.site)

    def check(self) -> None:
        """Look for damage to the file's order, as is done before many pages are judged by it.

        Damage to what is remembered of a page is found when that is read. Raises `StateError`.
        """
        with reading(self.path) as base:
            found = base.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise DamageError(f"it is damaged: {found.splitlines()[-1]}")

    @property
    def digest(self) -> str:
        """A short name for the pages in it: counts say nothing of the pages that are judged."""
        digest = hashlib.sha256()
        with reading(self.path) as base:
            for site, page, seen in base.execute("SELECT site, page, seen FROM pages ORDER BY site, page"):
                if not isinstance(seen, bytes):
                    raise DamageError("a page in it is damaged")
                digest.update(f"{site}\0{page}\0{len(seen)}\0".encode() + seen)
        return digest.hexdigest()[:_DIGITS]

    def known(self, site: str) -> KnownSite | None:
        """Return what is known of a site, by its registrable domain or the name that a run gave it."""
        return self._known(site) if site else None

    def sites(self) -> dict[str, int]:
        """Return how many pages are remembered of each site, by name."""
        with reading(self.path) as base:
            return dict(base.execute("SELECT site, count(*) FROM pages GROUP BY site ORDER BY site"))

    def _read(self, site: str) -> KnownSite | None:
        with reading(self.path) as base:
            pages = [
                unpack(seen) for (seen,) in base.execute("SELECT seen FROM pages WHERE site = ? ORDER BY page", (site,))
            ]
        return KnownSite(pages) if pages else None


def add_pages(path: str | Path, pages: Iterable[PackedPage]) -> int:
    """Add *pages* to the memory in a file, which is made if it is not there; return how many came.

    Raises `StateError` for a file that is no memory, `OutputError` where it cannot be written.
    """
    with writing(Path(path)) as base:
        coming, count = iter(pages), 0
        while batch := list(islice(coming, _BATCH)):
            with base:
                base.execute("BEGIN IMMEDIATE")
                add_batch(base, batch)
            count += len(batch)
    return count


def add_batch(base: sqlite3.Connection, batch: Sequence[PackedPage]) -> None:
    """Add the pages of a *batch* within the transaction that is open."""
    base.executemany(_ADD, batch)
    base.executemany(_DROP, [(site, MOST_PAGES - 1) for site in sorted({one.site for one in batch})])


def sample(pages: Iterable[PackedPage]) -> tuple[PackedPage, ...]:
    """Return those of one site's *pages* that a memory would keep."""
    kept: dict[int, PackedPage] = {}
    for page in pages:
        kept[page.page] = max(page, kept.get(page.page, page))
        if len(kept) > MOST_PAGES:
            del kept[max(kept)]
    return tuple(sorted(kept.values()))


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a memory to read it; an empty file is one that knows nothing yet.

    Raises `StateError` for a file that is none, and where it is damaged.
    """
    with refusing(path, MEMORY):
        _check_file(path)
        path.open("rb").close()
        # what a process left half written when it was killed is taken back, which only those may do who may write
        mode = "rw" if os.access(path, os.W_OK) else "ro"
        address = f"{path.as_uri()}?mode={mode}" if path.stat().st_size else ":memory:"
        with closing(_connect(address)) as base:
            if address == ":memory:":
                _make_tables(base)
            _check(base)
            yield base


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a memory to write it, which is made if it is not there.

    Raises `StateError` for a file that is none, `OutputError` where it cannot be written.
    """
    with naming_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with refusing(path, MEMORY):
        _check_file(path)
    try:
        with closing(_connect(f"{path.resolve().as_uri()}?mode=rwc")) as base:
            with refusing(path, MEMORY), base:
                base.execute("BEGIN IMMEDIATE")
                if not list(base.execute("SELECT 1 FROM sqlite_master LIMIT 1")):
                    _make_tables(base)
                _check(base)
            yield base
    except sqlite3.Error as error:
        raise OutputError(f"{path}: cannot be written: {error}") from error


def _check_file(path: Path) -> None:
    # whoever opens a pipe may wait without end
    if path.exists() and not path.is_file():
        raise ValueError("it is no file")


def _connect(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)


def _make_tables(base: sqlite3.Connection) -> None:
    for table in _TABLES:
        base.execute(table)
    base.execute("INSERT INTO about VALUES (?)", (FORMAT,))


def _check(base: sqlite3.Connection) -> None:
    # what is no table of ours is never asked, and files of other versions have other tables
    if base.execute("SELECT 1 FROM sqlite_master WHERE sql = ?", _TABLES[:1]).fetchone():
        found: Any = base.execute("SELECT format FROM about").fetchone()
        if found != (FORMAT,):
            written = found[0] if found else "none"
            raise ValueError(
                f"it was written by another version of cleaner, in format {written}, not {FORMAT}; make it anew"
            )
    check_tables(base, _TABLES)
