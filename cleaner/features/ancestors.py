"""Facts about a block from the elements around it: their names, their tags, what else they hold.

Neighbouring blocks share most of their ancestors, so what an element says is worked out once.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from cleaner.document.block import Ancestor
from cleaner.features.block import TELLING_TAGS, Scale, element_facts
from cleaner.features.kinds import kind_of
from cleaner.features.lexicon import Vocabulary
from cleaner.features.outline import Outline

SHARE_STEPS = ((0.0, "none"), (0.05, "little"), (0.2, "some"), (0.5, "much"), (0.8, "most"))
LINK_STEPS = ((0.05, "none"), (0.2, "few"), (0.5, "some"), (0.8, "many"))
_DEPTH_STEPS = ((1, "1"), (2, "2"), (3, "3"), (5, "4-5"))
_MAIN_DEPTH, _OUTSIDE = Scale("main.depth", _DEPTH_STEPS, "6+"), "main.outside"
_LEVELS = tuple(
    (level, Scale(f"{name}.prose", SHARE_STEPS, "all"), Scale(f"{name}.links", LINK_STEPS, "all"))
    for level, name in ((2, "parent"), (3, "grandparent"), (4, "third"))
)
"""The elements around a block's own that facts tell of, by how many levels up they are."""
_COMMON_SHARE = 0.6
"""Elements with more of the page's prose say nothing of a single block, whatever their names."""
_NEAR = 2
"""The block's own element and the one around it are near, all others far."""
_SETS = 4_096
"""Sets of names whose facts are kept at hand. Not measured: a page has some dozens."""


class ElementFacts:
    """The facts that the elements of one page give to the blocks inside them.

    The names of an element do not speak of the kinds for which it was *refused* to a rule.
    """

    def __init__(self, outline: Outline, names: Vocabulary, refused: Mapping[int, frozenset[str]]) -> None:
        self._outline, self._names, self._refused = outline, names, refused
        self._own: dict[int, frozenset[str]] = {}
        self._by_names: dict[tuple[str, str, tuple[str, ...]], frozenset[str]] = {}
        self._far: dict[int, frozenset[str]] = {}
        self._tags: dict[int, frozenset[str]] = {}
        self._held: dict[int, tuple[float, float]] = {}
        self._around: dict[tuple[object, ...], tuple[str, ...]] = {}

    def around(self, ancestors: Sequence[Ancestor]) -> tuple[str, ...]:
        """Return the facts that a block has from its ancestors, outermost first.

        They are the same for siblings that look alike, as the paragraphs of an article do.
        """
        if len(ancestors) < 2:
            return self._read(ancestors)
        own, parent = ancestors[-1], ancestors[-2]
        key = (parent.number, own.tag, self._named(own), own.number == self._outline.main)
        found = self._around.get(key)
        if found is None:
            found = self._around[key] = self._read(ancestors)
        return found

    def _read(self, ancestors: Sequence[Ancestor]) -> tuple[str, ...]:
        near: frozenset[str] = frozenset().union(*[self._named(one) for one in ancestors[-_NEAR:]])
        far = self._named_up_to(ancestors[:-_NEAR])
        found = [*_told("named", near), *_told("around", far - near), *_told("inside", self._tags_up_to(ancestors))]
        for level, prose, links in _LEVELS[: max(0, len(ancestors) - 1)]:
            prose_share, link_share = self._holds(ancestors[-level])
            found += (prose.fact(prose_share), links.fact(link_share))
        found.append(self._from_main(ancestors))
        return tuple(found)

    def _from_main(self, ancestors: Sequence[Ancestor]) -> str:
        """Say how deep in the main element a block lies."""
        main = self._outline.main
        # elements are numbered in document order: what lies in the main one has greater numbers
        for depth, one in enumerate(reversed(ancestors)):
            if one.number <= main:
                return _MAIN_DEPTH.fact(depth) if one.number == main else _OUTSIDE
        return _OUTSIDE

    def _named(self, ancestor: Ancestor) -> frozenset[str]:
        found = self._own.get(ancestor.number)
        if found is None:
            common = self._outline.prose_share(ancestor) > _COMMON_SHARE
            found = frozenset() if common else self._by_name(ancestor)
            if ancestor.number in self._refused:
                kinds = self._refused[ancestor.number]
                found = frozenset(name for name in found if kind_of(f"named.{name}") not in kinds)
            self._own[ancestor.number] = found
        return found

    def _by_name(self, ancestor: Ancestor) -> frozenset[str]:
        key = (ancestor.tag, ancestor.id, ancestor.classes)
        found = self._by_names.get(key)
        if found is None:
            found = self._by_names[key] = element_facts(ancestor, self._names)
        return found

    def _named_up_to(self, ancestors: Sequence[Ancestor]) -> frozenset[str]:
        if not ancestors:
            return frozenset()
        last = ancestors[-1]
        if last.number not in self._far:
            self._far[last.number] = self._named_up_to(ancestors[:-1]) | self._named(last)
        return self._far[last.number]

    def _tags_up_to(self, ancestors: Sequence[Ancestor]) -> frozenset[str]:
        if not ancestors:
            return frozenset()
        last = ancestors[-1]
        if last.number not in self._tags:
            self._tags[last.number] = self._tags_up_to(ancestors[:-1]) | (TELLING_TAGS & {last.tag})
        return self._tags[last.number]

    def _holds(self, ancestor: Ancestor) -> tuple[float, float]:
        """Return the element's share of the page's prose and that of its links."""
        found = self._held.get(ancestor.number)
        if found is None:
            found = self._outline.prose_share(ancestor), self._outline.link_share(ancestor)
            self._held[ancestor.number] = found
        return found


@lru_cache(_SETS)
def _told(sort: str, names: frozenset[str]) -> tuple[str, ...]:
    """Return the facts of a sort that *names* tell, in order of name."""
    return tuple(f"{sort}.{name}" for name in sorted(names))
