"""A kept block's text with its marks: what trims took is gone from both, and no character is in one alone."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator

from cleaner.document.block import Block
from cleaner.document.markup import Mark
from cleaner.document.verdict import Verdict
from cleaner.render.nodes import Image, Piece, Span
from cleaner.render.shown import Shown

_WORD = re.compile(r"\S+")
_ONCE = frozenset({"a", "b", "i", "del"})
"""Marks that say nothing more inside themselves."""


def pieces(verdict: Verdict, shown: Shown) -> tuple[Piece, ...]:
    """Return the text of a kept block in pieces, which together say `verdict.text`."""
    text, markup, marked = verdict.text, verdict.block.markup, _marks(verdict.block)
    inner = [picture for picture in markup.pictures if picture.at] if shown.images else []
    if not marked and not inner:
        return (text,)
    places = _Places(verdict)
    marks = [moved for mark in marked if (moved := places.moved(mark)).start < moved.end]
    images = [(places.at(picture.at), image) for picture in inner if (image := shown.image(picture))]
    return _Nesting(text, marks, images, shown).pieces()


def _marks(block: Block) -> tuple[Mark, ...]:
    """Return the marks of a block; of one link around all of it, which is no mark of its own."""
    is_one_link = not block.markup.marks and block.text and block.linked == len(block.text) and len(block.links) == 1
    return (Mark(0, len(block.text), "a", block.links[0]),) if is_one_link else block.markup.marks


def kept_parts(verdict: Verdict) -> Iterator[tuple[int, int]]:
    """Yield the parts of a block's text, as starts and ends, of which `verdict.text` is made, word by word."""
    at, whole = 0, verdict.block.text
    for start, end in [*((trim.start, trim.end) for trim in verdict.trims), (len(whole), len(whole))]:
        for word in _WORD.finditer(whole, at, max(at, start)):
            yield word.span()
        at = end


class _Places:
    """Where characters of a block's text are in what is left of it."""

    def __init__(self, verdict: Verdict) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shift: list[int] = []
        if verdict.trims:
            made = 0
            for start, end in kept_parts(verdict):
                self._starts.append(start)
                self._ends.append(end)
                self._shift.append(made - start)
                made += end - start + 1

    def moved(self, mark: Mark) -> Mark:
        """Return *mark* by the characters that are left; it may be empty."""
        if not self._starts:
            return mark
        first, last = bisect_right(self._ends, mark.start), bisect_left(self._starts, mark.end) - 1
        if first > last:
            return mark._replace(end=mark.start)
        start = max(mark.start, self._starts[first]) + self._shift[first]
        return mark._replace(start=start, end=min(mark.end, self._ends[last]) + self._shift[last])

    def at(self, place: int) -> int:
        """Return the place itself, or the nearest that is left."""
        if not self._starts:
            return place
        word = min(bisect_left(self._ends, place), len(self._ends) - 1)
        return min(max(place, self._starts[word]), self._ends[word]) + self._shift[word]


class _Nesting:
    """Marks over a text, in order, to pieces that lie in each other."""

    def __init__(self, text: str, marks: list[Mark], images: list[tuple[int, Image]], shown: Shown) -> None:
        self._text, self._marks, self._images, self._shown = text, deque(marks), deque(images), shown

    def pieces(self) -> tuple[Piece, ...]:
        """Return the whole text in pieces."""
        made = list(self._between(0, len(self._text), frozenset()))
        return (*made, *(image for _, image in self._images))

    def _between(self, at: int, end: int, around: frozenset[str]) -> Iterator[Piece]:
        while True:
            mark = self._marks[0].start if self._marks else end
            image = self._images[0][0] if self._images else end
            start = min(mark, image)
            if start >= end:
                break
            if start > at:
                yield self._text[at:start]
            at = max(at, start)
            if image <= mark:
                yield self._images.popleft()[1]
            else:
                found = self._with_next_code(self._marks.popleft())
                stop = min(found.end, end)
                yield from self._spanned(found, at, stop, around)
                at = max(at, stop)
        if at < end:
            yield self._text[at:end]

    def _with_next_code(self, mark: Mark) -> Mark:
        """Return a mark of code with those right behind it: side by side Markdown would read them as another one."""
        marks = self._marks
        while mark.name == "code" and marks and (marks[0].name, marks[0].start) == ("code", mark.end):
            mark = mark._replace(end=marks.popleft().end)
        return mark

    def _spanned(self, mark: Mark, start: int, end: int, around: frozenset[str]) -> Iterator[Piece]:
        address = self._shown.link(mark.value) if mark.name == "a" else ""
        is_idle = address is None or "code" in around or (mark.name in _ONCE and mark.name in around)
        inner = tuple(self._between(start, end, around if is_idle else around | {mark.name}))
        if is_idle:
            yield from inner
        elif inner:
            yield Span(mark.name, address or "", inner)


def verbatim(verdict: Verdict) -> str:
    """Return preformatted text with the spaces that the page has; without them where a part was taken."""
    spaces = verdict.block.markup.spaces
    if verdict.trims or not spaces:
        return verdict.text
    whole, made, at = verdict.block.lines, list[str](), 0
    for space in spaces:
        made += (whole[at : space.start], space.white)
        at = space.end
    return "".join((*made, whole[at:]))
