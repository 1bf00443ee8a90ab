"""A site's rules get a file whatever the site is called."""

import pytest

from cleaner.learning.writing import pack_of


@pytest.mark.parametrize(
    ("domain", "pack"),
    [
        ("a.example", "a.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("a%2f..%2fetc.example", "a-2f..-2fetc.example"),
        ("../../etc", "etc"),
        ("…", "site"),
    ],
)
def test_packs_are_named_after_their_domain(domain: str, pack: str) -> None:
    assert pack_of(domain) == pack


@pytest.mark.parametrize("domain", ["x" * 300, "a" * 63 + ".example", "é" * 300 + ".example"])
def test_a_name_that_is_too_long_is_cut_and_still_its_own(domain: str) -> None:
    assert len(pack_of(domain)) <= 64
    assert pack_of(domain) != pack_of(domain + "z")
