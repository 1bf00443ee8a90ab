"""YAML as a tree: what belongs to which value, above all the comments."""

from typing import Any

import pytest

from cleaner.rules.yaml_tree import Item, Node, read_tree


def told(item: Item) -> Any:
    """Return an entry as plain values: its key, value and comments, as far as it has them."""
    value: Any = item.value.said if item.value.sort == "scalar" else [told(one) for one in item.value.items]
    parts = {
        "key": item.key.said if item.key else None,
        "heads": item.heads,
        "opening": item.value.opening,
        "note": item.note,
        "tail": item.value.tail,
    }
    said = {name: part for name, part in parts.items() if part}
    return {**said, "is": value} if said else value


CASES = {
    "a scalar": ("a", "a"),
    "lists": ("[a, [b], []]", ["a", ["b"], []]),
    "a map": ("a: 1\nb:\n", [{"key": "a", "is": "1"}, {"key": "b", "is": ""}]),
    "above and behind": (
        "# top\n- a  # one\n# two\n- b\n",
        {"heads": ["# top"], "is": [{"note": "  # one", "is": "a"}, {"heads": ["# two"], "is": "b"}]},
    ),
    "the blanks before it": (
        "- a     # x\n- b\t# y\n",
        [{"note": "     # x", "is": "a"}, {"note": "  # y", "is": "b"}],
    ),
    "blanks and tabs": ("- a \t # x\n- [b]# y\n", [{"note": "  # x", "is": "a"}, {"note": "  # y", "is": ["b"]}]),
    "blank lines are no matter": ("- a\n\n# x\n\n- b\n", ["a", {"heads": ["# x"], "is": "b"}]),
    "deeper than the next": (
        "a:\n  - b\n  # x\n# y\nc: d\n",
        [{"key": "a", "tail": ["# x"], "is": ["b"]}, {"key": "c", "heads": ["# y"], "is": "d"}],
    ),
    "as deep as what it ends": (
        "a:\n  b:\n    - c\n   # x\n    # y\n",
        [{"key": "a", "tail": ["# x", "# y"], "is": [{"key": "b", "is": ["c"]}]}],
    ),
    "below a text": ("a: b\n    # x\nc: d\n", [{"key": "a", "is": "b"}, {"key": "c", "heads": ["# x"], "is": "d"}]),
    "behind a key": (
        "a:  # x\n  # y\n  - b\n",
        [{"key": "a", "opening": "# x", "is": [{"heads": ["# y"], "is": "b"}]}],
    ),
    "behind a key with a text": (
        "a:  # x\n  # y\n  b\n",
        [{"key": "a", "opening": "# x", "heads": ["# y"], "is": "b"}],
    ),
    "behind the sign of a text": ("a: |  # x\n  b # y\n", [{"key": "a", "opening": "# x", "is": "|  # x\n  b # y\n"}]),
    "behind a dash below lines": (
        "- |\n  a\n-  # x\n  b: c\n",
        ["|\n  a\n", {"heads": ["# x"], "is": [{"key": "b", "is": "c"}]}],
    ),
    "behind a dash": ("-  # x\n  a: b\n", [{"heads": ["# x"], "is": [{"key": "a", "is": "b"}]}]),
    "in brackets": (
        "[  # x\n a, # y\n # z\n b # q\n # r\n ] # s\n",
        {
            "opening": "# x",
            "note": " # s",
            "tail": ["# r"],
            "is": [{"note": "# y", "is": "a"}, {"heads": ["# z"], "note": "# q", "is": "b"}],
        },
    ),
    "in empty brackets": ("a: [  # x\n # y\n ]\n", [{"key": "a", "opening": "# x", "tail": ["# y"], "is": []}]),
    "behind a last value": (
        "a:\n  b: [c]  # x\nd: e\n",
        [{"key": "a", "is": [{"key": "b", "note": "  # x", "is": ["c"]}]}, {"key": "d", "is": "e"}],
    ),
    "no comments": ("- \"# x\"\n- a#b\n- '#'\n", ['"# x"', "a#b", "'#'"]),
    "a document's marks": (
        "--- # x\na: b\n... # y\n",
        {"heads": ["# x"], "tail": ["# y"], "is": [{"key": "a", "is": "b"}]},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_tree(text: str, wanted: Any) -> None:
    top = read_tree(text)
    assert top
    assert told(top) == wanted


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n"])
def test_nothing(text: str) -> None:
    assert read_tree(text) is None


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("'it''s'", "'it''s'", "it's"),
        ('"\\u00e9"', '"\\u00e9"', "é"),
        ("|\n a\n", "|\n a\n", "a\n"),
        ("12", "12", "12"),
    ],
)
def test_scalars(text: str, said: str, meant: str) -> None:
    assert read_tree(text) == Item(None, Node("scalar", 0, said=said, text=meant))


@pytest.mark.parametrize(
    ("text", "columns", "is_block"),
    [("a:\n   - b\n", (0, 3), True), ("  a: {b: c}", (2, 5), False), ("a: []", (0, 3), False)],
)
def test_where_entries_stand(text: str, columns: tuple[int, int], is_block: bool) -> None:
    top = read_tree(text)
    assert top
    inside = top.value.items[0].value
    assert (top.value.column, inside.column, inside.is_block) == (*columns, is_block)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b\nc: [", r"\(line [23]\)"),
        ("a: b\n\tc: d", r"\(line 2\)"),
        ("a: &x b", r"expected no anchors and aliases, found 'x' \(line 1\)"),
        ("a: &x b\nc: *x", r"found 'x' \(line 1\)"),
        ("a: !b c", r"expected no tags, found '!b' \(line 1\)"),
        ("\n{a: b}: c", r"expected a key, found a map \(line 2\)"),
        ("a: b\n--- # x\nc: d", r"expected one document, found a second one \(line 3\)"),
        ("a: b\r\nc: d", r"expected lines that end with LF or CRLF, found '\\r' \(line 1\)"),
        ("a:\n  'b\x85c'", r"found '\\x85' \(line 2\)"),
        ("a: \x07", "characters are not allowed"),
    ],
)
def test_what_has_no_tree(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_tree(text)
