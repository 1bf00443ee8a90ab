"""Threads that nothing but their signing lines shows: where they begin and end, and what is none."""

import pytest

from cleaner import Page, clean
from cleaner.classifier.comment_thread import comment_thread
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core

STORY = (
    "The council voted on Monday to close the bridge at Holm for the whole of the winter and the coming spring.",
    "Lorries will go round by the coast road, which takes drivers forty minutes longer than the way across.",
    "The mayor said that the piers had not been looked at by anybody since the flood of nineteen ninety-three.",
)
TALK = (
    "I drove over that bridge for thirty years and nobody ever asked me what I thought of it.",
    "Forty minutes is nonsense, it is an hour and ten with a trailer behind you.",
    "So who pays for the diesel then?",
    "The coast road floods as well, as everybody who lives here could have told them.",
)
NAMES = ("Mia", "old ferryman", "K. Holm", "~jette")
SIGNED = [
    "Posted by: {} at March {}, 2024 07:1{} PM",
    "{} says: March {}, 2024 at 7:1{} pm",
    "~{} [2024-03-{} 19:1{}]",
    "{} {} марта 2024 19:1{}",
    "#4 {} | {}.03.24, 19:1{} | Antworten",
    "2024年3月{1}日 19:1{2} {0}",
]


def _found(lines: list[str], pointed: tuple[tuple[int, str], ...] = ()) -> list[str]:
    block_texts = [BlockText(Block(at, line, "p")) for at, line in enumerate(lines)]
    found = comment_thread(block_texts, list(map(is_core, block_texts)), pointed)
    return [lines[at] for at in found]


def _signatures(pattern: str) -> list[str]:
    return [pattern.format(name, 11 + at, at) for at, name in enumerate(NAMES)]


def _above(pattern: str) -> list[str]:
    return [line for pair in zip(_signatures(pattern), TALK, strict=True) for line in pair]


def _below(pattern: str) -> list[str]:
    return [line for pair in zip(TALK, _signatures(pattern), strict=True) for line in pair]


@pytest.mark.parametrize("pattern", SIGNED)
def test_lines_above_comments_sign_them(pattern: str) -> None:
    assert _found([*STORY, *_above(pattern), "Imprint"]) == _above(pattern)


@pytest.mark.parametrize("pattern", SIGNED)
def test_lines_below_comments_sign_them(pattern: str) -> None:
    """What parts the first comment from the article is a line about comments that a rule has taken."""
    lines = [*STORY, *_below(pattern), "Imprint"]
    assert _found(lines) == _below(pattern)[1:]
    block_texts = [BlockText(Block(at + (at > 2), line, "p")) for at, line in enumerate(lines)]
    found = comment_thread(block_texts, list(map(is_core, block_texts)), ((3, "comments"),))
    assert [lines[at] for at in found] == _below(pattern)


def test_the_line_that_signs_the_article_parts_it_from_the_first_comment() -> None:
    thread = _below("Posted by: {} at March {}, 2024 07:1{} PM")
    assert _found([*STORY, "Posted on March 11, 2024 at 6:16 AM • 4 Comments", *thread]) == thread


def test_names_may_stand_in_a_line_of_their_own() -> None:
    thread = [
        line for at, name in enumerate(NAMES) for line in (name, f"March {11 + at}, 2024 at 7:1{at} pm", TALK[at])
    ]
    assert _found([*STORY, *thread]) == thread[1:]


@pytest.mark.parametrize(
    "lines",
    [
        [*STORY, *_above("{} {} March 2024")],  # days alone sign embedded posts, and lists of events
        [*STORY, *_above("Posted by: {} at March {}, 2024 07:1{} PM")[:4]],  # two are no thread
        [*STORY, *_signatures("{} | March {}, 2024 | 7:1{} pm")],  # no text between: a list of other stories
        [
            *STORY,
            *(x for at, t in enumerate(TALK) for x in (f"Updated March 1{at}, 2024 at 7:1{at} pm", t)),
        ],  # no names
        _above("Posted by: {} at March {}, 2024 07:1{} PM"),  # no article above
        ["March 11, 2024 at 7:10 pm, by Mia Holm", *STORY, *TALK],  # the article's own
        [],
    ],
)
def test_no_thread(lines: list[str]) -> None:
    assert _found(lines) == []


def test_the_articles_own_line_is_not_part_of_the_thread() -> None:
    thread = _above("{} says: March {}, 2024 at 7:1{} pm")
    assert _found(["The Mirror says: March 11, 2024 at 6:00 am", *STORY, *thread]) == thread


@pytest.mark.parametrize("road", ["html", "text"])
def test_a_thread_goes_and_says_why(road: str) -> None:
    lines = [*STORY, *_below("Posted by: {} at March {}, 2024 07:1{} PM"), "Posted by: Ole at March 19, 2024 08:00 PM"]
    html = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        Page(html=f"<html><body><div>{html}</div></body></html>") if road == "html" else Page(text="\n\n".join(lines))
    )
    article = clean(page)
    assert article.text.split("\n\n") == [*STORY, TALK[0]]
    assert {removal.kind for removal in article.removals} == {"comments"}
