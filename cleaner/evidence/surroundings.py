"""Facts about a block in its page: where it stands, what is around it, what others say of it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.evidence.facts import Vocabulary, element_facts, inside_facts, own_facts, step
from cleaner.evidence.outline import Outline
from cleaner.matchers.reading import Reading
from cleaner.model import Ancestor
from cleaner.normalize import fold

_SHARE_STEPS = ((0.0, "none"), (0.05, "little"), (0.2, "some"), (0.5, "much"), (0.8, "most"))
_LINK_STEPS = ((0.05, "none"), (0.2, "few"), (0.5, "some"), (0.8, "many"))
_NEAR_STEPS = ((0, "never"), (1, "1"), (2, "2"), (5, "3-5"), (12, "6-12"))
_DEPTH_STEPS = ((1, "1"), (2, "2"), (3, "3"), (5, "4-5"))
_PLACE_STEPS = ((0.1, "0-10"), (0.25, "10-25"), (0.5, "25-50"), (0.75, "50-75"), (0.9, "75-90"))
_ALIKE_STEPS = ((1, "1"), (3, "2-3"), (8, "4-8"), (20, "9-20"))
_WORD = re.compile(r"\w+")
_COMMON_SHARE = 0.6
"""Elements with more of the page's prose say nothing of a single block, whatever their names."""
_BODY_CHARS = 300
_VOTE = 0.5


@dataclass(frozen=True, slots=True)
class Hearsay:
    """What others say: the page's title, description and JSON-LD body, and trafilatura's shares by block."""

    title: str = ""
    description: str = ""
    body: str = ""
    shares: Sequence[float] = ()


class Surroundings:
    """The page around its blocks, ready to be asked for the facts of each."""

    def __init__(self, readings: Sequence[Reading], hearsay: Hearsay, names: Vocabulary, says: Vocabulary) -> None:
        self.outline = Outline(readings)
        self._readings, self._names, self._says = readings, names, says
        self._shares = hearsay.shares
        self._element_facts: dict[int, frozenset[str]] = {}
        self._title = frozenset(_words(hearsay.title))
        self._description = frozenset(_words(hearsay.description))
        self._body = f" {' '.join(_words(hearsay.body))} " if len(hearsay.body) > _BODY_CHARS else ""
        self._copies = Counter(reading.folded for reading in readings)
        self._first_copies = {reading.folded: reading.block.number for reading in reversed(readings)}
        voted = [number for number, share in enumerate(self._shares) if share >= _VOTE]
        self._voted = frozenset(voted)
        self._first_vote, self._last_vote = (voted[0], voted[-1]) if voted else (len(readings), -1)
        self._headline = self._find_headline()

    def _find_headline(self) -> int:
        for reading in self._readings:
            if reading.block.tag == "h1" and (not self._title or self._overlap(reading, self._title) >= 0.5):
                return reading.block.number
        titled = (r.block.number for r in self._readings if r.words > 2 and self._overlap(r, self._title) >= 0.8)
        return next(titled, -1)

    def facts(self, number: int) -> list[str]:
        """Return the facts of a block."""
        reading = self._readings[number]
        found = [*own_facts(reading, self._says), *inside_facts(reading.block.ancestors)]
        found += self._names_around(reading.block.ancestors)
        found += self._containers(reading)
        found += self._place(number)
        found += self._alike(number)
        found += self._neighbours(number)
        found += self._quoted(reading)
        if self._shares:
            found += self._votes(number)
        return found

    def _names_around(self, ancestors: tuple[Ancestor, ...]) -> Iterator[str]:
        near: set[str] = set()
        far: set[str] = set()
        for distance, ancestor in enumerate(reversed(ancestors)):
            if self.outline.prose_share(ancestor) > _COMMON_SHARE:
                continue
            found = self._element_facts.get(ancestor.number)
            if found is None:
                found = self._element_facts[ancestor.number] = element_facts(ancestor, self._names)
            (near if distance < 2 else far).update(found)
        yield from (f"named.{name}" for name in sorted(near))
        yield from (f"around.{name}" for name in sorted(far - near))

    def _containers(self, reading: Reading) -> Iterator[str]:
        outline, ancestors = self.outline, reading.block.ancestors
        for level, name in ((2, "parent"), (3, "grandparent"), (4, "third")):
            if len(ancestors) < level:
                break
            holding = outline.holdings[ancestors[-level].number]
            yield f"{name}.prose.{step(outline.prose_share(ancestors[-level]), _SHARE_STEPS, 'all')}"
            yield f"{name}.links.{step(holding.linked / (holding.chars or 1), _LINK_STEPS, 'all')}"
        depth = next((d for d, one in enumerate(reversed(ancestors)) if one.number == outline.main), None)
        yield "main.outside" if depth is None else f"main.depth.{step(depth, _DEPTH_STEPS, '6+')}"

    def _place(self, number: int) -> Iterator[str]:
        outline = self.outline
        yield f"place.{step(number / (len(self._readings) or 1), _PLACE_STEPS, '90-100')}"
        before, after = outline.core_before(number), outline.core_after(number)
        yield f"prose.before.{step(before, _NEAR_STEPS, '13+')}"
        yield f"prose.after.{step(after, _NEAR_STEPS, '13+')}"
        if outline.is_core(number):
            yield "is.core"
        if self._headline >= 0:
            since = number - self._headline
            yield "headline.before" if since < 0 else f"headline.since.{step(since, _NEAR_STEPS, '13+')}"
        else:
            yield "headline.unknown"

    def _alike(self, number: int) -> Iterator[str]:
        group = self.outline.groups[self.outline.looks[number]]
        share = group.prose / self.outline.prose if self.outline.prose else 0.0
        yield f"alike.{step(group.blocks, _ALIKE_STEPS, '21+')}"
        yield f"alike.prose.{step(share, _SHARE_STEPS, 'all')}"
        yield f"alike.links.{step(group.linked / (group.chars or 1), _LINK_STEPS, 'all')}"
        if group.words / group.blocks >= 20:
            yield "alike.long"

    def _neighbours(self, number: int) -> Iterator[str]:
        for offset, name in ((-1, "previous"), (1, "next")):
            at = number + offset
            if not 0 <= at < len(self._readings):
                yield f"{name}.none"
                continue
            reading = self._readings[at]
            yield f"{name}.role.{reading.block.role}"
            if self.outline.is_core(at):
                yield f"{name}.core"
            if reading.block.link_density > 0.5:
                yield f"{name}.linked"
            if self.outline.looks[at] == self.outline.looks[number]:
                yield f"{name}.alike"
        around = sum(self.outline.is_core(at) for at in range(number - 3, number + 4) if at != number)
        yield f"core-around.{around}"

    def _quoted(self, reading: Reading) -> Iterator[str]:
        overlap = self._overlap(reading, self._title)
        if reading.words > 2 and overlap >= 0.8:
            covers = len(self._title & reading.word_set) >= 0.7 * len(self._title)
            yield "title.says-it" if covers else "title.part"
        if reading.words > 4 and self._overlap(reading, self._description) >= 0.8:
            yield "description.says-it"
        if self._body:
            words = " ".join(reading.word_list[:40])
            yield "body.says-it" if words and f" {words} " in self._body else "body.does-not"
        if self._copies[reading.folded] > 1:
            is_first = self._first_copies[reading.folded] == reading.block.number
            yield "copy.first" if is_first else "copy.later"

    def _overlap(self, reading: Reading, words: frozenset[str]) -> float:
        own = reading.word_set
        return len(own & words) / len(own) if own and words else 0.0

    def _votes(self, number: int) -> Iterator[str]:
        share = self._shares[number]
        yield "vote.yes" if share >= _VOTE else "vote.part" if share > 0.1 else "vote.no"
        around = sum(at in self._voted for at in range(number - 2, number + 3) if at != number)
        yield f"vote.around.{around}"
        if number < self._first_vote:
            yield "vote.before-first"
        elif number > self._last_vote:
            yield "vote.after-last"
        else:
            yield "vote.between"


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
