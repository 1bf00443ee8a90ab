"""A real Scrapy crawl over a local server: every sort of item, and the example project."""

import dataclasses
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from cleaner.adapters.scrapy import CleanerPipeline, make_cleaner
from cleaner.api import Cleaner, remember
from cleaner.document.page import FACTS
from cleaner.document.policy import POLICIES
from tests.conftest import ROOT
from tests.fixture_pages import all_pages
from tests.runs.conftest import read_lines
from tests.shown_commands import adapter_blocks

PAGES = {f"/{fixture.folder.name}": fixture.page for fixture in all_pages() if fixture.page.html is not None}


class Site(BaseHTTPRequestHandler):
    """Serves the fixture pages, and a front page with links to them."""

    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        if page:
            self._answer(200, page.html if isinstance(page.html, bytes) else b"")
        elif self.path == "/":
            self._answer(200, "".join(f'<a href="{path}">{path}</a>' for path in PAGES).encode())
        else:
            self._answer(404, b"")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def crawl(folder: Path, *arguments: str) -> str:
    """Run a crawl in a process of its own, as reactors want it; return its log."""
    path = os.pathsep.join([str(ROOT), str(folder)])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    return done.stderr


def test_the_example_project(site: str, bundled: Cleaner, tmp_path: Path) -> None:
    out = tmp_path / "stories.jsonl"
    project = ROOT / "examples" / "scrapy"
    log = crawl(project, "-m", "scrapy", "crawl", "stories", "-a", f"start={site}", "-O", str(out))
    stories = {story["url"]: story for story in read_lines(out)}
    assert len(stories) == len(PAGES)
    for path, page in PAGES.items():
        story = stories[site.rstrip("/") + path]
        html = page.html if isinstance(page.html, bytes) else b""
        article = bundled.clean(dataclasses.replace(page, html=html.decode(), url=story["url"]))
        assert story["text"] == article.text
        assert story["status"] == article.status
        assert story["html"] is None
    assert f"'cleaner/pages': {len(PAGES)}" in log
    assert "'cleaner/status/ok'" in log
    assert "'cleaner/removed/related'" in log


def test_every_sort_of_item_and_a_failure(site: str, tmp_path: Path) -> None:
    log = crawl(ROOT, "-m", "tests.adapters.crawl_items", site, str(tmp_path / "items.json"))
    items = {item["sort"]: item for item in json.loads((tmp_path / "items.json").read_text())}
    texts = {items[sort]["text"] for sort in ("dict", "dataclass", "attrs", "item")}
    assert len(texts) == 1
    assert len(texts.pop()) > 100
    assert items["item"]["confidence"] > 0
    assert items["dict"]["own"] == {"left": "alone"}
    assert items["dict"].keys() >= {*FACTS}
    assert items["failing"]["status"] == "unreadable"
    assert items["failing"]["error"]
    assert "text" not in items["pageless"]
    assert "'cleaner/without_page': 1" in log
    assert "'item_dropped_count'" not in log


def test_a_memory_of_sites_is_a_setting(tmp_path: Path) -> None:
    remember(tmp_path / "sites.sqlite", [])
    memory = make_cleaner(Settings({"CLEANER_SITE_MEMORY": str(tmp_path / "sites.sqlite")})).site_memory
    assert memory is not None
    assert memory.path == tmp_path / "sites.sqlite"
    assert make_cleaner(Settings()).site_memory is None


@pytest.mark.parametrize(("given", "when"), [({}, "always"), ({"CLEANER_TRAFILATURA": "when-unsure"}, "when-unsure")])
def test_when_trafilatura_is_asked_is_a_setting(given: dict[str, str], when: str) -> None:
    assert make_cleaner(Settings(given)).trafilatura == when


def test_policy_and_kinds_are_settings() -> None:
    given = {"CLEANER_POLICY": "strict", "CLEANER_KEEP": ["list"], "CLEANER_DROP": ["quote"]}
    assert make_cleaner(Settings(given)).policy == POLICIES["strict"].changed(["list"], ["quote"])
    assert make_cleaner(Settings()).policy == POLICIES["news"]


def test_no_other_time_to_ask_trafilatura_is_a_setting() -> None:
    with pytest.raises(ValueError, match="'never' is none of always, when-unsure"):
        make_cleaner(Settings({"CLEANER_TRAFILATURA": "never"}))


@pytest.mark.parametrize("block", adapter_blocks("scrapy").values(), ids=adapter_blocks("scrapy"))
def test_what_the_documentation_shows(block: str) -> None:
    names: dict[str, Any] = {}
    exec(compile(block, "documentation", "exec"), names)
    assert [load_object(path) for path in names["ITEM_PIPELINES"]] == [CleanerPipeline]
    assert {name for name in names if name.startswith("CLEANER")} == {"CLEANER_WORKERS", "CLEANER_DISCARD_HTML"}
