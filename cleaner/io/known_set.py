"""A known set: a folder of pages as served, and for each the article that a person or a parser found.

`html/<id>.html.gz` holds the bytes; `truth.jsonl.gz` (or `truth.jsonl`) one object a line: `id url host
lang title author date body paragraphs with without page_title`. Only `id` and `body` must be there.
"""

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.errors import InputError
from cleaner.io.files import read_bytes
from cleaner.io.values import mend
from cleaner.rules.validation import shown

_FACTS = ("url", "host", "lang", "title", "author", "date", "page_title")


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of one page. *body* is the article's text, its paragraphs on lines of their own.

    *paragraphs* is the same text, cut, where that is known. *wanted* and *unwanted* are snippets that an
    output must and must not hold (`with` and `without` in the file). *page_title* is the `<title>`.
    """

    id: str
    body: str
    url: str | None = None
    host: str | None = None
    lang: str | None = None
    title: str | None = None
    author: str | None = None
    date: str | None = None
    paragraphs: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    page_title: str | None = None


@dataclass(frozen=True, slots=True)
class KnownPage:
    """One page of a set: its truth, and the file that holds it as served."""

    truth: Truth
    path: Path

    @property
    def id(self) -> str:
        """The page's name in its set."""
        return self.truth.id

    def html(self) -> bytes:
        """Return the page as served.

        Raises `InputError` if the file cannot be read.
        """
        return read_bytes(str(self.path))


@dataclass(frozen=True, slots=True)
class KnownSet:
    """Known pages under one name, in the order of their truth file."""

    name: str
    pages: tuple[KnownPage, ...]

    def sample(self, size: int) -> "KnownSet":
        """Return *size* pages, evenly spread over the set and always the same; all of them if there are fewer."""
        total = len(self.pages)
        if size >= total:
            return self
        return KnownSet(self.name, tuple(self.pages[place * total // size] for place in range(size)))


def read_set(folder: Path) -> KnownSet:
    """Read the truths of a set; its pages are read when they are needed.

    Raises `InputError` if a file is missing, a line is no truth, or an id leads out of the folder.
    """
    packed = folder / "truth.jsonl.gz"
    path = packed if packed.exists() else folder / "truth.jsonl"
    lines = enumerate(read_bytes(str(path), None).split(b"\n"), 1)
    return KnownSet(
        folder.resolve().name,
        tuple(_known_page(folder, line, f"{path}:{number}") for number, line in lines if line.strip()),
    )


def page_file_name(page_id: str, place: str) -> str:
    """Return the name of the file in `html/` that holds a page, without its suffixes: its id.

    Raises `InputError`, which names *place*, for an id that leads out of that folder.
    """
    if "/" in page_id or "\0" in page_id:
        raise InputError(
            f"{place}: the id {page_id!r} is no name of a file: it must hold no slash and no null character"
        )
    return page_id


def _known_page(folder: Path, line: bytes, place: str) -> KnownPage:
    truth = _truth(line, place)
    path = folder / "html" / f"{page_file_name(truth.id, place)}.html.gz"
    if not path.is_file():
        raise InputError(f"{path}: the truth names this page, but there is no such file")
    return KnownPage(truth, path)


def _truth(line: bytes, place: str) -> Truth:
    try:
        facts = _facts(line)
        return Truth(
            id=_id(facts),
            body=_text(facts, "body") or "",
            paragraphs=_texts(facts, "paragraphs"),
            wanted=_texts(facts, "with"),
            unwanted=_texts(facts, "without"),
            **{name: _text(facts, name) for name in _FACTS},
        )
    except ValueError as error:
        raise InputError(f"{place}: not a truth: {error}") from error


def _facts(line: bytes) -> dict[str, Any]:
    try:
        facts = mend(json.loads(line.decode("utf-8")), finite=False)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"this line is not JSON: {error}") from None
    if not isinstance(facts, dict):
        raise ValueError(f"expected an object with id and body, found {shown(facts)}")
    if missing := [name for name in ("id", "body") if name not in facts]:
        raise ValueError(f"{missing[0]} is missing")
    return facts


def _id(facts: dict[str, Any]) -> str:
    found = facts["id"]
    if not isinstance(found, (str, int)) or isinstance(found, bool):
        raise ValueError(f"id: expected a text, found {shown(found)}")
    return str(found)


def _text(facts: dict[str, Any], name: str) -> str | None:
    found = facts.get(name)
    if found is None or isinstance(found, str):
        return found
    raise ValueError(f"{name}: expected a text, found {shown(found)}")


def _texts(facts: dict[str, Any], name: str) -> tuple[str, ...]:
    found = facts.get(name) or ()
    if isinstance(found, (list, tuple)) and all(isinstance(one, str) for one in found):
        return tuple(found)
    raise ValueError(f"{name}: expected a list of texts, found {shown(found)}")


def write_set(folder: Path, pages: Iterable[tuple[Truth, bytes]]) -> int:
    """Write a set and return its number of pages. The same pages give the same bytes.

    Raises `InputError` for an id that leads out of the folder.
    """
    (folder / "html").mkdir(parents=True, exist_ok=True)
    truths = []
    for truth, html in pages:
        name = page_file_name(truth.id, str(folder))
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(html, mtime=0))
        truths.append(truth)
    written = "".join(json.dumps(_to_dict(truth), ensure_ascii=False) + "\n" for truth in truths)
    (folder / "truth.jsonl.gz").write_bytes(gzip.compress(written.encode("utf-8"), mtime=0))
    return len(truths)


def _to_dict(truth: Truth) -> dict[str, str | Sequence[str] | None]:
    return {
        "id": truth.id,
        **{name: getattr(truth, name) for name in _FACTS if name != "page_title"},
        "body": truth.body,
        "paragraphs": truth.paragraphs,
        "with": truth.wanted,
        "without": truth.unwanted,
        "page_title": truth.page_title,
    }
