"""An item pipeline for Scrapy. Cleaning runs in worker processes, so the reactor is never held up.

Settings, all optional: `CLEANER_WORKERS`, `CLEANER_TIMEOUT` ("20s"), `CLEANER_MEMORY` ("1G"),
`CLEANER_FORMAT` (text, markdown, html), `CLEANER_HTML_FIELD`, `CLEANER_TEXT_FIELD`,
`CLEANER_RESULT_FIELD` ("text"), `CLEANER_DISCARD_HTML` (False), `CLEANER_DROP_FAILURES` (False),
`CLEANER_RULES` (files and folders), `CLEANER_OFF`, `CLEANER_POLICY` ("news"), `CLEANER_KEEP`, `CLEANER_DROP`,
`CLEANER_TRAFILATURA` ("always" or "when-unsure"), `CLEANER_SITE_MEMORY` (a file that `cleaner run --remember` wrote).
"""

from concurrent.futures import Future
from typing import Any, Self

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.settings import BaseSettings
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred
from twisted.internet.threads import deferToThread

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.page import Failure
from cleaner.document.policy import policy_of
from cleaner.errors import InputError
from cleaner.io.fields import FieldNames
from cleaner.rules import gather_rules
from cleaner.runs.job import written
from cleaner.runs.summary import count
from cleaner.sites import SiteMemory
from cleaner.workers.futures import CleaningService, Result
from cleaner.workers.limits import Limits, seconds, size


class CleanerPipeline:
    """Cleans the page in each item: dict, dataclass, attrs or Scrapy item.

    The article goes to the result field; `status`, `error`, `confidence`, `removed` and what the page tells of it
    (docs/fields.md) to fields that the item has and that are empty. A dict has every field. Items without a page pass
    as they are.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._settings = crawler.settings
        self._stats: Any = crawler.stats
        self._names = FieldNames(self._settings.get("CLEANER_HTML_FIELD"), self._settings.get("CLEANER_TEXT_FIELD"))
        self._result = self._settings.get("CLEANER_RESULT_FIELD", "text")
        self._format = self._settings.get("CLEANER_FORMAT", "text")
        self._service: CleaningService | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the pipeline, as Scrapy asks for it."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Start the workers."""
        limits = Limits(
            seconds(str(self._settings.get("CLEANER_TIMEOUT", "20s"))),
            size(str(self._settings.get("CLEANER_MEMORY", "1G"))),
        )
        workers = self._settings.getint("CLEANER_WORKERS") or None
        self._service = CleaningService(make_cleaner(self._settings), workers=workers, limits=limits)

    async def close_spider(self) -> None:
        """Wait for the workers to end."""
        if self._service:
            await maybe_deferred_to_future(deferToThread(self._service.close))

    async def process_item(self, item: Any) -> Any:
        """Clean one item while others are fetched and cleaned.

        Raises `DropItem` for a page that failed, if the settings say so.
        """
        adapter = ItemAdapter(item)
        values = {name: value for name, value in adapter.items() if value is not None}
        try:
            page, source = self._names.page(values, place=str(values.get("url", "item")))
        except InputError:
            self._stats.inc_value("cleaner/without_page")
            return item
        assert self._service
        result = await maybe_deferred_to_future(_deferred(self._service.submit(page)))
        self._count(result)
        if isinstance(result, Failure) and self._settings.getbool("CLEANER_DROP_FAILURES"):
            raise DropItem(f"{page.id}: {result.status}: {result.error}")
        self._write(adapter, result, source if page.html is not None else None)
        return item

    def _count(self, result: Result) -> None:
        self._stats.inc_value("cleaner/pages")
        self._stats.inc_value(f"cleaner/status/{result.status}")
        if isinstance(result, Article):
            tally = count(result)
            self._stats.inc_value("cleaner/characters", tally.total)
            for kind, characters in tally.removed.items():
                self._stats.inc_value(f"cleaner/removed/{kind}", characters)

    def _write(self, adapter: ItemAdapter, result: Result, html_field: str | None) -> None:
        if isinstance(result, Failure):
            _put(adapter, {self._result: None, "status": result.status, "error": result.error})
        else:
            tally = count(result)
            share = round(sum(tally.removed.values()) / tally.total, 4) if tally.total else 0.0
            told: dict[str, Any] = {
                "status": result.status,
                "error": None,
                "confidence": result.confidence,
                "removed": share,
            }
            if result.trafilatura:
                told["trafilatura"] = result.trafilatura
            _put(adapter, {self._result: written(result, self._format), **told})
            _put(adapter, {name: value for name, value in result.facts().items() if not adapter.get(name)})
        if html_field and self._settings.getbool("CLEANER_DISCARD_HTML"):
            if isinstance(adapter.item, dict):
                del adapter[html_field]
            else:
                adapter[html_field] = None


def make_cleaner(settings: BaseSettings) -> Cleaner:
    """Return the cleaner that the settings describe.

    Raises `RuleError` for broken rule files, `ValueError` for names that do not exist, and `StateError` for a file that
    is no memory of sites.
    """
    rules = gather_rules(*settings.getlist("CLEANER_RULES"), off=tuple(settings.getlist("CLEANER_OFF")))
    keep, drop = settings.getlist("CLEANER_KEEP"), settings.getlist("CLEANER_DROP")
    policy = policy_of(keep, drop, settings.get("CLEANER_POLICY", "news"))
    memory = settings.get("CLEANER_SITE_MEMORY")
    when = settings.get("CLEANER_TRAFILATURA", "always")
    return Cleaner(rules, policy, site_memory=SiteMemory(memory) if memory else None, trafilatura=when)


def _put(adapter: ItemAdapter, values: dict[str, Any]) -> None:
    fields = None if isinstance(adapter.item, dict) else set(adapter.field_names())
    if fields is not None and fields != set(values) and hasattr(adapter.item, "fields"):
        fields = set(adapter.item.fields)  # those of a Scrapy item that hold nothing yet count as well
    for name, value in values.items():
        if fields is None or name in fields:
            adapter[name] = value


def _deferred(future: "Future[Result]") -> "Deferred[Result]":
    """Bring a future of another thread to the reactor's."""
    from twisted.internet import reactor

    deferred: Deferred[Result] = Deferred()

    def settle(done: "Future[Result]") -> None:
        error = done.exception()
        reactor.callFromThread(deferred.errback if error else deferred.callback, error or done.result())

    future.add_done_callback(settle)
    return deferred
