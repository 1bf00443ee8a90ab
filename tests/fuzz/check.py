"""One case against the laws: what is broken, in a sentence, or nothing."""

import random
import time
from functools import cache

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.errors import PageError
from cleaner.rules import RuleSet
from tests.laws import assert_clean, assert_lawful, assert_orderless, assert_settled

SECONDS, SECONDS_PER_MB = 1.0, 60.0
"""Processor time that a case may take: far more than any takes, and far less than what is not linear does."""


def fault(page: Page, *, reorder: bool = True) -> str:
    """Return what is wrong with what becomes of *page*; empty if nothing is.

    With *reorder* off, rules in another order are not tried, which costs as much as all the rest.
    """
    cleaner, shuffled = _cleaners()
    start = time.process_time()
    try:
        article = cleaner.clean(page)
        spent = time.process_time() - start
        assert_lawful(page, article)
        if reorder:
            assert_orderless(shuffled, page, article)
        if page.text is not None:
            assert_settled(cleaner, article)
        assert_clean(article)
    except PageError as error:
        return "" if str(error) else "an error without a word"
    except AssertionError as error:
        return str(error).splitlines()[0]
    except Exception as error:
        return f"{type(error).__name__} is no documented error: {str(error)[:200]}"
    most = SECONDS + SECONDS_PER_MB * len(page.html or page.text or "") / 1e6
    return f"{spent:.1f} s, where {most:.1f} would be plenty" if spent > most else ""


@cache
def _cleaners() -> tuple[Cleaner, Cleaner]:
    """Return a cleaner, and one with the same rules in another order."""
    cleaner = Cleaner()
    cleaner.clean(Page(html="<p>Libraries load what they need for the first page that has no title."))
    rules = random.Random(7).sample(cleaner.rules.rules, len(cleaner.rules.rules))
    return cleaner, Cleaner(RuleSet(tuple(rules), cleaner.rules.platforms))
