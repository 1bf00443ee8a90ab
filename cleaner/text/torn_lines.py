r"""Lines that were torn at links and bold words, and the paragraphs that they make; never looks at what a line says.

`get_text("\n")` of Beautiful Soup does so: each piece of text between two tags is a line of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.text.lazy_expression import lazy
from cleaner.text.normalize import is_spaceless
from cleaner.text.punctuation import ends_sentence, is_closed

FEW_MARKS, MARKS_SHARE = 2, 0.005
"""Lines that begin with a mark, at least, and their share of all, in a text that is torn. Of 120 pages of six dev sets
82 show both where they are torn, and 0 to 2 in five other forms: with it their word F1 is .891, without .860 (weights
of other hosts), and that of the other forms the same."""
_HEAD_WORDS, _PIECE_WORDS = 5, 8
"""Words from which a line that ends in small letters may go on with a name, and words of that at most. With 3 instead
of 5 word F1 is .002 less: more headings are joined with what stands below."""
_FEW_WORDS, _SHORT_WORD = 3, 3
"""Words that are enough where the last one is so short: an article or a preposition, as a rule. Not measured."""
_OPENING = "([„“‘«"
"""Marks that no space follows."""
_COMMAS = "，、،,"
"""Marks behind which a sentence goes on, with a letter of a script without capitals: nothing else shows it there."""
_PARTICLE = lazy(
    r"を|(?:[のがにへもで]|は(?!虫類)|と(?!畜|殺|同時))(?=[\u3400-\u9fff\u30a0-\u30ff]|\Z)"
    r"|(?:의|가|을|를|는|와|에서|에게|에)(?: |\Z)"
)
"""Words of Japanese and Korean that stand behind a noun, and at the begin of no sentence. Before more hiragana they may
be the begin of a word ("ところが", "はじめに"), and some of Korean are nouns, too ("이", "도", "은", "과")."""
_AMOUNT = lazy(r"\d[\d.,]*+ ([^\W\d_])")
_HANGUL = lazy(r"[\uac00-\ud7af]")
"""Korean writes spaces."""
_MARK = lazy(r"[,;:.!?)\]”»’،؛؟](?!\w)|[，。、；：！？」』）]")


def count_marks(lines: Sequence[str]) -> int:
    """Return how many lines begin with a mark that stands behind a word; 0 if they are too few for a torn text.

    Where there are enough, others are torn, too, and no mark shows it.
    """
    found = sum(_MARK.match(line) is not None for _, line in pairwise(filter(None, lines)))
    return found if found >= max(FEW_MARKS, MARKS_SHARE * sum(map(bool, lines))) else 0


def mend(lines: Sequence[str]) -> list[str]:
    """Join what goes on in small letters or with a mark, and a short piece between two such parts.

    >>> mend(["The board of the harbour of", "Norrick", ", which met on Monday,", "agreed", ".", "More news"])
    ['The board of the harbour of Norrick, which met on Monday, agreed.', 'More news']
    """
    told = list(filter(None, lines))
    return ["".join(parts) for parts in _paragraphs(told)]


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    parts: list[str] = []
    words, is_behind_piece = 0, False
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else ""
        goes_on = bool(parts) and (_goes_on(parts[-1], line) or (is_behind_piece and _is_amount(line)))
        is_behind_piece = bool(parts) and not goes_on and _is_piece(parts[-1], words, line, after)
        if goes_on or is_behind_piece:
            more = [line] if _MARK.match(line) or _is_close(parts[-1][-1], line) else [" ", line]
            parts += more
            words += sum(part.count(" ") for part in more)
            continue
        if parts:
            yield parts
        parts, words = [line], line.count(" ") + 1
    if parts:
        yield parts


def _goes_on(line: str, following: str) -> bool:
    is_open = not ends_sentence(line) and line[-1] != ":"
    if _MARK.match(following) is not None or (is_open and following[0].islower()):
        return True
    is_caseless = following[0].isalpha() and following[0].lower() == following[0].upper()
    return is_open and is_caseless and (line[-1] in _COMMAS or _PARTICLE.match(following) is not None)


def _is_amount(line: str) -> bool:
    """Say whether a figure and a word in small letters begin *line*; times, and counts of comments, stand alone."""
    found = _AMOUNT.match(line)
    return found is not None and found[1].islower()


def _is_close(last: str, line: str) -> bool:
    """Say whether no space stands between the *last* character and the *line* that goes on behind it."""
    if last in _OPENING or _PARTICLE.match(line) is not None:
        return True
    return is_spaceless(line[0]) and not _HANGUL.match(line) and (is_spaceless(last) or last in _COMMAS)


def _is_piece(before: str, words: int, line: str, after: str) -> bool:
    """Say whether a *line* in capitals is a link within a sentence of so many *words* to the end of *before*.

    *after* must go on with it.
    """
    if not after or is_closed(before) or is_closed(line) or not (_goes_on(line, after) or _is_amount(after)):
        return False
    last = before.rpartition(" ")[2]
    is_short = len(last) <= _SHORT_WORD and not _is_amount(after)
    least = _FEW_WORDS if is_short else _HEAD_WORDS
    return words >= least and line.count(" ") < _PIECE_WORDS and (last[0].islower() or last[-1] in f",{_OPENING}")
