"""Facts about a block in its page: where it stands, what is around it, what others say of it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cleaner.features.ancestors import LINK_STEPS, SHARE_STEPS, ElementFacts
from cleaner.features.block import COUNT_STEPS, NEAR_STEPS, Named, Scale, marked_around, overlap, own_facts, spoken
from cleaner.features.headline import Headline
from cleaner.features.lexicon import Lexicon
from cleaner.features.links import link_facts
from cleaner.features.outline import Group, Look, Outline
from cleaner.features.plain_text import LineFacts
from cleaner.features.topic import Topic
from cleaner.features.votes import Votes
from cleaner.text.block_text import BlockText
from cleaner.text.domain import domain_of
from cleaner.text.normalize import fold, without_tail
from cleaner.text.prose import CORE_WORDS

_CORE_REACH = 3
"""Blocks on each side among which core prose is counted. Not measured."""
_PLACE = Scale("place", ((0.1, "0-10"), (0.25, "10-25"), (0.5, "25-50"), (0.75, "50-75"), (0.9, "75-90")), "90-100")
_PROSE_BEFORE, _PROSE_AFTER = (Scale(f"prose.{side}", NEAR_STEPS, "13+") for side in ("before", "after"))
_PROSE_DONE, _PROSE_LEFT = (Scale(f"prose-{side}", COUNT_STEPS, "6+") for side in ("done", "left"))
_ALIKE = Scale("alike", ((1, "1"), (3, "2-3"), (8, "4-8"), (20, "9-20")), "21+")
_ALIKE_PROSE, _ALIKE_LINKS = Scale("alike.prose", SHARE_STEPS, "all"), Scale("alike.links", LINK_STEPS, "all")
_TAKEN = {name: Scale(f"{name}.taken", NEAR_STEPS, "13+") for name in ("previous", "next")}
_ROLE = {name: Named(f"{name}.role.") for name in ("previous", "next")}
_CORE_AROUND = [f"core-around.{count}" for count in range(2 * _CORE_REACH + 1)]
_SECTION_SAYS = Named("section.says.")
_SECTION_SINCE = Scale("section.since", NEAR_STEPS, "13+")
_WORD = re.compile(r"\w+")
_BODY_CHARS = 300
LINKED = 0.5
"""Share of a block's characters in links beyond which it leads elsewhere. Not measured."""
_PROSE_CHARS = 100_000
"""Pull quotes are looked for in so much of the prose, so that time does not grow with its square."""
_QUOTE_WORDS = 4
"""Shorter blocks are no pull quotes. Not measured."""
_QUOTE_MARKS = "\"' "
_MIN_NAME = 4
"""Shorter names of sites are common words. In letters; not measured."""


@dataclass(frozen=True, slots=True)
class PageSignals:
    """What others say: the page's title, description and JSON-LD body, and trafilatura's shares by block.

    *by_fallbacks* says that these are shares of the extractors that trafilatura falls back on; *site* is what the site
    calls itself, *host* its host; *is_news* says that the page calls itself news; *pointed* are the kinds that rules
    see in blocks, *refused* the kinds that a guard refused to see in an element, by its number; *formal* are the blocks
    that the form of a letter or a notice has, *about_comments* those that go because they are about comments;
    *is_markdown* says that they are lines of a text, though they have elements and links.
    """

    title: str = ""
    description: str = ""
    body: str = ""
    shares: Sequence[float] = ()
    by_fallbacks: bool = False
    site: str = ""
    host: str = ""
    is_news: bool = False
    pointed: Sequence[tuple[int, str]] = ()
    refused: Mapping[int, frozenset[str]] = field(default_factory=dict)
    formal: frozenset[int] = frozenset()
    about_comments: frozenset[int] = frozenset()
    is_markdown: bool = False


class Surroundings:
    """The page around its blocks, ready to be asked for the facts of each."""

    def __init__(self, block_texts: Sequence[BlockText], signals: PageSignals, lexicon: Lexicon) -> None:
        self.outline = Outline(block_texts)
        self._block_texts = block_texts
        self._cores = [self.outline.is_core(at) for at in range(len(block_texts))]
        self._names, self._says = lexicon.names, lexicon.says
        self._spoken = [spoken(block_text, lexicon.says) for block_text in block_texts]
        self._host, self._own_names = signals.host, _site_names(signals)
        self._topic = Topic(block_texts, self.outline.core)
        self._elements = ElementFacts(self.outline, self._names, signals.refused)
        self._has_elements = not self.outline.is_scraped
        is_text = signals.is_markdown or not self._has_elements
        self._lines = LineFacts(self.outline, self._topic.words, self._spoken, signals.pointed) if is_text else None
        self._votes = Votes(signals.shares) if signals.shares else None
        self._title = frozenset(_words(signals.title))
        self._description = frozenset(_words(signals.description))
        self._body = f" {' '.join(_words(signals.body))} " if len(signals.body) > _BODY_CHARS else ""
        self._copies = Counter(block_text.folded for block_text in block_texts)
        self._first_copies = {block_text.folded: at for at, block_text in reversed(list(enumerate(block_texts)))}
        self._prose = "\n".join(block_texts[at].folded for at in self.outline.core)[:_PROSE_CHARS]
        self._known_alike: dict[Look, list[str]] = {}
        self._headline = Headline(self.outline, self._title)

    def facts(self, at: int) -> list[str]:
        """Return the facts of a block."""
        block_text = self._block_texts[at]
        is_text = self._lines is not None
        found = own_facts(block_text, self._spoken[at], self._says, is_scraped=is_text, has_elements=self._has_elements)
        if self._lines:
            found += self._lines.facts(at)
        if self._has_elements:
            found += self._elements.around(block_text.block.ancestors)
            found += link_facts(block_text.block, self._host, self._names)
        found += self._place(at)
        found += self._alike(at)
        found += self._neighbour(at, at - 1, "previous")
        found += self._neighbour(at, at + 1, "next")
        found.append(_CORE_AROUND[marked_around(self._cores, at, _CORE_REACH)])
        found += self._quoted(at)
        found += self._section(at)
        found.append(self._topic.fact(at))
        found += self._headline.facts(at, found)
        if self._own_names and any(name in block_text.folded for name in self._own_names):
            found.append("says.own-name")
        if self._votes:
            found += self._votes.facts(at)
        return found

    def _place(self, at: int) -> list[str]:
        outline = self.outline
        (done, before), (left, after) = outline.core_before(at), outline.core_after(at)
        found = [
            _PLACE.fact(at / (len(self._block_texts) or 1)),
            _PROSE_BEFORE.fact(before),
            _PROSE_AFTER.fact(after),
            _PROSE_DONE.fact(done),
            _PROSE_LEFT.fact(left),
        ]
        if self._cores[at]:
            found.append("is.core")
        return found

    def _alike(self, at: int) -> list[str]:
        look = self.outline.looks[at]
        if look not in self._known_alike:
            self._known_alike[look] = self._read_alike(self.outline.groups[look])
        return self._known_alike[look]

    def _read_alike(self, group: Group) -> list[str]:
        share = group.prose / self.outline.prose if self.outline.prose else 0.0
        found = [
            _ALIKE.fact(group.blocks),
            _ALIKE_PROSE.fact(share),
            _ALIKE_LINKS.fact(group.linked / (group.chars or 1)),
        ]
        if group.words / group.blocks >= 20:
            found.append("alike.long")
        return found

    def _neighbour(self, at: int, other: int, name: str) -> list[str]:
        """Return what the block at *other*, before or after that at a place, says of it."""
        if not 0 <= other < len(self._block_texts):
            return [f"{name}.none"]
        found, block = [], self._block_texts[other].block
        if self._cores[other]:
            found.append(f"{name}.core")
        if self._has_elements:
            found.append(_ROLE[name][block.role])
            if block.link_density > LINKED:
                found.append(f"{name}.linked")
        if self.outline.looks[other] == self.outline.looks[at]:
            found.append(f"{name}.alike")
        gap = abs(block.number - self._block_texts[at].block.number) - 1
        found.append(_TAKEN[name].fact(gap))
        return found

    def _section(self, at: int) -> list[str]:
        heading = self.outline.headings[at]
        if heading < 0:
            return ["section.none"]
        block_text = self._block_texts[heading]
        found = [_SECTION_SINCE.fact(at - heading)]
        if block_text.block.link_density > LINKED:
            found.append("section.linked")
        return found + [_SECTION_SAYS[name] for name in self._spoken[heading]]

    def _quoted(self, at: int) -> list[str]:
        found, block_text = [], self._block_texts[at]
        own = block_text.word_set
        if block_text.words > 2 and overlap(own, self._title) >= 0.8:
            covers = len(self._title & own) >= 0.7 * len(self._title)
            found.append("title.says-it" if covers else "title.part")
        if block_text.words > 4 and overlap(own, self._description) >= 0.8:
            found.append("description.says-it")
        if self._body:
            words = " ".join(block_text.word_list[:40])
            found.append("body.says-it" if words and f" {words} " in self._body else "body.does-not")
        if self._copies[block_text.folded] > 1:
            is_first = self._first_copies[block_text.folded] == at
            found.append("copy.first" if is_first else "copy.later")
        elif self._is_quoted(at):
            found.append("copy.inside")
        return found

    def _is_quoted(self, at: int) -> bool:
        """Say whether the prose of the page holds this block's words, too, as it holds those of a pull quote."""
        block_text = self._block_texts[at]
        if not _QUOTE_WORDS <= block_text.words <= 3 * CORE_WORDS:
            return False
        return self._prose.count(without_tail(block_text.folded).strip(_QUOTE_MARKS)) > self.outline.is_core(at)


def _site_names(signals: PageSignals) -> tuple[str, ...]:
    """Return what the page's site is called: by itself, and in its host."""
    names = {fold(signals.site), domain_of(signals.host).partition(".")[0]}
    return tuple(sorted(name for name in names if len(name) >= _MIN_NAME))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
