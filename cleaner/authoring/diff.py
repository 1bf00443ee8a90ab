"""`diff`: what two versions of rules do differently on a corpus. It is what a reviewer reads."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cleaner.api import Cleaner
from cleaner.authoring.comparing import Change, compare
from cleaner.authoring.corpus import Sample, Truth
from cleaner.authoring.packs import PathLike, read_packs
from cleaner.authoring.stats import Advance
from cleaner.errors import PageError
from cleaner.rules import RuleSet, bundled_rules
from cleaner.text.counted import counted

_SHOWN = 160
"""Characters of a text that its line shows. Not measured."""


@dataclass(frozen=True, slots=True)
class PageDiff:
    """One page that comes out differently. *known* says whether its article is; then *wrong* lists bad changes."""

    page: str
    changes: tuple[Change, ...]
    known: bool = False
    wrong: tuple[Change, ...] = ()


@dataclass(frozen=True)
class RulesDiff:
    """Two versions of rules over a corpus."""

    old: str
    new: str
    pages: int
    changed: tuple[PageDiff, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    edited: tuple[str, ...]


def diff(old: PathLike, new: PathLike, corpus: Sequence[Sample], advance: Advance = lambda: None) -> RulesDiff:
    """Clean each page with both versions: files or folders that stand in for the bundled packs of the same names.

    Raises `RuleError` for broken files.
    """
    before, after = read_packs([old]).require().rules, read_packs([new]).require().rules
    names = {rule.pack for rule in (*before.rules, *after.rules)}
    cleaners = [Cleaner(_beside(one, names)) for one in (before, after)]
    changed = []
    for sample in corpus:
        found = _page_diff(sample, *cleaners)
        if found:
            changed.append(found)
        advance()
    shared = before.by_id.keys() & after.by_id.keys()
    edited = tuple(sorted(name for name in shared if before.by_id[name].said() != after.by_id[name].said()))
    added, dropped = after.by_id.keys() - shared, before.by_id.keys() - shared
    return RulesDiff(str(old), str(new), len(corpus), tuple(changed), _sorted(added), _sorted(dropped), edited)


def _sorted(names: Any) -> tuple[str, ...]:
    return tuple(sorted(names))


def _beside(rules: RuleSet, packs: set[str]) -> RuleSet:
    bundled = bundled_rules()
    others = tuple(rule for rule in bundled.rules if rule.pack not in packs)
    return RuleSet(others, bundled.platforms) + rules


def _page_diff(sample: Sample, old: Cleaner, new: Cleaner) -> PageDiff | None:
    page = sample.read()
    try:
        changes = tuple(compare(old.clean(page), new.clean(page)))
    except PageError:
        return None
    if not changes:
        return None
    if not sample.truth:
        return PageDiff(sample.id, changes)
    truth = Truth(sample.truth)
    wrong = tuple(one for one in changes if truth.holds(one.text) == (one.what == "removed"))
    return PageDiff(sample.id, changes, True, wrong)


def to_dict(found: RulesDiff) -> dict[str, Any]:
    """Return everything as plain values, ready for JSON."""
    return asdict(found)


def summary(found: RulesDiff) -> str:
    """Return one line."""
    counts = Counter(change.what for page in found.changed for change in page.changes)
    known = sum(page.known for page in found.changed)
    wrong = sum(len(page.wrong) for page in found.changed)
    change = "changes" if found.pages == 1 else "change"
    said = f"{len(found.changed)} of {counted(found.pages, 'page')} {change}: "
    said += f"{counted(counts['removed'], 'text')} newly removed, "
    said += f"{counts['kept']} newly kept"
    return said + (
        f"; on {counted(known, 'page')} with a known article {wrong} of these {'is' if wrong == 1 else 'are'} wrong"
        if known
        else ""
    )


def as_markdown(found: RulesDiff) -> str:
    """Return the difference as Markdown, by rule, for a pull request; it reads well on a terminal too."""
    lines = [f"## {found.old} → {found.new}", "", summary(found) + ".", ""]
    for said, names in (("New rules", found.added), ("Dropped rules", found.dropped), ("Edited rules", found.edited)):
        if names:
            lines += [f"{said}: {', '.join(f'`{name}`' for name in names)}", ""]
    by_rule: dict[tuple[str, str], list[tuple[str, Change, bool]]] = defaultdict(list)
    for page in found.changed:
        for change in page.changes:
            by_rule[change.reason, change.what].append((page.page, change, change in page.wrong))
    for (rule, what), listed in sorted(by_rule.items()):
        lines += [f"### `{rule}`: newly {what}, {len(listed)}", ""]
        for name, change, wrong in listed:
            mark = " **(article text)**" if wrong and what == "removed" else " **(not the article)**" if wrong else ""
            lines.append(f"- {_short(change.text)}{mark} — {name}")
        lines.append("")
    return "\n".join(lines)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
