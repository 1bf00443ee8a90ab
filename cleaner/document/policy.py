"""`Policy`: which kinds go, and the policies that have a name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, cast, get_args

from cleaner.document.kinds import KEPT_BY_DEFAULT, KINDS, OF_EACH_STORY, PARTS, Kind
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

    @property
    def unasked(self) -> frozenset[Kind]:
        """The parts of articles that this policy neither keeps nor drops, and of which rules need not be asked."""
        return PARTS - self.keep - self.drop

    def changed(self, keep: Iterable[Kind] = (), drop: Iterable[Kind] = ()) -> "Policy":
        """Return this policy, but that it keeps and drops these kinds; of what is named for both *keep* counts."""
        kept, dropped = frozenset(keep), frozenset(drop)
        return Policy((self.keep - dropped) | kept, (self.drop - kept) | dropped)


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


PolicyName = Literal["news", "strict", "everything"]
"""The name of a policy."""
POLICY_NAMES: tuple[PolicyName, ...] = get_args(PolicyName)
"""The names of policies, the default first."""
POLICIES: Mapping[PolicyName, Policy] = MappingProxyType(
    {
        "news": Policy(),
        "strict": Policy(drop=(PARTS - {"quote"}) | {"agency", "correction", "dateline"}),
        "everything": Policy(keep=KEPT_BY_DEFAULT | OF_EACH_STORY),
    }
)
"""The policies that have a name.

`news` holds what known news articles hold. `strict` is for corpora: the sentences of the article and the quotations in
them, without what repeats, sums up, splits or credits them. `everything` has all that editors wrote for this article,
who and what they name beside it included; nothing that sells, asks or leads elsewhere, and no topics, which are links.
"""


def named_policy(name: str) -> Policy:
    """Return the policy of this name.

    Raises `ValueError` with the nearest name.
    """
    for known, policy in POLICIES.items():
        if known == name:
            return policy
    raise ValueError(f"no such policy: {name}{nearest(name, POLICY_NAMES)}; there are {' '.join(POLICY_NAMES)}")


def policy_of(keep: str | Iterable[str] | None, drop: str | Iterable[str] | None, name: str = "news") -> Policy:
    """Return the policy of this *name*, but that it keeps and drops these kinds: one, or several.

    Raises `UnknownKindError`, `ValueError` for a policy that there is not, and `TypeError` for what names no kinds.
    """
    return named_policy(name).changed(_kinds("keep", keep), _kinds("drop", drop))
