"""S07: selectors against the fixture pages: none may take the element that holds the article."""

import pytest

from cleaner.authoring.lint.pages import takes_the_article
from tests.authoring.small_packs import NO_REMOVAL, study


@pytest.mark.parametrize(
    ("rule", "tag"),
    [
        ("css: article", "article"),
        ("css: '#story'", "main"),
        ("css: h1, climb: main", "main"),
        ("css: .entry-content", None),  # refused for its mass, not for what it is
        ("css: .no-such-class", None),
        ("css: article, where: {hosts: [a.example]}", None),  # its keeper knows the site
        (f"css: article, do: mark, examples: {NO_REMOVAL}", None),
        ("text: {is: [Advertisement]}", None),
    ],
)
def test_takes_the_article(rule: str, tag: str | None) -> None:
    found = [(one.line, one.message) for one in takes_the_article.findings(study("css: .tide", rule))]
    assert len(found) == (1 if tag else 0)  # one page is enough
    for line, message in found:
        assert line == 5
        assert message.startswith(f"promo.two: matches <{tag}> on the fixture page ")
