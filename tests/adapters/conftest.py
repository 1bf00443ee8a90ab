"""What adapters are tested with is what runs are tested with, and one Spark session."""

import os
from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession

from cleaner.adapters.spark import open_session
from tests.runs.conftest import bare, cleaner_run, lines, records

__all__ = ["bare", "cleaner_run", "lines", "records"]
SETTINGS = {
    "spark.master": "local[2]",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    # compiling the plan of a query takes longer than a query of a few pages
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}
# a session lives for a minute: not worth the second compiler, collectors with threads of their own, or a look at the
# byte code of Spark's classes, which takes a tenth of the minute
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote"


@pytest.fixture(scope="package")
def spark() -> Iterator[SparkSession]:
    """The session of a job, with the settings that spark-submit was told."""
    told = " ".join(f"--conf {name}={value}" for name, value in SETTINGS.items())
    os.environ |= {"PYSPARK_SUBMIT_ARGS": f"{told} pyspark-shell", "JAVA_TOOL_OPTIONS": SHORT_LIVED}
    session = open_session()
    yield session
    session.stop()
