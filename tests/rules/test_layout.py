"""How lists stand in rule files: one line or one entry a line, what is sorted, where comments stay."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.rules.canonical import canonical
from cleaner.rules.layout import WIDTH, laid_out

A, B, C = (letter * 50 for letter in "abc")

CASES = {
    "what fits is one line, sorted": ('is:\n  - "b"\n  - "a"', 'is: ["a", "b"]'),
    "what does not fit is an entry a line": (f"is: [{C}, {A}, {B}]", f"is:\n  - {A}\n  - {B}\n  - {C}"),
    "scripts come together": ('is: ["Ж", "z", "я", "Á", "a"]', 'is: ["a", "z", "Á", "Ж", "я"]'),
    "case, marks and bullets do not count": ('starts: ["» b", "B:", "A"]', 'starts: ["A", "» b", "B:"]'),
    "each language is a list": ("has: {de: [b, a], en: [d, c]}", "has: {de: [a, b], en: [c, d]}"),
    "selectors are sorted": ("css: [.b, .a]", "css: [.a, .b]"),
    "a quoted language": ('has:\n  "no": [b, a]', 'has:\n  "no": [a, b]'),
    "examples keep their order": ("remove: [b, a]", "remove: [b, a]"),
    "and are an entry a line": (f"keep: [{C}, {A}, {B}]", f"keep:\n  - {C}\n  - {A}\n  - {B}"),
    "commas get quotes on one line": ('like:\n  - (a|b), c\n  - "d"', 'like: ["(a|b), c", "d"]'),
    "and brackets with quotes in them": ('css:\n  - a[b="c"]', "css: ['a[b=\"c\"]']"),
    "a map that is too long": (f"text: {{is: [{A}], has: [{B}, a]}}", f"text:\n  is: [{A}]\n  has: [a, {B}]"),
    "maps in a list": (
        f"except:\n  - {{hosts: [{A}], text: {{has: [{B}, a]}}}}\n  - {{hosts: [a]}}",
        f"except:\n  - hosts: [{A}]\n    text: {{has: [a, {B}]}}\n  - {{hosts: [a]}}",
    ),
    "a comment behind an entry goes with it": ('is:\n  - "b"   # bee\n  - "a"', 'is:\n  - "a"\n  - "b"  # bee'),
    "a comment above entries heads a group": (
        "is:\n  # German\n  - d\n  - c\n  # Turkish\n  - b\n  - a\n  # the end",
        "is:\n  # German\n  - c\n  - d\n  # Turkish\n  - a\n  - b\n  # the end",
    ),
    "comments in brackets": (
        "is: [b, a,  # first\n  # group\n  d, c # last\n  # the end\n  ]",
        "is:\n  - a  # first\n  - b\n  # group\n  - c  # last\n  - d\n  # the end",
    ),
    "comments in braces": ("where: {langs: [de], # x\n  hosts: [a]}", "where:\n  langs: [de]  # x\n  hosts: [a]"),
    "a comment behind a list stays with its key": (
        f"css: [{C}, {A}, {B}] # c",
        f"css:  # c\n  - {A}\n  - {B}\n  - {C}",
    ),
    "also on one line": ("css:  # c\n  - .b\n  - .a", "css: [.a, .b]  # c"),
    "a hash in quotes is no comment": ('css: ["#b", "#a"]', 'css: ["#a", "#b"]'),
    "texts of several lines are their writer's": ("is:\n  - >\n    b\n    c\n  - a", "is:\n  - >\n    b\n    c\n  - a"),
    "nothing in it": ("is: []\nwhere: {}", "is: []\nwhere: {}"),
    "no YAML": ("is: [b, a", "is: [b, a"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_layout(before: str, after: str) -> None:
    assert laid_out(before) == after
    assert laid_out(after) == after


def test_the_last_character_of_a_line() -> None:
    fits = f'is: ["{"a" * (WIDTH - 8)}"]'
    assert laid_out(fits) == fits
    assert laid_out(fits.replace('"]', 'a"]')).count("\n") == 1


UNTIDY = """\
# about the file
pack: mine
rules:
  # the first one
  - kind: share  # a kind
    text: {is: [b, a,  # first
      # group
      c]}  # all of it
    # why these
    css:
      - .c  # see
      - .b
      # group
      - .a
      # no more
    # its name
    id: share.bar

  # the second one
  - css: [.b, .a]
    id: share.two
  # the end
# of all
format: 1  # one
"""
TIDY = """\
# about the file
# of all
format: 1  # one
pack: mine
rules:
  # the first one
  # its name
  - id: share.bar
    kind: share  # a kind
    # why these
    css:
      - .b
      - .c  # see
      # group
      - .a
      # no more
    text:  # all of it
      is:
        - a  # first
        - b
        # group
        - c

  # the second one
  - id: share.two
    css: [.a, .b]
  # the end
"""


def test_comments_go_where_their_keys_and_entries_go() -> None:
    assert canonical(UNTIDY) == TIDY
    assert canonical(TIDY) == TIDY


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text("aB éЖ,:#'\"[]{}()|>-?*&!%@`=~\\", min_size=1, max_size=40), min_size=1, max_size=9),
    st.sampled_from(["is", "css", "remove"]),
    st.booleans(),
)
def test_any_texts_stay_what_they_are(texts: list[str], key: str, is_flow: bool) -> None:
    style = None if is_flow else False
    before = yaml.safe_dump({"rules": [{key: texts}]}, default_flow_style=style, allow_unicode=True, width=10**6)
    after = canonical(before)
    assert canonical(after) == after
    found = yaml.safe_load(after)["rules"][0][key]
    assert found == texts if key == "remove" else sorted(found) == sorted(texts)
