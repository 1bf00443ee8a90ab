"""Learning on Apache Spark: the same memory of sites as `cleaner learn` writes, from as many machines as there are.

As a job: `python -m cleaner.adapters.spark_learn IN FILE`. IN is JSONL, Parquet or WARC (a path or glob that Spark can
read); FILE is a memory of sites on the driver.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pyspark import RDD, StorageLevel
from pyspark.sql import DataFrame, SparkSession

from cleaner.adapters.spark import ARCHIVES, open_archive, open_session, read_frame
from cleaner.api import Cleaner
from cleaner.io.record import Raw
from cleaner.learning.collect import put_together, sift
from cleaner.learning.counts import Copies, Count
from cleaner.learning.decide import Judge
from cleaner.learning.learn import Job, Plan, observations
from cleaner.learning.observation import Observation
from cleaner.learning.observe import watching
from cleaner.learning.passes import body_keys, count_places, count_texts
from cleaner.learning.repeated import Repeated
from cleaner.learning.spill import Key
from cleaner.runs.rows import number_rows
from cleaner.runs.summary import Summary
from cleaner.sites.counts import Learned, add_learned
from cleaner.sites.packed_page import PackedPage
from cleaner.sites.site_memory import sample
from cleaner.text.file_names import content_ending

Counts = RDD[tuple[Key, Any]]
Remembered = tuple[str, tuple[PackedPage, ...]]


def learn_frame(frame: DataFrame, cleaner: Cleaner | None = None, plan: Plan | None = None) -> Iterator[Learned]:
    """Yield what there is to know of each site in a frame of pages, by name."""
    rows = frame.rdd.mapPartitions(lambda rows: number_rows(row.asDict(recursive=True) for row in rows))
    return _learn(rows, frame.sparkSession, cleaner, plan)


def learn_archives(
    spark: SparkSession, path: str, cleaner: Cleaner | None = None, plan: Plan | None = None
) -> Iterator[Learned]:
    """Do the same for the pages of WARC or WET files, one task a file."""
    files = spark.read.format("binaryFile").load(path).select("path", "content").rdd
    return _learn(files.flatMap(lambda file: open_archive(file.asDict())), spark, cleaner, plan)


def _learn(raws: RDD[Raw], spark: SparkSession, cleaner: Cleaner | None, plan: Plan | None) -> Iterator[Learned]:
    cleaner, plan = cleaner or Cleaner(), plan or Plan()
    judge = Judge(cleaner.rules.rules, plan.thresholds)
    job = spark.sparkContext.broadcast(Job(watching(cleaner), plan.names, plan.site))
    one_worker = Plan(workers=1, limits=plan.limits)
    looked = raws.mapPartitions(lambda raws: observations(job.value, raws, one_worker, Summary()))
    pages = _merged(looked.keyBy(lambda page: (page.domain, page.page))).values().persist(StorageLevel.DISK_ONLY)
    copies = _copies(pages)
    known = spark.sparkContext.broadcast(copies)
    originals = pages.filter(lambda page: (page.domain, page.page) not in known.value)
    first = _by_site(_merged(originals.flatMap(count_texts)).filter(_Repeats(plan)).collect())
    texts = {domain: sift(counts, plan.thresholds) for domain, counts in first.items()}
    found = (((domain, one.way, one.key), one.text) for domain in sorted(texts) for one in texts[domain].found)
    repeated = spark.sparkContext.broadcast(Repeated(found))
    second = _by_site(_merged(originals.flatMap(lambda page: count_places(page, repeated.value))).collect())
    copied = Counter(domain for domain, _ in copies)
    # a site's pages are fetched with it: those of all sites are more than a driver holds
    for domain, remembered in _samples(pages).toLocalIterator():
        yield Learned(judge.site(put_together(domain, texts[domain], second[domain], copied[domain])), remembered)
    pages.unpersist()


def _samples(pages: RDD[Observation]) -> RDD[Remembered]:
    """Return the pages of each site that are to be remembered, by the sites' names."""
    singly: RDD[Remembered] = pages.map(lambda page: (page.domain, (page.remembered,)))
    return singly.reduceByKey(lambda one, other: sample([*one, *other])).sortByKey()


class _Repeats:
    """Says whether a count of the first pass matters to anybody."""

    def __init__(self, plan: Plan) -> None:
        self._thresholds = plan.thresholds

    def __call__(self, item: tuple[Key, Any]) -> bool:
        (_, way, *key), count = item
        return not key or self._thresholds.repeats(way, count)


def _copies(pages: RDD[Observation]) -> set[tuple[str, bytes]]:
    """Return the pages that hold an article of another page of their site."""
    same = _merged(pages.flatMap(lambda page: [(key, Copies((page.page,))) for key in body_keys(page)]))
    return set(same.flatMap(lambda item: [(item[0][0], page) for page in item[1].others]).distinct().collect())


def _merged(counts: Counts) -> Counts:
    return counts.reduceByKey(lambda one, other: one.merge(other))


def _by_site(counts: Iterable[tuple[Key, Count]]) -> dict[str, list[tuple[Key, Count]]]:
    made: dict[str, list[tuple[Key, Count]]] = defaultdict(list)
    for key, count in sorted(counts, key=lambda item: item[0]):
        made[key[0]].append((key, count))
    return made


def main(source: str, target: str) -> None:
    """Learn from *source*, and write what was learned into the memory of sites *target*."""
    spark = open_session()
    is_archive = content_ending(source) in ARCHIVES
    add_learned(target, learn_archives(spark, source) if is_archive else learn_frame(read_frame(spark, source)))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m cleaner.adapters.spark_learn IN FILE")
    main(*sys.argv[1:])
