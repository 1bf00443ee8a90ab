"""What a new rule is called and says: its id, its reason."""

import re
import unicodedata
from collections.abc import Iterable

WHYS = {
    "ad-marker": "Marks an advertisement; it says nothing about the news.",
    "affiliate": "Sends the reader to a shop that pays for the click; never part of the news.",
    "comments": "Belongs to the readers' comments, not to the article.",
    "newsletter": "Asks the reader to sign up for a newsletter.",
    "related": "Points to another story; it is not part of this one.",
    "share": "Asks the reader to share the story or to follow the paper.",
    "consent": "Speaks of cookies and consent, not of the news.",
    "paywall": "Asks the reader to subscribe or to log in.",
    "app-promo": "Advertises the paper's app or channel.",
    "donation": "Asks the reader for money.",
    "author-bio": "Introduces the author; it is not part of the story.",
    "byline": "Names who wrote or published the story; that is metadata.",
    "dateline": "Says when or where the story was written; that is metadata.",
    "caption-credit": "Describes or credits a picture that is not kept.",
    "rights": "Reserves rights; law, not news.",
    "agency": "Names the agency that the report came from.",
    "correction": "Notes a correction of the story.",
    "tools": "Belongs to a tool of the page, such as print or listen.",
    "live": "Belongs to the controls of a live blog.",
    "poll": "Asks the reader to vote.",
    "player": "Belongs to a video or audio player.",
    "tags": "Lists the topics under which the story is filed.",
    "breadcrumb": "Shows the path to the page.",
    "promo": "Promotes something else of the house; it is not part of the story.",
    "navigation": "Leads to other pages of the site.",
    "headline": "Repeats the headline.",
    "ui": "Labels a button or field of the page.",
    "standfirst": "Sums the story up between headline and text.",
    "key-points": "Sums the story up in a few points.",
    "section-heading": "Parts the story; a heading between its paragraphs.",
    "list": "Lists things between the paragraphs of the story.",
    "table": "Holds figures of the story in rows and columns.",
    "quote": "Sets a passage apart as quoted.",
    "embed": "Shows a post of a social network in the story.",
}
WORD = re.compile(r"[^\W\d_]{3,}")
_SLUG_WORDS, _SLUG_CHARS = 4, 56
"""Words, and characters, of which an id is made; of the 64 that the schema allows some are left for a number. Not
measured."""


def make_id(kind: str, text: str, names: Iterable[str], taken: Iterable[str]) -> str:
    """Return an id of *kind* after the first words of *text*, or a class name where they are not Latin letters."""
    words = latin_words(text) or [word for name in names for word in latin_words(name)] or ["line"]
    stem = f"{kind}.{'-'.join(words[:_SLUG_WORDS])}"[:_SLUG_CHARS].rstrip("-")
    known, made, number = set(taken), stem, 2
    while made in known:
        made, number = f"{stem}-{number}", number + 1
    return made


def latin_words(text: str) -> list[str]:
    """Return the words of *text* in small Latin letters without marks, and its numbers."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)
