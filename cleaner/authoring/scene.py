"""What `new` starts from: the wish, the page as it is cleaned today, and the block that should go."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.kind_guess import KindGuesser
from cleaner.authoring.loss import article_signs
from cleaner.document.block import Block
from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.document.page import Page
from cleaner.document.policy import Policy, policy_of
from cleaner.engine.places import edges
from cleaner.html.snapshot import take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.rules import RuleSet
from cleaner.text.normalize import fold


@dataclass(frozen=True)
class Wish:
    """What a new rule is to take, and what its keeper has decided already; the rest is proposed.

    *everywhere* asks for a rule for all hosts even where the page's is known. *how* asks for one way to match;
    a selector that is asked for may take the other texts of its box, too.
    """

    text: str
    page: Page | None = None
    kind: str | None = None
    id: str | None = None
    why: str | None = None
    pack: str | None = None
    everywhere: bool = False
    how: Literal["phrase", "selector"] | None = None


@dataclass(frozen=True)
class Scene:
    """The page as *rules* clean it today, and the block that should go.

    *signs* say why that might be the article. *host* and *platform* are empty where they are not known.
    """

    wish: Wish
    rules: RuleSet
    block: Block
    article: Article | None = None
    signs: tuple[str, ...] = ()
    host: str = ""
    platform: str = ""
    position: str | None = None
    language: str | None = None

    @cached_property
    def guesser(self) -> KindGuesser:
        """What tells kinds by the rules that there are."""
        return KindGuesser(self.rules.rules)

    @property
    def facts(self) -> tuple[str, ...]:
        """What is known of the block's place and words."""
        trace = self.article.trace if self.article else ()
        return tuple(one.source for verdict in trace if verdict.block is self.block for one in verdict.evidence)

    @property
    def kept(self) -> tuple[Block, ...]:
        """The blocks that stay today."""
        return self.article.blocks if self.article else ()


def policy_for(kind: str | None) -> Policy:
    """Return the policy under which a rule of *kind* acts: one that drops it by name, if it stays by default."""
    return policy_of(None, kind) if kind in KEPT_BY_DEFAULT else Policy()


def set_scene(wish: Wish, rules: RuleSet) -> Scene:
    """Find the block that a wish is about, and what is known of its page.

    Raises `ValueError` if the text says nothing, if the page does not have it, or if it goes already.
    """
    if not fold(wish.text):
        raise ValueError("expected a text with at least one letter or digit")
    if wish.page is None:
        return Scene(wish, rules, Block(0, " ".join(wish.text.split()), "p"))
    cleaner = Cleaner(rules, policy_for(wish.kind))
    article = cleaner.clean(wish.page)
    block = _find_block(article, wish.text)
    signs = tuple(article_signs(wish.page, block, cleaner))
    host = PageContext(wish.page.url or article.url).host.removeprefix("www.")
    position = _position(block, article.blocks)
    return Scene(wish, rules, block, article, signs, host, _platform(wish, rules), position, article.language)


def _find_block(article: Article, text: str) -> Block:
    wanted = fold(text)
    holding = [verdict for verdict in article.trace if wanted in fold(verdict.block.text, whole=False)]
    kept = sorted((one for one in holding if one.kept), key=lambda one: len(one.block.text))
    if kept:
        return kept[0].block
    if holding:
        one = holding[0]
        raise ValueError(f"{text!r} goes already, by {one.rule or one.source}")
    raise ValueError(f"the page has no block that holds {text!r}; `cleaner explain` shows its blocks")


def _position(block: Block, kept: tuple[Block, ...]) -> str | None:
    at, count = kept.index(block), len(kept)
    head, tail = edges(count)
    return "tail" if at >= count - tail else "head" if at < head else None


def _platform(wish: Wish, rules: RuleSet) -> str:
    """Return the page's platform if it bears the fingerprint of exactly one."""
    if wish.page is None or wish.page.html is None:
        return ""
    snapshot = take_snapshot(wish.page.html, wish.page.url)
    found = sorted(rules.platforms_of(snapshot.holds))
    return found[0] if len(found) == 1 else ""
