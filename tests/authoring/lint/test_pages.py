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
        ("css: .entry-content", None),  # three quarters of the running text, which no guard refuses
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


@pytest.mark.parametrize(
    ("rule", "tag", "reason"),
    [
        ("css: '#story'", "main", "it is the page's root or main element"),
        ("css: [h1, .story-body]", "div", "it holds nearly all of the page's running text"),
        ("css: [h1, .story-body, main]", "main", "it is the page's root or main element"),
        ("css: h1", "h1", "it holds the headline"),
        ("css: header", "header", "it holds the headline"),
        ("css: .story-body", "div", "it holds nearly all of the page's running text"),
        ("css: h1, id: ui.two, kind: ui", None, ""),  # of these kinds is a headline that stands twice
        ("css: .story-body, id: comments.two, kind: comments, allow: [mass]", None, ""),
        ("css: .story-body, limit: {max_share: 0.5}", None, ""),  # its keeper saw to it
    ],
)
def test_each_guard_of_elements_is_told(rule: str, tag: str | None, reason: str) -> None:
    found = [one.message for one in takes_the_article.findings(study("css: .tide", rule))]
    told = [message.partition(": ")[2].split(" on the fixture page ") for message in found]
    assert [(start, end.partition(", ")[2]) for start, end in told] == (
        [(f"matches <{tag}>", f"which is refused: {reason}")] if tag else []
    )
