"""What `learn` says of a site to a person: what it would take there, and why it leaves the rest alone."""

from collections import Counter
from collections.abc import Iterator

from cleaner.learning.writing import worth_rules
from cleaner.sites.entry import Entry, Site
from cleaner.text.counted import counted

SHOWN = 3
"""Texts that are told of a site, those on most pages. Not measured: with the reasons they are a few lines."""
_CHARS = 60
"""Characters of a text that are told. Not measured."""


def told(site: Site) -> Iterator[str]:
    """Yield the lines about a site: its numbers, what goes with the shortest first, and reasons with their counts."""
    entries = list(worth_rules(site))
    used = [entry for entry in entries if entry.advice == "use"]
    said = [_many(site.pages, "page"), f"{_many(len(used), 'text')} to take", _many(len(entries) - len(used), "draft")]
    said += [f"{counted(site.copies, 'copy')} of articles"] if site.copies else []
    yield f"{site.domain}: {', '.join(said)}"
    for entry in sorted(used[:SHOWN], key=lambda entry: len(entry.text)):
        yield f"  takes {_short(entry.text)}: {_where(entry)}"
    if len(used) > SHOWN:
        yield f"  takes {len(used) - SHOWN:,} more, on {used[-1].pages:,} pages and more each"
    for doubt, count in Counter(entry.doubt for entry in entries if entry.doubt).most_common():
        yield f"  {_many(count, 'draft')}: {doubt}"
    for reason, count in sorted(site.left.items(), key=lambda one: -one[1]):
        yield f"  {count:,} left alone: {reason}"


def _where(entry: Entry) -> str:
    return f"on {entry.pages:,} of {entry.of:,} pages, {entry.place}"


def _short(text: str) -> str:
    return f"“{text}”" if len(text) <= _CHARS else f"“{text[: _CHARS - 1].rstrip()}…”"


def _many(count: int, name: str) -> str:
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"
