"""The ledger: who owns a block, what protects it, what the evidence makes of it, in whatever order it is told."""

from collections.abc import Callable
from itertools import permutations

import pytest

from cleaner.document.block import Block
from cleaner.document.ledger import EVIDENCE, Claim, Ledger, text_without
from cleaner.document.verdict import Evidence, Note, Trim, Verdict

FOR, AGAINST = Evidence("is.core", 1.5), Evidence("links.all", -2.0)
Entry = Callable[[Ledger], None]


def page(*texts: str) -> Ledger:
    return Ledger([Block(number, text) for number, text in enumerate(texts or ("The ferry sails again.",))])


def weighed(*parts: Evidence) -> Entry:
    return lambda books: books.weigh(0, parts, sum(part.amount for part in parts))


def claimed(size: int, rule: str, kind: str = "related") -> Entry:
    return lambda books: books.claim([0], Claim(size, rule, kind))


def trimmed(start: int, end: int, rule: str = "p/t") -> Entry:
    return lambda books: books.trim(0, Trim(start, end, rule, "tools"))


def shielded(*kinds: str) -> Entry:
    return lambda books: books.shield([0], kinds)


def labelled(kind: str) -> Entry:
    return lambda books: books.label(0, kind)


def verdict_of(*entries: Entry) -> Verdict:
    books = page()
    for enter in entries:
        enter(books)
    (verdict,) = books.verdicts()
    return verdict


@pytest.mark.parametrize(
    ("entries", "kept", "source", "rule", "kind"),
    [
        ([weighed(FOR)], True, "page", "", ""),
        ([weighed(AGAINST)], False, "evidence", "", ""),
        ([weighed(AGAINST), labelled("share")], False, "evidence", "", "share"),
        # nothing said, or as much for as against, is not enough to stay
        ([], False, "evidence", "", ""),
        ([weighed(Evidence("a", 0.5), Evidence("b", -0.5))], False, "evidence", "", ""),
        ([weighed(FOR), weighed(AGAINST)], False, "evidence", "", ""),
        ([weighed(FOR), labelled("share")], True, "page", "", ""),
        # a claim counts for more than any evidence
        ([weighed(FOR), claimed(1, "p/a")], False, "rule", "p/a", "related"),
        ([claimed(1, "p/a"), claimed(3, "p/z", "share")], False, "rule", "p/z", "share"),
        ([claimed(2, "p/b"), claimed(2, "p/a", "poll")], False, "rule", "p/a", "poll"),
        # a full shield stands in for evidence
        ([weighed(AGAINST), shielded("*")], True, "page", "", ""),
        ([weighed(AGAINST), shielded("share")], False, "evidence", "", ""),
        # one from evidence protects from nothing else
        ([weighed(AGAINST), shielded(EVIDENCE)], True, "page", "", ""),
        ([weighed(AGAINST), shielded(EVIDENCE), claimed(1, "p/a")], False, "rule", "p/a", "related"),
        ([weighed(FOR), trimmed(0, 4)], True, "page", "", ""),
        # what is trimmed to nothing is removed by the first trim
        ([weighed(FOR), trimmed(0, 22)], False, "rule", "p/t", "tools"),
        ([weighed(FOR), trimmed(0, 9, "p/u"), trimmed(9, 21, "p/v")], False, "rule", "p/u", "tools"),
    ],
)
def test_verdict(entries: list[Entry], kept: bool, source: str, rule: str, kind: str) -> None:
    for order in permutations(entries):
        verdict = verdict_of(*order)
        assert (verdict.kept, verdict.source, verdict.rule, verdict.kind) == (kept, source, rule, kind)


@pytest.mark.parametrize(
    ("claims", "also"),
    [
        ([claimed(1, "p/a")], ()),
        ([claimed(1, "p/a"), claimed(1, "p/a")], ()),
        ([claimed(1, "p/a"), claimed(5, "p/c"), claimed(3, "p/b")], ("p/b", "p/a")),
        ([claimed(1, "p/c"), claimed(1, "p/a"), claimed(1, "p/b")], ("p/b", "p/c")),
    ],
)
def test_other_rules_that_would_have_taken_it(claims: list[Entry], also: tuple[str, ...]) -> None:
    for order in permutations(claims):
        assert verdict_of(*order).also == also


def test_evidence_comes_with_the_longest_part_first_in_any_order() -> None:
    parts = [weighed(FOR, AGAINST), weighed(Evidence("rule", 1.0)), weighed(Evidence("other", 0.2))]
    for order in permutations(parts):
        assert [one.source for one in verdict_of(*order).evidence] == ["is.core", "links.all", "other", "rule"]


@pytest.mark.parametrize(
    ("entries", "spans"),
    [
        ([trimmed(4, 9)], [(4, 9)]),
        ([trimmed(10, 15), trimmed(0, 3)], [(0, 3), (10, 15)]),
        ([trimmed(0, 9), trimmed(4, 15)], [(0, 9), (9, 15)]),
        ([trimmed(0, 15), trimmed(4, 9)], [(0, 15)]),
        ([trimmed(0, 4), trimmed(0, 9)], [(0, 9)]),
        ([trimmed(0, 4), trimmed(4, 9)], [(0, 4), (4, 9)]),
        ([trimmed(0, 4, "p/a"), trimmed(0, 4, "p/b")], [(0, 4)]),
    ],
)
def test_trims_never_overlap(entries: list[Entry], spans: list[tuple[int, int]]) -> None:
    for order in permutations(entries):
        assert [(one.start, one.end) for one in verdict_of(weighed(FOR), *order).trims] == spans


@pytest.mark.parametrize(
    ("kinds", "kind", "protects"),
    [
        ((), "share", False),
        (("share",), "share", True),
        (("share",), "related", False),
        (("share", "related"), "related", True),
        (("*",), "related", True),
        ((EVIDENCE,), "related", False),
        (("*",), EVIDENCE, True),
        # parts of articles are taken where somebody asked for it, and protected where a rule names them
        (("*",), "standfirst", False),
        (("standfirst",), "standfirst", True),
    ],
)
def test_shields(kinds: tuple[str, ...], kind: str, protects: bool) -> None:
    books = page("one", "two")
    books.shield([0], kinds)
    assert books.shields(0, kind) is protects
    assert not books.shields(1, kind)


def test_the_book_as_it_stands() -> None:
    books = page("one", "two", "three", "four")
    for number, balance in enumerate((1.0, -1.0, 2.0)):
        books.weigh(number, (), balance)
    books.claim([2, 3], Claim(2, "p/a", "share"))
    assert books.kept() == [0]
    assert [books.is_kept(number) for number in range(4)] == [True, False, False, False]
    assert [books.is_claimed(number) for number in range(4)] == [False, False, True, True]
    assert [books.balance(number) for number in range(4)] == [1.0, -1.0, 2.0, 0.0]
    assert books.owners() == {2: "p/a", 3: "p/a"}
    assert [verdict.kept for verdict in books.verdicts()] == [True, False, False, False]
    books.claim([3], Claim(9, "p/b", "share"))
    assert books.owners() == {2: "p/a", 3: "p/b"}


def test_notes_come_in_block_order_and_once() -> None:
    notes = [Note("p/b", "mass", 4, 5), Note("p/a", "root", 0, 9), Note("p/b", "hits", 4, 5), Note("p/a", "mass", 4, 6)]
    books = page()
    for note in (*notes, notes[0]):
        books.note(note)
    assert books.notes() == (notes[1], notes[3], notes[2], notes[0])


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        ([], "Photo: Lind The ferry sails"),
        ([(0, 12)], "The ferry sails"),
        ([(7, 12), (0, 8)], "The ferry sails"),
        ([(0, 27)], ""),
    ],
)
def test_text_without_trims_is_one_line(spans: list[tuple[int, int]], left: str) -> None:
    block = Block(0, "Photo: Lind The ferry sails", breaks=(11,))
    assert text_without(block, [Trim(start, end, "p/a", "related") for start, end in spans]) == left
