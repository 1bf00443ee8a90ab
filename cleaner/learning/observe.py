"""Looking at a cleaned page: which texts stand in and near its article, where, and what became of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.candidates import selectors
from cleaner.document.block import Block
from cleaner.document.verdict import Note
from cleaner.engine.remembered import to_remember
from cleaner.learning.observation import Observation, Seen, digest
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule
from cleaner.sites.own_forms import HEADING_WORDS
from cleaner.sites.template import form_key, template
from cleaner.text.block_text import BlockText
from cleaner.text.domain import domain_of
from cleaner.text.prose import is_running
from cleaner.text.urls import host_of, split

AROUND = 3
"""Blocks before and after the article that still count as near it. Not measured."""
LINKED = 0.5
"""Share of linked characters from which a block counts as linked. Not measured."""
EDGE, EDGED = 5, 8
"""Blocks at either end of an article that count as its edges, if it has as many as the second. Not measured."""
BODY_BLOCKS = 4
"""Prose blocks, the longest, that tell an article; any all but one of them are enough. Not measured."""
_TEXT_CHARS, _NAME_CHARS = 1000, 4
"""Characters of a text that an observation keeps, and those that an author's name must pass to be looked for in it. Not
measured."""


def sight(article: Article, rules: Mapping[str, Rule], place: str, site: str = "") -> Observation | None:
    """Return what a page says; None if it is no article or nobody knows its site.

    *rules* are those that the page was cleaned with, *place* and *site* name those of a page that has no
    address.
    """
    remembered = to_remember(article, site, place)
    if remembered is None:
        return None
    seen = _once(_Look(article, rules).near())
    address = article.url or place
    texts = [one.text for one in seen]
    fired = {one.rule for one in article.removals} | {note.rule for note in article.notes if _would_act(note, rules)}
    return Observation(
        digest(address, *texts),
        remembered.site,
        address,
        section_of(article.url or ""),
        (article.date or "")[:10],
        _bodies(seen, article.title or ""),
        seen,
        tuple(sorted(fired - {""})),
        remembered,
    )


def watching(cleaner: Cleaner) -> Cleaner:
    """Return a cleaner whose learned rules only report: what they take is to be counted anew."""
    rules = (replace(rule, status="draft") if _acts(rule) else rule for rule in cleaner.rules.rules)
    own = RuleSet(tuple(rules), cleaner.rules.platforms)
    return Cleaner(own, cleaner.policy, model=cleaner.model, trafilatura=cleaner.trafilatura)


def _acts(rule: Rule) -> bool:
    return rule.learned is not None and rule.status == "on"


def _would_act(note: Note, rules: Mapping[str, Rule]) -> bool:
    return note.guard == "draft" and note.rule in rules and rules[note.rule].learned is not None


def section_of(url: str) -> str:
    """Return the part of the site that a page belongs to; empty if the address does not say.

    >>> section_of("https://www.a.example/sport/2024/05/match.html"), section_of("https://tv.a.example/x")
    ('sport', 'tv')
    """
    host = host_of(url)
    sub = host.removesuffix(domain_of(host)).removesuffix(".").removeprefix("www").strip(".") if host else ""
    folders = [part for part in split(url).path.split("/")[1:-1] if part and not part.isdigit()] if host else []
    return "/".join(filter(None, (sub, *folders[:1])))


def text_key(block_text: BlockText) -> bytes:
    """Return what stands for a block's text: its whole as `is` phrases see it, or a long block's own."""
    return digest(block_text.whole or block_text.block.text)


class _Look:
    """A look at one article's blocks."""

    def __init__(self, article: Article, rules: Mapping[str, Rule]) -> None:
        self._article, self._rules = article, rules
        self._trace = article.trace
        self._notes: dict[int, list[str]] = {}
        for note in article.notes:
            for number in range(note.first, note.last):
                self._notes.setdefault(number, []).append(note.rule)
        kept = [at for at, verdict in enumerate(self._trace) if verdict.kept]
        self._places = {at: place for place, at in enumerate(kept)}
        self._near = range(max(0, kept[0] - AROUND), kept[-1] + AROUND + 1) if kept else range(0)
        self._title = BlockText(Block(0, article.title or "")).whole

    def near(self) -> Iterator[Seen]:
        """Yield the texts in and near the article."""
        for at in self._near:
            if at < len(self._trace):
                block_text = BlockText(self._trace[at].block)
                if block_text.folded:
                    yield self._see(at, block_text)

    def _is_learned(self, name: str) -> bool:
        return name in self._rules and self._rules[name].learned is not None

    def _see(self, at: int, block_text: BlockText) -> Seen:
        block, verdict = block_text.block, self._trace[at]
        form, key = _form(block_text)
        kept, linked = verdict.kept, block.link_density >= LINKED
        rules = [*self._notes.get(at, ()), *([verdict.rule] if verdict.rule else [])]
        head, tail = self._edges(at)
        return Seen(
            key=text_key(block_text) if block_text.whole else b"",
            text=block.text[:_TEXT_CHARS],
            form=form,
            form_key=key,
            kept=kept,
            by_rule=not kept and verdict.source == "rule",
            kind=self._kind(rules),
            rule=max(filter(self._is_learned, rules), default=""),
            look=look_of(block),
            selectors=tuple(dict.fromkeys(selector for selector, _, _ in selectors(block, len(block.ancestors)))),
            role=block.role,
            linked=linked,
            prose=is_running(block_text) and not linked,
            head=head,
            tail=tail,
            author=any(len(name) > _NAME_CHARS and name in block.text for name in self._article.authors),
            title=block.tag == "h1" or block_text.whole == self._title,
            follower=self._follower(at, block_text) if kept and not linked else b"",
        )

    def _kind(self, rules: Sequence[str]) -> str:
        """Return the kind of the rule that takes the block, or would but for the policy."""
        known = (self._rules[name] for name in rules if name in self._rules and not self._is_learned(name))
        return next((rule.kind for rule in known if rule.removes), "")

    def _edges(self, at: int) -> tuple[bool, bool]:
        """Say whether a block is among the first, and the last, of an article that has a middle."""
        place, count = self._places.get(at), len(self._places)
        if place is None or count < EDGED:
            return False, False
        return place < EDGE, place >= count - EDGE

    def _follower(self, at: int, block_text: BlockText) -> bytes:
        """Return what stands for the kept, unlinked text under a heading or label; texts of one form are alike."""
        is_open = not block_text.is_closed or block_text.tidied.endswith(":")
        if not is_open or block_text.words > HEADING_WORDS or at + 1 not in self._places:
            return b""
        under = self._trace[at + 1].block
        if under.link_density >= LINKED:
            return b""
        below = BlockText(under)
        return _form(below)[1] or text_key(below)


def _form(block_text: BlockText) -> tuple[str, bytes]:
    """Return a text's form with holes, and what stands for it; both empty if it has none."""
    form = template(block_text.tidied) if block_text.whole else ""
    return form, digest(form_key(form)) if form else b""


def look_of(block: Block) -> str:
    """Return how a block looks: the tags and classes of its element and of the one around it.

    Names with numbers in them are left out: many differ from page to page.
    """
    said = (
        ".".join([one.tag, *(name for name in one.classes if not any(map(str.isdigit, name)))])
        for one in block.ancestors[-2:]
    )
    return " > ".join(said) or block.tag


def _once(seen: Iterable[Seen]) -> tuple[Seen, ...]:
    """Return each text once, as it was kept if it was kept anywhere on the page; in the page's order."""
    found: dict[object, Seen] = {}
    for number, one in enumerate(seen):
        key = one.key or number
        if key not in found or (one.kept and not found[key].kept):
            found[key] = one
    return tuple(found.values())


def _bodies(seen: Sequence[Seen], title: str) -> tuple[bytes, ...]:
    """Return what stands for the article: all but one of its longest prose blocks, whichever that is.

    So a copy is known by it although one of these blocks was added, dropped or rewritten.
    """
    prose = sorted((one.text for one in seen if one.kept and one.prose), key=lambda text: (-len(text), text))
    longest = sorted(prose[:BODY_BLOCKS])
    if len(longest) < BODY_BLOCKS:
        return (digest(title, *longest),) if longest else ()
    return tuple(digest(*(longest[:at] + longest[at + 1 :])) for at in range(BODY_BLOCKS))
