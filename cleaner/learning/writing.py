"""Entries as rules of the rule language, with their proof and with the counts for a reviewer."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from cleaner.authoring.candidates import Candidate
from cleaner.authoring.nearmiss import other_element, said_otherwise
from cleaner.authoring.testing import check_rule
from cleaner.authoring.wording import WHYS, make_id
from cleaner.document.block import Block
from cleaner.errors import Fault
from cleaner.rules.canonical import write_pack
from cleaner.rules.load import load_text
from cleaner.sites.entry import Entry, Site
from cleaner.sites.template import finds
from cleaner.text.block_text import BlockText, count_words
from cleaner.text.normalize import tidy

LINKED = "0.5.."
"""The share of links that a block must have where only linked copies may go. Not measured."""
_NO_SLUG = re.compile(r"[^a-z0-9.-]+")
_LONGEST = 64
"""Characters of a pack's name, by the schema; a file is named after it."""
_DIGITS = 12
"""Hexadecimal digits behind a name that is cut, so that no two packs share it: 48 bits."""
_ROOM = 5
"""Words by which another text of a form may be longer than those that were seen. Not measured."""


def pack_of(domain: str) -> str:
    """Return the pack for a domain's rules: ASCII letters and no more of them than a pack may have."""
    try:
        ascii_name = domain.encode("idna").decode("ascii")
    except UnicodeError:
        ascii_name = domain
    slug = _NO_SLUG.sub("-", ascii_name.lower()).strip("-.") or "site"
    if len(slug) <= _LONGEST:
        return slug
    return f"{slug[: _LONGEST - _DIGITS - 1].strip('-.')}-{hashlib.sha256(domain.encode()).hexdigest()[:_DIGITS]}"


def new_rules(site: Site, entries: Iterable[Entry], taken: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield a rule for each of *entries* that proves itself, as a file holds it. *taken* are ids in use."""
    ids = set(taken)
    for entry in entries:
        rule = {"id": make_id(entry.kind, entry.text, (), ids), **_keys(entry, site.domain)}
        if _proves_itself(rule):
            ids.add(rule["id"])
            yield rule


def worth_rules(site: Site) -> Iterator[Entry]:
    """Yield the entries that want a rule: all but texts whose form is used."""
    forms = [entry.text for entry in site.entries if entry.way == "like" and entry.advice == "use"]
    for entry in site.entries:
        if entry.way != "is" or not any(finds(form, tidy(entry.text)) for form in forms):
            yield entry


def learned(entry: Entry) -> dict[str, Any]:
    """Return the counts as a rule holds them."""
    said = {
        "text": entry.text,
        "advice": entry.advice,
        "doubt": entry.doubt,
        "pages": entry.pages,
        "of": entry.of,
        "kept": entry.kept,
        "place": entry.place,
        "signs": list(entry.signs),
        "seen_on": list(entry.examples),
        "first": entry.first,
        "last": entry.last,
    }
    return {name: value for name, value in said.items() if value not in ("", [])}


def _keys(entry: Entry, domain: str) -> dict[str, Any]:
    keys: dict[str, Any] = {"kind": entry.kind, "why": WHYS[entry.kind]}
    if entry.advice == "review":
        keys["status"] = "draft"
    keys["where"] = {"hosts": [domain]}
    return {**keys, **_matcher(entry), "examples": _examples(entry), "learned": learned(entry)}


def _matcher(entry: Entry) -> dict[str, Any]:
    if entry.way == "css":
        return {"css": entry.text}
    block = {"links": LINKED} if entry.linked else {}
    if entry.way == "like":
        block["words"] = f"..{max(map(count_words, entry.samples)) + _ROOM}"
        block["sentences"] = f"..{BlockText(Block(0, entry.text)).sentences + 1}"
    return {"text": {entry.way: [entry.text]}, **({"block": block} if block else {})}


def _examples(entry: Entry) -> dict[str, list[str]]:
    if entry.way == "css":
        element = Candidate("", {"css": entry.text}, entry.text[1:], "div")
        keep = other_element(entry.text[1:], said_otherwise(entry.samples[0], None)[0])
        return {"remove": [element.scrap(text) for text in entry.samples], "keep": [keep]}
    texts = list(entry.samples or (entry.text,))
    # a linked text unlinked is the nearest miss there is
    keeps = (
        [*texts[:1], *filter(None, [entry.keep])] if entry.linked else [entry.keep or said_otherwise(texts[0], None)[0]]
    )
    return {"remove": [f"[{text}]" if entry.linked else text for text in texts], "keep": keeps}


def _proves_itself(rule: dict[str, Any]) -> bool:
    faults: list[Fault] = []
    made = load_text(write_pack("proposal", [rule]), "proposal", faults)
    return not faults and all(one.result == "ok" for one in check_rule(made.rules[0]))
