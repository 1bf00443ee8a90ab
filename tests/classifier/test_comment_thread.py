"""Threads that nothing but their signing lines shows: where they begin and end, and what is none."""

import pytest

from cleaner import Page, clean
from cleaner.classifier import comment_thread as module
from cleaner.classifier.comment_thread import MOST_BEGINNINGS, comment_thread
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


def _found(above: list[str], below: list[str]) -> list[str]:
    """Return what goes, of lines above and below one about comments that a rule has taken, as its number shows."""
    numbers = [*range(len(above)), *range(len(above) + 1, len(above) + 1 + len(below))]
    block_texts = [BlockText(Block(number, line, "p")) for number, line in zip(numbers, [*above, *below], strict=True)]
    found = comment_thread(block_texts, list(map(is_core, block_texts)), {len(above)})
    return [block_texts[at].block.text for at in found]


def _signatures(pattern: str) -> list[str]:
    return [pattern.format(name, 11 + at, at) for at, name in enumerate(NAMES)]


def _above(pattern: str) -> list[str]:
    return [line for pair in zip(_signatures(pattern), TALK, strict=True) for line in pair]


def _below(pattern: str) -> list[str]:
    return [line for pair in zip(TALK, _signatures(pattern), strict=True) for line in pair]


def _apart(day: str, name: str) -> list[str]:
    """Return a thread in which the name has a line of its own above the day."""
    lines = zip(NAMES, enumerate(TALK), strict=True)
    return [line for who, (at, talk) in lines for line in (name.format(who), day.format(11 + at, at), talk)]


@pytest.mark.parametrize("pattern", SIGNED)
def test_lines_above_comments_sign_them(pattern: str) -> None:
    assert _found([*STORY], [*_above(pattern), "Imprint"]) == _above(pattern)


@pytest.mark.parametrize("pattern", SIGNED)
def test_lines_below_comments_sign_them(pattern: str) -> None:
    assert _found([*STORY], [*_below(pattern), "Imprint"]) == _below(pattern)


@pytest.mark.parametrize(
    "thread",
    [
        _apart("March {}, 2024 at 7:1{} pm", "{}"),
        _apart("{}. März 2024 um 19:1{} Uhr", "{} sagt:"),
        _apart("{} mars 2024 à 19 h 1{}", "{} dit :"),
    ],
)
def test_names_may_stand_in_a_line_of_their_own(thread: list[str]) -> None:
    assert _found([*STORY], thread) == thread


def test_threads_may_sign_in_two_forms() -> None:
    thread = [*_above("Posted by: {} at March {}, 2024 07:1{} PM"), *_above("~{} [2024-03-{} 19:1{}]")]
    assert _found([*STORY], thread) == thread


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([*STORY], _above("{} {} March 2024")),  # days alone sign embedded posts, and lists of events
        ([*STORY], _above("Posted by: {} at March {}, 2024 07:1{} PM")[:4]),  # two are no thread
        ([*STORY], _signatures("{} | March {}, 2024 | 7:1{} pm")),  # no text between: a list of other stories
        (
            [*STORY],
            [x for at, t in enumerate(TALK) for x in (f"Updated March 1{at}, 2024 at 7:1{at} pm", t)],
        ),  # no names
        ([*STORY], [*STORY * 6, *_above("Posted by: {} at March {}, 2024 07:1{} PM")]),  # the article goes on
        (["The Mirror"], _above("Posted by: {} at March {}, 2024 07:1{} PM")),  # no article above
        ([*STORY], []),
    ],
)
def test_no_thread(above: list[str], below: list[str]) -> None:
    assert _found(above, below) == []


@pytest.mark.parametrize("pattern", SIGNED)
def test_an_article_of_signed_parts_stays(pattern: str) -> None:
    """As live blogs, letters and collected statements have them: no line about comments stands above."""
    block_texts = [BlockText(Block(at, line, "p")) for at, line in enumerate([*STORY, *_above(pattern)])]
    assert not comment_thread(block_texts, list(map(is_core, block_texts)), set())


def test_far_from_the_last_signature_a_thread_ends() -> None:
    thread = _above("Posted by: {} at March {}, 2024 07:1{} PM")
    assert _found([*STORY], [*thread, "Imprint", *["Jobs"] * 40, thread[0], TALK[0]]) == thread


def test_an_element_may_name_where_the_comments_begin() -> None:
    thread = "".join(f"<p>{line}</p>" for line in _above("Posted by: {} at March {}, 2024 07:1{} PM"))
    story = "".join(f"<p>{line}</p>" for line in STORY)
    html = f'<html><body><div>{story}<h4 class="comments-title">What you say</h4>{thread}</div></body></html>'
    assert clean(Page(html=html)).text.split("\n\n") == [*STORY]


def test_time_does_not_grow_with_the_square_of_the_lines_about_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part of an article may have a link to its comments: all signatures are looked through for some of them."""
    looked: list[int] = []
    signing = module._signing

    def look(signatures: dict[int, module._Signature], first: int) -> list[int]:
        looked.append(first)
        return signing(signatures, first)

    monkeypatch.setattr(module, "_signing", look)
    parts = [BlockText(Block(at, line, "p")) for at, line in enumerate(STORY)]
    for part in range(10 * MOST_BEGINNINGS):
        number = len(STORY) + 3 * part
        parts += [
            BlockText(Block(number, "Mia Holm, 5 May 2024, 10:15", "p")),
            BlockText(Block(number + 1, TALK[0], "p")),
        ]
    about = {len(STORY) + 3 * part + 2 for part in range(10 * MOST_BEGINNINGS)}
    assert not comment_thread(parts, list(map(is_core, parts)), about)
    assert 1 < len(looked) <= MOST_BEGINNINGS


@pytest.mark.parametrize("road", ["html", "text"])
def test_a_thread_goes_and_is_given_apart(road: str) -> None:
    thread = _below("Posted by: {} at March {}, 2024 07:1{} PM")
    lines = [*STORY, "4 comments", *thread]
    html = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        Page(html=f"<html><body><div>{html}</div></body></html>") if road == "html" else Page(text="\n\n".join(lines))
    )
    article = clean(page)
    assert article.text.split("\n\n") == [*STORY]
    assert {removal.kind for removal in article.removals} == {"comments"}
    assert article.comments == ("\n\n".join(lines[3:]),)
