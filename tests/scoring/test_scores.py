"""Scores, worked out by hand."""

import pytest

from cleaner.io.known_set import Truth
from cleaner.scoring.scores import Overlap, foreign_lines, is_lost, score_page, score_set, word_f1
from cleaner.scoring.words import shingles, split_words

RIGHT = Truth(
    "a", "The ferry sails on Monday.\n\nTickets cost four crowns.", paragraphs=("The ferry sails on Monday.",)
)


def test_words() -> None:
    assert split_words("Don't, 5月の渡し舟 and 선착장") == ["don", "t", *"5月の渡し舟", "and", *"선착장"]
    assert shingles(["a", "b"]) == {("a", "b"): 1}
    assert shingles([]) == {}
    assert shingles(list("abcdabcd"))["a", "b", "c", "d"] == 2


def test_a_perfect_page() -> None:
    score = score_page(RIGHT.body, RIGHT)
    assert (score.precision, score.recall, score.f1, score.exact, score.foreign) == (1, 1, 1, True, ())
    assert score.shingles == Overlap(1.0, 0.0, 0.0)
    assert score.paragraph_f1 == pytest.approx(2 / 3)  # one of two lines, and the one paragraph there is


def test_half_a_page() -> None:
    score = score_page("the FERRY sails on Monday; leave a reply", RIGHT)
    assert (score.precision, score.recall) == (5 / 8, 5 / 9)
    assert score.f1 == word_f1("the FERRY sails on Monday; leave a reply", RIGHT.body) == pytest.approx(10 / 17)
    # two runs of four shared; three more in the output, four more in the truth
    assert score.shingles == Overlap(2 / 9, 3 / 9, 4 / 9)
    assert score.shingles.precision == pytest.approx(2 / 5)
    assert score.shingles.recall == pytest.approx(2 / 6)


@pytest.mark.parametrize(
    ("own", "other", "lost"),
    [
        ("the ferry", RIGHT.body, True),
        ("", RIGHT.body, True),
        ("the ferry", "the ferry sails", False),  # nobody has it
        (RIGHT.body, "", False),
    ],
)
def test_lost(own: str, other: str, lost: bool) -> None:
    assert is_lost(score_page(own, RIGHT), score_page(other, RIGHT)) is lost


def test_nothing() -> None:
    empty = Truth("a", "")
    assert score_page("", RIGHT).f1 == 0
    assert score_page("", empty).f1 == 1
    assert (score_page("words", empty).precision, score_page("words", empty).recall) == (0, 0)


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("The ferry sails on Monday", False),
        ("Leave a reply below", True),
        ("Monday", False),
        ("Advertisement", True),
        ("Ferry back at last", False),  # the page's title
        ("Ferry", False),
        ("***", False),
    ],
)
def test_foreign_lines(line: str, foreign: bool) -> None:
    truth = Truth("a", RIGHT.body, page_title="Ferry back at last | The Daily Ferry")
    assert foreign_lines(line, truth) == ((line,) if foreign else ())


def test_a_share_of_one_fifth_is_not_foreign() -> None:
    words = " ".join(f"w{number}" for number in range(9))
    assert foreign_lines(f"{words} x1 x2 x3", Truth("a", "w0 w1 w2 w3")) == ()  # 2 of 10 runs


def test_snippets() -> None:
    truth = Truth("a", RIGHT.body, wanted=("on  MONDAY.", "by boat"), unwanted=("Leave a Reply",))
    score = score_page("The ferry sails\non Monday. Leave a reply", truth)
    assert (score.wanted, score.unwanted) == ((True, False), (True,))


def test_a_set() -> None:
    both = score_set([score_page(RIGHT.body, RIGHT), score_page("Leave a reply", RIGHT)])
    assert (both.pages, both.f1, both.exact, both.foreign) == (2, 0.5, 0.5, 0.5)
    assert (both.wanted, both.unwanted) == (None, None)
    # the second page: one run of three words in the output, six of four in the truth
    assert both.shingles.precision == pytest.approx(1 / (1 + 1 / 7))
    assert both.shingles.recall == pytest.approx(1 / (1 + 6 / 7))
    with pytest.raises(ValueError, match="no pages"):
        score_set([])
