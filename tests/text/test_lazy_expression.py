"""Regular expressions that are compiled when they are first used."""

import re

import pytest

from cleaner.text.lazy_expression import lazy


@pytest.mark.parametrize("use", ["findall", "fullmatch", "match", "search", "split", "pattern", "flags"])
def test_all_that_patterns_do(use: str) -> None:
    made, wanted = lazy("(ferry)", re.I), re.compile("(ferry)", re.I)
    for _ in range(2):
        found, expected = getattr(made, use), getattr(wanted, use)
        if callable(found):
            found, expected = found("FERRY"), expected("FERRY")
        assert str(found) == str(expected)


def test_nothing_is_compiled_before_it_is_used() -> None:
    made = lazy("(")
    with pytest.raises(re.error):
        made.search("")
    assert lazy("(?P<boat>ferry)").sub(r"\g<boat>s", "a ferry") == "a ferrys"


def test_bytes_are_read_as_well() -> None:
    assert lazy(rb"</?p>", re.I).split(b"a<P>b</p>") == [b"a", b"b", b""]
