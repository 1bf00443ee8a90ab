"""`clean` and `clean_text`: one page, one call."""

from dataclasses import replace
from functools import lru_cache

from cleaner.article import Article
from cleaner.model import Page, Policy
from cleaner.pipeline import Cleaner
from cleaner.rules import RuleSet


def clean(
    html: bytes | str | None,
    *,
    url: str | None = None,
    language: str | None = None,
    rules: RuleSet | None = None,
    policy: Policy | None = None,
) -> Article:
    """Clean one HTML page. *rules* stand in for the bundled packs; put them together with `+`.

    A missing page (a null cell of a table: None, NaN) gives an empty article. Raises `PageError` if *html* holds no
    text, and `RuleError` for rules that cannot be compiled.
    """
    page = Page(html=html, url=url, language=language)
    return clean_text("", url=url, language=language) if page.html is None else _cleaner(rules, policy).clean(page)


def clean_text(
    text: str | None,
    *,
    url: str | None = None,
    language: str | None = None,
    rules: RuleSet | None = None,
    policy: Policy | None = None,
) -> Article:
    """Clean text that someone already scraped, with the same rules as HTML.

    A missing text gives an empty article. Raises `RuleError` for rules that cannot be compiled.
    """
    page = Page(text=text, url=url, language=language)
    return _cleaner(rules, policy).clean(page if page.text is not None else replace(page, text=""))


def _cleaner(rules: RuleSet | None, policy: Policy | None) -> Cleaner:
    return _default() if rules is None and policy is None else Cleaner(rules, policy)


@lru_cache(maxsize=1)
def _default() -> Cleaner:
    return Cleaner()
