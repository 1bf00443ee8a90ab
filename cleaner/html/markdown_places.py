"""What stands where in Markdown: menus, lists and breaks between paragraphs of prose, notes, links behind headings.

What it finds gets a class, which rules ask for (`rules/platforms/markdown.yaml`).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleaner.text.prose import CORE_WORDS
from cleaner.text.punctuation import ends_sentence

if TYPE_CHECKING:
    from markdown_it.token import Token

LINKS_ONLY = "scraped-links"
"""The class of lists and paragraphs of nothing but links before the first paragraph of prose, and behind the last."""
BETWEEN_PROSE = "scraped-body"
"""The class of lists, tables and quotes between two paragraphs of prose that lie near each other."""
LEADING = f"{BETWEEN_PROSE} scraped-lead"
"""The class of a line with a colon before one of them."""
_FEW_PARTS = 5
"""From a paragraph of prose to the next one so near to it, in parts of the page. Not measured."""
_BODY_PARTS = frozenset({"bullet_list_open", "ordered_list_open", "table_open", "blockquote_open"})
_LINKED = 0.8
"""Share of the characters of such a list in links: marks stand between them. Not measured."""
_PROSE_LINKED = 0.4
"""Share of a paragraph of prose in links, at most; not measured."""
_LEADING = (":", "：")
"""What ends a paragraph that a list, a table or a quotation belongs to."""
SCENE_BREAK = "scraped-break"
"""The class of a line that parts scenes, or a text and its notes."""
NOTE = "scraped-note"
"""The class of a paragraph of footnotes to which the text leads."""
HEADING_LINK = "headerlink"
"""The class of the link behind a heading that leads to the heading itself, as Sphinx and others name it."""
_CITED = re.compile(r"\[\^([^\[\]\n]{1,80})\]")
_HEADING_MARKS = frozenset({"#", "¶", "§", "🔗", "⚓"})
"""What such links show."""
_BREAK = f'<p class="{SCENE_BREAK}">{{}}</p>\n'


class _Part(NamedTuple):
    """A block that stands in no other, by the token that opens it, its text, characters, linked ones, words."""

    opening: "Token"
    text: str
    chars: int
    linked: int
    words: int
    is_closed: bool
    leads_on: bool

    @property
    def is_prose(self) -> bool:
        is_text = self.opening.type in ("paragraph_open", "blockquote_open")
        return is_text and self.is_closed and self.words >= CORE_WORDS and self.linked < _PROSE_LINKED * self.chars

    @property
    def is_links(self) -> bool:
        return 0 < _LINKED * self.chars <= self.linked


def mark_places(tokens: "Sequence[Token]", body: str) -> None:
    """Give their classes to the parts of *body*, as a parser cut it into *tokens*."""
    parts = list(_parts(tokens))
    prose = [at for at, part in enumerate(parts) if part.is_prose]
    _mark_heading_links(tokens)
    _mark_notes(parts, body)
    _mark_breaks(tokens, parts, body)
    _mark_lists(parts, prose)


def _mark_lists(parts: "Sequence[_Part]", prose: Sequence[int]) -> None:
    """Mark what leads elsewhere before and behind all *prose*, and what the prose holds together.

    Where the first prose has a heading that leads elsewhere, as in a digest, headings of its level with text stay.
    """
    if not prose:
        return
    first = parts[prose[0] - 1].opening if prose[0] and parts[prose[0] - 1].is_links else None
    for at, part in enumerate(parts):
        if prose[0] <= at <= prose[-1]:
            if _is_between(prose, at) and part.opening.type in _BODY_PARTS and part.linked < _PROSE_LINKED * part.chars:
                part.opening.attrSet("class", BETWEEN_PROSE)
                _mark_lead(parts[at - 1])
        elif part.is_links and not (first and first.tag == part.opening.tag and _is_heading_over_text(parts, at)):
            part.opening.attrSet("class", LINKS_ONLY)


def _is_heading_over_text(parts: "Sequence[_Part]", at: int) -> bool:
    """Say whether a part is a heading with text of its own: in a digest that of each item leads to a story."""
    below = parts[at + 1] if at + 1 < len(parts) else None
    is_heading = parts[at].opening.type == "heading_open"
    return is_heading and below is not None and below.opening.type == "paragraph_open" and not below.is_links


def _is_between(prose: Sequence[int], at: int) -> bool:
    """Say whether a part, or a place before one, lies between two of *prose* that are near each other."""
    following = bisect_left(prose, at)
    return following < len(prose) and prose[following] - prose[max(following - 1, 0)] <= _FEW_PARTS


def _mark_breaks(tokens: "Sequence[Token]", parts: "Sequence[_Part]", body: str) -> None:
    """Show the lines that part scenes, or a text and its notes; elsewhere such lines part boxes of a page.

    Of several between two parts of the text the first is shown.
    """
    told = [at for at, part in enumerate(parts) if part.is_prose or part.opening.attrGet("class") == NOTE]
    openings = {id(part.opening): at for at, part in enumerate(parts)}
    lines, above, parted = body.split("\n"), 0, 0
    for token in tokens:
        above = openings.get(id(token), above - 1) + 1
        is_break = token.type == "hr" and token.level == 0 and token.map is not None
        if is_break and token.map and told and max(told[0], parted) < above and _is_between(told, above):
            parted = told[bisect_left(told, above)]
            token.type, token.content = "html_block", _BREAK.format(lines[token.map[0]].strip())


def _mark_notes(parts: "Sequence[_Part]", body: str) -> None:
    cited = Counter(_CITED.findall(body))
    for part in parts:
        note = _CITED.match(part.text)
        is_note = note is not None and part.text.startswith(":", note.end()) and cited[note[1]] > 1
        if is_note and part.opening.type == "paragraph_open":
            part.opening.attrSet("class", NOTE)


def _mark_heading_links(tokens: "Sequence[Token]") -> None:
    """Mark the links in headings that show nothing but a mark, and lead to a place on a page."""
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        children = inline.children or []
        for link, shown, after in zip(children, children[1:], [*children[2:], None], strict=False):
            is_mark = shown.type == "link_close" or (
                after is not None and after.type == "link_close" and shown.content.strip() in _HEADING_MARKS
            )
            if link.type == "link_open" and is_mark and "#" in str(link.attrGet("href")):
                link.attrSet("class", HEADING_LINK)


def _mark_lead(before: _Part) -> None:
    """Give its class to a paragraph that leads over to what follows it."""
    if before.opening.type == "paragraph_open" and before.leads_on and not before.is_links:
        before.opening.attrSet("class", LEADING)


def _parts(tokens: "Sequence[Token]") -> Iterator[_Part]:
    opening: Token | None = None
    inner: list[Token] = []
    for token in tokens:
        if token.level == 0 and token.nesting == 1:
            opening, inner = token, []
        elif token.type == "inline":
            inner.append(token)
        elif token.level == 0 and token.nesting == -1 and opening is not None:
            is_heading = opening.type == "heading_open"
            texts = [piece for one in inner for piece in _pieces(one, is_heading=is_heading)]
            text = "".join(said for said, _ in texts)
            linked = sum(len(said.strip()) for said, is_linked in texts if is_linked)
            end = text.strip()
            leads_on = end.endswith(_LEADING)
            chars, words = len("".join(text.split())), len(text.split())
            yield _Part(opening, text, chars, linked, words, ends_sentence(end), leads_on)


def _pieces(inline: "Token", *, is_heading: bool) -> Iterator[tuple[str, bool]]:
    """Yield the texts of an inline token, and whether each leads elsewhere; headings may lead to their own place."""
    links = []
    for child in inline.children or ():
        if child.type == "link_open":
            links.append(not is_heading or not str(child.attrGet("href")).startswith("#"))
        elif child.type == "link_close":
            links.pop()
        elif child.type in ("text", "code_inline", "softbreak", "hardbreak"):
            yield child.content or " ", any(links)
