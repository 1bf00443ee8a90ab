"""Pages to try rules on: a folder of pages, JSONL, fixture pages, or a set whose articles are known.

A known set is a folder with `html/<id>.html.gz` and `truth.jsonl.gz` (`id`, `url`, `lang`, `body`).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.authoring.fixtures import FixturePage
from cleaner.document.page import Page
from cleaner.errors import InputError
from cleaner.io.files import read_bytes, read_page
from cleaner.io.known_set import read_set
from cleaner.rules.validation import shown
from cleaner.text.file_names import content_ending
from cleaner.text.normalize import fold

_PAGES = (".html", ".htm", ".txt")
_HELD = 0.6
"""Share of a text's runs of three words that must stand in an article for the text to be of it. Not measured."""


@dataclass(frozen=True)
class Sample:
    """One page of a corpus, read when it is asked for. *truth* is its article's text, where that is known."""

    id: str
    read: Callable[[], Page]
    truth: str | None = None


def read_corpus(path: str | Path) -> list[Sample]:
    """Return the pages of a corpus, in the order of their names or lines.

    Raises `InputError` if there are none.
    """
    root = Path(path)
    if not root.exists():
        raise InputError(f"{root}: there is no such file or folder")
    samples = list(_known_set(root) if _is_known_set(root) else _folder(root) if root.is_dir() else _file(root))
    if not samples:
        raise InputError(f"{root}: expected pages ({', '.join(_PAGES)}, .jsonl, each also .gz), found none")
    return samples


def _is_known_set(root: Path) -> bool:
    return any((root / name).is_file() for name in ("truth.jsonl.gz", "truth.jsonl"))


def _known_set(root: Path) -> Iterator[Sample]:
    for known in read_set(root).pages:
        yield Sample(known.id, _reader(known.path, known.truth.url, known.truth.lang), known.truth.body)


def _folder(root: Path) -> Iterator[Sample]:
    for file in sorted(root.rglob("*")):
        if file.name in ("page.html", "page.txt"):
            fixture = FixturePage(file.parent)
            yield Sample(file.parent.name, lambda fixture=fixture: fixture.page, fixture.article)  # type: ignore[misc]
        elif file.name != "article.txt" and file.is_file() and content_ending(file) in _PAGES:
            yield Sample(str(file.relative_to(root)), _reader(file, None, None))


def _file(path: Path) -> Iterator[Sample]:
    if content_ending(path) not in (".jsonl", ".ndjson"):
        yield Sample(path.name, _reader(path, None, None))
        return
    for number, facts in _json_lines(path):
        name = str(facts.get("id") or f"{path.name}:{number}")
        yield Sample(name, lambda facts=facts: _page(facts), _truth(facts, f"{path}:{number}"))  # type: ignore[misc]


def _truth(facts: dict[str, Any], place: str) -> str | None:
    for name in ("truth", "article"):
        if found := facts.get(name):
            if not isinstance(found, str):
                raise InputError(f"{place}: {name}: expected a text, found {shown(found)}")
            return found
    return None


def _page(facts: dict[str, Any]) -> Page:
    html = facts.get("html")
    text = None if html is not None else str(facts.get("text") or "")
    return Page(html, text, facts.get("url"), facts.get("language") or facts.get("lang"))


def _reader(file: Path, url: str | None, language: str | None) -> Callable[[], Page]:
    return lambda: read_page(str(file), url=url, language=language)


def _json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file of JSON lines, each with the number of its line."""
    for number, line in enumerate(read_bytes(str(path), None).split(b"\n"), 1):
        try:
            made = json.loads(line) if line.strip() else None
        except ValueError as error:
            raise InputError(f"{path}:{number}: not JSON: {error}") from error
        if isinstance(made, dict):
            yield number, made


class Truth:
    """A known article, to ask whether a text is of it."""

    def __init__(self, body: str) -> None:
        self._folded = fold(body, whole=False)
        self._threes = set(_threes(self._folded))

    def holds(self, text: str) -> bool:
        """Say whether *text* stands in the article, or at least 60 % of its runs of three words do."""
        folded = fold(text)
        if folded in self._folded:
            return True
        threes = _threes(folded)
        return bool(threes) and sum(three in self._threes for three in threes) >= _HELD * len(threes)


def _threes(folded: str) -> list[tuple[str, ...]]:
    words = folded.split()
    return list(zip(words, words[1:], words[2:], strict=False))
