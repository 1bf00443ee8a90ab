r"""Markdown to the HTML that says the same, so that headings, lists, tables, code and links are what they are there.

What a file says of itself in front matter goes to the head of the page. Crawlers write paragraphs as single lines, each
of which is one; the lines of a wrapped text are joined.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from cleaner.document.characters import clean
from cleaner.html.markdown_places import mark_places
from cleaner.text.lazy_expression import lazy
from cleaner.text.prose import CORE_WORDS
from cleaner.text.text_form import with_line_ends
from cleaner.text.wrapping import WIDTHS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_LEVELS = 40
"""Levels of lists and quotes in each other. The parser leaves out what lies deeper, and takes stack for each level; no
article has so many."""
MOST_OPENED, MOST_LINES, MOST_MARKS = 20_000, 20_000, 60_000
"""Brackets, lines and other marks of Markdown that is read as such: the parser takes up to half a millisecond for a
bracket, a tenth of it for a line and a twentieth for a mark, and no page has so many."""
MOST_COLUMNS = 200
"""Bars in a line: the parser fills up each row of a table to its widest."""
_MARK = lazy(r"[*_`~<>|&\\]")
"""Characters that may open or part something within a line, but for brackets."""
_DEFINED = lazy(r"^( {0,3})\[(\^?)([^\[\]\n]{1,80})\]:( ?<?[^\s/#.]{0,80}[/#.]\S)?", re.MULTILINE)
"""The start of a line that names the target of a link, `[7]: /news`, or looks as if it did: `[Reporter]: Why?`."""
_TITLED = lazy(r"^( {0,3}\[([^\[\]\n]{1,80})\]: ?\S+)[ \t]+[\"'(][^\n]*", re.MULTILINE)
"""A target with a title, which may hold brackets that the parser cannot read."""
_REFERENCE = lazy(r"\]\[([^\[\]\n]{1,80})\]")
"""What a link says instead of its target."""
_TILDES = lazy(r"^( {0,3})~(?=~{2,}[ \t]*$)", re.MULTILINE)
"""The start of a line of tildes, which parts scenes where no line names the language of a code."""
_TILDE_CODE = lazy(r"^ {0,3}~~~+ ?\w", re.MULTILINE)
_FRONT_MATTER = lazy(r"\A\s*---[ \t]*\n((?:(?!---)[^\n]*\n){1,60})---[ \t]*(?:\n|\Z)")
_FACT = lazy(r"([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S[^\n]*)")
_FACTS = {
    **dict.fromkeys(("title",), '<title>{0}</title><meta property="og:title" content="{0}">'),
    **dict.fromkeys(("author", "byline"), '<meta name="author" content="{0}">'),
    **dict.fromkeys(("date", "published", "published_time"), '<meta property="article:published_time" content="{0}">'),
    **dict.fromkeys(("description", "excerpt"), '<meta name="description" content="{0}">'),
    **dict.fromkeys(("url", "source", "canonical"), '<link rel="canonical" href="{0}">'),
    **dict.fromkeys(("sitename", "site", "site_name"), '<meta property="og:site_name" content="{0}">'),
}
"""What front matter says of an article, by the names that crawlers and site generators use, and how a page says it."""
_QUOTES = "\"'"
_WIDE = 50
"""Characters of a wide line, at least."""
_LONG_LINES = 0.1
"""Where a smaller share of the wide lines is longer than a wrapped one, lines are wrapped. Not measured."""
_BROKEN_TARGET = lazy(r"(\]\([^()\s]{1,400}[-/])\n\s*(?=[^()\s]{1,400}[)\s])")
"""The target of a link that was wrapped as if it were words; once more for each line that it takes."""
_TARGET_LINES = 3
"""Lines that a wrapped target takes, at most, after its first."""
_INDENTED_LINK = lazy(r"^(?: {4}|\t)[^\n]{0,1000}\]\(", re.MULTILINE)
"""A link in an indented line: the margins of this text are no marks of code."""
_TARGET = lazy(r"\]\([^()\n]*\)?")
_TAG = lazy(r"<(?:br ?/?|/?(?:strong|em|b|i|sup|sub|del|details|summary)|details open)>", re.IGNORECASE)
"""Tags that stand in Markdown, ours among it, for what it cannot say otherwise."""
_PAGE = '<html class="scraped-markdown"><head>{}</head><body>{}</body></html>'


def to_html(text: str) -> str | None:
    """Return the page that Markdown stands for.

    None if lists or quotes lie in each other too deep, or lines or marks are too many, to be read: no page is so.
    """
    text = clean(with_line_ends(text))
    if _is_too_much(text):
        return None
    found = _FRONT_MATTER.match(text)
    head, body = ("".join(_head(found[1])), text[found.end() :]) if found else ("", text)
    body = _with_lines_kept(body)
    parser = _parser(has_indented_code=_INDENTED_LINK.search(body) is None)
    for _ in range(_TARGET_LINES):
        body = _BROKEN_TARGET.sub(r"\1", body)
    tokens = parser.parse(body)
    if any(token.level >= MOST_LEVELS for token in tokens):
        return None
    _show_tags(tokens)
    if not _is_wrapped(body):
        _end_lines(tokens)
    mark_places(tokens, body)
    return _PAGE.format(head, parser.renderer.render(tokens, parser.options, {}))


def _is_too_much(text: str) -> bool:
    marks = islice(_MARK.finditer(text), MOST_MARKS, None)
    columns = max(line.count("|") for line in text.split("\n"))
    is_wide = columns > MOST_COLUMNS
    return is_wide or text.count("[") > MOST_OPENED or text.count("\n") > MOST_LINES or next(marks, None) is not None


def _with_lines_kept(body: str) -> str:
    """Return *body* with an escape before lines that the parser would leave out, or take for the edges of code.

    A target to which links refer stands by itself: below a line that the parser cannot read it would not be one.
    """
    referred = frozenset(_REFERENCE.findall(body))

    def kept(found: re.Match[str]) -> str:
        indent, note, label, target = found.groups()
        if label in referred and not note:
            return f"\n{found[0]}"
        return found[0] if target and not note else f"{indent}\\{found[0].lstrip()}"

    if referred:
        body = _TITLED.sub(lambda found: found[1] if found[2] in referred else found[0], body)
    body = _DEFINED.sub(kept, body)
    return body if _TILDE_CODE.search(body) else _TILDES.sub(r"\1\\~", body)


@lru_cache
def _parser(*, has_indented_code: bool) -> "MarkdownIt":
    """Return a parser of CommonMark with the tables and the strikethrough of GitHub's, and tags inside lines alone."""
    from markdown_it import MarkdownIt  # few pages are Markdown, and its import takes as long as one of them

    made = MarkdownIt("commonmark", {"maxNesting": MOST_LEVELS + 1}).enable(["table", "strikethrough"])
    # it shows `[Menu](javascript:open())` as it stands, but here nobody follows a link
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made.disable(["html_block"] if has_indented_code else ["html_block", "code"])


def _head(lines: str) -> Iterator[str]:
    for line in lines.split("\n"):
        found = _FACT.match(line)
        if found and found[1].lower() in _FACTS:
            yield _FACTS[found[1].lower()].format(escape(found[2].strip().strip(_QUOTES)))


def _show_tags(tokens: "Sequence[Token]") -> None:
    """Make text of all tags but those for what Markdown has no mark: what writes it down lets stray ones pass."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "html_inline" and not _TAG.fullmatch(child.content):
                child.type = "text"


def _end_lines(tokens: "Sequence[Token]") -> None:
    """End a paragraph where one of its lines ends."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "softbreak":
                child.type, child.content = "html_inline", "<br><br>"


def _is_wrapped(body: str) -> bool:
    """Say whether hardly a line with several words is longer than a wrapped one, targets of links not counted."""
    lines = _TARGET.sub("", body).split("\n")
    wide = [line for line in lines if len(line) >= _WIDE and line.count(" ") >= CORE_WORDS // 2]
    return sum(len(line) >= WIDTHS.stop for line in wide) <= _LONG_LINES * len(wide)
