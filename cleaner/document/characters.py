r"""Which characters text may hold: tab, newline, and what is no control character and no half of a pair.

Nor does it hold what only tells a browser where a word may be broken: soft hyphens, marks of byte order, and spaces of
no width, but between the words of scripts without spaces. They part words for who searches, counts or compares.

Each road calls `clean` once, after parsing, on every string that it takes from a page: the text of blocks, and
each fact of its metadata. Parsing makes such characters anew (`&#27;`, `&#150;`, `"\u0007"` and `"\ud83d"` in
JSON-LD), so cleaning what goes into a parser is not enough. `escape` is for what a terminal shows.
"""

import re

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = ("\u00ad", "\u2060", "\ufeff")
"""What tells where a word may be broken, and nothing else."""
# from the space itself on, which `re` finds far faster than one of several characters
_NO_WIDTH = re.compile("\u200b(?<![\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]\u200b)")
"""A space of no width, which does so, too, but in Thai, Lao, Tibetan, Burmese and Khmer: there it parts words."""
_CONTROL_BYTES = bytes({*range(32), 127} - set(b"\t\n"))
"""The control characters of ASCII but for tab and newline."""
_C1, _HALVES, _NONE = (
    re.compile(one) for one in (rb"\xc2[\x80-\x9f\xad]", rb"\xed[\xa0-\xbf]", rb"\xef(?:\xbf[\xbe\xbf]|\xbb\xbf)")
)
"""As they are in UTF-8, soft hyphens and marks of byte order among them; U+FFFE and U+FFFF are no characters either and
no tree takes them. Each begins with one byte, which `re` finds five times as fast as one of several."""
_JOINER = "\u2060".encode()
_LONE_HALF = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    r"""Return *text* without control characters (but tab and newline), halves of surrogate pairs and soft hyphens.

    C1 characters are what windows-1252 has in their place, as HTML has it for `&#150;`. All other controls
    become spaces, line ends newlines.

    >>> clean("It\x92s \x1b[31mred\x00\r\n\ud83d\ude00")
    'It’s  [31mred \n😀'
    >>> clean("con\u00adstruc\u00adtion"), clean("\ufeffThe\u200b ferry")
    ('construction', 'The ferry')
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_clean(text):
        return text
    whole = _without_breaks(join_halves(text))
    return whole if is_clean(whole) else _UNCLEAN.sub(_meant, whole)


def is_clean(text: str) -> bool:
    """Say whether *text* holds no such character; ten times as fast as a search in the text itself."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _CONTROL_BYTES)) < len(data):
        return False
    if text.isascii():
        return True
    if _C1.search(data) or _HALVES.search(data) or _NONE.search(data):
        return False
    return _JOINER not in data and not _NO_WIDTH.search(text)


def _without_breaks(text: str) -> str:
    # spaces of no width first: what stands before them tells whether they part words
    text = _NO_WIDTH.sub("", text)
    for mark in _BREAKS:
        text = text.replace(mark, "")
    return text


def join_halves(text: str) -> str:
    r"""Return *text* with the halves of surrogate pairs joined; a half that is alone becomes U+FFFD.

    >>> join_halves("\ud83d\ude00 \ud83d")
    '😀 \ufffd'
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # UTF-8 has no halves; it is written in a tenth of the time of a search
        return _LONE_HALF.sub("\ufffd", text).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    return text


def says(text: str) -> bool:
    """Say whether *text* holds a letter or a digit.

    >>> says("– … –"), says("(9)")
    (False, True)
    """
    return any(map(str.isalnum, text))


def escape(text: str) -> str:
    r"""Return *text* for a terminal: what could steer it, or turn its direction, is spelt out.

    >>> escape("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def _meant(found: "re.Match[str]") -> str:
    code = ord(found[0])
    if code > 0xFF:
        return "\ufffd"
    return bytes([code]).decode("cp1252", "replace").replace("\ufffd", " ") if code > 0x7F else " "
