"""Texts and numbers written anew: the value is the same, the lines have another indentation."""

import pytest
import yaml

from cleaner.rules.scalar_lines import in_brackets, is_block_text, keeps_blank_lines, key_text, scalar_lines

LINES = {
    "one line": ("a", 0, ["a"]),
    "nothing": ("", 0, [""]),
    "a number": ("1.50", 0, ["1.50"]),
    "plain": ("a\n  b\n\n     c", 0, ["a", "    b", "", "    c"]),
    "in quotes": ('"a  \n\t b"', 0, ['"a', '    b"']),
    "an escaped end of line": ('"a \\\n  \\ b"', 0, ['"a \\', '    \\ b"']),
    "an escaped blank": ('"a\\ \n  b"', 0, ['"a\\ ', '    b"']),
    "lines": ("|\n  a\n   b\n", 0, ["|", "    a", "     b"]),
    "without the comment behind the sign": ("|  # x\n  a\n", 0, ["|", "    a"]),
    "and without blank lines that mean nothing": ("|-\n  a\n\n\n", 0, ["|-", "    a"]),
    "with those that do": ("|+\n  a\n\n\n", 0, ["|+", "    a", "", ""]),
    "blank lines first": (">\n\n  a\n", 0, [">", "", "    a"]),
    "blank lines of blanks": ("|\n  a\n \n    \n  b\n", 0, ["|", "    a", "", "      ", "    b"]),
    "a told depth counts from the margin": ("|3-\n      a\n", 2, ["|2-", "     a"]),
    "in any order of signs": ("|-3\n      a\n", 2, ["|2-", "     a"]),
    "only blank lines": ("|+\n\n\n", 0, ["|+", "", ""]),
    "no end of the last line": ("|\n  a", 0, ["|-", "    a"]),
    "nor one that counts": ("|+\n  a", 0, ["|-", "    a"]),
}


@pytest.mark.parametrize(("said", "margin", "lines"), LINES.values(), ids=LINES)
def test_lines(said: str, margin: int, lines: list[str]) -> None:
    assert scalar_lines(said, margin, 4) == lines
    before = f"{' ' * margin}k: {said}"
    after = "\n".join(["a:", f"  k: {lines[0]}", *lines[1:], ""])
    assert yaml.safe_load(after)["a"] == yaml.safe_load(before)


@pytest.mark.parametrize(
    ("said", "is_block", "keeps"),
    [
        ("|\n a\n", True, False),
        (">2-\n a\n", True, False),
        ("|+\n a\n", True, True),
        (">2+\n a\n", True, True),
        ('"|+"', False, False),
        ("a", False, False),
        ("", False, False),
    ],
)
def test_signs(said: str, is_block: bool, keeps: bool) -> None:
    assert (is_block_text(said), keeps_blank_lines(said)) == (is_block, keeps)


@pytest.mark.parametrize(
    ("said", "text", "key"),
    [
        ("is", "is", "is"),
        ("'no'", "no", "'no'"),
        ("", "", '""'),
        ('"a\n  b"', "a b", '"a b"'),
        ("|\n  é\n", "é\n", '"é\\n"'),
    ],
)
def test_keys(said: str, text: str, key: str) -> None:
    assert key_text(said, text) == key
    assert yaml.safe_load(f"{key}: 1") == {text: 1}


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("a", "a"),
        ("a b", "a b"),
        ("a,b", '"a,b"'),
        ("a[b]", '"a[b]"'),
        ("{n}: x?", '"{n}: x?"'),
        ('a[b="c"]', "'a[b=\"c\"]'"),
        ('a[b="it\'s"]', "'a[b=\"it''s\"]'"),
        ("a\\b, c", "'a\\b, c'"),
        ('"a, b"', '"a, b"'),
        ("'a, b'", "'a, b'"),
    ],
)
def test_brackets(said: str, written: str) -> None:
    assert in_brackets(said) == written
    assert yaml.safe_load(f"[{written}]") == [yaml.safe_load(said) if said != "{n}: x?" else said]
