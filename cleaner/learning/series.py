"""Why repeated text may be the article's own: series, recipes, reviews, tickers, listings, tables, introductions.

Their forms repeat as house text does. What tells them is what they lead to, where they stand, and what they are
made of; what cannot be told is left to a person.
"""

import re
from enum import StrEnum

from cleaner.learning.counts import TextCount
from cleaner.sites.own_forms import CLOCK, TIMED

LEADS = 0.5
"""Share of its pages from which a line that heads kept text is a heading of the article. Not measured."""
MANY = 3
"""Different texts under a heading that make it one of the article's own. Not measured."""
LINKED = 0.8
"""Share of its pages from which a text counts as linked. Not measured."""
OPENS = 0.5
"""Share of its pages from which a text counts as one that opens the article. Not measured."""
_LETTERS = 2
"""Letters outside its holes that a text needs to say anything. Not measured."""
_HOLE = re.compile(r"\{\w+\}")


class Doubt(StrEnum):
    """Why a repeated text is left alone, or left to a person."""

    LETTERS = "it has too few letters of its own"
    CLOCK = TIMED
    TABLE = "it stands in tables"
    LEADS = "the article's own text follows it, as under Pros, Ingredients or How we tested"
    HEADLINE = "it is the headline of a page"
    OPENING = "whole sentences at the head may introduce a series or a live blog"
    FEW = "it was seen on too few pages to be sure"
    SPREAD = "it looks like house text, but a series would, too"
    SIGN = "nothing but repetition speaks against it"


def leave(count: TextCount) -> Doubt | None:
    """Return why a repeated text is not house text at all; None if it may be."""
    text = count.form or count.texts[0]
    if sum(map(str.isalpha, _HOLE.sub("", text))) < _LETTERS:
        return Doubt.LETTERS
    if CLOCK.match(text):
        return Doubt.CLOCK
    if count.pages.cells:
        return Doubt.TABLE
    if leads(count):
        return Doubt.LEADS
    return Doubt.HEADLINE if count.pages.title and not is_linked(count) else None


def is_linked(count: TextCount) -> bool:
    """Say whether a text mostly stands as a link."""
    return count.pages.linked >= LINKED * count.pages.seen


def leads(count: TextCount) -> bool:
    """Say whether different texts of the articles stand under it."""
    return count.pages.leads >= LEADS * count.pages.kept and len(count.followers) >= MANY


def opens(count: TextCount) -> bool:
    """Say whether it is prose that stands at the head of articles."""
    return count.pages.prose >= OPENS * count.pages.seen and count.pages.head >= OPENS * count.pages.kept
