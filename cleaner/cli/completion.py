"""What a shell offers when tab is pressed: formats, kinds, rules, packs, codes. Installed by `--install-completion`."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.rules.schema import Rule

Completer = Callable[[str], list[str]]
"""From what is typed so far to what it may become."""


def words(allowed: Iterable[str]) -> Completer:
    """Return what offers *allowed* words."""
    known = tuple(allowed)

    def complete(incomplete: str) -> list[str]:
        return _starting(known, incomplete)

    return complete


def kinds(incomplete: str) -> list[str]:
    """Return kinds that start so."""
    from cleaner.document.kinds import KINDS

    return _starting(KINDS, incomplete)


def packs(incomplete: str) -> list[str]:
    """Return packs of rules that start so."""
    return _starting(sorted({name.partition("/")[0] for name in _rules()}), incomplete)


def takers(incomplete: str) -> list[str]:
    """Return kinds and rules that start so: where a kind stood alone, a shell would close the word behind it."""
    return [*kinds(incomplete), *rules(incomplete)]


def switches(incomplete: str) -> list[str]:
    """Return what --off takes: packs, kinds and rules that start so."""
    return list(dict.fromkeys([*packs(incomplete), *takers(incomplete)]))


def rules(incomplete: str) -> list[str]:
    """Return the full ids of rules that start so, and the short ones that do once something is typed."""
    known = _rules()
    short = sorted({name.partition("/")[2] for name in known}) if incomplete else []
    return _starting([*known, *short], incomplete)


def pages_of_rules(incomplete: str) -> list[str]:
    """Return the rules and the lint codes that start so."""
    return [*rules(incomplete), *_starting(_codes(), incomplete)]


def patterns(incomplete: str) -> list[str]:
    """Return the rules that start so; none before anything is typed, where the shell offers files."""
    return rules(incomplete) if incomplete else []


def codes(incomplete: str) -> list[str]:
    """Return families and codes of lint that start so."""
    known = _codes()
    return _starting([*sorted({code[0] for code in known}), *known], incomplete)


def languages(incomplete: str) -> list[str]:
    """Return the languages that rules speak, those that start so."""
    from cleaner.authoring.listing import languages as spoken

    return _starting(sorted({language for rule in _gathered() for language in spoken(rule)}), incomplete)


def tools(incomplete: str) -> list[str]:
    """Return what may come after the last comma of a list of tools, with all before it; `all` alone."""
    from cleaner.evaluation.systems import NAMES

    before, comma, last = incomplete.rpartition(",")
    known = [name for name in NAMES if name not in before.split(",")]
    return [f"{before}{comma}{name}" for name in _starting(known if before else ["all", *known], last)]


def _codes() -> list[str]:
    from cleaner.authoring.lint import CODES

    return sorted(CODES)


def _rules() -> list[str]:
    """Return the ids of the bundled rules and of the user's own."""
    return sorted(rule.full_id for rule in _gathered())


def _gathered() -> "Sequence[Rule]":
    """Return the bundled rules and the user's own; none where they are broken."""
    from cleaner.errors import CleanerError
    from cleaner.rules import gather_rules

    try:
        return gather_rules().rules
    except CleanerError:
        return ()


def _starting(known: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in known if word.startswith(incomplete)]
