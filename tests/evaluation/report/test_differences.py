"""The truth and the article as one row of pieces, each with its reason."""

import pytest

from cleaner.document.block import Block
from cleaner.document.verdict import Evidence, Verdict
from cleaner.evaluation.report.differences import differences
from cleaner.evaluation.report.reasons import NOWHERE, Reasons
from cleaner.scoring.words import split_words
from tests.evaluation.report.articles import FERRY, TICKETS, article_of


@pytest.mark.parametrize(
    ("truth", "output", "pieces"),
    [
        ("", "", []),
        ("Boat", "Boat", [("same", "Boat")]),
        ("Boat", "", [("lost", "Boat")]),
        ("", "Boat", [("extra", "Boat")]),
        ("a b c", "a x c", [("same", "a"), ("lost", "b"), ("extra", "x"), ("same", "c")]),
        # each line of the truth that was lost is a piece, and each block that is too much
        ("a\nb", "", [("lost", "a"), ("lost", "b")]),
        ("", "a\nb", [("extra", "a"), ("extra", "b")]),
        # case and marks make no difference, and the output's are shown
        ("the FERRY - sails!", "The ferry sails.", [("same", "The ferry sails.")]),
        ("渡轮复航", "渡轮停航", [("same", "渡轮"), ("lost", "复"), ("extra", "停"), ("same", "航")]),
    ],
    ids=["nothing", "same", "lost", "extra", "both", "lines", "blocks", "case", "letters"],
)
def test_differences(truth: str, output: str, pieces: list[tuple[str, str]]) -> None:
    article = article_of(*(Verdict(Block(at, line), True) for at, line in enumerate(output.split("\n"))))
    found = differences(truth, output, Reasons(article, {}))
    assert [(piece.sort, piece.text.strip()) for piece in found] == pieces


def test_differences_name_their_reasons() -> None:
    article = article_of(
        Verdict(Block(0, FERRY), True, evidence=(Evidence("trafilatura", 1.0),)),
        Verdict(Block(1, "Leave a Reply"), False, "rule", "generic/comments.form", "comments"),
        Verdict(Block(2, TICKETS), True),
    )
    truth = f"{FERRY.replace('of Skagen ', '')}\nLeave a Reply\nLeave no stone unturned.\n{TICKETS}"
    found = differences(truth, article.text, Reasons(article, {}))
    assert [(piece.sort, piece.text.strip()) for piece in found if piece.sort != "same"] == [
        ("extra", "of Skagen"),
        ("lost", "Leave a Reply"),
        ("lost", "Leave no stone unturned."),
    ]
    kept, taken, absent = (piece.reason for piece in found if piece.sort != "same")
    assert kept.startswith("kept: ")
    assert "generic/comments.form" in taken
    assert absent == NOWHERE


@pytest.mark.parametrize(
    "text", ["İstanbul'da iki yüz İNCE kâğıt - hâlâ", "会員は 一晩百円で、借りられる。", "- –\n…", "a"]
)
def test_all_that_is_written_is_shown(text: str) -> None:
    shown = "".join(piece.text for piece in differences(text, "", Reasons(article_of(), {})))
    assert split_words(shown) == split_words(text)
