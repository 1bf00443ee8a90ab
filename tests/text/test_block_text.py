"""A block as rules read it: its folded text, its edges, and the facts that limits speak of."""

import pytest

from cleaner.document.block import Block
from cleaner.text.block_text import BlockText, BlockTexts, count_words

THAI = "เรือข้ามฟากจะกลับมาให้บริการอีกครั้งในวันจันทร์หลังจากพายุพัดท่าเรือเสียหายเมื่อสี่ปีก่อน"


def read(text: str) -> BlockText:
    return BlockText(Block(0, text, "p"))


@pytest.mark.parametrize(
    ("text", "tidied", "whole", "words"),
    [
        ("► “Ferry” Sails: »", '"Ferry" Sails: "', '"ferry" sails', ["ferry", "sails"]),
        ("Ferry", "Ferry", "ferry", ["ferry"]),
        ("Ferry, ferry", "Ferry, ferry", "ferry, ferry", ["ferry", "ferry"]),
        ("►", "", "", []),
        ("", "", "", []),
    ],
)
def test_text(text: str, tidied: str, whole: str, words: list[str]) -> None:
    found = read(text)
    assert (found.tidied, found.folded, found.whole) == (tidied, tidied.lower(), whole)
    assert (found.word_list, found.word_set, found.tail) == (words, frozenset(words), found.folded)
    assert not found.is_long


@pytest.mark.parametrize(("size", "long"), [(1000, False), (1001, True)])
def test_of_long_blocks_the_start_and_the_end_are_read(size: int, long: bool) -> None:
    found = read("Start " + "x" * (size - 10) + " End")
    assert found.is_long is long
    assert bool(found.whole) is not long
    assert ("end" in found.word_set) is not long
    assert found.tail.endswith("end")
    assert found.tail.startswith("start") is not long
    assert len(found.folded) <= 1000


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("Ferry", 1, 1),
        ("The ferry sails.", 3, 1),
        ("The ferry sails. It is blue.", 6, 2),
        ("The ferry sails again", 4, 1),
        ("Version 3.5 of the ferry", 5, 1),
        ("渡轮明天复航", 3, 1),
        pytest.param(
            *("渡轮复航。居民高兴。", 5, 2),
            marks=pytest.mark.xfail(strict=True, reason="in scripts without spaces each mark counts as a whole word"),
        ),
        ("渡轮 ferry", 2, 1),
    ],
)
def test_words_and_sentences(text: str, words: int, sentences: int) -> None:
    assert (read(text).words, read(text).sentences) == (words, sentences)
    assert count_words(text) == words


@pytest.mark.parametrize(("text", "digits"), [("Ferry", 0), ("At 14:30", 4), ("٥ يونيو", 1), ("x" * 1000 + "7", 0)])
def test_digits(text: str, digits: int) -> None:
    assert read(text).digits == digits
    assert read(text).has_digit is (digits > 0)


@pytest.mark.parametrize(
    ("text", "upper"),
    [
        ("FERRY SAILS", True),
        ("FERRY 14:30", True),
        ("Ferry SAILS", False),
        ("ΠΗΓΗ", True),
        ("14:30", False),
        ("渡轮", False),
        ("渡轮 FERRY", True),
        ("渡轮复航了 AP", False),
        ("", False),
    ],
)
def test_capitals(text: str, upper: bool) -> None:
    assert read(text).is_upper is upper


@pytest.mark.parametrize(
    ("text", "closed", "finished", "words"),
    [
        ("The ferry sails.", True, True, 3),
        ("“The ferry sails.”", True, True, 3),
        ("The office said:", True, False, 3),
        ("And so on…", True, False, 3),
        ("The ferry sails", False, False, 0),
        ("The ferry sails. Harbour News", False, False, 3),
        ("The ferry sails. It is blue. Harbour News", False, False, 6),
        ("渡轮复航了。", True, True, 4),
        # scripts that mark no end of a sentence: what is long is prose
        (THAI, True, True, 43),
        (THAI[:60], True, True, 30),
        (THAI[:58], False, False, 0),
    ],
)
def test_end(text: str, closed: bool, finished: bool, words: int) -> None:
    found = read(text)
    assert (found.is_closed, found.is_finished) == (closed, finished)
    assert found.finished_words == (count_words(text) if text == THAI else words)


def test_where_nothing_marks_sentences_length_counts_them() -> None:
    assert read(THAI).words == (len(THAI) + 1) // 2
    assert read(THAI * 3).sentences == read(THAI * 3).words // 30 > 1


@pytest.mark.parametrize("text", ["", "Ferry", "渡轮", THAI])
def test_facts_depend_on_the_text_alone(text: str) -> None:
    one, other = BlockTexts().read([Block(0, text, "p"), Block(7, text, "h2", linked=3)])
    assert (one.block.number, other.block.number, other.block.tag) == (0, 7, "h2")
    assert (one.folded, one.words, one.is_closed) == (other.folded, other.words, other.is_closed)


def test_what_was_worked_out_serves_blocks_that_come_later() -> None:
    texts = BlockTexts()
    (one,) = texts.read([Block(0, "Ferry sails", "p")])
    assert one.word_set == {"ferry", "sails"}
    (same,) = texts.read([Block(1, "Ferry sails", "p")])
    (other,) = texts.read([Block(2, "Ramp torn", "p")])
    assert same.word_set is one.word_set
    assert (same.block.number, one.block.number) == (1, 0)
    assert other.word_set == {"ramp", "torn"}


def test_sets_of_words_are_not_kept_with_each_block() -> None:
    block_text = BlockText(Block(0, "The ferry sails again.", "p"))
    assert block_text.word_set == {"the", "ferry", "sails", "again"}
    assert not {"word_set", "word_list"} & vars(block_text).keys()
