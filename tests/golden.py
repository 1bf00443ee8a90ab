"""`make golden FILE=before.jsonl.gz SETS="folder ..."`: what comes out, page by page, before and after a rebuild.

Writes the file if it is not there; otherwise cleans the same pages again and says which differ from it, and in what.
Each page of a known set, and each fixture page, is read as HTML and as the text of all its blocks.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from cleaner import Article, Cleaner, Failure, Page
from cleaner.io.known_set import read_set
from tests.fixture_pages import all_pages

Outcome = dict[str, Any]


def pages(sets: Sequence[Path]) -> Iterator[Page]:
    """Yield the fixture pages and those of the *sets*, as HTML."""
    for fixture in all_pages():
        yield replace(fixture.page, id=fixture.folder.name)
    for folder in sets:
        for known in read_set(folder).pages:
            yield Page(html=known.html(), url=known.truth.url, id=f"{folder.name}/{known.id}")


def outcome(result: Article | Failure, road: str) -> Outcome:
    """Return all that a page's cleaning decided, as JSON holds it."""
    if isinstance(result, Failure):
        return {"id": result.page.id, "road": road, "status": result.status, "error": result.error}
    return {
        "id": result.id,
        "road": road,
        "text": result.text,
        "status": result.status,
        "confidence": result.confidence,
        "metadata": [result.title, list(result.authors), str(result.date), result.url],
        "removed": [
            [verdict.block.number, verdict.source, verdict.kind, sorted(verdict.also), _amounts(verdict.evidence)]
            for verdict in result.trace
            if not verdict.kept
        ],
        "kept": [
            [verdict.block.number, [astuple(trim) for trim in verdict.trims], _amounts(verdict.evidence)]
            for verdict in result.trace
            if verdict.kept
        ],
        "notes": [astuple(note) for note in result.notes],
    }


def _amounts(evidence: Sequence[Any]) -> float:
    return round(sum(one.amount for one in evidence), 6)


def outcomes(sets: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what comes of each page, by both roads."""
    cleaner = Cleaner()
    for result in cleaner.stream(pages(sets)):
        yield outcome(result, "as given")
        if isinstance(result, Article):
            lines = "\n\n".join(verdict.block.text for verdict in result.trace)
            yield outcome(cleaner.clean(Page(text=lines, url=result.url, id=result.id)), "as lines")


def main(file: Path, sets: Sequence[Path]) -> int:
    """Write *file*, or compare with it; return how many pages differ."""
    if not file.exists():
        with gzip.open(file, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in outcomes(sets))
        return 0
    count = differing = 0
    with gzip.open(file, "rt", encoding="utf-8") as before:
        for was, now in zip_longest(map(json.loads, before), outcomes(sets)):
            count += 1
            found = _differences(was or {}, json.loads(json.dumps(now or {})))
            differing += bool(found)
            if found:
                sys.stdout.write(f"{(now or was)['id']} ({(now or was)['road']}): {', '.join(found)}\n")
    sys.stdout.write(f"{count} outcomes, {differing} differ\n")
    return differing


def _differences(was: Outcome, now: Outcome) -> list[str]:
    return [name for name in sorted(was.keys() | now.keys()) if was.get(name) != now.get(name)]


if __name__ == "__main__":
    raise SystemExit(bool(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])))
