"""What readers wrote under an article: what rules of the kind `comments` took, and the signed threads below it."""

from collections.abc import Iterable
from itertools import groupby

from cleaner.document.block import Ancestor
from cleaner.document.kinds import COMMENTS
from cleaner.document.verdict import Verdict
from cleaner.features.kinds import SIGNED_COMMENT

_COMMENTS = frozenset({"li", "article"})
"""Elements of which each holds a comment, and in itself the answers to it."""


def threads(trace: Iterable[Verdict]) -> tuple[str, ...]:
    """Return a text for each thread, its blocks divided by blank lines.

    A thread is the outermost list item or `<article>` in which nothing is kept; elsewhere, the blocks between two that
    are kept.
    """
    verdicts = [verdict for verdict in trace if verdict.kept or _is_comment(verdict)]
    kept = {ancestor for verdict in verdicts if verdict.kept for ancestor in verdict.block.ancestors}
    runs = groupby(verdicts, key=lambda verdict: (verdict.kept, _thread(verdict, kept)))
    return tuple("\n\n".join(verdict.block.lines for verdict in run) for (is_kept, _), run in runs if not is_kept)


def _is_comment(verdict: Verdict) -> bool:
    if verdict.kept or verdict.kind != COMMENTS:
        return False
    return verdict.source == "rule" or any(one.source == SIGNED_COMMENT for one in verdict.evidence)


def _thread(verdict: Verdict, kept: set[Ancestor]) -> Ancestor | None:
    return next((one for one in verdict.block.ancestors if one.tag in _COMMENTS and one not in kept), None)
