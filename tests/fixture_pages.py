"""The folders under fixtures/pages: what came in, and what a careful editor would leave."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from cleaner.model import Page

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "pages"


@dataclass(frozen=True)
class FixturePage:
    """One folder."""

    folder: Path

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What page.yaml says."""
        return dict(yaml.safe_load((self.folder / "page.yaml").read_text("utf-8")))

    @cached_property
    def page(self) -> Page:
        """What came in."""
        html = self.folder / "page.html"
        url = self.facts.get("url")
        if html.exists():
            return Page(html=html.read_bytes(), url=url)
        return Page(text=(self.folder / "page.txt").read_text("utf-8"), url=url)

    @cached_property
    def article(self) -> str | None:
        """What must be left; None where no article is expected."""
        path = self.folder / "article.txt"
        return path.read_text("utf-8").rstrip("\n") if path.exists() else None

    @property
    def trace_file(self) -> Path:
        """What took the rest, as recorded."""
        return self.folder / "trace.jsonl"


def all_pages() -> list[FixturePage]:
    """Return every fixture page, by name."""
    return [FixturePage(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()]
