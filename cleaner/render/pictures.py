"""Which pictures of a page belong to its article: those beside text that is kept, not those of teasers and boxes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cleaner.document.markup import Picture
from cleaner.document.verdict import Verdict
from cleaner.render.nodes import Image
from cleaner.render.shown import Shown

_CAPTIONS = frozenset({"caption-credit"})
"""Kinds of what is taken from under a picture that stays."""


def pictures_before(trace: Sequence[Verdict], shown: Shown) -> Mapping[int, tuple[Image, ...]]:
    """Return the pictures of the article by the place in *trace* of the block that they stand before.

    One in a figure stays with what the figure says, and without a caption that was only a credit; any other between
    two blocks that are kept.
    """
    figures = _figures(trace)
    first = next((number for number, verdict in enumerate(trace) if verdict.kept), len(trace))
    found = {}
    for number, verdict in enumerate(trace):
        images = [
            image
            for picture in verdict.block.markup.pictures
            if not picture.at and _stays(picture, verdict, figures, number > first) and (image := shown.image(picture))
        ]
        if images:
            found[number] = tuple(images)
    return found


class _Figure:
    """What became of the text in a figure."""

    def __init__(self) -> None:
        self.is_kept = False
        self.lost_captions_alone = True

    def add(self, verdict: Verdict) -> None:
        """Count one of its blocks."""
        self.is_kept |= verdict.kept
        self.lost_captions_alone &= verdict.kind in _CAPTIONS


def _figures(trace: Sequence[Verdict]) -> Mapping[int, _Figure]:
    """Return the figures that hold text, by their numbers."""
    found: dict[int, _Figure] = defaultdict(_Figure)
    for verdict in trace:
        for ancestor in verdict.block.ancestors:
            if ancestor.tag == "figure":
                found[ancestor.number].add(verdict)
    return found


def _stays(picture: Picture, following: Verdict, figures: Mapping[int, _Figure], is_after_kept: bool) -> bool:
    figure = figures.get(picture.figure)
    if figure is None:
        return is_after_kept and following.kept
    return figure.is_kept or (is_after_kept and figure.lost_captions_alone)
