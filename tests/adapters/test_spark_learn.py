"""One worker, four workers and two cores of Spark write the same profile, byte for byte."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from cleaner.adapters.spark import read_frame
from cleaner.adapters.spark_learn import main
from cleaner.io.inputs import Inputs
from cleaner.sites import Site, save_profile
from tests.io.archives import write_warc
from tests.learning.conftest import Learn, learn_from
from tests.learning.tideway import Leaf, tideway
from tests.runs.conftest import write_lines

# Spark keeps sockets and files open that it closes at the end of the process
pytestmark = [pytest.mark.xdist_group("spark"), pytest.mark.filterwarnings("ignore")]
__all__ = ["learn_from"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of two sites, among them copies of articles and a line that is no page."""
    leaves = [*tideway(news=20)[::2], *(_moved(leaf) for leaf in tideway(seed=5, news=20)[::3])]
    records = [{"url": leaf.url, "html": leaf.html} for leaf in leaves]
    return write_lines(tmp_path_factory.mktemp("sites") / "pages.jsonl", [*records, {"url": "https://a.example/1"}])


def _moved(leaf: Leaf) -> Leaf:
    return Leaf(leaf.url.replace("tideway-post", "sandby-news"), leaf.html)


@pytest.fixture(scope="module")
def sites(pages: Path, learn_from: Learn) -> list[Site]:
    """What one worker learns."""
    return learn_from(Inputs([str(pages)]), workers=1)


@pytest.fixture(scope="module")
def profile(sites: list[Site], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return saved(sites, tmp_path_factory.mktemp("one") / "profile.json")


def saved(sites: Iterable[Site], target: Path) -> bytes:
    save_profile(target, sites)
    return target.read_bytes()


def test_four_workers(pages: Path, sites: list[Site], profile: bytes, learn_from: Learn) -> None:
    backwards = learn_from(list(Inputs([str(pages)]))[::-1], workers=4)
    assert saved(backwards, pages.with_name("four.json")) == profile
    assert saved(backwards, pages.with_name("four.sqlite")) == saved(sites, pages.with_name("one.sqlite"))
    assert profile.count(b'"advice": "use"') > 10


def test_spark(pages: Path, profile: bytes, spark: SparkSession) -> None:
    spark.conf.set("spark.sql.files.maxPartitionBytes", "200k")
    assert read_frame(spark, str(pages)).rdd.getNumPartitions() > 1
    assert learned_by_job(pages) == profile


def test_spark_on_archives(pages: Path, spark: SparkSession, learn_from: Learn) -> None:
    archive = pages.with_name("pages.warc.gz")
    write_warc(archive, {leaf.url: leaf.html for leaf in tideway(news=10)[::2]})
    expected = learn_from(Inputs([str(archive)]), workers=2)
    assert learned_by_job(archive) == saved(expected, pages.with_name("archive.json"))


def learned_by_job(source: Path) -> bytes:
    target = source.with_name("spark.json")
    main(str(source), str(target))
    return target.read_bytes()
