"""Parquet out: parts while a run lasts, one file at its end.

A Parquet file is only readable once its end is written, so a run that may be killed writes small whole
ones, and joins them when all columns are known.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cleaner.document.page import FACTS
from cleaner.io.atomic import replacing
from cleaner.io.sinks import claim
from cleaner.io.tables import import_parquet, open_for_parquet

_SUFFIX = ".parquet"


class PartedTable:
    """A Parquet file in the making; a mark is a number of rows. Each part is named by its first row."""

    cuts = True

    def __init__(self, path: Path, mark: int = 0) -> None:
        """Open *path* to go on from *mark* rows.

        Raises `ValueError` if parts of these are gone, or another process writes it.
        """
        import_parquet()
        self._path, self._folder, self._mark = path, parts_folder(path), mark
        check_parts(path, mark)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock, self._is_whole = os.open(self._folder, os.O_RDONLY), False
        self._size, self._rows = mark, []  # type: int, list[dict[str, Any]]
        try:
            claim(self._lock, path)
        except ValueError:
            self.close()
            raise

    def rewind(self) -> None:
        """Drop the parts after the mark."""
        for part in self._folder.iterdir():
            if part.suffix != _SUFFIX or not part.stem.isdigit() or int(part.stem) >= self._mark:
                part.unlink()

    def write(self, row: Any, content: str | None = None) -> None:
        """Add one row."""
        self._rows.append(row)

    def cut(self) -> None:
        """Write the rows since the last cut as a part."""
        if not self._rows:
            return
        with replacing(_part(self._folder, self._size)) as fresh, open_for_parquet(fresh, "wb") as file:
            import_parquet().write_table(_table(self._rows), file, compression="zstd")
        self._size += len(self._rows)
        self._rows.clear()

    def sync(self) -> int:
        """Return the number of rows in parts: each part is whole and on the disk."""
        return self._size

    def finish(self) -> None:
        """Join the parts. They stay until the sink is closed, so that this can be done again."""
        self.cut()
        check_parts(self._path, self._size)
        _join(sorted(self._folder.glob(f"*{_SUFFIX}")), self._path)
        self._is_whole = True

    def close(self) -> None:
        """Give up the rows since the last cut; take the parts away once they are joined."""
        self._rows.clear()
        if self._lock >= 0:
            if self._is_whole:
                shutil.rmtree(self._folder, ignore_errors=True)
            os.close(self._lock)
            self._lock = -1


def parts_folder(path: Path) -> Path:
    """Return where the parts of the Parquet file at *path* lie until it is whole."""
    return path.with_name(path.name + ".parts")


def check_parts(path: Path, mark: int) -> None:
    """Raise `ValueError` unless the parts of *path* hold *mark* rows without a gap."""
    folder, size = parts_folder(path), 0
    while size < mark:
        rows = _count(_part(folder, size))
        if not rows or size + rows > mark:
            raise ValueError(
                f"{_part(folder, size)} is gone or damaged, and with it rows of {path} that were done:"
                " put it back, or begin anew with --overwrite"
            )
        size += rows


def check_table(path: Path, mark: int) -> None:
    """Raise `ValueError` unless the Parquet file at *path* holds *mark* rows."""
    rows = _count(path)
    if rows != mark:
        raise ValueError(f"{path} holds {rows:,} of the {mark:,} rows that were written: begin anew with --overwrite")


def _part(folder: Path, first: int) -> Path:
    return folder / f"{first:012}{_SUFFIX}"


def _count(path: Path) -> int:
    """Return the rows of a Parquet file; 0 if it is none."""
    import pyarrow

    try:
        with open_for_parquet(path) as file:
            return int(import_parquet().read_metadata(file).num_rows)
    except (OSError, pyarrow.ArrowInvalid):
        return 0


def _table(rows: list[dict[str, Any]]) -> Any:
    """Make a table; a column whose values do not agree on a type becomes their JSON."""
    import pyarrow

    names = dict.fromkeys(name for row in rows for name in row)
    columns = {}
    for name in names:
        values = [row.get(name) for row in rows]
        try:
            columns[name] = pyarrow.array(values, type=_type(name))
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, OverflowError):
            columns[name] = pyarrow.array(
                [None if v is None else json.dumps(v, ensure_ascii=False, default=str) for v in values]
            )
    return pyarrow.table(columns)


def _type(name: str) -> Any:
    """Return the type of a column that is ours: one part may hold nothing in it."""
    import pyarrow

    if name in ("text", "status", "error"):
        return pyarrow.string()
    return pyarrow.float64() if name in ("confidence", "removed") else None


def _join(parts: list[Path], path: Path) -> None:
    import pyarrow

    parquet = import_parquet()
    schema = _of_texts(_schema([_read(part, parquet.read_schema) for part in parts]))
    with (
        replacing(path) as fresh,
        open_for_parquet(fresh, "wb") as file,
        parquet.ParquetWriter(file, schema, compression="zstd") as writer,
    ):
        for part in parts:
            table = _read(part, parquet.read_table)
            writer.write_table(pyarrow.table([_cast(table, field) for field in schema], schema=schema))


def _read(part: Path, reader: Callable[[Any], Any]) -> Any:
    with open_for_parquet(part) as file:
        return reader(file)


def _schema(schemas: list[Any]) -> Any:
    """Put the columns of all parts together; types that do not agree become text."""
    import pyarrow

    try:
        return pyarrow.unify_schemas(schemas, promote_options="permissive") if schemas else pyarrow.schema([])
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError):
        return pyarrow.schema(_settled(schemas))


def _of_texts(schema: Any) -> Any:
    """Give facts that no article has the type of texts, so that all files of runs have one schema."""
    import pyarrow

    def typed(field: Any) -> Any:
        kind, types = field.type, pyarrow.types
        if field.name in FACTS and types.is_null(kind):
            return field.with_type(pyarrow.string())
        if field.name in FACTS and types.is_list(kind) and types.is_null(kind.value_type):
            return field.with_type(pyarrow.list_(pyarrow.field("element", pyarrow.string())))
        return field

    return pyarrow.schema(list(map(typed, schema)))


def _settled(schemas: list[Any]) -> Iterator[Any]:
    import pyarrow

    for name in dict.fromkeys(name for schema in schemas for name in schema.names):
        alone = [pyarrow.schema([schema.field(name)]) for schema in schemas if name in schema.names]
        try:
            yield pyarrow.unify_schemas(alone, promote_options="permissive").field(name)
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError):
            yield pyarrow.field(name, pyarrow.string())


def _cast(table: Any, field: Any) -> Any:
    import pyarrow

    if field.name not in table.column_names:
        return pyarrow.nulls(table.num_rows, field.type)
    column = table.column(field.name)
    if column.type != field.type and field.type == pyarrow.string() and not pyarrow.types.is_primitive(column.type):
        return pyarrow.array(
            [None if v is None else json.dumps(v, ensure_ascii=False, default=str) for v in column.to_pylist()]
        )
    return column.cast(field.type)
