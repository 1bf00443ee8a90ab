"""A set of rules, ready to be used: ids are unique, and parts of it can be switched off."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from cleaner.document.spelling import nearest
from cleaner.errors import Fault
from cleaner.rules.kept_rules import ById, KeptRules
from cleaner.rules.schema import Rule


@dataclass(frozen=True)
class RuleSet:
    """Rules and the fingerprints of the platforms they name. Order means nothing.

    *described* says of each platform in which file it is described, and on which line. *key* names what was compiled
    from just these rules, where anything is kept of it.
    """

    rules: Sequence[Rule] = ()
    platforms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    described: Mapping[str, tuple[str, int]] = field(default_factory=dict, compare=False)
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        # the bundled rules are one set for all of a process
        for name in ("platforms", "described"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __reduce__(self) -> tuple[type["RuleSet"], tuple[Any, ...]]:
        return RuleSet, (self.rules, dict(self.platforms), dict(self.described), self.key)

    def __len__(self) -> int:
        return len(self.rules)

    def __add__(self, other: "RuleSet") -> "RuleSet":
        """Put two sets together; a rule of *other* replaces one of the same full id."""
        if not (other.rules or other.platforms):
            return self
        by_id = {rule.full_id: rule for rule in (*self.rules, *other.rules)}
        described = {**self.described, **other.described}
        return RuleSet(tuple(by_id.values()), {**self.platforms, **other.platforms}, described)

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by full id."""
        return ById(self.rules) if isinstance(self.rules, KeptRules) else {rule.full_id: rule for rule in self.rules}

    def platforms_of(self, holds: Callable[[str], bool]) -> frozenset[str]:
        """Return the platforms of which a page *holds* a fingerprint, given as a selector."""
        return frozenset(name for name, fingerprints in self.platforms.items() if any(map(holds, fingerprints)))

    def without(self, names: Iterable[str]) -> "RuleSet":
        """Switch off packs, full or short ids, and kinds by name.

        Raises `ValueError` for a name that is none of these.
        """
        off = set(names)
        known = {name for rule in self.rules for name in (rule.pack, rule.full_id, rule.id, rule.kind)}
        if off - known:
            said = [f"{name}{nearest(name, sorted(known))}" for name in sorted(off - known)]
            raise ValueError(f"no such pack, rule or kind: {', '.join(said)}")
        stay = tuple(rule for rule in self.rules if not off & {rule.pack, rule.full_id, rule.id, rule.kind})
        return RuleSet(stay, self.platforms, self.described)

    @staticmethod
    def merge(sets: Sequence["RuleSet"], faults: list[Fault], known: Iterable[str] = ()) -> "RuleSet":
        """Put *sets* together, adding to *faults* ids that are taken and platforms that nobody describes.

        *known* are platforms described elsewhere.
        """
        by_id: dict[str, Rule] = {}
        platforms: dict[str, tuple[str, ...]] = {}
        described: dict[str, tuple[str, int]] = {}
        for one in sets:
            platforms.update(one.platforms)
            described.update(one.described)
            for rule in one.rules:
                first = by_id.setdefault(rule.full_id, rule)
                if first is not rule:
                    taken = f"the id {rule.full_id} is taken: {first.file}:{first.line}"
                    faults.append(Fault(rule.file, rule.line, taken, "F03"))
        _check_platforms(by_id.values(), {*platforms, *known}, faults)
        return RuleSet(tuple(by_id.values()), platforms, described)


def _check_platforms(rules: Iterable[Rule], known: set[str], faults: list[Fault]) -> None:
    names = ", ".join(sorted(known)) or "none"
    faults.extend(
        Fault(
            rule.file, rule.line, f"unknown platform {name!r}{nearest(name, sorted(known))}; known are {names}", "F04"
        )
        for rule in rules
        for name in set(rule.where.platform) - known
    )
