"""Profiles on the disk: one JSON file for a few sites, SQLite for many, of which a cleaner reads those it meets."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Protocol

from cleaner.document.spelling import nearest
from cleaner.errors import OutputError, StateError
from cleaner.io.atomic import naming_failures, replacing
from cleaner.rules.validation import shown
from cleaner.sites.entry import Site
from cleaner.sites.sqlite_file import check_tables, refusing
from cleaner.text.file_names import ending

PROFILE = "profile of cleaner"
FORMAT = 1
"""Version of the profile's format; files of any other are refused."""
_DIGITS = 16
"""Hexadecimal digits of a profile's digest: 64 bits, which two profiles never share by chance."""
SQLITE = (".sqlite", ".sqlite3", ".db")
_TABLES = (
    "CREATE TABLE about (format INTEGER)",
    "CREATE TABLE sites (domain TEXT PRIMARY KEY, site TEXT) WITHOUT ROWID",
)


_FIELDS = ("format", "sites")


class Profile(Protocol):
    """What is known of sites. Pickles; the same content has the same *digest*."""

    @property
    def digest(self) -> str:
        """A short name for all that it says."""

    def site(self, domain: str) -> Site | None:
        """Return what is known of a domain."""

    def sites(self) -> Iterator[Site]:
        """Yield all sites by name."""


class JsonProfile:
    """A profile in memory."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._sites: Mapping[str, Site] = {site.domain: site for site in sites}

    @property
    def digest(self) -> str:
        """A short name for all that it says."""
        return _digest(self.sites())

    def site(self, domain: str) -> Site | None:
        """Return what is known of a domain."""
        return self._sites.get(domain)

    def sites(self) -> Iterator[Site]:
        """Yield all sites by name."""
        yield from (self._sites[domain] for domain in sorted(self._sites))


class SqliteProfile:
    """A profile on the disk; each site is read when it is asked for. Pickles as its path.

    Every method raises `StateError` where the file is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()

    @property
    def digest(self) -> str:
        """A short name for all that it says."""
        return _digest(self.sites())

    def site(self, domain: str) -> Site | None:
        """Return what is known of a domain."""
        with refusing(self._path, PROFILE), closing(_open(self._path)) as base:
            found = base.execute("SELECT site FROM sites WHERE domain = ?", (domain,)).fetchone()
            return Site.from_dict(json.loads(found[0])) if found else None

    def sites(self) -> Iterator[Site]:
        """Yield all sites by name."""
        with refusing(self._path, PROFILE), closing(_open(self._path)) as base:
            for (line,) in base.execute("SELECT site FROM sites ORDER BY domain"):
                yield Site.from_dict(json.loads(line))


def load_profile(path: str | Path) -> Profile:
    """Return the profile in a file: SQLite by its suffix, JSON otherwise.

    Raises `StateError` for a file that is none.
    """
    path = Path(path)
    with refusing(path, PROFILE):
        if path.exists() and not path.is_file():
            raise ValueError("it is no file")
        if ending(path) in SQLITE:
            return _load_sqlite(path)
        content = json.loads(path.read_text("utf-8"))
        _check_format(content["format"], path)
        for name in sorted(content.keys() - set(_FIELDS)):
            raise ValueError(f"unknown field {shown(name)}{nearest(name, _FIELDS)}")
        return JsonProfile(map(Site.from_dict, content["sites"]))


def _load_sqlite(path: Path) -> SqliteProfile:
    path.open("rb").close()
    with closing(_open(path)) as base:
        _check_format((base.execute("SELECT format FROM about").fetchone() or (None,))[0], path)
    profile = SqliteProfile(path)
    next(profile.sites(), None)
    return profile


def _check_format(found: object, path: Path) -> None:
    if found != FORMAT:
        raise StateError(f"{path}: written by another version of cleaner; learn it anew")


def _open(path: Path) -> sqlite3.Connection:
    """Return a base that holds the tables of a profile and nothing else. Raises `ValueError` for others."""
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        check_tables(base, _TABLES)
    except BaseException:
        base.close()
        raise
    return base


def save_profile(path: str | Path, sites: Iterable[Site]) -> None:
    """Write *sites*, which come by name, in place of what was there; the same sites give the same bytes.

    Raises `OutputError` where the disk is full; what was there is whole then.
    """
    path = Path(path)
    with naming_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as fresh:
        write = _write_sqlite if ending(path) in SQLITE else _write_json
        write(fresh, path, sites)


def _write_json(fresh: Path, path: Path, sites: Iterable[Site]) -> None:
    file = fresh.open("w", encoding="utf-8")
    try:
        file.write(f'{{"format": {FORMAT}, "sites": [')
        for number, site in enumerate(sites):
            with naming_failures(path):
                file.write(f"{',' if number else ''}\n{_line(site)}")
        file.write("\n]}\n")
    finally:
        # what is still in the buffer may not fit the disk either
        with naming_failures(path):
            file.close()


def _write_sqlite(fresh: Path, path: Path, sites: Iterable[Site]) -> None:
    try:
        with closing(sqlite3.connect(fresh)) as base, base:
            base.executescript(";".join(_TABLES))
            base.execute("INSERT INTO about VALUES (?)", (FORMAT,))
            base.executemany("INSERT INTO sites VALUES (?, ?)", ((site.domain, _line(site)) for site in sites))
    except sqlite3.Error as error:
        raise OutputError(f"{path}: cannot be written: {error}") from error


def _digest(sites: Iterable[Site]) -> str:
    digest = hashlib.sha256()
    for site in sites:
        digest.update(_line(site).encode())
    return digest.hexdigest()[:_DIGITS]


def _line(site: Site) -> str:
    return json.dumps(site.to_dict(), ensure_ascii=False, sort_keys=True)
