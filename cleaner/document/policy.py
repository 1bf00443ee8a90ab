"""`Policy`: which kinds of boilerplate go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from cleaner.document.kinds import KEPT_BY_DEFAULT, KINDS, Kind
from cleaner.document.spelling import nearest
from cleaner.errors import UnknownKindError


@dataclass(frozen=True, slots=True)
class Policy:
    """Which kinds go. *keep* and *drop* change the default, under which all but a few kinds go.

    Raises `UnknownKindError`, and `TypeError` for what names no kinds.
    """

    keep: frozenset[Kind] = field(default_factory=frozenset)
    drop: frozenset[Kind] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        for name in ("keep", "drop"):  # a set, or one kind, is as good to who does not check types
            object.__setattr__(self, name, frozenset(_kinds(name, getattr(self, name))))
        unknown = sorted((self.keep | self.drop) - set(KINDS))
        if unknown:
            said = ", ".join(f"{name}{nearest(name, KINDS)}" for name in unknown)
            raise UnknownKindError(f"no such kind: {said}; there are {' '.join(KINDS)}")

    def drops(self, kind: str, *, opt_in: bool = False) -> bool:
        """Say whether blocks of this kind are removed; those of an *opt_in* rule are where `drop` names the kind."""
        return kind not in self.keep and (kind in self.drop or not (opt_in or kind in KEPT_BY_DEFAULT))


def policy_of(keep: str | Iterable[str] | None, drop: str | Iterable[str] | None) -> Policy:
    """Return the policy that keeps and drops these kinds: one, or several.

    Raises `UnknownKindError`, and `TypeError` for what names no kinds.
    """
    return Policy(frozenset(_kinds("keep", keep)), frozenset(_kinds("drop", drop)))


def _kinds(name: str, given: object) -> Iterator[Kind]:
    """Yield the kinds that are *given* for keep or drop; `Policy` refuses names of none."""
    if given is None:
        return
    if not isinstance(given, Iterable):
        raise TypeError(_wrong(name, given))
    for kind in (given,) if isinstance(given, str) else given:
        if not isinstance(kind, str):
            raise TypeError(_wrong(name, kind))
        yield cast(Kind, kind)


def _wrong(name: str, found: object) -> str:
    return f'{name} takes kinds, as str: {name}=["related"]; found {found!r}, of type {type(found).__name__}'
