"""One worker, four workers and two cores of Spark write the same profile, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.io.inputs import Inputs
from cleaner.profile import save_profile
from tests.batch.conftest import write_lines
from tests.io.archives import write_warc
from tests.learn.conftest import Learn, learn_from
from tests.learn.tideway import Leaf, tideway

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
def profile(pages: Path, learn_from: Learn) -> bytes:
    target = pages.with_name("one.json")
    save_profile(target, learn_from(Inputs([str(pages)]), workers=1))
    return target.read_bytes()


def test_four_workers(pages: Path, profile: bytes, learn_from: Learn) -> None:
    backwards = list(Inputs([str(pages)]))[::-1]
    for suffix in ("json", "sqlite"):
        save_profile(pages.with_name(f"four.{suffix}"), learn_from(backwards, workers=4))
        save_profile(pages.with_name(f"once.{suffix}"), learn_from(Inputs([str(pages)]), workers=1))
        assert pages.with_name(f"four.{suffix}").read_bytes() == pages.with_name(f"once.{suffix}").read_bytes()
    assert pages.with_name("four.json").read_bytes() == profile
    assert profile.count(b'"advice": "use"') > 10


@pytest.fixture
def spark_job() -> dict[str, str]:
    return {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "MASTER": "local[2]", "PYSPARK_SUBMIT_ARGS": SUBMIT}


SUBMIT = "--master local[2] --conf spark.ui.enabled=false --conf spark.sql.files.maxPartitionBytes=200k pyspark-shell"


def test_spark(pages: Path, profile: bytes, spark_job: dict[str, str]) -> None:
    assert learned_by_job(pages, spark_job) == profile


def test_spark_on_archives(pages: Path, spark_job: dict[str, str], learn_from: Learn) -> None:
    leaves = tideway(news=10)[::2]
    archive = pages.with_name("pages.warc.gz")
    write_warc(archive, {leaf.url: leaf.html for leaf in leaves})
    save_profile(pages.with_name("archive.json"), learn_from(Inputs([str(archive)]), workers=2))
    assert learned_by_job(archive, spark_job) == pages.with_name("archive.json").read_bytes()


def learned_by_job(source: Path, environment: dict[str, str]) -> bytes:
    target = source.with_name("spark.json")
    done = subprocess.run(
        [sys.executable, "-m", "cleaner.adapters.spark_learn", str(source), str(target)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return target.read_bytes()
