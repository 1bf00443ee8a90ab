"""What narrows a rule: which pages it is for, which blocks, a second sign, its exceptions.

Position is not judged here: it depends on what else is removed, so the verdict asks for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from urllib.parse import urlsplit

from cleaner.errors import Fault
from cleaner.matchers.like import LikeError
from cleaner.matchers.phrase import PhraseError, PhraseTest
from cleaner.matchers.reading import Reading
from cleaner.model import Block
from cleaner.rules.schema import BlockLimits, Range, Rule, RuleException, Where

Holds = Callable[[str], bool]
"""Says whether the page contains what a selector asks for."""

_DEFAULT_WORDS = Range(0, 40)
_DEFAULT_SENTENCES = Range(0, 3)


@dataclass(frozen=True)
class Setting:
    """What rules may ask of a page besides its blocks."""

    url: str | None = None
    language: str | None = None
    platforms: frozenset[str] = frozenset()
    holds: Holds = field(default=lambda selector: False)

    @cached_property
    def host(self) -> str:
        """The host of the page's URL in small letters; empty if unknown."""
        return (urlsplit(self.url or "").hostname or "").lower()

    def suits(self, where: Where) -> bool:
        """Say whether a rule with this *where* is for this page, positions aside."""
        return (
            (not where.hosts or names_host(where.hosts, self.host))
            and not (where.not_hosts and names_host(where.not_hosts, self.host))
            and (not where.platform or not self.platforms.isdisjoint(where.platform))
            and (not where.paths or self._has_path(where.paths))
            and (not where.langs or self._speaks(where.langs))
            and (where.page is None or self.holds(where.page))
        )

    def _has_path(self, globs: Iterable[str]) -> bool:
        path = urlsplit(self.url or "").path
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


def default_limits(rule: Rule) -> BlockLimits:
    """Return the limits of *rule*, with those that phrases other than `is` have by default."""
    if not rule.text or rule.do == "trim":
        return rule.block
    missing = {}
    if rule.block.words is None:
        missing["words"] = _DEFAULT_WORDS
    if rule.block.sentences is None:
        missing["sentences"] = _DEFAULT_SENTENCES
    return rule.block.model_copy(update=missing)


def within(limits: BlockLimits, reading: Reading) -> bool:
    """Say whether a block shows all the facts of *limits*.

    Scraped text has no links and tags to show, so limits on them do not hold there.
    """
    block = reading.block
    is_line = block.tag == "line"
    return (
        (limits.words is None or limits.words.holds(reading.words))
        and (limits.chars is None or limits.chars.holds(len(block.text)))
        and (limits.sentences is None or limits.sentences.holds(reading.sentences))
        and (limits.digits is None or limits.digits.holds(reading.digits))
        and (limits.links is None or (not is_line and limits.links.holds(block.link_density)))
        and (not limits.tag or block.role in limits.tag)
        and (limits.case is None or reading.is_upper)
        and (limits.ends is None or reading.is_closed == (limits.ends == "closed"))
    )


class Narrowing:
    """The limits, second sign and exceptions of one rule, compiled."""

    def __init__(self, rule: Rule) -> None:
        self._limits = default_limits(rule)
        self._whole_limits = rule.block
        self._needs = PhraseTest(rule.needs) if rule.needs else None
        self._exceptions = [(one, PhraseTest(one.text) if one.text else None) for one in rule.except_]

    def admits(self, reading: Reading, *, whole: bool, setting: Setting) -> bool:
        """Say whether the rule may take this block. *whole* tells that an `is` phrase matched it."""
        if not within(self._whole_limits if whole else self._limits, reading):
            return False
        if self._needs and not self._needs.holds(reading):
            return False
        return not any(_excepts(one, test, reading, setting) for one, test in self._exceptions)


def compile_narrowing(rules: Iterable[Rule], faults: list[Fault]) -> dict[str, Narrowing]:
    """Compile the narrowing of *rules* by full id, adding what does not compile to *faults*."""
    made = {}
    for rule in rules:
        try:
            made[rule.full_id] = Narrowing(rule)
        except (LikeError, PhraseError) as error:
            faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "F11"))
    return made


def _excepts(one: RuleException, test: PhraseTest | None, reading: Reading, setting: Setting) -> bool:
    if one.css is not None:
        return False  # elements' exceptions are judged where elements are known
    return (not one.hosts or names_host(one.hosts, setting.host)) and (test is None or test.holds(reading))


def is_inside(block: Block, tag: str) -> bool:
    """Say whether *block* stands inside an element of this tag."""
    return block.tag == tag or any(ancestor.tag == tag for ancestor in block.ancestors)
