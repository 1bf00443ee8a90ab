"""Invented rules of many sites: the same numbers give the same files."""

from pathlib import Path

import yaml

HOSTS = 20_000
"""Hosts that the rules are for; a list such as EasyList names about so many."""
_PER_FILE = 4_000
"""Rules in a file: at some 600 bytes each, well below the 4 MB that a file may have."""
_WORDS = "ferry harbour island tide lantern mast anchor gull pier sail rope buoy jetty wharf keel cabin".split()
_CLASSES = ("promo", "teaser", "related", "newsletter", "social", "outbrain", "sidebar", "ad", "banner", "recirc")
_SHAPES = (
    ("div.{a}-{b}", '<div class="{a}-{b}">{text}</div>'),
    (".{a}-{b}", '<p class="{a}-{b}">{text}</p>'),
    ("#{a}_{b}", '<p id="{a}_{b}">{text}</p>'),
    ("aside.{a} > .{b}", '<aside class="{a}"><p class="{b}">{text}</p></aside>'),
    (".{a} .{b}-list", '<div class="{a}"><p class="{b}-list">{text}</p></div>'),
    ('div[data-{a}="{b}"]', '<div data-{a}="{b}">{text}</div>'),
)
"""Selectors as lists of site rules have them, and an element of each."""
_WAYS = ("is", "starts", "ends")


def write_rules(folder: Path, count: int, hosts: int = HOSTS) -> Path:
    """Write *count* rules, half of elements and half of texts, of as many of *hosts* as they reach; return *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, count, _PER_FILE):
        pack = f"made-{first // _PER_FILE}"
        rules = [_rule(number, hosts) for number in range(first, min(first + _PER_FILE, count))]
        content = {"format": 1, "pack": pack, "rules": rules}
        written = yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
        (folder / f"{pack}.yaml").write_text(written, "utf-8")
    return folder


def _rule(number: int, hosts: int) -> dict[str, object]:
    host = f"paper-{number % hosts}.example"
    found = _css(number) if number % 2 else _text(number)
    return {
        "id": f"related.made-{number}",
        "kind": "related",
        "why": "Invented, to measure what many rules cost.",
        "where": {"hosts": [host]},
        **found,
    }


def _css(number: int) -> dict[str, object]:
    first, second = _CLASSES[number // 3 % len(_CLASSES)], _WORDS[number // 7 % len(_WORDS)]
    selector, element = _SHAPES[number // 2 % len(_SHAPES)]
    return {
        "css": [selector.format(a=first, b=second)],
        "examples": {
            "remove": [element.format(a=first, b=second, text="More of the island")],
            "keep": [f'<p class="{first}">The {second} was closed on Friday.</p>'],
        },
    }


def _text(number: int) -> dict[str, object]:
    first, second, third = (_WORDS[number // step % len(_WORDS)] for step in (2, 5, 11))
    phrase = f"More of the {first} and the {second} at {third} {number}"
    keep = f"She wanted more of the {first}, and the {second} at {third} too."
    way = _WAYS[number // 2 % len(_WAYS)]
    return {"text": {way: [phrase]}, "examples": {"remove": [phrase], "keep": [keep]}}
