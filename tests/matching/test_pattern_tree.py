"""A `like` pattern as a tree, and what follows from it: its length, and the words without which nothing matches."""

from math import inf

import pytest

from cleaner.matching.pattern_tree import (
    MAX_CHARS,
    Choice,
    Hole,
    LikeError,
    Literal,
    Node,
    Nodes,
    gate,
    has_number,
    hints,
    most_words,
    parse,
    walk,
)


def told(nodes: Nodes) -> str:
    """Return a tree in signs: `'text'`, `<name>`, `(a/b)` and `[a/b]`."""
    return " ".join(map(_told, nodes))


def _told(node: Node) -> str:
    if isinstance(node, Literal):
        return repr(node.text)
    if isinstance(node, Hole):
        return f"<{node.name}>" if (node.low, node.high) == (1, 1) else f"<{node.name} {node.low}-{node.high}>"
    return ("[{}]" if node.is_optional else "({})").format("/".join(map(told, node.branches)))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", ""),
        ("by", "'by'"),
        ("by {name}", "'by' ' ' <name>"),
        ("by{name}", "'by' <name>"),
        ("{words:2-5}", "<words 2-5>"),
        ("{words:1-1} {rest}", "<words> ' ' <rest>"),
        ("(a|b c)", "('a'/'b' ' ' 'c')"),
        ("[a]", "['a']"),
        ("[a|b]", "['a'/'b']"),
        ("a [b [c]]", "'a' ' ' ['b' ' ' ['c']]"),
        # nothing to choose from
        ("(dpa)", "'(' 'dpa' ')'"),
        ("(a|)", "('a'/)"),
        ("a | b", "'a' ' ' '|' ' ' 'b'"),
        # texts are tidied, and so are patterns
        ("a – b…", "'a' ' ' '-' ' ' 'b...'"),
        ("  a   b ", "'a' ' ' 'b'"),
        ("[- a] b", "['-' ' ' 'a'] ' ' 'b'"),
    ],
)
def test_parse(text: str, tree: str) -> None:
    assert told(parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(a|b", "expected a closing )"),
        ("[a", "expected a closing ]"),
        ("{name", "expected a closing }"),
        ("a)", "found ')' that nothing opens"),
        ("a]", "found ']' that nothing opens"),
        ("a}", "found '}' that nothing opens"),
        ("(a]", "found ']' that nothing opens"),
        ("{who}", "unknown {who}; known are {name} {word} {n} {date} {time} {url} {email} {handle} {words:a-b} {rest}"),
        ("{words}", "unknown {words}"),
        ("{words:0-2}", "expected {words:a-b} with 1 <= a <= b <= 12, found {words:0-2}"),
        ("{words:3-2}", "found {words:3-2}"),
        ("{words:1-13}", "found {words:1-13}"),
        ("a" * (MAX_CHARS + 1), "a pattern has at most 1,000 characters, found 1,001: 'aaa"),
        ("[" * 6 + "a" + "]" * 6, "brackets stand in brackets at most 5 deep"),
    ],
)
def test_what_is_no_pattern(text: str, message: str) -> None:
    with pytest.raises(LikeError) as error:
        parse(text)
    assert message in str(error.value)


@pytest.mark.parametrize("text", ["a" * MAX_CHARS, "[" * 5 + "a" + "]" * 5, "{words:1-12}"])
def test_what_is_just_allowed(text: str) -> None:
    assert parse(text)


def test_walk_goes_into_choices() -> None:
    found = list(walk(parse("a (b|[c {n}]) d")))
    assert [node.text for node in found if isinstance(node, Literal)] == ["a", " ", "b", "c", " ", " ", "d"]
    assert [node.is_optional for node in found if isinstance(node, Choice)] == [False, True]
    assert Hole("n") in found


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("read more", 2),
        ("read [more] now", 3),
        ("(a|b c d) e", 4),
        ("{n} {word}", 2),
        ("{words:1-5} {words:2-3}", 8),
        ("{name}", 14),
        ("{date}", 7),
        ("{time}", 3),
        ("read {rest}", inf),
        ("责任编辑", inf),
        # a name may be of a script without blanks, where the pattern is
        ("Автор: {name}", inf),
        ("Автор: {word}", 2),
    ],
)
def test_most_words(text: str, most: float) -> None:
    assert most_words(parse(text)) == most


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("{n} views", True),
        ("on {date}", True),
        ("at {time}", True),
        ("5 views", False),
        ("[{n}] views", False),
        ("({n}|no) views", False),
    ],
)
def test_numbers(text: str, has: bool) -> None:
    assert has_number(parse(text)) is has


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("read more", {"read"}),
        ("a story", {"story"}),
        ("Photo by {name}", {"photo"}),
        ("{name} is (a|an) (reporter|correspondent) {rest}", {"reporter", "correspondent"}),
        # a branch without a word says nothing
        ("by (a|{name}) {rest}", {"by"}),
        ("({n}|no) {word}", set()),
        ("[more] {n}", set()),
        # what a wildcard or another branch may grow into is no word
        ("{n}views", set()),
        ("view[s] {n}", set()),
        ("Published[:] {word}", {"published"}),
        ("责任编辑：{name}", set()),
    ],
)
def test_gate(text: str, words: set[str]) -> None:
    assert gate(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("read more", {"read"}),
        ("{n}views", {"views"}),
        ("责任编辑：{name}", {"责任编辑:"}),
        ("{n} (comments|replies)", {"comments", "replies"}),
        ("{n} (a|replies) Posted", {"posted"}),
        ("{email}", {"@"}),
        ("{handle} {n}", {"@"}),
        ("{n}", {""}),
    ],
)
def test_hints(text: str, pieces: set[str]) -> None:
    assert hints(parse(text)) == pieces
