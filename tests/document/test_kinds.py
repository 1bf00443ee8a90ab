"""The list of kinds: each once, and the exceptions among them."""

from cleaner.document.kinds import KEPT_BY_DEFAULT, KINDS


def test_each_kind_is_listed_once() -> None:
    assert sorted(KINDS) == sorted(set(KINDS))


def test_what_stays_by_default_is_a_kind() -> None:
    assert set(KINDS) >= KEPT_BY_DEFAULT
