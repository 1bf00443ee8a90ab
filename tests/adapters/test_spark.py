"""PySpark for real, on two local cores: the same rows as the one-machine road."""

from pathlib import Path
from runpy import run_module
from typing import Any

import pyarrow.parquet
import pytest
from pyspark.sql import SparkSession

from cleaner.adapters.spark import clean_archives, clean_frame, cleaned_schema, cleaning_in_pandas
from cleaner.api import Cleaner
from cleaner.document.page import FACTS
from cleaner.io.inputs import Inputs
from cleaner.runs.job import RESULTS, Job
from cleaner.runs.plan import Plan
from cleaner.runs.run import run
from tests.io.archives import write_warc
from tests.runs.conftest import write_lines
from tests.shown_commands import adapter_blocks

# Spark keeps sockets and files open that it closes at the end of the process
pytestmark = [pytest.mark.xdist_group("spark"), pytest.mark.filterwarnings("ignore")]


def one_machine(path: Path, cleaner: Cleaner) -> dict[str, dict[str, Any]]:
    out = path.with_suffix(".parquet")
    run(cleaner, Plan(str(out)), Inputs([str(path)]))
    return {row["id"]: row for row in pyarrow.parquet.read_table(out).to_pylist()}


def test_a_frame_gets_the_rows_of_a_run(
    spark: SparkSession, records: list[dict[str, Any]], bundled: Cleaner, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "pages.jsonl", [*records, {"id": "no page", "url": "https://a.example/"}])
    expected = one_machine(path, bundled)
    frame = spark.read.json(str(path)).repartition(2)
    cleaned = clean_frame(frame, Job(bundled))
    assert cleaned.schema == cleaned_schema(frame.schema)
    rows = {row["id"]: row.asDict(recursive=True) for row in cleaned.collect()}
    assert set(rows) == set(expected)
    for page, row in rows.items():
        for name in (*RESULTS, *FACTS, "depth", "crawled"):
            assert row[name] == expected[page][name], (page, name)


def test_a_frame_of_a_job_that_asks_trafilatura_when_unsure(spark: SparkSession, records: list[dict[str, Any]]) -> None:
    job = Job(Cleaner(trafilatura="when-unsure"))
    given = [(record["id"], record["html"]) for record in records if "html" in record][:2]
    cleaned = clean_frame(spark.createDataFrame(given, "id string, html string").coalesce(1), job)
    assert cleaned.columns[-6:] == [*RESULTS, "trafilatura"]
    assert [row.trafilatura for row in cleaned.collect()] == [job.cleaner.clean(html).trafilatura for _, html in given]


def test_map_in_pandas(spark: SparkSession, records: list[dict[str, Any]], bundled: Cleaner) -> None:
    given = [(record["id"], record["depth"], record.get("html", "")) for record in records if "html" in record][:6]
    frame = spark.createDataFrame(given, "id string, depth long, html string").coalesce(1)
    cleaned = frame.mapInPandas(cleaning_in_pandas(spark, frame.schema, Job(bundled)), cleaned_schema(frame.schema))
    rows = cleaned.collect()
    assert [row.depth for row in rows] == [depth for _, depth, _ in given]
    assert "html" not in cleaned.columns
    assert all(row.status and row.error is None for row in rows)


def test_archives(spark: SparkSession, bundled: Cleaner, tmp_path: Path) -> None:
    pages = {f"https://a.example/{n}": f"<h1>Bridge {n}</h1><p>The ferry sails again, said {n}.</p>" for n in range(3)}
    write_warc(tmp_path / "a.warc.gz", pages)
    rows = clean_archives(spark, str(tmp_path / "*.warc.gz"), Job(bundled)).collect()
    expected = one_machine(tmp_path / "a.warc.gz", bundled)
    assert {row.id: row.text for row in rows} == {page: row["text"] for page, row in expected.items()}
    assert sorted(row.url for row in rows) == sorted(pages)


def test_as_a_job(
    spark: SparkSession, records: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, target = write_lines(tmp_path / "pages.jsonl", records[:4]), tmp_path / "cleaned"
    monkeypatch.setattr("sys.argv", ["spark.py", str(path), str(target)])
    # its classes are those of `__main__`, which Spark sends in another way; the session is that of `open_session`
    run_module("cleaner.adapters.spark", run_name="__main__", alter_sys=True)
    rows = pyarrow.parquet.read_table(target).to_pylist()
    assert [row["id"] for row in rows] == [record["id"] for record in records[:4]]


@pytest.mark.parametrize("block", adapter_blocks("spark").values(), ids=adapter_blocks("spark"))
def test_what_the_documentation_shows(
    block: str, spark: SparkSession, records: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [{"id": record["id"], "html": record["html"]} for record in records if "html" in record][:2]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "pages.parquet")
    write_lines(tmp_path / "scraped.jsonl", rows)
    names: dict[str, Any] = {}
    exec(compile(block.replace('("', f'("{tmp_path}/', 1), "documentation", "exec"), names)
    assert [row.id for row in names["articles"].collect()] == [row["id"] for row in rows]
