"""A text with its marks as Markdown that says the same: nothing in it is read as a mark that it did not mean.

What CommonMark could not tell as emphasis where it stands (`“a”b` in bold) is written as an HTML element, which
Markdown allows; so are superscript and subscript, for which it has no mark.
"""

import re
import unicodedata
from collections.abc import Sequence

from cleaner.render.nodes import Image, Piece, Span, text_of

BREAK = "  \n"
"""The end of a line in a paragraph."""
_NOTE = r"\[\^[^\W_]{1,40}\]"
_SPECIAL = re.compile(rf"(?P<footnote>{_NOTE}(?![:(])|^{_NOTE}:(?= ?[^\s<]+ +[^\s\"'(]))|[\\`*_\[\]<>~]")
"""A character that would be a mark, or the sign of a footnote, which CommonMark takes for text and others know; one
that would be the target of a link is none."""
_REFERENCE = re.compile(r"&(?=#?\w{1,40};)")
_LINE_START = re.compile(r"^(#{1,6}(?= |$)|[-+](?= |$)|[-=+:|](?=[-=:| ]*$))", re.MULTILINE)
_NUMBER_START = re.compile(r"^(\d{1,9})([.)])(?= |$)", re.MULTILINE)
_PARENTHESES = re.compile(r"[()]")
_TICKS = re.compile("`+")
_EMPHASIS = {"b": 2, "i": 1}
"""How many asterisks or underscores a mark takes."""
_ELEMENTS = {"b": "strong", "i": "em", "sup": "sup", "sub": "sub", "del": "del"}


def write(pieces: Sequence[Piece]) -> str:
    """Return *pieces* as the Markdown of a paragraph, of one line or several."""
    lines = _write(pieces, "", "")
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", lines)).replace("\n", BREAK)


def write_line(pieces: Sequence[Piece], line_break: str) -> str:
    """Return *pieces* as the Markdown of a heading or a cell, in which no line begins anew."""
    return _write(pieces, "", "").replace("\n", line_break)


def escape(text: str) -> str:
    """Return *text* with a backslash before each character that would be a mark."""
    return _REFERENCE.sub(r"\\&", _SPECIAL.sub(_escaped, text))


def _escaped(found: "re.Match[str]") -> str:
    return found[0] if found["footnote"] else f"\\{found[0]}"


def _write(pieces: Sequence[Piece], before: str, after: str) -> str:
    r"""Write *pieces* between the characters *before* and *after*, empty at an end; a line ends in a bare `\n`."""
    made: list[str] = []
    last = before
    for number, piece in enumerate(pieces):
        following = _first(pieces[number + 1]) if number + 1 < len(pieces) else after
        written = _piece(piece, last, following)
        if written.startswith("[") and made and made[-1].endswith("!"):
            made[-1] = made[-1][:-1] + r"\!"
        made.append(written)
        last = written[-1:] or last
    return "".join(made)


def _piece(piece: Piece, before: str, after: str) -> str:
    if isinstance(piece, str):
        return escape(piece)
    if isinstance(piece, Image):
        return f"![{escape(piece.alt)}]({address(piece.address)})"
    if piece.name == "code":
        return code(text_of(piece.content).replace("\n", " "))
    if piece.name == "a":
        return f"[{_write(piece.content, '[', ']')}]({address(piece.address)})"
    return _marked(piece, before, after)


def _marked(span: Span, before: str, after: str) -> str:
    for character in ("*", "_") if span.name in _EMPHASIS else ("~",) if span.name == "del" else ():
        mark = character * _EMPHASIS.get(span.name, 2)
        written = _write(span.content, character, character)
        if character not in (before, after) and _can_mark(written, character, before, after):
            return f"{mark}{written}{mark}"
    tag = _ELEMENTS[span.name]
    return f"<{tag}>{_write(span.content, '>', '<')}</{tag}>"


def _first(piece: Piece) -> str:
    """Return a character of the sort that *piece* begins with, written out."""
    return piece[:1] if isinstance(piece, str) else "!" if isinstance(piece, Image) else "["


def _can_mark(written: str, character: str, before: str, after: str) -> bool:
    """Say whether *character* opens before and closes behind what is *written*, as CommonMark's section 6.2 has it."""
    first, last = written[:1], written[-1:]
    if not written or character in (first, last) or _is_space(first) or _is_space(last):
        return False
    opens = not _is_sign(first) or _is_space(before) or _is_sign(before)
    closes = not _is_sign(last) or _is_space(after) or _is_sign(after)
    if character == "_":
        opens &= _is_space(before) or _is_sign(before)
        closes &= _is_space(after) or _is_sign(after)
    return opens and closes


def _is_space(character: str) -> bool:
    return not character or character.isspace()


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS" if character else False


def code(text: str) -> str:
    """Return *text*, one line, as a code span."""
    fence = "`" * (max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def address(url: str) -> str:
    """Return *url* as the target of a link."""
    return _REFERENCE.sub(r"\\&", _PARENTHESES.sub(r"\\\g<0>", url))
