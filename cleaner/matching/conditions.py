"""What narrows a rule: which pages it is for, which blocks, a second sign, its exceptions.

Position is not judged here: it depends on what else is removed, so the verdict asks for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property

from cleaner.document.block import Block
from cleaner.errors import Fault
from cleaner.html.selector_nodes import SelectorError
from cleaner.html.selectors import compile_selector
from cleaner.matching.limits import default_limits, within
from cleaner.matching.pattern import LikeError
from cleaner.matching.phrase import PhraseError, PhraseTest
from cleaner.rules.schema import NOWHERE_SPECIAL, Rule, RuleException, Where
from cleaner.text.block_text import BlockText
from cleaner.text.urls import host_of, split

Holds = Callable[[str], bool]
"""Says whether the page contains what a selector asks for."""


@dataclass(frozen=True)
class PageContext:
    """What rules may ask of a page besides its blocks."""

    url: str | None = None
    language: str | None = None
    platforms: frozenset[str] = frozenset()
    holds: Holds = field(default=lambda selector: False)

    @cached_property
    def host(self) -> str:
        """The host of the page's URL in small letters; empty if unknown."""
        return host_of(self.url)

    def suits(self, where: Where) -> bool:
        """Say whether a rule with this *where* is for this page, positions aside."""
        return where is NOWHERE_SPECIAL or (
            (not where.hosts or names_host(where.hosts, self.host))
            and not (where.not_hosts and names_host(where.not_hosts, self.host))
            and (not where.platform or not self.platforms.isdisjoint(where.platform))
            and (not where.paths or self._has_path(where.paths))
            and (not where.langs or self._speaks(where.langs))
            and (where.page is None or self.holds(where.page))
        )

    def _has_path(self, globs: Iterable[str]) -> bool:
        path = split(self.url).path
        return any(fnmatchcase(path, glob) for glob in globs)

    def _speaks(self, languages: Iterable[str]) -> bool:
        own = (self.language or "").lower().split("-")[0]
        return not own or any(language.lower().split("-")[0] == own for language in languages)


def names_host(patterns: Iterable[str], host: str) -> bool:
    """Say whether any pattern names *host*: `example.org`, `=www.example.org`, `example.*`.

    >>> names_host(["example.org"], "www.example.org"), names_host(["=example.org"], "www.example.org")
    (True, False)
    """
    return bool(host) and any(_names(pattern.lower(), host) for pattern in patterns)


def _names(pattern: str, host: str) -> bool:
    if pattern.startswith("="):
        return host == pattern[1:]
    if pattern.endswith(".*"):
        stem = pattern[:-1]
        return host.startswith(stem) or f".{stem}" in host
    return host == pattern or host.endswith(f".{pattern}")


class Narrowing:
    """The limits, second sign and exceptions of one rule, compiled.

    Raises `LikeError`, `PhraseError` and `SelectorError`.
    """

    def __init__(self, rule: Rule) -> None:
        if rule.where.page is not None:
            compile_selector(rule.where.page)  # pages are asked for it by its text
        self._limits = default_limits(rule)
        self._whole_limits = rule.block
        self._needs = PhraseTest(rule.needs) if rule.needs else None
        self._exceptions = [(one, PhraseTest(one.text) if one.text else None) for one in rule.except_]

    def admits(self, block_text: BlockText, *, whole: bool, context: PageContext) -> bool:
        """Say whether the rule may take this block. *whole* tells that an `is` phrase matched it."""
        if not within(self._whole_limits if whole else self._limits, block_text):
            return False
        if self._needs and not self._needs.holds(block_text):
            return False
        return not any(_excepts(one, test, block_text, context) for one, test in self._exceptions)


class Suited:
    """The rules that are for one page; each is asked about once, and only if something on the page leads to it."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._known: dict[str, bool] = {}

    def __contains__(self, rule: Rule) -> bool:
        if rule.where is NOWHERE_SPECIAL:
            return True
        known = self._known.get(rule.full_id)
        if known is None:
            known = self._known[rule.full_id] = self._context.suits(rule.where)
        return known


class Narrowings(dict[str, Narrowing]):
    """The narrowing of rules by full id."""

    def of(self, rule: Rule) -> Narrowing:
        """Return the narrowing of *rule*, which is compiled if it was not."""
        made = self.get(rule.full_id)
        if made is None:
            made = self[rule.full_id] = Narrowing(rule)
        return made


def compile_narrowing(rules: Iterable[Rule], faults: list[Fault]) -> Narrowings:
    """Compile the narrowing of *rules* by full id, adding what does not compile to *faults*."""
    made = Narrowings()
    for rule in rules:
        try:
            made[rule.full_id] = Narrowing(rule)
        except (LikeError, PhraseError) as error:
            faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "F11"))
        except SelectorError as error:
            faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "F10"))
    return made


def _excepts(one: RuleException, test: PhraseTest | None, block_text: BlockText, context: PageContext) -> bool:
    if one.css is not None:
        return False  # elements' exceptions are judged where elements are known
    return (not one.hosts or names_host(one.hosts, context.host)) and (test is None or test.holds(block_text))


def is_inside(block: Block, tag: str) -> bool:
    """Say whether *block* stands inside an element of this tag."""
    return block.tag == tag or any(ancestor.tag == tag for ancestor in block.ancestors)
