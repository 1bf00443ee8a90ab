"""Follows every link of a page: `scrapy crawl stories -a start=https://news.example/ -O stories.jsonl`."""

from collections.abc import Iterator

import scrapy
from scrapy.http import Response

from news.items import Story


class StoriesSpider(scrapy.Spider):
    """Takes each linked page as a story."""

    name = "stories"

    def __init__(self, start: str, **more: object) -> None:
        super().__init__(**more)
        self.start_urls = [start]

    def parse(self, response: Response) -> Iterator[scrapy.Request]:
        """Follow the links of the front page."""
        yield from response.follow_all(css="a", callback=self.parse_story)

    def parse_story(self, response: Response) -> Iterator[Story]:
        """Hand the page over as it came."""
        yield Story(url=response.url, html=response.text)
