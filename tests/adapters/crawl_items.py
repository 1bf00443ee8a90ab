"""A crawl that yields one page as every sort of item: `python -m tests.adapters.crawl_items SITE OUT`."""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

import attrs
import scrapy
from itemadapter import ItemAdapter
from scrapy.crawler import CrawlerProcess

SEEN: list[dict[str, Any]] = []


@dataclasses.dataclass
class DataclassItem:
    sort: str
    html: str
    text: str | None = None


@attrs.define
class AttrsItem:
    sort: str
    html: str
    text: str | None = None


class ScrapyItem(scrapy.Item):
    sort = scrapy.Field()
    html = scrapy.Field()
    text = scrapy.Field()
    confidence = scrapy.Field()


class Keep:
    """Notes what comes out of the pipeline."""

    def process_item(self, item: Any) -> Any:
        SEEN.append(ItemAdapter(item).asdict())
        return item


class ItemsSpider(scrapy.Spider):
    name = "items"

    def parse(self, response):
        yield response.follow(response.css("a::attr(href)")[0].get(), self.parse_page)

    def parse_page(self, response):
        html = response.text
        yield {"sort": "dict", "html": html, "own": {"left": "alone"}}
        yield DataclassItem("dataclass", html)
        yield AttrsItem("attrs", html)
        yield ScrapyItem(sort="item", html=html)
        yield {"sort": "failing", "html": b"%PDF-1.7 and no HTML"}
        yield {"sort": "pageless"}


def main(site: str, out: str) -> None:
    process = CrawlerProcess(
        {
            "ITEM_PIPELINES": {"cleaner.adapters.scrapy.CleanerPipeline": 1, Keep: 2},
            "CLEANER_WORKERS": 1,
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    process.crawl(ItemsSpider, start_urls=[site])
    process.start()
    for item in SEEN:
        item.pop("html", None)
    Path(out).write_text(json.dumps(SEEN), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
