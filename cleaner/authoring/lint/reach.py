"""Whether one rule acts wherever another one does."""

from cleaner.matching.limits import default_limits
from cleaner.rules.schema import BlockLimits, Limit, Range, Rule, Where

_RANGES = ("words", "chars", "sentences", "digits", "links")


def reaches_as_far(wide: Rule, narrow: Rule) -> bool:
    """Say whether *wide*, given an equal phrase or selector, takes all that *narrow* takes."""
    if wide.full_id == narrow.full_id or wide.status != "on" or not (wide.removes and wide.do == "remove"):
        return False
    if narrow.do != "remove" or narrow.weigh is not None or wide.except_:
        return False
    return (
        wide.where in (Where(), narrow.where)
        and wide.needs in (None, narrow.needs)
        and wide.limit in (Limit(), narrow.limit)
        and wide.climb == narrow.climb
        and _contains(default_limits(wide), default_limits(narrow))
    )


def _contains(wide: BlockLimits, narrow: BlockLimits) -> bool:
    plain = (
        wide.case in (None, narrow.case)
        and wide.ends in (None, narrow.ends)
        and (not wide.tag or (bool(narrow.tag) and set(narrow.tag) <= set(wide.tag)))
    )
    return plain and all(_holds(getattr(wide, name), getattr(narrow, name)) for name in _RANGES)


def _holds(wide: Range | None, narrow: Range | None) -> bool:
    return wide is None or (narrow is not None and wide.low <= narrow.low and narrow.high <= wide.high)
