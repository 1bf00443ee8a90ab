"""Public benchmarks in their own layouts, read as known pages.

- `wcxb`: `ground-truth/<id>.json` beside `html/<id>.html.gz` (or `.html`); only pages of type article
  (github.com/Murrough-Foley/web-content-extraction-benchmark, CC-BY-4.0). Its older layout is the next one.
- `scrapinghub`: `ground-truth.json` beside `html/<id>.html.gz`
  (github.com/scrapinghub/article-extraction-benchmark, MIT).
- `fundus-evaluation`: `ground_truth.json` beside `html/<id>.html.gz`; a paragraph in brackets is optional
  there, and part of the article here (github.com/dobbersc/fundus-evaluation).
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cleaner.errors import DecodeError, InputError
from cleaner.html.decode import decode
from cleaner.io.files import read_bytes
from cleaner.io.known_set import Truth, page_file_name
from cleaner.text.urls import host_of

Found = Iterator[tuple[Truth, bytes]]

_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def read_wcxb(folder: Path) -> Found:
    """Read the articles of a WCXB split. Raises `InputError`."""
    paths = sorted((folder / "ground-truth").glob("*.json"))
    if not paths:
        raise InputError(f"{folder / 'ground-truth'}: no .json file, where a split of WCXB has one for each page")
    for path in paths:
        record = _json(path)
        truth = record.get("ground_truth") or {}
        if _page_type(record) != "article" or not truth.get("main_content"):
            continue
        facts = {**truth, "url": record.get("url") or truth.get("url"), "articleBody": truth["main_content"]}
        yield _known(folder, path.stem, facts)


def read_scrapinghub(folder: Path) -> Found:
    """Read the article-extraction-benchmark. Raises `InputError`."""
    for page_id, facts in sorted(_json(folder / "ground-truth.json").items()):
        yield _known(folder, page_id, facts)


def read_fundus_evaluation(folder: Path) -> Found:
    """Read fundus-evaluation. Raises `InputError`."""
    for name, facts in sorted(_json(folder / "ground_truth.json").items()):
        paragraphs = [_unbracketed(paragraph) for paragraph in facts.get("body") or ()]
        body = "\n\n".join(paragraphs)
        yield _known(folder, name.removesuffix(".html.gz"), {**facts, "articleBody": body, "paragraphs": paragraphs})


LAYOUTS: Mapping[str, Callable[[Path], Found]] = {
    "wcxb": read_wcxb,
    "scrapinghub": read_scrapinghub,
    "fundus-evaluation": read_fundus_evaluation,
}
"""The layouts by name."""


def _known(folder: Path, page_id: str, facts: Mapping[str, Any]) -> tuple[Truth, bytes]:
    data = _page(folder / "html", page_id)
    url = facts.get("url")
    truth = Truth(
        id=page_id,
        body=facts.get("articleBody") or "",
        url=url,
        host=host_of(url).removeprefix("www.") or None,
        title=facts.get("title"),
        author=facts.get("author"),
        date=facts.get("publish_date"),
        paragraphs=tuple(facts.get("paragraphs") or ()),
        wanted=tuple(facts.get("with") or ()),
        unwanted=tuple(facts.get("without") or ()),
        page_title=_page_title(data),
    )
    return truth, data


def _page(folder: Path, page_id: str) -> bytes:
    name = page_file_name(page_id, str(folder.parent))
    packed = folder / f"{name}.html.gz"
    return read_bytes(str(packed if packed.exists() else folder / f"{name}.html"))


def _page_type(record: Mapping[str, Any]) -> str:
    kind = (record.get("_internal") or {}).get("page_type") or "article"
    return str(kind.get("primary") or "article" if isinstance(kind, dict) else kind)


def _page_title(data: bytes) -> str | None:
    try:
        found = _TITLE.search(decode(data))
    except DecodeError:
        return None
    return " ".join(html.unescape(found[1]).split()) or None if found else None


def _unbracketed(paragraph: str) -> str:
    return paragraph[1:-1] if paragraph.startswith("[") and paragraph.endswith("]") else paragraph


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(read_bytes(str(path)))
    except ValueError as error:
        raise InputError(f"{path}: not JSON: {error}") from error
    if not isinstance(found, dict):
        raise InputError(f"{path}: not a JSON object")
    return found
