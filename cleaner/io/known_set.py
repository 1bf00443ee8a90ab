"""Known sets: folders of pages whose articles somebody wrote down.

`html/<id>.html.gz` holds a page as served, `truth.jsonl` (or `.jsonl.gz`) an object a line with `id`, `url`,
`host`, `body` (the article's text) and, where known, `lang`, `title`, `page_title`, `paragraphs`, `with`,
`without`.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.errors import InputError


@dataclass(frozen=True, slots=True)
class KnownPage:
    """One page of a set; *truth* is its line of the truth file."""

    id: str
    html: bytes
    truth: dict[str, Any]

    @property
    def host(self) -> str:
        """The page's host, so that no site is in two parts of a cross-validation."""
        return str(self.truth.get("host") or self.id)


def read_known_set(folder: Path) -> Iterator[KnownPage]:
    """Yield the pages of a known set in the order of its truth file.

    Raises `InputError` for a folder that is none.
    """
    for truth in _truths(folder):
        page_id = str(truth["id"])
        path = folder / "html" / f"{page_id}.html.gz"
        try:
            yield KnownPage(page_id, gzip.decompress(path.read_bytes()), truth)
        except (OSError, EOFError) as error:
            raise InputError(f"{path}: {error}") from error


def _truths(folder: Path) -> Iterator[dict[str, Any]]:
    for name in ("truth.jsonl", "truth.jsonl.gz"):
        path = folder / name
        if path.exists():
            text = gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()
            yield from (json.loads(line) for line in text.decode("utf-8").split("\n") if line)
            return
    raise InputError(f"{folder}: expected a folder with truth.jsonl or truth.jsonl.gz, found none")
