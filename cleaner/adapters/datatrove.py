"""A step for Hugging Face datatrove pipelines."""

import contextlib
from collections.abc import Iterator
from itertools import tee
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers.disk_base import DiskWriter
from datatrove.utils.typeshelper import StatHints

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.page import Failure, Page
from cleaner.io.files import SNIFFED, Input, is_html


class CleanArticles(PipelineStep):  # type: ignore[misc]
    """Puts the article in the place of each document's text, HTML or scraped.

    Metadata gets `status`, `error`, `confidence`, `removed` (share of the text) and those facts (docs/fields.md) that
    it does not have; `trafilatura` where *cleaner* asks that only when unsure. Documents of which nothing is left, or
    that could not be cleaned, go to *exclusion_writer*. *timeout* (seconds) and *memory* (bytes) are for one document.
    """

    type = "🧹 - CLEAN"
    name = "📰 cleaner"
    _requires_dependencies = ["trafilatura"]  # noqa: RUF012 (datatrove's own way)

    def __init__(
        self,
        cleaner: Cleaner | None = None,
        *,
        kind: Input = "auto",
        timeout: float | None = 20.0,
        memory: int | None = 2**30,
        workers: int = 1,
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        super().__init__()
        self.cleaner, self.kind, self.exclusion_writer = cleaner, kind, exclusion_writer
        self.limits: dict[str, Any] = {"timeout": timeout, "memory": memory, "workers": workers}

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Clean the documents of one shard, in their order."""
        documents, again = tee(data or ())
        cleaner = self.cleaner or Cleaner()
        results = cleaner.stream(map(self._page, documents), **self.limits)
        with self.exclusion_writer or contextlib.nullcontext() as writer:
            for document, result in zip(again, results, strict=True):
                self.stat_update(StatHints.total, f"status_{result.status}")
                _write(document, result)
                if document.text:
                    self.stat_update(StatHints.forwarded)
                    self.update_doc_stats(document)
                    yield document
                else:
                    self.stat_update(StatHints.dropped)
                    if writer:
                        writer.write(document, rank)

    def _page(self, document: Document) -> Page:
        url = document.metadata.get("url")
        if self.kind == "html" or (
            self.kind == "auto" and is_html((document.text or "")[:SNIFFED].encode("utf-8", "replace"))
        ):
            return Page(html=document.text, url=url, id=document.id)
        return Page(text=document.text, url=url, id=document.id)


def _write(document: Document, result: Article | Failure) -> None:
    about = document.metadata
    about["status"] = result.status
    if isinstance(result, Failure):
        about["error"] = result.error
        document.text = ""
        return
    total = sum(len(verdict.block.text) for verdict in result.trace)
    taken = sum(len(removal.text) for removal in result.removals)
    document.text = result.text
    about.update(error=None, confidence=result.confidence, removed=round(taken / total, 4) if total else 0.0)
    if result.trafilatura:
        about["trafilatura"] = result.trafilatura
    for name, value in result.facts().items():
        about.setdefault(name, value)
