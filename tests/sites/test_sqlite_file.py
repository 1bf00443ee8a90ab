"""SQLite files of sites: other tables are refused, and whatever goes wrong is one sentence with the file's name."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cleaner.errors import StateError
from cleaner.sites.sqlite_file import check_tables, refusing

TABLES = ("CREATE TABLE about (format INTEGER)", "CREATE TABLE sites (domain TEXT)")


@pytest.mark.parametrize(
    ("statements", "is_right"),
    [
        (TABLES, True),
        (TABLES[::-1], True),
        (TABLES[:1], False),
        ((*TABLES, "CREATE TABLE more (x)"), False),
        ((*TABLES, "CREATE INDEX i ON sites (domain)"), False),
        ((TABLES[0], "CREATE VIEW sites AS SELECT 1 domain"), False),
    ],
    ids=["these", "in another order", "one", "one more", "an index", "a view"],
)
def test_tables(statements: tuple[str, ...], is_right: bool) -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        for statement in statements:
            base.execute(statement)
        if is_right:
            check_tables(base, TABLES)
        else:
            with pytest.raises(ValueError, match=r"^its tables are not those that this version writes\Z"):
                check_tables(base, TABLES)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileNotFoundError(2, "No such file or directory"), "a.sqlite: cannot be read: No such file or directory"),
        (sqlite3.DatabaseError("file is not a database"), "a.sqlite: this is no memory (file is not a database)"),
        (ValueError("one line\nand another"), "a.sqlite: this is no memory (one line)"),
        (KeyError(), "a.sqlite: this is no memory (KeyError)"),
    ],
    ids=["no file", "no base", "lines", "no words"],
)
def test_what_goes_wrong_is_one_sentence(error: Exception, told: str) -> None:
    with pytest.raises(StateError) as caught, refusing(Path("a.sqlite"), "memory"):
        raise error
    assert str(caught.value) == told


def test_other_errors_are_not_the_files() -> None:
    with pytest.raises(ZeroDivisionError), refusing(Path("a.sqlite"), "memory"):
        raise ZeroDivisionError
