"""A main text in the shapes in which texts come: wrapped, with single line breaks, mailed on, out of a PDF.

Each function takes paragraphs and returns a text with the same words and, for mail and PDF, some around them. What is
added is invented.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence

from cleaner.text.punctuation import ends_sentence

Reshape = Callable[[Sequence[str]], str]

_MAIL_WIDTH = 72
"""Characters of a line of mail, as RFC 3676 recommends."""
_COLUMN_WIDTH, _PAGE_LINES = 56, 44
"""Characters of a line, and lines of a page, of a document in print."""
_BROKEN_LETTERS = 4
"""Letters that a broken word has at least on either line."""
_ITEM_WORDS = 12
"""A paragraph of no more words that ends no sentence comes with a bullet."""
_MAIL_HEAD = """---------- Forwarded message ---------
From: The Quay <quay@courier.example>
Date: Thu, Sep 4, 2025 at 7:02 AM
Subject: Fwd: What is new on the coast
To: <reader@mail.example>

View this email in your browser <https://courier.example/e/1>"""
_MAIL_FOOT = """You are receiving this email because you signed up for The Quay.
Unsubscribe <https://courier.example/u> | Manage your preferences <https://courier.example/p>
Norrick Courier, 1 Harbour Street, Norrick"""
_PAGE_HEAD = "NORRICK COURIER          Thursday, 4 September 2025          Page {}"


def wrapped(paragraphs: Sequence[str]) -> str:
    """Return lines of 72 characters, paragraphs parted by an empty one."""
    return "\n\n".join(textwrap.fill(paragraph, _MAIL_WIDTH) for paragraph in paragraphs)


def single_newline(paragraphs: Sequence[str]) -> str:
    """Return a paragraph a line."""
    return "\n".join(paragraphs)


def marked(paragraphs: Sequence[str]) -> str:
    """Return paragraphs behind tabs and short lines behind bullets, with no-break spaces and line ends of Windows."""
    return "\r\n\r\n".join(map(_marked, paragraphs))


def newsletter(paragraphs: Sequence[str]) -> str:
    """Return a newsletter that was forwarded, with its head and foot."""
    return "\n\n".join((_MAIL_HEAD, *paragraphs, _MAIL_FOOT))


def pdf(paragraphs: Sequence[str]) -> str:
    """Return pages with a head and a number on each, of one narrow column, words broken at line ends."""
    lines = [line for paragraph in paragraphs for line in (*_hyphenated(paragraph), "")]
    pages = [lines[at : at + _PAGE_LINES] for at in range(0, len(lines), _PAGE_LINES)]
    return "\f".join(
        "\n".join((_PAGE_HEAD.format(number), "", *page, "", str(number))) for number, page in enumerate(pages, 1)
    )


def one_line(paragraphs: Sequence[str]) -> str:
    """Return all of it on one line."""
    return " ".join(paragraphs)


RESHAPES: Mapping[str, Reshape] = {
    "wrapped": wrapped,
    "single-newline": single_newline,
    "marked": marked,
    "newsletter": newsletter,
    "pdf": pdf,
    "one-line": one_line,
}
"""The shapes by name."""


def _marked(paragraph: str) -> str:
    words = paragraph.split()
    start = "\t" if len(words) > _ITEM_WORDS or ends_sentence(paragraph) else "•\t"
    spaced = (word + ("\xa0" if len(word) < _BROKEN_LETTERS else " ") for word in words)
    return start + "".join(spaced).rstrip()


def _hyphenated(paragraph: str) -> Iterator[str]:
    """Yield the lines of a column, long words broken where one ends."""
    line = ""
    for word in paragraph.split():
        room = _COLUMN_WIDTH - len(line) - 2
        if len(line) + 1 + len(word) <= _COLUMN_WIDTH:
            line = f"{line} {word}".lstrip()
        elif word.isalpha() and room >= _BROKEN_LETTERS and len(word) - room >= _BROKEN_LETTERS:
            yield f"{line} {word[:room]}-"
            line = word[room:]
        else:
            if line:
                yield line
            line = word
    if line:
        yield line
