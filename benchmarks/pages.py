"""Pages to measure with: folders of HTML files, also gzipped, with the addresses that a known set lists."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

from cleaner import Page

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "pages"


def read_pages(folders: Sequence[Path], most: int) -> list[Page]:
    """Return at most *most* pages of each folder, spread evenly over it, by name.

    Raises `SystemExit` for a folder without pages.
    """
    return [page for folder in folders for page in _of_folder(folder, most)]


def _of_folder(folder: Path, most: int) -> list[Page]:
    files = sorted(path for path in folder.rglob("*") if path.name.endswith((".html", ".html.gz")))
    if not files:
        raise SystemExit(f"{folder}: expected a folder with .html or .html.gz files, found none")
    urls = _urls(folder / "truth.jsonl.gz")
    step = max(len(files) / most, 1.0)
    chosen = [files[int(number * step)] for number in range(min(most, len(files)))]
    return [Page(html=_bytes(file), url=urls.get(file.name.split(".html")[0])) for file in chosen]


def _bytes(file: Path) -> bytes:
    content = file.read_bytes()
    return gzip.decompress(content) if file.suffix == ".gz" else content


def _urls(listed: Path) -> dict[str, str]:
    if not listed.is_file():
        return {}
    with gzip.open(listed, "rt", encoding="utf-8") as lines:
        known = [json.loads(line) for line in lines]
    return {one["id"]: one["url"] for one in known if one.get("url")}
