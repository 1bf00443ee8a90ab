"""What workers do in a run of two passes: judge each page by itself first, and beside others of its site then."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from cleaner.engine.remembered import to_remember
from cleaner.io.record import Raw
from cleaner.runs.job import Done, Job
from cleaner.runs.kept import Looked, packed, unpacked
from cleaner.sites.packed_page import PackedPage, unpack
from cleaner.workers.pool import WorkerFailure

_CRAWLED = "crawled"
"""The field of archives' records that says when a page was fetched."""


class First(NamedTuple):
    """An input in the first pass."""

    raw: Raw


class Again(NamedTuple):
    """An input in the second pass, and what the first has *kept* of it."""

    raw: Raw
    kept: bytes


class Look(NamedTuple):
    """What the first pass made of one input: its status, what is *kept* of it, and what its site is known by."""

    status: str
    kept: bytes
    page: PackedPage | None = None


@dataclass(frozen=True)
class Passes:
    """Does a job in one pass or in two: pickles. *site* is that of pages which do not say their address."""

    job: Job
    site: str = ""

    def __call__(self, item: Raw | First | Again) -> Done | Look | WorkerFailure:
        """Do what there is to do with one input. Raises `InputError` and `PageError`."""
        match item:
            case First(raw):
                return self._look(raw)
            case Again(raw, kept):
                return self._again(raw, kept)
        return self.job(item)

    def _look(self, raw: Raw) -> Look:
        record = raw.open(self.job.names)
        judged = self.job.cleaner.by_itself(record.page)
        article = judged.article
        page = to_remember(article, self.site, article.id or raw.place, _fetched(record.fields))
        return Look(article.status, packed(Looked(judged, page, record.fields)), page)

    def _again(self, raw: Raw, kept: bytes) -> Done | WorkerFailure:
        known = unpacked(kept)
        if isinstance(known, WorkerFailure):
            return known
        seen = unpack(known.page.seen) if known.page else None
        return self.job.write(raw, known.fields, self.job.cleaner.beside_others(known.judged, seen))


def _fetched(fields: Mapping[str, Any]) -> str | None:
    found = fields.get(_CRAWLED)
    return found if isinstance(found, str) else None
