"""`try`: a page's article without and with some rules, each change with its rule, refusals with their guard."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from time import sleep

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.comparing import Change, compare
from cleaner.authoring.loss import Loss, losses
from cleaner.authoring.packs import PathLike, read_packs
from cleaner.document.page import Page
from cleaner.document.verdict import Note
from cleaner.rules import RuleSet, gather_rules
from cleaner.rules.load import SUFFIXES
from cleaner.text.file_names import ending

_POLL_SECONDS = 0.1
"""Seconds between two looks whether a file was saved. Not measured."""
_QUIET_GUARDS = frozenset({"policy", "mark", "unwrap"})


@dataclass(frozen=True)
class Trial:
    """What some rules do to a page. *refusals* are their matches that a guard stopped, or that are only drafts.

    *losses* say what each rule takes, or asks for, of the article without them, the most first.
    """

    before: Article
    after: Article
    changes: tuple[Change, ...]
    refusals: tuple[Note, ...]
    losses: tuple[Loss, ...] = ()

    def text_of(self, note: Note) -> str:
        """Return the text that a refusal is about."""
        return " ".join(verdict.block.text for verdict in self.after.trace[note.first : note.last])


def try_rules(page: Page, *paths: PathLike) -> Trial:
    """Clean *page* without and with the rules in *paths*; without any, without and with all rules.

    Raises `RuleError` for broken files, and `PageError` if the page cannot be read.
    """
    if paths:
        own = read_packs(paths).require().rules
        names = frozenset(own.by_id)
        before = _all_but(names)
        after = Cleaner(before.rules + own)
    else:
        before, after = Cleaner(RuleSet()), Cleaner(gather_rules())
        names = frozenset(after.rules.by_id)
    return _trial(before.clean(page), after.clean(page), names)


def _trial(before: Article, after: Article, names: Collection[str]) -> Trial:
    refused = tuple(note for note in after.notes if note.rule in names and note.guard not in _QUIET_GUARDS)
    return Trial(before, after, tuple(compare(before, after)), refused, tuple(losses(before, after, names)))


@lru_cache(maxsize=1)
def _all_but(names: frozenset[str]) -> Cleaner:
    """Compile the bundled and the user's rules without *names*: a watch does it once."""
    rules = gather_rules()
    return Cleaner(RuleSet(tuple(rule for rule in rules.rules if rule.full_id not in names), rules.platforms))


def saves(*paths: PathLike) -> Iterator[None]:
    """Yield once, and then at each change of any of the files, for ever."""
    seen = None
    while True:
        now = [_stamp(Path(path)) for path in paths]
        if now != seen:
            seen = now
            yield
        else:
            sleep(_POLL_SECONDS)


def _stamp(path: Path) -> list[tuple[str, int, int]]:
    """Return what changes when *path*, or a file in it, is saved; an editor may replace a file for a moment."""
    files = sorted(file for file in path.rglob("*") if ending(file) in SUFFIXES) if path.is_dir() else [path]
    return [(str(file), (stat := file.stat()).st_mtime_ns, stat.st_size) for file in files if file.exists()]
