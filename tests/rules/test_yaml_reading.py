"""YAML that makes a small file large, deep, or read differently from how it looks."""

import time

import pytest

from cleaner.rules.yaml_source import MAX_BYTES, Source

LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
HOSTILE = [
    (LAUGHS, 1, "the anchor &a0"),
    (LAUGHS, 2, "the alias *a0"),
    ("a: &a [*a]\n", 1, "the alias *a"),
    ("format: 1\nrules: " + "[" * 900 + "]" * 900, 2, "at most 20 deep"),
    ("a: 1\nb: " + "{a: " * 900 + "}" * 900, 2, "at most 20 deep"),
    ("- " * 900_000, 1, "at most 20 deep"),
    ("[" * 1_000_000, 1, "nesting depth"),
    ("? " * 900_000, 1, "at most 20 deep"),
    ("a: 1\nb: !!python/object:os.system x\n", 2, "the tag"),
    ("a: !mine x\n", 1, "the tag !mine"),
    ("%TAG ! x\n--- !foo\na: 1\n", 1, "%TAG"),
    ("a: 1\n---\nb: 2\n", 2, "second document"),
    ("a: 1\n? [b]\n: c\n", 2, "expected a key"),
    ("a: 1\n&b c: d\n", 2, "the anchor &b"),
    ("a:\n\t- b\n", 2, "a tab"),
    ("a: 1\nb: \x01\n", 2, "control characters"),
    ("a: on\n", 1, "unquoted on means true"),
    ("status: off\n", 1, "unquoted off means false"),
    ("status: [on]\n", 1, "unquoted on means true"),
    ("- *x\n" * 100_000, 1, "the alias *x"),
    ("- *x\n" * 100_000, 200, "too many faults"),
    ("x" * (MAX_BYTES + 1), 1, "split the file"),
]


@pytest.mark.parametrize(("text", "line", "message"), HOSTILE, ids=[f"{m}-{n}" for _, n, m in HOSTILE])
def test_hostile(text: str, line: int, message: str) -> None:
    source, begin = Source("some.yaml"), time.process_time()
    source.read(text)
    assert time.process_time() - begin < 2
    assert any(fault.line == line and message in fault.message for fault in source.faults)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: {b: [1, 2.5, null, true, x, '1', \"yes\"]}\n", {"a": {"b": [1, 2.5, None, True, "x", "1", "yes"]}}),
        ("\ufeffa: 0x1F\n", {"a": "0x1F"}),
        ("a: |\n  two\n  lines\nb: >-\n  one\n  line\n", {"a": "two\nlines\n", "b": "one line"}),
        ("a: " + "9" * 5_000, {"a": "9" * 5_000}),
        ("a:\n  - status: on\n", {"a": [{"status": "on"}]}),
        ("<<: {a: 1}\n", {"<<": {"a": 1}}),
        ("[" * 20 + "]" * 20, [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]),
    ],
)
def test_plain(text: str, value: object) -> None:
    source = Source("some.yaml")
    assert source.read(text) == value
    assert source.faults == []
