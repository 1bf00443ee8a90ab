"""A set's own convention: which parts of articles its known articles hold, and cleaner with a policy after that.

Known articles are cut by somebody's convention: one set holds lists and no standfirsts, another the reverse. What such
parts cost a tool says nothing of how well it tells articles. So the parts that part rules find on pages of one half of
the hosts make the policy under which pages of the other half are cleaned, and the reverse: no page is judged by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple
from zlib import crc32

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.kinds import KINDS, PARTS, Kind
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.document.verdict import add_up
from cleaner.errors import InputError, PageError
from cleaner.evaluation.roads import Road, enter
from cleaner.evaluation.systems import System
from cleaner.io.known_set import KnownPage
from cleaner.scoring.words import split_words
from cleaner.text.urls import host_of

NAME = "cleaner-convention"
"""The system that is cleaner under a set's own convention."""
LEAST_PAGES = 12
"""Pages with parts of a kind that tell of a convention; fewer are chance. Not measured."""
_LEAST_WORDS = 2
"""Words of a part that are looked for in the known article: a single one stands there by chance."""


class PartShare(NamedTuple):
    """Of parts of one kind, the *share* that known articles hold, as a mean over the *pages* that have such parts."""

    pages: int
    share: float

    @property
    def tells(self) -> bool:
        """Whether there are enough pages."""
        return self.pages >= LEAST_PAGES


class PartShares(NamedTuple):
    """What known articles hold of the parts that stay by default, and of those that evidence takes."""

    staying: PartShare
    taken: PartShare

    @property
    def choice(self) -> str:
        """What the known articles do by majority: `drop` what stays, `keep` what is taken, or `leave` it to evidence.

        Empty where too few pages tell.
        """
        if self.staying.tells and self.staying.share < 0.5:
            return "drop"
        if self.taken.tells and self.taken.share > 0.5:
            return "keep"
        return "leave" if self.staying.tells or self.taken.tells else ""


@dataclass(frozen=True, slots=True)
class Convention:
    """What some known articles hold of each kind of part that their pages have."""

    parts: Mapping[Kind, PartShares]

    def chosen(self, choice: str) -> list[Kind]:
        """Return the kinds of which *choice* is made, in the order in which kinds are shown."""
        return [kind for kind in KINDS if kind in self.parts and self.parts[kind].choice == choice]

    def policy(self, base: Policy) -> Policy:
        """Return *base*, but that it keeps and drops parts as these articles do, as far as they tell."""
        told = {kind for kind, parts in self.parts.items() if parts.choice}
        return Policy(base.keep - told, base.drop - told).changed(self.chosen("keep"), self.chosen("drop"))

    def __str__(self) -> str:
        if not any(parts.choice for parts in self.parts.values()):
            return f"as cleaner does by default (no kind of part on {LEAST_PAGES} pages, to tell)"
        said = [f"drop {kind} ({_said(self.parts[kind].staying)})" for kind in self.chosen("drop")]
        said += [f"keep {kind} ({_said(self.parts[kind].taken)})" for kind in self.chosen("keep")]
        return ", ".join(said) or "as cleaner does by default"


@dataclass(frozen=True, slots=True)
class OwnConvention:
    """The conventions of both halves of a set's hosts, and cleaner under that of the half which a page is not in.

    *system* is None where neither half asks for anything else than cleaner does.
    """

    halves: tuple[Convention, Convention]
    system: System | None


def own_convention(
    cleaner: Cleaner, pages: Sequence[KnownPage], road: Road, on_page: Callable[[], object] = lambda: None
) -> OwnConvention:
    """Find the convention of known *pages*, and return it with *cleaner* under it; call *on_page* after each page.

    Raises `MissingExtraError` where the pages of a road cannot be had.
    """
    found: tuple[list[_PageShares], list[_PageShares]] = ([], [])
    keeping = _with_policy(cleaner, cleaner.policy.changed(keep=PARTS))
    for known in pages:
        try:
            page = enter(known, road)
            found[_half(page)].append(_shares(keeping, page, known.truth.body))
        except (InputError, PageError):  # measured as a failure in its turn
            pass
        on_page()
    halves = (_convention(found[0]), _convention(found[1]))
    policies = [half.policy(cleaner.policy) for half in halves]
    if policies == [cleaner.policy, cleaner.policy]:
        return OwnConvention(halves, None)
    others = [_with_policy(cleaner, policy) for policy in reversed(policies)]
    return OwnConvention(halves, System(NAME, lambda page: others[_half(page)].clean(page)))


_PageShares = Mapping[tuple[Kind, bool], float]
"""The share that a page's known article holds, by kind and by whether evidence takes such parts."""


def _half(page: Page) -> int:
    """Return the half, 0 or 1, that a page's host is in; a page without a host stands for itself."""
    return crc32((host_of(page.url) or page.id or "").encode()) % 2


def _with_policy(cleaner: Cleaner, policy: Policy) -> Cleaner:
    return Cleaner(cleaner.rules, policy, cleaner.model, cleaner.site_memory, cleaner.trafilatura)


def _shares(keeping: Cleaner, page: Page, body: str) -> _PageShares:
    article = keeping.clean(page)
    right = _spaced(split_words(body))
    held: dict[tuple[Kind, bool], list[bool]] = defaultdict(list)
    for kind, is_taken, text in _parts(article, keeping):
        words = split_words(text)
        if len(words) >= _LEAST_WORDS:
            held[kind, is_taken].append(_spaced(words) in right)
    return {key: fmean(found) for key, found in held.items()}


def _parts(article: Article, keeping: Cleaner) -> Iterator[tuple[Kind, bool, str]]:
    """Yield the parts in an article that keeps them all: kind, whether evidence would take it, and text."""
    kept = {verdict.block.number: verdict for verdict in article.trace if verdict.kept}
    noted = {
        (kind, number)
        for note in article.notes
        if note.guard == "policy" and (kind := keeping.rules.by_id[note.rule].kind) in PARTS
        for number in range(note.first, note.last)
        if number in kept
    }
    for kind, number in sorted(noted):
        balance = add_up(evidence.amount for evidence in kept[number].evidence)
        yield kind, balance <= 0, kept[number].text


def _convention(pages: Sequence[_PageShares]) -> Convention:
    by_key: dict[tuple[Kind, bool], list[float]] = defaultdict(list)
    for page in pages:
        for key, share in page.items():
            by_key[key].append(share)
    kinds = {kind for kind, _ in by_key}
    return Convention(
        {kind: PartShares(_share(by_key[kind, False]), _share(by_key[kind, True])) for kind in sorted(kinds)}
    )


def _share(of_pages: Sequence[float]) -> PartShare:
    return PartShare(len(of_pages), fmean(of_pages) if of_pages else 0.0)


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _said(share: PartShare) -> str:
    return f"{share.share:.0%} in articles, {share.pages} pages"
