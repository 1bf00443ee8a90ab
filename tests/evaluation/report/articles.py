"""Articles made by hand for the tests of the report."""

from cleaner.article import Article
from cleaner.document.page import Metadata
from cleaner.document.verdict import Verdict

FERRY = "The old ferry of Skagen sails again on Monday, the harbour office said after six years of repairs."
TICKETS = "Tickets cost four crowns, as they did in 1962, and children go free."


def article_of(*verdicts: Verdict) -> Article:
    """Return an article of these verdicts."""
    return Article(Metadata(), verdicts)
