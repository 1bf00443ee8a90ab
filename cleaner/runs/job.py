"""What a run does with one input: open it, clean it, write down what came of it. Runs in the workers."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.characters import join_halves
from cleaner.document.page import FACTS, LISTS
from cleaner.errors import InputError
from cleaner.io.fields import FieldNames, address, identity
from cleaner.io.record import PageFile, Raw
from cleaner.io.values import mend, plain
from cleaner.runs.kept_names import kept_name
from cleaner.runs.summary import Tally, count
from cleaner.workers.pool import WorkerFailure

Format = Literal["jsonl", "text", "markdown", "html", "xml"]
Shape = Literal["line", "values", "file"]
"""What a sink takes: lines of JSON, rows of values, or a line and a file for the article."""

RESULTS = ("text", "status", "error", "confidence", "removed")
"""Fields that are always ours. One of that name in the input is kept as `input_<name>`."""
DOUBTFUL = "doubtful"
"""The status of an article that would be `ok`, were its confidence not below what the run asks for."""
ASKED = "trafilatura"
"""The field after these where trafilatura is asked only when unsure: whether it was asked about the page, and why."""
_SUFFIXES = {"jsonl": ".json", "text": ".txt", "markdown": ".md", "html": ".html", "xml": ".xml"}
_NO_NAME = re.compile(r"[^\w.-]+")
_NAME_CHARS, _DIGITS = 80, 16
"""Characters of a file's name that are the page's, and hexadecimal digits that are its place's: 64 bits, so that of a
million pages two share a name in one run of 37 million."""


@dataclass(frozen=True, slots=True)
class Done:
    """One input, worked off: its *row* for the sink, the article's *content* for a file of its own."""

    row: Any
    tally: Tally
    content: str | None = None
    ledger: bytes = b""
    failure: bytes = b""


@dataclass(frozen=True)
class Job:
    """How a run cleans: pickles, and is called with one input at a time."""

    cleaner: Cleaner
    names: FieldNames = field(default_factory=FieldNames)
    output_format: Format = "jsonl"
    shape: Shape = "line"
    with_ledger: bool = False
    root: str | None = None
    """The folder below which pages lie whose names are kept; None gives each a name of its own."""
    links: bool = True
    images: bool = False
    min_confidence: float = 0.0
    """Articles with the status `ok` and less confidence than this get the status `doubtful`."""

    @property
    def results(self) -> tuple[str, ...]:
        """The fields that are ours in this run."""
        return RESULTS if self.cleaner.trafilatura == "always" else (*RESULTS, ASKED)

    def __call__(self, raw: Raw) -> Done:
        """Clean one input. Raises `InputError` and `PageError`."""
        record = raw.open(self.names)
        return self.write(raw, record.fields, self.cleaner.clean(record.page))

    def write(self, raw: Raw, fields: Mapping[str, Any], article: Article) -> Done:
        """Return the *article* of an input, and the *fields* that this came with, as they are written down."""
        text = written(article, self.output_format, self.links, self.images)
        tally = count(article)
        if article.status == "ok" and article.confidence < self.min_confidence:
            tally = replace(tally, status=DOUBTFUL)
        share = sum(tally.removed.values()) / tally.total if tally.total else 0.0
        told = (text, tally.status, None, article.confidence, round(share, 4), article.trafilatura)
        row = _row(fields, article.id or raw.place, article.facts(), dict(zip(self.results, told, strict=False)))
        ledger = _line({"id": row["id"], **_reasons(article)}) if self.with_ledger else b""
        return self._done(raw, row, tally, ledger)

    def failed(self, raw: Raw, worker_failure: WorkerFailure) -> Done:
        """Return the record of an input that could not be cleaned."""
        try:
            values = raw.fields()
        except InputError:
            values = {}
        fields = self.names.carried(values, self.names.source(values))
        facts: dict[str, Any] = {**{name: [] if name in LISTS else None for name in FACTS}, "url": address(values)}
        results = {**dict.fromkeys(self.results), "status": worker_failure.status, "error": worker_failure.error}
        row = _row(fields, identity(values, raw.place), facts, results)
        told = {"id": row["id"], "url": row["url"], "place": raw.place}
        failure = _line({**told, "status": worker_failure.status, "error": worker_failure.error})
        return self._done(raw, row, Tally(worker_failure.status), failure=failure)

    def _done(self, raw: Raw, row: dict[str, Any], tally: Tally, ledger: bytes = b"", failure: bytes = b"") -> Done:
        match self.shape:
            case "values":
                return Done(mend(row, finite=False), tally, None, ledger, failure)
            case "line":
                return Done(_line(row), tally, None, ledger, failure)
        if failure:
            return Done(("", _line({**row, "file": None})), tally, None, ledger, failure)
        suffix = _SUFFIXES[self.output_format]
        kept = kept_name(raw.place, self.root, suffix) if self.root and isinstance(raw, PageFile) else None
        name = kept or file_name(row["url"] or row["id"], raw.place) + suffix
        content = join_halves(row["text"]) + "\n" if self.output_format != "jsonl" else _line(row).decode("utf-8")
        index = {key: value for key, value in row.items() if key != "text"}
        return Done((name, _line({**index, "file": name})), tally, content, ledger)


def file_name(title: str, place: str) -> str:
    """Return a name that a person can read and that only *place* gets: stable, and safe on any disk."""
    readable = _NO_NAME.sub("-", re.sub(r"^https?://", "", str(title)).encode("ascii", "ignore").decode()).strip("-.")
    only = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{readable[-_NAME_CHARS:].strip('-.') or 'page'}--{only}"


def _row(
    fields: Mapping[str, Any], page_id: str, facts: Mapping[str, Any], results: Mapping[str, Any]
) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, value in fields.items():
        kept = name
        while kept in results or (kept != name and kept in fields):
            kept = f"input_{kept}"
        row[kept] = value
    row.setdefault("id", page_id)
    for name, value in facts.items():
        row.setdefault(name, value)
    row.update(results)
    return row


def written(article: Article, output_format: Format, links: bool = True, images: bool = False) -> str:
    """Return the article in a format; `jsonl` is plain text. *links* and *images* are for those that have any."""
    if output_format in ("jsonl", "text"):
        return article.text
    forms = {"markdown": article.markdown, "html": article.html, "xml": article.xml}
    return forms[output_format](links=links, images=images).rstrip("\n")


def _reasons(article: Article) -> dict[str, Any]:
    whole = article.to_dict(removals=True)
    return {"url": whole["url"], "removals": whole["removals"], "notes": whole["notes"]}


def _line(values: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(values, ensure_ascii=False, default=plain, allow_nan=False).encode() + b"\n"
    except (ValueError, RecursionError):  # numbers that JSON does not have, halves of surrogate pairs, endless depth
        return json.dumps(mend(values, finite=True), ensure_ascii=False, default=plain).encode() + b"\n"
