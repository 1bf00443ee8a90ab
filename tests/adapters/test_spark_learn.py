"""One worker, four workers and two cores of Spark write the same memory of sites."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from cleaner.adapters.spark import read_frame
from cleaner.adapters.spark_learn import main
from cleaner.api import Cleaner
from cleaner.io.inputs import Inputs
from cleaner.io.record import Raw
from cleaner.learning.learn import Plan, learn
from cleaner.runs.summary import Summary
from cleaner.sites.counts import Learned, add_learned
from cleaner.sites.site_memory import MOST_PAGES
from tests.io.archives import write_warc
from tests.learning.tideway import Leaf, tideway
from tests.runs.conftest import write_lines

# Spark keeps sockets and files open that it closes at the end of the process
pytestmark = [pytest.mark.xdist_group("spark"), pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of two sites, among them copies of articles and a line that is no page."""
    leaves = [*tideway(news=20)[::3], *(_moved(leaf) for leaf in tideway(seed=5, news=20)[::3])]
    records = [{"url": leaf.url, "html": leaf.html} for leaf in leaves]
    return write_lines(tmp_path_factory.mktemp("sites") / "pages.jsonl", [*records, {"url": "https://a.example/1"}])


def _moved(leaf: Leaf) -> Leaf:
    return Leaf(leaf.url.replace("tideway-post", "sandby-news"), leaf.html)


Content = list[tuple[object, ...]]


def learned(pages: Iterable[Raw], cleaner: Cleaner, workers: int) -> list[Learned]:
    return list(learn(cleaner, pages, Plan(workers=workers), Summary()))


def saved(sites: Iterable[Learned], target: Path) -> Content:
    add_learned(target, sites)
    return content(target)


def content(memory: Path) -> Content:
    """Return all rows of a memory."""
    with closing(sqlite3.connect(memory)) as base:
        return [
            row
            for table in ("counts ORDER BY site", "pages ORDER BY site, page")
            for row in base.execute(f"SELECT * FROM {table}")
        ]


@pytest.fixture(scope="module")
def sites(pages: Path, bundled: Cleaner) -> list[Learned]:
    """What one worker learns."""
    return learned(Inputs([str(pages)]), bundled, workers=1)


@pytest.fixture(scope="module")
def rows(sites: list[Learned], tmp_path_factory: pytest.TempPathFactory) -> Content:
    return saved(sites, tmp_path_factory.mktemp("one") / "sites.sqlite")


def test_four_workers(pages: Path, sites: list[Learned], rows: Content, bundled: Cleaner) -> None:
    backwards = learned(list(Inputs([str(pages)]))[::-1], bundled, workers=4)
    assert saved(backwards, pages.with_name("four.sqlite")) == rows
    assert pages.with_name("four.sqlite").read_bytes() == written(sites, pages.with_name("one.sqlite"))
    assert sum(str(row[1]).count('"advice": "use"') for row in rows) > 10
    assert sum(len(row) == 3 for row in rows) == 2 * MOST_PAGES


def written(sites: Sequence[Learned], target: Path) -> bytes:
    add_learned(target, sites)
    return target.read_bytes()


def test_spark(pages: Path, rows: Content, spark: SparkSession) -> None:
    spark.conf.set("spark.sql.files.maxPartitionBytes", "100k")
    assert read_frame(spark, str(pages)).rdd.getNumPartitions() > 1
    assert learned_by_job(pages) == rows


def test_spark_on_archives(pages: Path, spark: SparkSession, bundled: Cleaner) -> None:
    archive = pages.with_name("pages.warc.gz")
    write_warc(archive, {leaf.url: leaf.html for leaf in tideway(news=10)[::8]})
    expected = learned(Inputs([str(archive)]), bundled, workers=2)
    assert learned_by_job(archive) == saved(expected, pages.with_name("archive.sqlite"))


def learned_by_job(source: Path) -> Content:
    target = source.with_name(f"{source.name}.sqlite")
    main(str(source), str(target))
    return content(target)
