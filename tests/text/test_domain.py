"""Which site a host belongs to, and how its name can be spelt."""

import pytest
from publicsuffixlist import PublicSuffixList

from cleaner.text.domain import domain_of, letters, site_names


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("harbour.org", "harbour.org"),
        ("www.harbour.org", "harbour.org"),
        ("sea.www.harbour.org", "harbour.org"),
        ("WWW.Harbour.ORG", "harbour.org"),
        ("www.harbour.org.", "harbour.org"),
        ("www.harbour.co.uk", "harbour.co.uk"),
        ("harbour.com.br", "harbour.com.br"),
        ("a.ferry.blogspot.com", "ferry.blogspot.com"),
        ("ferry.github.io", "ferry.github.io"),
        # what has no registrable domain stands for itself
        ("localhost", "localhost"),
        ("org", "org"),
        ("co.uk", "co.uk"),
        ("", ""),
        ("192.168.0.1", "192.168.0.1"),
        ("::1", "::1"),
        ("www.tideway-post.example", "tideway-post.example"),
        ("news.sandby.co.uk", "sandby.co.uk"),
        ("ferry.blogspot.com", "ferry.blogspot.com"),
        ("127.0.0.1", "127.0.0.1"),
        ("2001:db8::1", "2001:db8::1"),
        # in its own script or not, a host keeps the way it is written
        ("www.fähre.de", "fähre.de"),
        ("www.xn--fhre-5qa.de", "xn--fhre-5qa.de"),
    ],
)
def test_domain_of(host: str, found: str) -> None:
    assert domain_of(host) == found
    assert domain_of(found) == found


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("Harbour News", "harbournews"),
        ("HARBOUR-NEWS!", "harbournews"),
        ("The Harbour News", "harbournews"),
        ("harbournews.org", "harbournewsorg"),
        ("Straße 24", "strasse24"),
        ("渡轮报", "渡轮报"),
        ("—", ""),
        ("", ""),
        ("x" * 300, "x" * 200),
    ],
)
def test_letters(name: str, spelt: str) -> None:
    assert letters(name) == spelt


@pytest.mark.parametrize(
    ("site", "host", "names"),
    [
        (None, "", set()),
        ("Harbour News", "", {"harbournews"}),
        (None, "www.harbour.org", {"harbourorg", "harbour"}),
        ("Harbour", "www.harbour.org", {"harbour", "harbourorg"}),
        ("—", "localhost", {"localhost"}),
    ],
)
def test_site_names(site: str | None, host: str, names: set[str]) -> None:
    assert site_names(site, host) == names


@pytest.mark.parametrize(
    "host", ["", "com", "a.co.uk", "a.b.ck", "www.ck", "a.compute.amazonaws.com", "a.公司.cn", "a..b"]
)
def test_a_part_of_the_list_says_the_same_as_all_of_it(host: str) -> None:
    whole = PublicSuffixList(accept_encoded_idn=False).privatesuffix(host)
    assert domain_of(host) == (whole or host)
