"""The one definition of "the same text", for rules and pages alike.

`tidy` irons out typography and keeps case, `fold` also drops case. Neither is ever
written to an article: they are for comparing only.
"""

import re
import unicodedata
from functools import lru_cache

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′´`＇", "'"),
    **dict.fromkeys("“”„‟″«»‹›「」『』＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u3000\t\n\r", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u0640", ""),
    **dict.fromkeys("أإآٱ", "ا"),
    # Romanian is written with a comma or a cedilla below
    **dict(zip("ȘșȚț", "ŞşŢţ", strict=True)),
    **{chr(mark): "" for mark in range(0x064B, 0x0653)},
    **dict.fromkeys("ⓒⒸ", "©"),
    "…": "...",
}
"""What each character of typography counts as; the range holds the vowel signs of Arabic, by Unicode's code charts."""
# str.translate takes ten times as long: it asks the table for every character
_TYPOGRAPHIC = re.compile(f"[{''.join(map(re.escape, _TYPOGRAPHY))}]")
# Greek capitals are written without the accents of the small letters
_GREEK = dict(zip("άέήίόύώΐΰϊϋΆΈΉΊΌΎΏΪΫ", "αεηιουωιυιυαεηιουωιυ", strict=True))
_GREEK_ACCENTED = re.compile(f"[{''.join(_GREEK)}]")
# sorting the marks on one letter takes the square of their number; Unicode's stream-safe text has no more than these
_MOST_MARKS = 30
_PILE = re.compile(rf"([^\w\s\x00-\x7f]{{{_MOST_MARKS}}})[^\w\s\x00-\x7f]+")
_NAME_PARTS = re.compile(r"[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])")
_START = 200
"""Characters in which a text's script shows. Not measured."""
_ARROWS = ("» ", "› ", "»\u00a0", "›\u00a0")
_OPENERS = "\"'([{<©¿¡#@$€£%+&"
_IS_TAIL = ' :.,>!*|-"。→►▶'
SPACELESS = "\u0e01-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, Lao, Tibetan, Burmese, Khmer, kana and Han, as a character class: they write no spaces between words."""
# Korean does, but hangs its particles on them
_SCRIPT_WITHOUT_SPACES = re.compile(f"[{SPACELESS}\uac00-\ud7af]")


def tidy(text: str, *, whole: bool = True) -> str:
    """Iron out quotes, dashes, spaces, presentation forms and, of a *whole* text, bullets at its start.

    >>> tidy("► “Read\u00a0more” –  today")
    '"Read more" - today'
    """
    if not text.isascii():
        if whole and text.lstrip()[:2] in _ARROWS:
            text = text.lstrip()[1:]
        # the table runs first so that its own characters are not decomposed by NFKC
        text = _without_piles(_iron(text))
        if not unicodedata.is_normalized("NFKC", text):
            text = _iron(unicodedata.normalize("NFKC", text))
    # printable text has no space but blanks
    text = " ".join(text.split()) if "  " in text or not text.isprintable() else text.strip()
    if not whole:
        return text
    for at, char in enumerate(text):
        if char.isalnum() or char in _OPENERS:
            return text[at:] if at else text
    return ""


def _without_piles(text: str) -> str:
    """Return *text* without the marks on one letter that are too many."""
    # nearly all texts have fewer characters beyond ASCII, which are counted in a tenth of the time of a search
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return _PILE.sub(r"\1", text) if beyond_ascii > _MOST_MARKS else text


def _iron(text: str) -> str:
    for char in set(_TYPOGRAPHIC.findall(text)):
        text = text.replace(char, _TYPOGRAPHY[char])
    return text


def fold(text: str, *, whole: bool = True) -> str:
    """Return *text* tidied and without case; Turkish i's become one letter, Greek letters lose their accents.

    >>> fold("İLGİLİ HABER:") == fold("ilgili haber:"), fold("ΠΗΓΉ") == fold("Πηγή") == fold("ΠΗΓΗ")
    (True, True)
    """
    return fold_case(tidy(text, whole=whole))


def fold_case(tidied: str) -> str:
    """Return tidied text without case."""
    if tidied.isascii():
        return tidied.lower()
    # before casefold, which takes some of these letters apart
    plain = _GREEK_ACCENTED.sub(lambda found: _GREEK[found[0]], tidied)
    return plain.casefold().replace("ı", "i").replace("\u0307", "")


def without_tail(folded: str) -> str:
    """Return folded text without the marks that never make a difference at its end.

    >>> without_tail("related articles: →")
    'related articles'
    """
    return folded.rstrip(_IS_TAIL)


def joins(left: str, right: str) -> bool:
    """Say whether two neighbouring characters belong to one word.

    Scripts that write no spaces have no such boundary, so there the answer is always no.

    >>> joins("a", "b"), joins("a", " "), joins("関", "連"), joins("र", "े")
    (True, False, False, True)
    """
    if not (_is_letter(left) and _is_letter(right)):
        return False
    return not (is_spaceless(left) or is_spaceless(right))


def _is_letter(char: str) -> bool:
    # vowel signs, as those of Hindi, are marks on the letter before
    return char.isalnum() or (char > "\u02ff" and unicodedata.category(char)[0] == "M")


def is_spaceless(char: str) -> bool:
    """Say whether *char* is of a script that is written without spaces between words."""
    return char > "\u0e00" and _SCRIPT_WITHOUT_SPACES.match(char) is not None


def starts_spaceless(text: str) -> bool:
    """Say whether a character of such a script stands near the start of *text*."""
    return _SCRIPT_WITHOUT_SPACES.search(text, 0, _START) is not None


@lru_cache(maxsize=20_000)
def name_words(name: str) -> frozenset[str]:
    """Split a class or id into folded words; a pure function of its text.

    >>> sorted(name_words("relatedPosts__item-2"))
    ['item', 'posts', 'related']
    """
    return frozenset(word.lower() for word in _NAME_PARTS.split(name) if len(word) > 1)
