"""What an example is tried on: an article of plain prose on a page where its rule applies, with the example in it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from cleaner.api import Cleaner
from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.document.verdict import Note, Verdict
from cleaner.matching.conditions import PageContext
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Case, Rule

EXAMPLE_ID = "cleaner-example"
"""The id of the element in which a scrap of HTML stands."""
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_TAGS = {"h": "h2", "quote": "blockquote", "caption": "figcaption", "cell": "td"}
_EVERY_PAGE = "html"
"""A selector that holds on every page."""
_PROSE = tuple(
    f"On the {day} day the council met in the old hall by the river and agreed, after a long debate about {topic}, "
    "that the bridge should be mended before the winter came."
    for day, topic in zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        "timber stone wages tolls ferries carts iron rope horses lamps paint flags".split(),
        strict=True,
    )
)
_AT_THE_END = frozenset({"tail", "edges"})
_QUIET_GUARDS = frozenset({"mark", "unwrap", "draft"})


@dataclass(frozen=True)
class Outcome:
    """What became of an example: the verdicts on its blocks, and the guards that refused its rule."""

    verdicts: tuple[Verdict, ...]
    guards: tuple[str, ...]
    rule: str

    @property
    def gone(self) -> tuple[Verdict, ...]:
        """The blocks that the rule took."""
        return tuple(one for one in self.verdicts if not one.kept and self.rule in (one.rule, *one.also))

    @property
    def takes_all(self) -> bool:
        """Whether nothing is left that the rule did not take."""
        return bool(self.gone) and len(self.gone) == len(self.verdicts)

    @property
    def takes_some(self) -> bool:
        """Whether the rule took anything."""
        return bool(self.gone) or any(trim.rule == self.rule for one in self.verdicts for trim in one.trims)


@dataclass(frozen=True)
class Stage:
    """The engine with one rule, whatever its status and kind, and a page setting in which the rule applies."""

    rule: Rule

    @cached_property
    def cleaner(self) -> Cleaner:
        """A cleaner that knows this rule alone."""
        where = replace(self.rule.where, page=None)
        rule = replace(self.rule, status="on", where=where)
        policy = Policy(drop=frozenset() if rule.kind == "protect" else frozenset({rule.kind}))
        return Cleaner(RuleSet((rule,), dict.fromkeys(rule.where.platform, (_EVERY_PAGE,))), policy)

    @cached_property
    def context(self) -> PageContext:
        """A page setting in which the rule applies."""
        return suitable_context(self.rule)

    def try_text(self, text: str) -> Outcome:
        """Let the engine judge an example block among blocks of prose."""
        before, after = self._around()
        made = [Block(number, one, "p") for number, one in enumerate(before)]
        made.append(example_block(self.rule, text, len(before)))
        made += [Block(number, one, "p") for number, one in zip(count(len(made)), after, strict=False)]
        ledger = self.cleaner.judge(made, self.context)
        return self._outcome(ledger.verdicts(), ledger.notes(), {len(before)})

    def try_scrap(self, scrap: str) -> Outcome:
        """Let the engine clean a page of prose with a scrap of HTML in it."""
        before, after = ("".join(f"<p>{text}</p>" for text in listed) for listed in self._around())
        page = Page(html=_page(before, scrap, after), url=self.context.url, language=self.context.language)
        article = self.cleaner.clean(page)
        blocks = [verdict.block for verdict in article.trace]
        inside = {block.number for block in blocks if any(one.id == EXAMPLE_ID for one in block.ancestors)}
        return self._outcome(article.trace, article.notes, inside)

    def try_case(self, case: Case) -> tuple[int, ...]:
        """Let the engine judge a case's blocks; return the numbers of those that stay."""
        blocks = [_case_block(self.rule, text, number) for number, text in enumerate(case.blocks)]
        verdicts = self.cleaner.judge(blocks, self.context).verdicts()
        return tuple(verdict.block.number for verdict in verdicts if verdict.kept)

    def _around(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the prose before and after an example: it stands where its rule looks for it."""
        position, do = self.rule.where.position, self.rule.do
        if position in _AT_THE_END or do == "cut-after":
            return _PROSE, ()
        if position == "head" or do == "cut-before":
            return (), _PROSE
        return _PROSE[: len(_PROSE) // 2], _PROSE[len(_PROSE) // 2 :]

    def _outcome(self, verdicts: tuple[Verdict, ...], notes: tuple[Note, ...], inside: set[int]) -> Outcome:
        name = self.rule.full_id
        refused = {note.guard for note in notes if note.rule == name and _touches(note, inside)}
        own = tuple(verdict for verdict in verdicts if verdict.block.number in inside)
        return Outcome(own, tuple(sorted(refused - _QUIET_GUARDS)), name)


def _touches(note: Note, inside: set[int]) -> bool:
    return any(note.first <= number < max(note.last, note.first + 1) for number in inside)


def suitable_context(rule: Rule) -> PageContext:
    """Return a page setting in which *rule* applies."""
    host = (rule.where.hosts or ("=page.example",))[0].lstrip("=").replace(".*", ".example")
    path = (rule.where.paths or ("/",))[0].replace("*", "x")
    language = (rule.where.langs or (None,))[0]
    return PageContext(f"https://{host}{path}", language, frozenset(rule.where.platform), lambda selector: True)


def example_block(rule: Rule, text: str, number: int = 0) -> Block:
    """Make a block of an example: `# ` makes a heading, `- ` a list item, `[...]` a link."""
    linked = sum(len(inside) for inside in _BRACKETS.findall(text)) if rule.block.links else 0
    plain = _BRACKETS.sub(r"\1", text) if rule.block.links else text
    role = next(iter(rule.block.tag), "p")
    for mark, tag in (("# ", "h2"), ("- ", "li")):
        if plain.startswith(mark):
            return Block(number, plain.removeprefix(mark), tag, (), linked)
    return Block(number, plain, _TAGS.get(role, role), (), linked)


def _case_block(rule: Rule, text: str, number: int) -> Block:
    marked = text.startswith(("# ", "- ")) or rule.block.links
    return example_block(rule, text, number) if marked else Block(number, text)


def example_page(scrap: str) -> str:
    """Put a scrap of HTML in the middle of an article, inside an element of the id `EXAMPLE_ID`."""
    before, after = ("".join(f"<p>{text}</p>" for text in listed) for listed in (_PROSE[:6], _PROSE[6:]))
    return _page(before, scrap, after)


def _page(before: str, scrap: str, after: str) -> str:
    return f"<html><body>{before}<div id='{EXAMPLE_ID}'>{scrap}</div>{after}</body></html>"
