"""Apache Spark: the same rows as `cleaner run` writes, from as many machines as there are.

As a job: `python -m cleaner.adapters.spark IN OUT`, or give this file to spark-submit. IN is JSONL, Parquet
or WARC (a path or glob that Spark can read); OUT becomes a folder of Parquet.
"""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow
from pyspark.broadcast import Broadcast
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import ArrayType, DataType, DoubleType, StringType, StructField, StructType

from cleaner.api import Cleaner
from cleaner.document.page import FACTS, LISTS
from cleaner.io.fields import FieldNames
from cleaner.io.warc import read_warc
from cleaner.runs.job import RESULTS, Job
from cleaner.runs.rows import clean_raws, work_off
from cleaner.text.file_names import content_ending
from cleaner.workers.limits import Limits

if TYPE_CHECKING:
    import pandas

ARCHIVES = (".warc", ".wet", ".arc")
_ARCHIVE_FIELDS = StructType([StructField(name, StringType()) for name in ("id", "url", "crawled", "html", "text")])
_BATCH = 256
"""Rows between two batches that are handed back to Spark. Not measured."""


def cleaned_schema(given: StructType, names: FieldNames | None = None, results: Sequence[str] = RESULTS) -> StructType:
    """Return the columns that come of a table's: its own without the page's source, the facts, a job's *results*."""
    names = names or FieldNames()
    source = names.column(given.names)
    carried = [_renamed(field, results) for field in given.fields if field.name != source]
    known = {field.name for field in carried}
    added = [StructField("id", StringType()), *(StructField(name, _fact_type(name)) for name in FACTS)]
    told = [StructField(name, DoubleType() if name in RESULTS[3:] else StringType()) for name in results]
    return StructType([*carried, *(field for field in added if field.name not in known), *told])


def cleaning_in_pandas(
    spark: SparkSession, given: StructType, job: Job | None = None, limits: Limits | None = None
) -> "Callable[[Iterator[pandas.DataFrame]], Iterator[pandas.DataFrame]]":
    """Return the function for `frame.mapInPandas(..., cleaned_schema(given))`; rules go once to each executor."""
    clean = _Clean(spark, given, job, limits)

    def in_pandas(frames: "Iterator[pandas.DataFrame]") -> "Iterator[pandas.DataFrame]":
        batches = (pyarrow.RecordBatch.from_pandas(frame, clean.given, preserve_index=False) for frame in frames)
        return (batch.to_pandas() for batch in clean(batches))

    return in_pandas


def clean_frame(frame: DataFrame, job: Job | None = None, limits: Limits | None = None) -> DataFrame:
    """Clean a frame of pages; lists, dates and numbers in its other columns are carried as they are."""
    clean = _Clean(frame.sparkSession, frame.schema, job, limits)
    return frame.mapInArrow(clean, clean.cleaned)


def clean_archives(spark: SparkSession, path: str, job: Job | None = None, limits: Limits | None = None) -> DataFrame:
    """Clean the pages of WARC or WET files, one task a file."""
    files = spark.read.format("binaryFile").load(path).select("path", "content")
    clean = _Clean(spark, _ARCHIVE_FIELDS, job, limits)
    return files.mapInArrow(clean.archives, clean.archived)


class _Clean:
    """What runs in the executors. It travels as a broadcast's name and schemas."""

    def __init__(self, spark: SparkSession, given: StructType, job: Job | None, limits: Limits | None) -> None:
        job = job or Job(Cleaner())
        self._job: Broadcast[Job] = spark.sparkContext.broadcast(replace(job, shape="values", with_ledger=False))
        self.given = to_arrow_schema(given)
        self.cleaned = cleaned_schema(given, job.names, job.results)
        self.archived = cleaned_schema(StructType(_ARCHIVE_FIELDS.fields[:4]), results=job.results)
        self._limits = limits or Limits()

    def __call__(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        rows = (row for batch in batches for row in batch.to_pylist())
        return _batches(work_off(self._job.value, rows, limits=self._limits), to_arrow_schema(self.cleaned))

    def archives(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        raws = (raw for batch in batches for file in batch.to_pylist() for raw in open_archive(file))
        return _batches(clean_raws(self._job.value, raws, limits=self._limits), to_arrow_schema(self.archived))


def open_archive(file: dict[str, Any]) -> Iterator[Any]:
    """Yield the pages of an archive that Spark read as one file."""
    return read_warc(io.BytesIO(file["content"]), file["path"])


def _batches(rows: Iterable[dict[str, Any]], schema: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    held: list[dict[str, Any]] = []
    for row in rows:
        held.append(row)
        if len(held) == _BATCH:
            yield pyarrow.RecordBatch.from_pylist(held, schema)
            held = []
    yield pyarrow.RecordBatch.from_pylist(held, schema)


def _renamed(field: StructField, results: Sequence[str]) -> StructField:
    return StructField(f"input_{field.name}" if field.name in results else field.name, field.dataType)


def _fact_type(name: str) -> DataType:
    return ArrayType(StringType()) if name in LISTS else StringType()


def open_session() -> SparkSession:
    """Return the session of a job."""
    # on one machine, Spark would otherwise take the first python3 on the path
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return SparkSession.builder.appName("cleaner").getOrCreate()


def read_frame(spark: SparkSession, source: str) -> DataFrame:
    """Return the pages of a Parquet or, whatever its name, a JSONL source."""
    return spark.read.parquet(source) if content_ending(source) == ".parquet" else spark.read.json(source)


def main(source: str, target: str) -> None:
    """Clean *source* into the Parquet folder *target*."""
    spark = open_session()
    is_archive = content_ending(source) in ARCHIVES
    cleaned = clean_archives(spark, source) if is_archive else clean_frame(read_frame(spark, source))
    cleaned.write.parquet(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m cleaner.adapters.spark IN OUT")
    main(*sys.argv[1:])
