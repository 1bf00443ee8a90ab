"""Parquet out: parts while a run lasts, one file at its end.

A Parquet file is only readable once its end is written, so a run that may be killed writes small whole
ones, and joins them when all columns are known.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner.io.tables import import_parquet


class PartedTable:
    """A Parquet file in the making; a mark is a number of parts."""

    cuts = True

    def __init__(self, path: Path, mark: int = 0) -> None:
        """Open *path* and drop the parts after *mark*."""
        import_parquet()
        self._path, self._folder = path, path.with_name(path.name + ".parts")
        self._folder.mkdir(parents=True, exist_ok=True)
        self._count, self._rows = mark, []  # type: int, list[dict[str, Any]]
        for part in self._folder.iterdir():
            if part.suffix != ".parquet" or int(part.stem) >= mark:
                part.unlink()

    def write(self, row: Any, content: str | None = None) -> None:
        """Add one row."""
        self._rows.append(row)

    def cut(self) -> None:
        """Write the rows since the last cut as a part."""
        if not self._rows:
            return
        parquet = import_parquet()
        part = self._folder / f"{self._count:08}.parquet"
        fresh = part.with_suffix(".new")
        parquet.write_table(_table(self._rows), fresh, compression="zstd")
        fresh.replace(part)
        self._count += 1
        self._rows.clear()

    def sync(self) -> int:
        """Return the number of parts: each is whole."""
        return self._count

    def finish(self) -> None:
        """Join the parts."""
        self.cut()
        _join(sorted(self._folder.glob("*.parquet")), self._path)
        shutil.rmtree(self._folder)

    def close(self) -> None:
        """Give up the rows since the last cut."""
        self._rows.clear()


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
    schema = _schema([parquet.read_schema(part) for part in parts])
    fresh = path.with_name(path.name + ".new")
    with parquet.ParquetWriter(fresh, schema, compression="zstd") as writer:
        for table in map(parquet.read_table, parts):
            writer.write_table(pyarrow.table([_cast(table, field) for field in schema], schema=schema))
    fresh.replace(path)


def _schema(schemas: list[Any]) -> Any:
    """Put the columns of all parts together; types that do not agree become text."""
    import pyarrow

    try:
        return pyarrow.unify_schemas(schemas, promote_options="permissive") if schemas else pyarrow.schema([])
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError):
        return pyarrow.schema(_settled(schemas))


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
