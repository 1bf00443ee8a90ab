"""Asking trafilatura only about pages of which the page itself leaves us unsure.

What the page itself shows is weighed first, by weights that were fitted without the vote. Where that is sure, and rules
take no more than any page can spare, the vote would change nothing that is worth its time. Else all goes on as if
trafilatura had been asked at once.
"""

from collections.abc import Callable
from dataclasses import replace

from cleaner.classifier.adjust import weigh_elements
from cleaner.classifier.doubt import MOST_DOUBT, doubt
from cleaner.classifier.model import Model
from cleaner.classifier.predict import Facts, Prediction, gather_facts, with_votes
from cleaner.document.asking import MUCH_TAKEN, SURE, UNSURE, Asked
from cleaner.engine.analysis import PageAnalysis, Settled
from cleaner.engine.budget import Rules, is_suspect, within_budget
from cleaner.engine.match_set import NOTHING_HELD, Held

Weighed = tuple[PageAnalysis, list[Prediction]]
"""An analysis, with the vote if trafilatura was asked, and what the evidence on its free blocks adds up to."""
Analyse = Callable[[Held], PageAnalysis]
"""Finds out what is known of an HTML page without the rules that are held."""
Decide = Callable[[PageAnalysis, list[Prediction]], Settled]


def settle_when_unsure(analyse: Analyse, decide: Decide, model: Model, rules: Rules) -> Settled:
    """Return what becomes of an HTML page; trafilatura is asked about it only where that is in doubt.

    Raises `ExtractError` if trafilatura fails.
    """
    found = analyse(NOTHING_HELD)
    facts = gather_facts(found.free, found.signals, model.lexicon)
    alone = weigh_elements(found.free, facts, found.signals, model.alone, model.adjustments)
    asked = UNSURE
    if doubt(found.free, alone) <= MOST_DOUBT:
        settled = decide(replace(found, asked=SURE), alone)
        if not is_suspect(settled.trace, found.source.block_texts, rules):
            return settled
        # what rules may take is measured by what trafilatura votes for
        asked = MUCH_TAKEN
    first = decide(*weigh_with_vote(found, model, asked, facts))
    return within_budget(
        lambda held: first if held is NOTHING_HELD else decide(*weigh_with_vote(analyse(held), model, asked)), rules
    )


def weigh_with_vote(
    found: PageAnalysis, model: Model, asked: Asked | None = None, facts: Facts | None = None
) -> Weighed:
    """Weigh the free blocks of an HTML page with trafilatura's vote.

    *asked* says why it is asked, if one may wonder; *facts* are those that were gathered before.

    Raises `ExtractError` if trafilatura fails.
    """
    voted = found.with_vote(asked)
    if facts is None:
        facts = gather_facts(voted.free, voted.signals, model.lexicon)
    elif voted.signals.shares:
        facts = with_votes(facts, voted.signals.shares)
    return voted, weigh_elements(voted.free, facts, voted.signals, model.html, model.adjustments)
