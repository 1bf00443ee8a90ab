"""Which form scraped text has, by signs that a person can count, so that it is cut where its blocks end."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.document.page import TextForm
from cleaner.text.counted import counted
from cleaner.text.lazy_expression import lazy
from cleaner.text.prose import RUNNING_WORDS
from cleaner.text.punctuation import count_ends, ends_sentence
from cleaner.text.torn_lines import count_marks
from cleaner.text.wrapping import full_lines, is_wrapped

READ_CHARS = 200_000
"""Characters at the start of a text that are looked at. A longer one has shown its form by then."""
ONE_LINE_CHARS, ONE_LINE_SENTENCES, ONE_LINE_SHARE = 1_200, 8, 0.8
"""A text is on one line if a line of so many characters and sentences holds this share of it. Not measured."""
_RUN_TOGETHER, _RUN_SENTENCES = 2, 3
"""Signs, and sentences, by which a shorter line is known to be more than a paragraph: it stays whole, since a
wrong cut would cost it its sentences. Not measured."""
_SIGNS_OF_FRAME = (
    lazy(r"[^\W\d_]{2}[.!?][\"”’»)]?[A-ZÀ-ÖØ-ÞА-Я][a-zß-öø-ÿа-я]"),
    lazy(r" \| "),
    lazy("[©®]"),
    lazy(r"(?<![^\s.!?])(?:[A-ZÀ-ÖØ-ÞА-Я]{3,} ){1,4}[A-ZÀ-ÖØ-ÞА-Я]{3,}[:!]"),
)
"""What a paragraph by itself hardly has: sentences without a space between them, a bar, a sign of rights, a label in
capitals. One of a sort cites it; of the first, each counts."""
_BAR = lazy(r" [|｜] ")
_FEW_BARS = 3
"""A line that holds nearly all of a text, so many bars, and a sentence between two of them, is a whole page: rows of
tables and menus hold no sentences."""
_MOST_ONE_LINE = 1_000_000
"""Characters of a longer text stay one block: no page is so long, and cut by sentences it would take gigabytes."""
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\x85": "\n", "\u2028": "\n", "\f": "\n\n", "\u2029": "\n\n"}
"""What ends a line, and what a page or a paragraph, which an empty line parts from the next."""
_MARKS = {
    "link": (("](",), lazy(r"\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}(?:[ \n]\"[^\"\n]{0,300}\")?\)")),
    "numbered link": (("]:",), lazy(r"^ {0,3}\[[^\[\]\n]{1,80}\]: ?<?[^\s/#.]{0,80}[/#.]\S{1,2000}>?", re.MULTILINE)),
    "footnote": (("[^",), lazy(r"^ {0,3}\[\^[^\[\]\n]{1,80}\]:[ \t]", re.MULTILINE)),
    "strong word": (
        ("**", "__"),
        lazy(
            r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,300}(?<=\S)\*\*(?!\*)|(?<![\w_])__(?=[^\s_])[^_\n]{1,300}(?<=\S)__(?![\w_])"
        ),
    ),
    "escape": (("\\",), lazy(r"\\[*_<>]")),
    "fence": (
        ("```", "~~~"),
        lazy(r"^ {0,3}(?:```[^`\n]{0,60}|~~~ ?\w[^\n]{0,60})$", re.MULTILINE),
    ),
    "table": (("--",), lazy(r"^ {0,3}\|? ?:?-{2,}:? ?(?:\| ?:?-{2,}:? ?)+\|?[ \t]*$", re.MULTILINE)),
    "front matter": (("---",), lazy(r"\A\s*---[ \t]*\n[A-Za-z][\w-]*:[^\n]*\n")),
}
"""Marks that nothing but Markdown has: a link by its target, all else by its line. Before each one of the signs without
which there is none: these are found faster."""
_HEADING = lazy(r"^ {0,3}#{1,6} \S", re.MULTILINE)
_FEW_MARKS = 2
"""A text with fewer marks, headings counted, only cites one. Not measured."""


def with_line_ends(text: str) -> str:
    r"""Return *text* with a bare `\n` at the end of each line, and an empty line where a page or a paragraph ends.

    >>> with_line_ends("One\r\nTwo\fThree\u2028Four")
    'One\nTwo\n\nThree\nFour'
    """
    for end, plain in _LINE_ENDS.items():
        text = text.replace(end, plain)
    return text


class Recognised(NamedTuple):
    """A form and the *signs* that it was told by; *runs_together*, if one line of it holds more than a paragraph."""

    form: TextForm
    signs: str
    runs_together: bool = False


def recognise(text: str) -> Recognised:
    """Return the form of *text*.

    >>> recognise("A [boat](https://sea.example/boat) and a [pier](/pier).")
    Recognised(form='markdown', signs='2 links', runs_together=False)
    >>> recognise("Ferry sails again by Nora Lind").form
    'lines'
    """
    start = with_line_ends(text[:READ_CHARS])
    found = {
        name: len(mark.findall(start)) if any(sign in start for sign in signs) else 0
        for name, (signs, mark) in _MARKS.items()
    }
    marks = sum(found.values())
    if marks and marks + len(_HEADING.findall(start)) >= _FEW_MARKS:
        return Recognised("markdown", ", ".join(counted(count, name) for name, count in found.items() if count))
    lines = [" ".join(line.split()) for line in start.split("\n")]
    if is_wrapped(lines):
        full, followed = full_lines(lines)
        return Recognised("wrapped", f"{full} of {counted(followed, 'line')} are as wide as the text")
    if len(text) <= _MOST_ONE_LINE and (one := _one_line(lines)):
        return Recognised("one-line", one)
    if torn := count_marks(lines):
        return Recognised("torn", f"{counted(torn, 'line')} begin with a mark that ends a word")
    runs_together = _runs_together(cut_at_bars(lines))
    but = ", but the longest runs together" if runs_together else ""
    return Recognised(
        "lines", f"each of {counted(sum(map(bool, lines)), 'line')} ends where it ends{but}", runs_together
    )


def cut_at_bars(lines: Sequence[str]) -> list[str]:
    """Return *lines*, one that holds nearly all of them cut at its bars if these part a page.

    >>> cut_at_bars(["Home | News | The ferry sails again on Monday, the office said. | Contact"])
    ['Home', 'News', 'The ferry sails again on Monday, the office said.', 'Contact']
    >>> cut_at_bars(["Route | Fare | Day | Norrick to Holm | 12 crowns"])
    ['Route | Fare | Day | Norrick to Holm | 12 crowns']
    """
    longest = max(range(len(lines)), key=lambda at: len(lines[at]), default=0)
    parts = _BAR.split(lines[longest]) if lines else []
    size = sum(map(len, lines))
    is_page = len(parts) > _FEW_BARS and len(lines[longest]) >= ONE_LINE_SHARE * size and any(map(_is_told, parts))
    return [*lines[:longest], *parts, *lines[longest + 1 :]] if is_page else list(lines)


def _is_told(part: str) -> bool:
    return part.count(" ") >= RUNNING_WORDS - 1 and ends_sentence(part)


def _one_line(lines: Sequence[str]) -> str:
    longest = max(lines, key=len)
    size, sentences = sum(map(len, lines)), count_ends(longest)
    is_all = len(longest) >= max(ONE_LINE_CHARS, ONE_LINE_SHARE * size) and sentences >= ONE_LINE_SENTENCES
    return (
        f"a line holds {len(longest):,} of {counted(size, 'character')}, {counted(sentences, 'sentence')}"
        if is_all
        else ""
    )


def _runs_together(lines: Sequence[str]) -> bool:
    """Say whether the longest of *lines* holds nearly all, several sentences, and what is no part of a paragraph."""
    longest = max(lines, key=len)
    if len(longest) < ONE_LINE_SHARE * sum(map(len, lines)):
        return False
    sign_of_glue, *others = _SIGNS_OF_FRAME
    glued = len(sign_of_glue.findall(longest))
    signs = glued + sum(sign.search(longest) is not None for sign in others)
    return signs >= _RUN_TOGETHER and count_ends(longest) + glued >= _RUN_SENTENCES
