"""No box rule tears words out of running text."""

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page

PROSE = "The ferry sails again on Monday, the harbour office said in a statement to all islanders."
NAMES = (
    "popup tooltip related share sponsored tags widget promo newsletter credit comments button btn menu footer ad"
).split()


def article(sentence: str, cleaner: Cleaner) -> str:
    return cleaner.clean(Page(html=f"<h1>Ferry</h1><p>{PROSE}</p><p>{sentence}</p><p>{PROSE[::-1]}.</p>")).text


@pytest.mark.parametrize("tag", ["a href=/x", "span"])
@pytest.mark.parametrize("name", NAMES)
def test_boxes_do_not_act_in_running_text(name: str, tag: str, bundled: Cleaner) -> None:
    inline = f'<{tag} class="{name}">the quarter moon</{tag[:4].split()[0]}>'
    inside = f"The board said that {inline} would decide the hour, and nobody had any doubt of it."
    at_start = f"{inline} would decide the hour, the board said on Friday, and nobody had any doubt of it."
    at_end = f"On Friday the board told the islanders once more that the hour hangs on {inline}."
    for sentence in (inside, at_start, at_end):
        assert "the quarter moon" in article(sentence, bundled)


@pytest.mark.parametrize("term", ["<label>catch</label>", "<b role=button>catch</b>", "<button>catch</button>"])
def test_controls_are_terms_in_short_sentences(term: str, bundled: Cleaner) -> None:
    assert "The catch is brass, the frame iron." in article(f"The {term} is brass, the frame iron.", bundled)


@pytest.mark.parametrize(
    "taken",
    [
        '<span class="sr-only">(external link)</span>',
        '<span class="visually-hidden">, opens new tab</span>',
    ],
)
def test_text_for_screen_readers_is_taken_from_sentences(taken: str, bundled: Cleaner) -> None:
    said = f"The plan is on the <a href=/x>council site{taken}</a> and may be read there by anyone who wishes."
    assert "council site and may be read" in " ".join(article(said, bundled).split())


@pytest.mark.parametrize(
    "said",
    [
        "The ferry sails again on Monday, said the harbour office. <a class=read-more href=/x>Read on</a>",
        '<span class="share">Share</span> The ferry sails again on Monday, said the harbour office of the islands.',
        '5 June | <span class="share">Share</span> | Print',
    ],
)
def test_boxes_at_the_edge_of_a_block_go(said: str, bundled: Cleaner) -> None:
    text = article(said, bundled)
    assert "Read on" not in text
    assert "Share" not in text


def test_a_refusal_is_noted(bundled: Cleaner) -> None:
    sentence = (
        'The board said that <span class="popup">the moon</span> would decide the hour, and nobody had any doubt.'
    )
    notes = bundled.clean(Page(html=f"<p>{PROSE}</p><p>{sentence}</p>")).notes
    assert "inline" in {note.guard for note in notes}
