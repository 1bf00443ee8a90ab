"""The SQLite files in which sites are kept: what is none is refused in one sentence, before anything of it is used."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cleaner.errors import StateError


class DamageError(ValueError):
    """What is wrong with a file that was in order once, and what to do about it."""

    def __init__(self, found: str) -> None:
        super().__init__(f"{found}; put a copy in its place, or make it anew")


def check_tables(base: sqlite3.Connection, tables: Sequence[str]) -> None:
    """Refuse a base that holds anything but *tables*: a view in their place would compute its rows, and may never end.

    Raises `ValueError`.
    """
    if sorted(str(sql) for (sql,) in base.execute("SELECT sql FROM sqlite_master")) != list(tables):
        raise ValueError("its tables are not those that this version writes")


@contextmanager
def refusing(path: Path, wanted: str) -> Iterator[None]:
    """Turn whatever is wrong with a file that should be *wanted* into one sentence, a `StateError`."""
    try:
        yield
    except OSError as error:
        raise StateError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, RecursionError, sqlite3.Error) as error:
        told = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise StateError(f"{path}: this is no {wanted} ({told})") from None
