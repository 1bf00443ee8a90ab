"""Pages, rules and articles that the tests of several commands use."""

from pathlib import Path

from cleaner.article import Article
from cleaner.document.block import Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import Note, Verdict
from tests.conftest import ROOT

PAGE = ROOT / "fixtures" / "pages" / "wordpress-sharedaddy--related-posts-and-reply-form" / "page.html"
BARE = ("--off", "generic")
"""Hardly any rules: a cleaner that starts at once."""
FERRY = "The ferry sails again on Monday, it was said at the harbour office of the island."
STORY = f"<h1>Ferry back</h1><p>{FERRY}</p>"
FOREIGN = "The mate met the crew on Tuesday and agreed to tie the knot."
DAY = "The council met on day {} of the strike and agreed to mend the bridge over the narrows before winter."
RULE = """\
format: 1
pack: mine
rules:
  - id: promo.harbour
    kind: promo
    why: The fair is on every page of the paper.
    text: {is: ["Visit the harbour fair"]}
    examples: {remove: ["Visit the harbour fair"], keep: ["They visit the harbour fair."]}
"""
"""A pack of one rule."""


def written(path: Path, text: str) -> Path:
    """Write *text*, with all folders that it takes, and return where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def article(*blocks: tuple[str, str], notes: tuple[Note, ...] = (), metadata: Metadata | None = None) -> Article:
    """Return an article of *blocks*: their text, and the kind that a rule took them for; kept ones have none."""
    verdicts = (
        Verdict(Block(at, text, "p"), not kind, "rule" if kind else "page", f"mine/{kind}.x" if kind else "", kind)
        for at, (text, kind) in enumerate(blocks)
    )
    return Article(metadata or Metadata(), tuple(verdicts), notes)
