"""`Policy`: which kinds of boilerplate go."""

from dataclasses import dataclass, field

from cleaner.document.kinds import KEPT_BY_DEFAULT, KINDS


@dataclass(frozen=True, slots=True)
class Policy:
    """Which kinds go. *keep* and *drop* change the default, under which all but a few kinds go."""

    keep: frozenset[str] = field(default_factory=frozenset)
    drop: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        unknown = sorted((self.keep | self.drop) - set(KINDS))
        if unknown:
            raise ValueError(f"no such kind: {', '.join(unknown)}; there are {' '.join(KINDS)}")

    def drops(self, kind: str, *, opt_in: bool = False) -> bool:
        """Say whether blocks of this kind are removed; those of an *opt_in* rule are where `drop` names the kind."""
        return kind not in self.keep and (kind in self.drop or not (opt_in or kind in KEPT_BY_DEFAULT))
