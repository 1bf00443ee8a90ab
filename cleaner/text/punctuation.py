"""The marks that end a sentence in every script that has them, and what may stand behind such a mark.

Unicode's property Sentence_Terminal (PropList.txt, version 16), for the scripts of the basic plane, and the
marks that Tibetan and Amharic writers use as such.
"""

import re
from itertools import pairwise

from cleaner.text.normalize import SPACELESS

_ENDS = (
    ".!?‼‽⁇⁈⁉⸮⸼。！．？｡︒﹒﹖﹗"
    "։"  # Armenian
    "؝؞؟۔܀܁܂߹"  # Arabic and Urdu, Syriac, N'Ko
    "।॥꣎꣏᱾᱿"  # Devanagari and the scripts that share its marks, Saurashtra, Ol Chiki
    "၊။៕។᠃᠉᥄᥅"  # Burmese, Khmer, Mongolian, Limbu
    "།༎༏༐༑᰻᰼"  # Tibetan, Lepcha
    "።፧፨፡᙮"  # Amharic, where the mark between words ends a sentence if a space follows; Canadian syllabics
    "᪨᪩᪪᪫᭚᭛᭞᭟꤯꧈꧉꩝꩞꩟꫰꫱꯫꓿꘎꘏꛳꛷᜵᜶"  # Tai Tham, Balinese, Kayah Li, Javanese, Cham, Meetei, Lisu, Vai, Bamum
)
QUESTION_MARKS = ("?", "？", "؟", "\u037e")
"""What a question ends with."""
_LEADS_ON = "…:;：；؛፤፥፦៖"
"""Marks with which a sentence goes on, in what follows or not at all."""
CLOSING = frozenset(f"{_ENDS}{_LEADS_ON}»”\"'")
"""The characters after which new words do not go on with a sentence."""
_CLOSERS = "\"'“”‘’«»‹›)\\]」』】》〉〗〕）］＂"
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Marks of direction, which end many paragraphs written from right to left."""
# a number in brackets, a raised or a plain one straight after the mark; a star, a dagger. No two parts begin with
# the same character, so that it takes linear time
_NOTE = (
    r"\[(?:[^\[\]]{0,20}\d[^\[\]]{0,20}|\w|citation needed)\]|\(\d{1,3}\)|[¹²³⁰-⁹*†‡§]"
    r"|(?<=[^\W\d_]{3}[.!?])\d{1,3}(?!\d)|(?<=[.!?][\"”’])\d{1,3}(?!\d)"
)
_AFTER = rf"(?:[\s{_CLOSERS}{_UNSEEN}]|{_NOTE})*$"
_END = re.compile(rf"[{_ENDS}]{_AFTER}")
_CLOSE = re.compile(rf"[{_ENDS}{_LEADS_ON}]{_AFTER}")
# from the first of several marks, so that each is read once
_END_WITHIN = re.compile(
    rf"(?<![{_ENDS}…])[{_ENDS}…]++[{_CLOSERS}]*+(?:\[[^\[\]]{{1,24}}\])*+(?=[\s{_UNSEEN}]|$|[{SPACELESS}])"
)
_TAIL = 60
"""Characters in which an end and its notes must show: a note has up to 43, by its pattern."""
_PLAIN_ENDS = tuple(mark for mark in _ENDS if mark.isascii())
_PLAIN_CLOSES = _PLAIN_ENDS + tuple(mark for mark in _LEADS_ON if mark.isascii())
"""The marks of ASCII among those that end a sentence, and among those after which it may go on."""


def _may_hold(text: str, plain: tuple[str, ...]) -> bool:
    """Say whether one of some marks, of which *plain* are those of ASCII, may stand in *text*.

    Most lines of a page are names of things to press, without any: no pattern is found as fast.
    """
    return not text.isascii() or any(map(text.__contains__, plain))


def ends_sentence(text: str) -> bool:
    """Say whether *text* ends like a sentence; quotes, brackets and references may follow the mark.

    >>> ends_sentence("The ferry sails [again]. [12]"), ends_sentence("فیری دوبارہ چلے گی۔"), ends_sentence("Again…")
    (True, True, False)
    """
    tail = text[-_TAIL:]
    return _may_hold(tail, _PLAIN_ENDS) and _END.search(tail) is not None


def is_closed(text: str) -> bool:
    """Say whether *text* ends with a mark that ends a sentence or leads on.

    >>> is_closed("She said:"), is_closed("And so on…"), is_closed("Ferry sails again")
    (True, True, False)
    """
    tail = text[-_TAIL:]
    return _may_hold(tail, _PLAIN_CLOSES) and _CLOSE.search(tail) is not None


def count_ends(text: str) -> int:
    """Return the number of sentences that end in *text*.

    >>> count_ends("Version 3.5 is out. Really?"), count_ends("渡轮复航。居民高兴。")
    (2, 2)
    """
    return len(_END_WITHIN.findall(text)) if _may_hold(text, _PLAIN_ENDS) else 0


def last_end(text: str) -> int:
    """Return how many characters of *text* are finished sentences: all up to the last mark that ends one.

    >>> last_end("The ferry sails. It is blue. [Harbour News]"), last_end("Home | News | Sport")
    (28, 0)
    """
    return max([end.end() for end in _END_WITHIN.finditer(text)], default=0) if _may_hold(text, _PLAIN_ENDS) else 0


def cut_sentences(text: str) -> list[str]:
    """Return the sentences of *text*, each with its marks, and what stands behind the last one.

    >>> cut_sentences("The ferry sails. It is blue! Home | News")
    ['The ferry sails.', 'It is blue!', 'Home | News']
    """
    ends = [0, *(end.end() for end in _END_WITHIN.finditer(text)), len(text)]
    return [sentence for start, end in pairwise(ends) if (sentence := text[start:end].strip())]
