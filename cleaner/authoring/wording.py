"""What a new rule is called and says: its kind guessed from the packs' own words, its id, its reason."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.rules.schema import Rule
from cleaner.text.normalize import fold

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
}
WORD = re.compile(r"[^\W\d_]{3,}")
_SLUG_WORDS, _SLUG_CHARS = 4, 56
"""Words, and characters, of which an id is made; of the 64 that the schema allows some are left for a number. Not
measured."""
_TELLING, _SURE = 3, 0.5
"""Kinds: a word of more says nothing. Score: with a lower one the kind is not guessed. Not measured."""
_NAMES_COUNT = 2.0
"""What a word of a class or id counts beside 1 for one of the text. Not measured."""


def kind_guesser(rules: Iterable[Rule], *, kept: bool = False) -> Callable[[str, Iterable[str]], str]:
    """Return a function that guesses kinds, of a text and the class names around it; it reads *rules* once.

    It tells the kind whose rules share the rarest words with these. Kinds that stay by default are guessed only with
    *kept*: a rule of such a kind would not make the text go.
    """
    of_kinds = _vocabulary(rules, kept)
    return lambda text, names: _guess(of_kinds, text, names)


def _guess(of_kinds: dict[str, Counter[str]], text: str, names: Iterable[str]) -> str:
    words = set(WORD.findall(fold(text)))
    parts = {part for name in names for part in WORD.findall(name.lower())}
    scores: dict[str, float] = defaultdict(float)
    for wanted, weight in ((words, 1.0), (parts, _NAMES_COUNT)):
        for word in wanted:
            if len(of_kinds.get(word, ())) > _TELLING:
                continue
            total = sum(of_kinds.get(word, {}).values())
            for kind, count in of_kinds.get(word, {}).items():
                scores[kind] += weight * count / total / len(of_kinds[word])
    best = max(scores, key=lambda kind: (scores[kind], kind), default="promo")
    return best if scores[best] >= _SURE else "promo"


def _vocabulary(rules: Iterable[Rule], kept: bool) -> dict[str, Counter[str]]:
    """Return how often each word stands in the phrases and selectors of each kind."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for rule in rules:
        if rule.removes and (kept or rule.kind not in KEPT_BY_DEFAULT):
            texts = [*rule.css, *(phrase.text for _, phrase in rule.text.phrases())] if rule.text else [*rule.css]
            for word in {word for text in texts for word in WORD.findall(fold(text, whole=False))}:
                found[word][rule.kind] += 1
    return found


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
