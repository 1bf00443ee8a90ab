"""Questions in controls, above their answers and elsewhere."""

from typing import Any

import pytest

from cleaner import clean
from cleaner.document.block import Block
from cleaner.engine.questions import is_over_answer
from cleaner.matching.match import Match
from cleaner.rules import Rule
from cleaner.rules.annotations import checked

ANSWER = "The ferry sails at nine in the morning and at six in the evening, on every day but Sunday."
QUESTION = "When does the ferry sail?"


def rule(name: str = "ui.x", **given: Any) -> Rule:
    return checked(
        Rule,
        {"id": name, "kind": name.split(".")[0], "css": "button", "why": "a reason for the test", "pack": "p", **given},
    )


@pytest.mark.parametrize(
    ("lines", "given", "expected"),
    [
        ([QUESTION, ANSWER], {}, True),
        ([QUESTION, "Times", ANSWER], {}, True),
        (["渡轮什么时候起航？", ANSWER], {}, True),
        ([QUESTION, "Times", "Fares", ANSWER], {}, False),
        ([QUESTION, "At nine"], {}, False),
        ([QUESTION], {}, False),
        (["Forgot your password?", ANSWER], {}, False),
        (["When the ferry sails", ANSWER], {}, False),
        ([QUESTION, ANSWER], {"name": "share.x"}, False),
        ([QUESTION, ANSWER], {"do": "protect"}, False),
        ([QUESTION, ANSWER], {"where": {"hosts": ["harbour.example"]}}, False),
    ],
)
def test_a_question_over_its_answer(lines: list[str], given: dict[str, Any], expected: bool) -> None:
    match = Match(rule(**given), 0, 1)
    assert is_over_answer(match, [Block(number, text) for number, text in enumerate(lines)]) is expected


def test_what_holds_more_than_the_question_is_no_question() -> None:
    match = Match(rule(), 0, 2)
    assert not is_over_answer(match, [Block(number, text) for number, text in enumerate([QUESTION, ANSWER])])


@pytest.mark.parametrize("control", ["<button><span>{}</span></button>", "<label for=a>{}</label>"])
def test_questions_of_a_page_stay(control: str) -> None:
    questions = ["When does the ferry sail?", "What does the ferry cost?", "Where can I leave my car?"]
    parts = [
        f"<div>{control.format(question)}<div>{ANSWER} ({at})</div></div>" for at, question in enumerate(questions)
    ]
    article = clean(f"<h1>The ferry</h1><article><p>{ANSWER} So says the harbour office.</p>{''.join(parts)}</article>")
    assert [question for question in questions if question in article.text] == questions
