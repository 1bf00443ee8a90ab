"""F codes that lint adds to the loader's: canonical form, hosts."""

import pytest

from cleaner.authoring.lint.form import bad_host, not_formatted
from cleaner.authoring.lint.study import Study
from tests.authoring.small_packs import packs, study, subject

TIDY = """\
format: 1
pack: mine
rules:
  - id: promo.harbour
    kind: promo
    why: The harbour fair is on every page.
    text: {is: ["Visit the harbour fair"]}
    examples: {remove: ["Visit the harbour fair"], keep: ["They visit the fair."]}
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TIDY, None),
        (TIDY.replace("{is: [", "{is:  ["), 7),
        (TIDY.replace("format: 1\npack: mine\n", "pack: mine\nformat: 1\n"), 1),
        (TIDY + "\n\n", 10),
        (
            TIDY.replace(
                "kind: promo\n    why: The harbour fair is on every page.\n",
                "why: The harbour fair is on every page.\n    kind: promo\n",
            ),
            5,
        ),
        (TIDY.replace("why", "whyy"), None),  # broken: the loader speaks of it
    ],
    ids=["tidy", "two spaces", "order of the head", "empty lines at the end", "order of a rule", "broken"],
)
def test_not_formatted(text: str, line: int | None) -> None:
    for _ in range(2):  # what is tidy is remembered
        found = [(one.line, one.message) for one in not_formatted.findings(Study(packs(text), (), ()))]
        assert found == ([(line, "not in canonical form from here on")] if line else [])


@pytest.mark.parametrize(
    ("host", "is_one"),
    [
        ("news.example", True),
        ("=news.example", True),
        ("www.news-paper.example", True),
        ("NEWS.example", True),
        ("news.*", True),
        ("xn--zeitung-8za.example", True),
        ("https://news.example/", False),
        ("news.example/sport", False),
        ("news.example:8080", False),
        ("com", False),
        ("co.uk", False),
        ("=com.au", False),
        ("CO.UK", False),
        ("bbc.co.uk", True),
        ("*.news.example", False),
        ("news..example", False),
        ("news.e", False),
    ],
)
def test_bad_host(host: str, is_one: bool) -> None:
    wanted = [] if is_one else [(f"expected a host such as news.example, found {host!r}", host)]
    for where in ("where: {hosts: ['%s']}", "where: {not_hosts: ['%s']}", "except: [{hosts: ['%s']}]"):
        assert list(bad_host.look(subject(f"css: .tide, {where % host}"), study())) == wanted
