"""Lines torn at links and bold words, and what tells them."""

import time

import pytest

from cleaner.text.split_lines import cut_lines
from cleaner.text.text_form import recognise
from cleaner.text.torn_lines import count_marks, mend

TORN = """\
Ferry sails again
The council of
Norrick
voted on Tuesday evening to reopen the old ferry line to
Holm and Sund
, the harbour office said
on its page
.
Residents had asked for it
twice
.
What it costs
The fare is twelve crowns.
More news"""


def test_torn_lines_are_recognised_and_mended() -> None:
    told = recognise(TORN)
    assert (told.form, told.signs) == ("torn", "3 lines begin with a mark that ends a word")
    assert [block.text for block in cut_lines(TORN)] == [
        "Ferry sails again",
        "The council of Norrick voted on Tuesday evening to reopen the old ferry line to Holm and Sund, the harbour"
        " office said on its page.",
        "Residents had asked for it twice.",
        "What it costs",
        "The fare is twelve crowns.",
        "More news",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Rope", "milk", "bread"], False),
        (["The ferry", ", which sails", "again", "."], True),
        (["The ferry", ", which sails again."], False),
        (["The ferry", ", which sails", "again", ".", *["Line"] * 500], False),
        (["Weight", ".5 kg", "Height", ".8 m", ".9 m"], False),
        (["海岛渡轮", "，周一恢复通航", "。"], True),
    ],
    ids=["small letters alone", "two marks", "one mark", "few of many", "numbers", "Chinese"],
)
def test_only_marks_tell_that_a_text_is_torn(lines: list[str], expected: bool) -> None:
    assert (count_marks(lines) > 0) is expected


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        (["A sentence that ends.", "small letters"], 2),
        (["He said:", "small letters"], 2),
        (["What the harbour council now said on", "Norrick", "and its ferry line."], 1),
        (["Local news", "Norrick", "and its ferry line."], 2),
        (["What the harbour council now said on", "Norrick", "The ferry line."], 3),
        (["Rust was found in the cables;", "nobody knew how deep it went."], 1),
        (["Das Schiff war im", "März", "auf einen Fels gelaufen."], 1),
        ([], 0),
    ],
    ids=[
        "after an end",
        "after a colon",
        "a link within",
        "a heading above",
        "nothing goes on",
        "half a sentence",
        "a short word",
        "nothing",
    ],
)
def test_what_goes_on_is_joined(lines: list[str], mended: int) -> None:
    assert len(mend(lines)) == mended


YARD = ["The yard of the county of", "Norrick", "and", "12", "towns ordered the", "Island Rover", "2 in 2019", "."]


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        (YARD, ["The yard of the county of Norrick and 12 towns ordered the Island Rover 2 in 2019."]),
        (["The board met.", "Island Rover", "12 pictures"], ["The board met.", "Island Rover", "12 pictures"]),
        (["渡轮将于下周恢复航行，", "林德", "女士说。"], ["渡轮将于下周恢复航行，林德", "女士说。"]),
        (
            ["島へは月曜日、", "ノリック", "の船が行く。", "関連記事"],
            ["島へは月曜日、ノリックの船が行く。", "関連記事"],
        ),
        (["渡し船", "は", "、島へ", "行く。"], ["渡し船は、島へ", "行く。"]),
        (["船", "を直すと決めた。"], ["船を直すと決めた。"]),
        (["渡し船の費用", "ところが、県は払わない。"], ["渡し船の費用", "ところが、県は払わない。"]),
        (["新しい渡し船", "はじめに船長が話した。"], ["新しい渡し船", "はじめに船長が話した。"]),
        (["島の生き物", "は虫類は少ない。"], ["島の生き物", "は虫類は少ない。"]),
        (["새 여객선", "이 배는 느리다."], ["새 여객선", "이 배는 느리다."]),
        (["새 여객선", "도 관계자가 말했다."], ["새 여객선", "도 관계자가 말했다."]),
        (["항만청은", "노릭", "의 여객선이 다시 운항한다."], ["항만청은", "노릭의 여객선이 다시 운항한다."]),
        (["여객선이 운항하며,", "린드가 말했다."], ["여객선이 운항하며, 린드가 말했다."]),
        (["ستبحر العبارة الأسبوع المقبل،", "وأضافت ليند", "."], ["ستبحر العبارة الأسبوع المقبل، وأضافت ليند."]),
    ],
)
def test_figures_and_scripts_without_capitals(lines: list[str], mended: list[str]) -> None:
    assert mend(lines) == mended


def test_time_grows_with_the_lines() -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        mend(["The board of the harbour of", *["Norrick", "and the"] * count])
        return time.process_time() - started

    # other work on the machine only adds to a time: one round in which it did not will do
    assert any(seconds(8_000) < 8 * seconds(2_000) + 0.05 for _ in range(3))
