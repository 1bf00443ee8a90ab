"""What a shell offers when tab is pressed: formats, kinds, rules and packs. Installed by `--install-completion`."""

from collections.abc import Callable, Iterable

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
    """Return kinds and rules that start so; rules also by their short ids, once no kind is meant any more."""
    known = _rules()
    short = [name.partition("/")[2] for name in known] if "." in incomplete else []
    return [*kinds(incomplete), *_starting([*known, *short], incomplete)]


def switches(incomplete: str) -> list[str]:
    """Return what --off takes: packs, kinds and rules that start so."""
    return list(dict.fromkeys([*packs(incomplete), *takers(incomplete)]))


def rules(incomplete: str) -> list[str]:
    """Return the full ids of rules that start so."""
    return _starting(_rules(), incomplete)


def _rules() -> list[str]:
    """Return the ids of the bundled rules and of the user's own; of none where they are broken."""
    from cleaner.errors import CleanerError
    from cleaner.rules import gather_rules

    try:
        return sorted(rule.full_id for rule in gather_rules().rules)
    except CleanerError:
        return []


def _starting(known: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in known if word.startswith(incomplete)]
