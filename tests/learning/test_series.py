"""Invented series whose forms repeat and are the articles' own: rules learned from them take nothing."""

import json
import re
from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest

from cleaner.api import Cleaner, remember
from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.io.fields import FieldNames
from cleaner.io.inputs import Inputs
from cleaner.learning.decide import Judge, Thresholds
from cleaner.learning.learn import Job, learn_site
from cleaner.learning.merging import write_rules
from cleaner.learning.observation import Observation
from cleaner.learning.observe import watching
from cleaner.rules import load_rules
from cleaner.sites import SiteMemory
from cleaner.sites.entry import Site
from cleaner.text.normalize import fold
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("series")  # what their pages say is looked at once
SERIES = sorted((ROOT / "fixtures" / "batches").glob("series-*"))
THRESHOLDS = [Thresholds(), Thresholds(review=2, use=2, form=2, forms=2, place=2, places=3)]


Seen = dict[Path, list[Observation]]


@pytest.fixture(scope="module")
def seen(bundled: Cleaner) -> Seen:
    """What the pages of each series say: looked at once for all thresholds."""
    job = Job(watching(bundled))
    looked = {folder: [job(raw)[0] for raw in Inputs([str(folder / "pages.jsonl")])] for folder in SERIES}
    return {folder: [one for one in found if one] for folder, found in looked.items()}


def learned(pages: list[Observation], cleaner: Cleaner, thresholds: Thresholds) -> list[Site]:
    """Return what there is to know of each site."""
    judge, by_site = Judge(cleaner.rules.rules, thresholds), defaultdict[str, list[Observation]](list)
    for page in pages:
        by_site[page.domain].append(page)
    return [learn_site(domain, of_site, judge, None) for domain, of_site in sorted(by_site.items())]


@pytest.mark.parametrize("thresholds", THRESHOLDS, ids=["usual", "eager"])
@pytest.mark.parametrize("folder", SERIES, ids=lambda folder: folder.name)
def test_nothing_of_a_series_is_used(folder: Path, thresholds: Thresholds, seen: Seen, bundled: Cleaner) -> None:
    (site,) = learned(seen[folder], bundled, thresholds)
    assert site.pages == 6
    used = [entry for entry in site.entries if entry.advice == "use"]
    assert [entry.text for entry in used if entry.kind not in KEPT_BY_DEFAULT] == []


@pytest.mark.parametrize("thresholds", THRESHOLDS, ids=["usual", "eager"])
def test_articles_of_series_stay_whole(thresholds: Thresholds, seen: Seen, bundled: Cleaner, tmp_path: Path) -> None:
    files = [write_rules(site, tmp_path) for site in learned([*chain(*seen.values())], bundled, thresholds)]
    assert any(files)
    informed = Cleaner(bundled.rules + load_rules(tmp_path))
    for raw in Inputs([str(folder / "pages.jsonl") for folder in SERIES]):
        page = raw.open(FieldNames()).page
        assert informed.clean(page).text == bundled.clean(page).text


@pytest.mark.parametrize("folder", SERIES, ids=lambda folder: folder.name)
def test_the_series_do_repeat(folder: Path) -> None:
    wanted = [fold(line) for line in (folder / "keep.txt").read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    for line in wanted:
        pages = sum(line in fold(row.get("html") or row["text"], whole=False) for row in rows)
        assert pages >= 3, line


@pytest.mark.parametrize("name", ["corrections", "tickers", "television", "recipes"])
def test_a_memory_of_sites_leaves_entries_rows_and_what_they_stand_under(
    name: str, bundled: Cleaner, tmp_path: Path
) -> None:
    pages = [raw.open(FieldNames()).page for raw in Inputs([str(ROOT / f"fixtures/batches/series-{name}/pages.jsonl")])]
    articles = [bundled.clean(page) for page in pages]
    remember(tmp_path / "sites.sqlite", articles)
    knowing = Cleaner(bundled.rules, site_memory=SiteMemory(tmp_path / "sites.sqlite"))
    own = re.compile(r"\d+[:\'’]|Half-time|Full-time|Correction")
    for page, article in zip(pages, articles, strict=True):
        kept = [block.text for block in article.blocks if own.match(block.text)]
        assert [block.text for block in knowing.clean(page).blocks if own.match(block.text)] == kept
