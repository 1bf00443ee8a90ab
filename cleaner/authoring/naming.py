"""What a new rule may be called: a name that none can have is refused at once, with the nearest right spelling."""

import difflib
import re

from cleaner.authoring.wording import WHYS, latin_words
from cleaner.document.spelling import nearest
from cleaner.rules.validation import shown

_MAX_CHARS = 64
"""Characters of an id and of a pack, as the schema has it."""
_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_HOLDS = f"small letters a to z and digits, single dots and hyphens between them, {_MAX_CHARS} characters at most"


def kind_of(rule_id: str | None, kind: str | None) -> str | None:
    """Return the *kind* that a rule is to have: with an id that it begins with; None if neither says.

    Raises `ValueError` for a kind that does not exist, and for an id that begins with no kind, or with another, or
    that no rule can have.
    """
    if kind is not None and kind not in WHYS:
        raise ValueError(f"expected a kind, one of {' '.join(WHYS)}, found {shown(kind)}{nearest(kind, WHYS)}")
    if rule_id is None:
        return kind
    own, _, name = rule_id.partition(".")
    if own not in WHYS or kind not in (None, own):
        wanted = f"expected an id that starts with its kind, such as {kind or 'promo'}.something"
        raise ValueError(f"{wanted}, found {shown(rule_id)}{_hint(_near_id(rule_id, kind))}")
    if not name or not _is_name(rule_id):
        wanted = f"expected an id of its kind, a dot and a name: {_HOLDS}"
        raise ValueError(f"{wanted}; found {shown(rule_id)}{_hint(_near_id(rule_id, own))}")
    return own


def check_pack(pack: str) -> None:
    """Raise `ValueError` for the name of a pack that none can have."""
    if not _is_name(pack):
        raise ValueError(f"expected a pack's name: {_HOLDS}; found {shown(pack)}{_hint(_near_name(pack))}")


def _is_name(text: str) -> bool:
    return len(text) <= _MAX_CHARS and _NAME.fullmatch(text) is not None


def _near_id(text: str, kind: str | None) -> str:
    """Return the nearest id that a rule may have; empty if it is not to be told of which kind."""
    first, _, name = _near_name(text).partition(".")
    own = next(iter([kind] if kind else difflib.get_close_matches(first, WHYS, n=1)), None)
    return _cut(f"{own}.{name or 'something'}") if own else ""


def _near_name(text: str) -> str:
    return _cut(".".join(filter(None, ("-".join(latin_words(part)) for part in text.split(".")))))


def _cut(name: str) -> str:
    return name[:_MAX_CHARS].rstrip(".-")


def _hint(name: str) -> str:
    return f"; did you mean {name!r}?" if name else ""
