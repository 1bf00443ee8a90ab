"""The order of keys, and of the entries of lists whose order means nothing."""

import pytest

from cleaner.rules.annotations import fields_of
from cleaner.rules.key_order import FILE_KEYS, RULE_KEYS, RULES, Path, in_order
from cleaner.rules.schema import Rule
from cleaner.rules.yaml_tree import read_tree

CASES = {
    "keys of a file": ((), "rules: []\npack: a\nformat: 1\n", ["format", "pack", "rules"]),
    "unknown ones last, as they stood": ((), "z: 1\na: 2\npack: a\n", ["pack", "z", "a"]),
    "keys of a rule": (
        RULES,
        "{lint: {}, css: a, examples: {}, id: a, why: b}",
        ["id", "why", "css", "examples", "lint"],
    ),
    "keys of anything else": (("rules", "where"), "{langs: [], hosts: []}", ["langs", "hosts"]),
    "phrases, as they are compared": (("text", "is"), "[b, É, » a, A]", ["» a", "A", "b", "É"]),
    "of a language": (("text", "has", "de"), "[b, a]", ["a", "b"]),
    "selectors": (("css",), "[.b, .B, .a]", [".a", ".b", ".B"]),
    "hosts, as they are": (("where", "hosts"), "[b, '=c', a, B]", ["=c", "B", "a", "b"]),
    "other hosts": (("except", "not_hosts"), "[b, a]", ["a", "b"]),
    "within groups": (("css",), "- d\n- c\n# two\n- b\n- a\n", ["c", "d", "a", "b"]),
    "examples": (("examples", "remove"), "[b, a]", ["b", "a"]),
    "nothing": (("css",), "[]", []),
}


@pytest.mark.parametrize(("path", "text", "wanted"), CASES.values(), ids=CASES)
def test_order(path: Path, text: str, wanted: list[str]) -> None:
    top = read_tree(text)
    assert top
    assert [(item.key or item.value).text for item in in_order(top.value, path)] == wanted


def test_comments_stay_above_their_group() -> None:
    top = read_tree("# one\n- b  # bee\n- a\n# two\n- c\n")
    assert top
    top.value.items[0].heads = ["# inner"]
    found = in_order(top.value, ("css",))
    assert [(item.value.text, item.heads, item.note) for item in found] == [
        ("a", ["# inner"], ""),
        ("b", [], "  # bee"),
        ("c", ["# two"], ""),
    ]


def test_every_key_has_its_place() -> None:
    assert FILE_KEYS == ("format", "pack", "groups", "platforms", "rules")
    fields = {field.alias or name for name, field in fields_of(Rule).items() if not field.exclude}
    assert sorted(RULE_KEYS) == sorted(fields)
