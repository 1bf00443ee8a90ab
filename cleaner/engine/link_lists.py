"""Lists of links below an article in Markdown: sources where nothing else of a page stands there, a menu otherwise."""

from collections.abc import Sequence

from cleaner.document.verdict import Verdict
from cleaner.engine.match_set import Held

LINK_LISTS = "markdown/navigation.link-lists"
"""The rule that takes lists of nothing but links before and behind the prose."""
LISTS_STAY: Held = {LINK_LISTS: "context"}
"""What is held back so that evidence decides about them."""


def ends_in_links(trace: Sequence[Verdict]) -> bool:
    """Say whether rules take nothing of a text but such lists behind what is kept, and the headline.

    Whole pages have a menu above the article, or something else below it that rules know.
    """
    first = next((verdict.block.number for verdict in trace if verdict.kept), len(trace))
    taken = [
        verdict for verdict in trace if verdict.source == "rule" and not verdict.kept and verdict.kind != "headline"
    ]
    is_trimmed = any(verdict.trims for verdict in trace)
    return bool(taken) and not is_trimmed and all(one.rule == LINK_LISTS and one.block.number > first for one in taken)
