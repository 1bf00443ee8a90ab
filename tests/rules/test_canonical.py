"""The canonical form of rule files: what it mends, what it never loses, and what it refuses."""

from typing import Any

import pytest

from cleaner.authoring.formatting import formatted
from cleaner.errors import Fault
from cleaner.rules.canonical import append_rule, canonical, with_values, without_phrases, write_pack, write_rule
from cleaner.rules.load import load_text
from tests.rules.odd_files import OddFile

SEEDS, BATCHES = 120, 4

CASES = {
    "all in braces, with comments": (
        """\
# top
{format: 1, # one
 pack: mine, # whose
 rules: [
  # the first
  {id: share.a, # its name
   css: [.b, # bee
     .a],
   kind: share},
  # the second
  {id: share.b}, # both
  # the end
 ]} # all
# bottom
""",
        """\
# top
# all
format: 1  # one
pack: mine  # whose
rules:
  # the first
  - id: share.a  # its name
    kind: share
    css:
      - .a
      - .b  # bee

  # the second
  # both
  - id: share.b
  # the end
# bottom
""",
    ),
    "paragraphs": (
        "rules:\n- why: |\n   One.\n\n   Two.\n\n  id: a.b\n",
        "rules:\n  - id: a.b\n    why: |\n      One.\n\n      Two.\n",
    ),
    "blank lines that belong to a text": (
        "rules:\n  - why: |+\n      One.\n\n\n  - id: a.b\n",
        "rules:\n  - why: |+\n      One.\n\n\n  - id: a.b\n",
    ),
    "blank lines between a key and its comment": (
        "rules:\n  - kind: a\n    # its name\n\n    id: a.b\n\n    # why\n\n\n    why: c\n",
        "rules:\n  # its name\n  - id: a.b\n    kind: a\n    # why\n    why: c\n",
    ),
    "what is deeper than the keys belongs to what is above": (
        "rules:\n  - text:\n      is: [a]\n      # more\n    # its name\n    id: a.b\n  # next\n  - id: a.c\n",
        "rules:\n  # its name\n  - id: a.b\n    text:\n      is: [a]\n      # more\n\n  # next\n  - id: a.c\n",
    ),
    "a key and its value on two lines": (
        "rules:\n  - id:  # name\n      # of it\n      a.b\n    css:  # what\n      - .a\n",
        "rules:\n  # of it\n  - id: a.b  # name\n    css: [.a]  # what\n",
    ),
    "hosts": ("rules: [{where: {hosts: [b, a]}}]", "rules:\n  - where: {hosts: [a, b]}\n"),
    "a short map is one line, its texts in quotes": (
        "rules:\n  - where:\n      page: a[href]\n      paths:\n        - /a,b\n",
        'rules:\n  - where: {page: "a[href]", paths: ["/a,b"]}\n',
    ),
    "ends of lines": ("format: 1\r\npack: mine # x\r\nrules: []\r\n", "format: 1\npack: mine # x\nrules: []\n"),
    "no end of the last line": ("rules:\n- why: |\n   One.", "rules:\n  - why: |-\n      One.\n"),
    "a document's marks": ("%YAML 1.1\n--- # top\npack: mine\n...\n# bottom\n", "# top\npack: mine\n# bottom\n"),
    "unknown keys come last": ("other: 1\nformat: 1\n", "format: 1\nother: 1\n"),
    "empty": ("{}", "{}\n"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_canonical(before: str, after: str) -> None:
    assert canonical(before) == after
    assert canonical(after) == after


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a mapping with format, pack and rules"),
        ("# nothing\n", "expected a mapping with format, pack and rules"),
        ("[a]", "expected a mapping with format, pack and rules"),
        ("pack: mine\nrules: [b, a", r"did not find expected ',' or '\]' \(line [23]\)"),
        ("pack: mine\nrules: &x []", r"expected no anchors and aliases, found 'x' \(line 2\)"),
        ("pack: *x", r"found 'x' \(line 1\)"),
        ("pack: !!set {a}", r"expected no tags, found 'tag:yaml.org,2002:set' \(line 1\)"),
        ("? [a]\n: b", r"expected a key, found a list \(line 1\)"),
        ("pack: mine\nwhy: a\u2028b", r"expected lines that end with LF or CRLF, found '\\u2028' \(line 2\)"),
    ],
)
def test_what_has_no_canonical_form(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        canonical(text)


FILE = """\
# top
rules:
  # the first
  - id: share.a  # its name
    # what
    css: [.b, .a]
    text:
      is:
        - a
        # group
        - b  # bee
        - c
  # the end
"""


@pytest.mark.parametrize(
    ("changes", "added", "now"),
    [
        ({}, [], {}),
        ({0: {"css": [".c"]}}, [], {"    css: [.a, .b]\n": '    css: [".c"]\n'}),
        ({0: {"css": None}}, [], {"    # what\n    css: [.a, .b]\n": ""}),
        ({0: {"status": "draft"}}, [], {"    # what\n": "    status: draft\n    # what\n"}),
        ({0: {"until": "2030-01-01"}}, [], {"    # what\n": "    until: '2030-01-01'\n    # what\n"}),
        ({0: {"where": {"hosts": ["b", "a"]}}}, [], {"    # what\n": '    where: {hosts: ["a", "b"]}\n    # what\n'}),
        ({}, [{"id": "share.b"}], {"  # the end\n": "\n  - id: share.b\n  # the end\n"}),
    ],
    ids=["nothing", "another value", "none", "a new key", "a date", "a map", "a rule"],
)
def test_values_are_set(changes: dict[int, dict[str, Any]], added: list[dict[str, Any]], now: dict[str, str]) -> None:
    wanted = canonical(FILE)
    for old, new in now.items():
        assert old in wanted
        wanted = wanted.replace(old, new)
    assert with_values(FILE, changes, added) == wanted


@pytest.mark.parametrize(
    ("unwanted", "gone", "moved"),
    [
        ([".b"], ["css: [.a, .b]"], "css: [.a]"),
        (["c"], ["        - c\n"], ""),
        # the comment above a group stays with those that are left
        (["b"], ["        - b  # bee\n"], ""),
        (["b", "c"], ["        - b  # bee\n", "        - c\n"], ""),
        (["z"], [], ""),
    ],
)
def test_phrases_are_taken_out(unwanted: list[str], gone: list[str], moved: str) -> None:
    wanted = canonical(FILE)
    for one in gone:
        assert one in wanted
        wanted = wanted.replace(one, moved)
    assert without_phrases(FILE, {0: unwanted}) == wanted


def test_only_the_last_of_equal_phrases_is_taken_out() -> None:
    assert without_phrases("rules: [{css: [.a, .b, .a]}]", {0: [".a"]}) == "rules:\n  - css: [.a, .b]\n"


RULE = {
    "kind": "share",
    "id": "share.a",
    "text": {"is": ['say "a"', "b"]},
    "block": {"words": "..9"},
    "why": "No: yes.",
}
WRITTEN = """\
  - id: share.a
    kind: share
    why: 'No: yes.'
    text:
      is: ["b", 'say "a"']
    block: {words: ..9}
"""


def test_new_files() -> None:
    assert write_rule(RULE) == WRITTEN
    assert write_pack("mine", [RULE]) == f"format: 1\npack: mine\nrules:\n{WRITTEN}"
    assert write_pack("mine", [], "x.json") == (
        "# yaml-language-server: $schema=x.json\nformat: 1\npack: mine\nrules: []\n"
    )
    assert append_rule("pack: mine\nrules: []", RULE) == f"pack: mine\nrules:\n{WRITTEN}"


@pytest.mark.parametrize("batch", range(BATCHES))
def test_odd_files_keep_their_rules_and_comments(batch: int) -> None:
    sound = 0
    for seed in range(batch, SEEDS, BATCHES):
        odd, faults = OddFile(seed), list[Fault]()
        load_text(odd.text, "odd.yaml", faults)
        made = formatted(odd.text, "odd.yaml", faults)
        assert made is not None, (seed, faults)
        assert [one for one in odd.comments if made.count(one) != 1] == [], seed
        assert canonical(made) == made, seed
        sound += 1
    assert sound == SEEDS / BATCHES
