"""When trafilatura is asked for its vote on a page, and what an article says of it."""

from typing import Literal, get_args

from cleaner.document.spelling import nearest

When = Literal["always", "when-unsure"]
"""About every page, or only where what the page itself shows leaves its verdicts unsure."""
WHEN: tuple[str, ...] = get_args(When)

Asked = Literal["asked: unsure", "asked: rules take much", "not asked: sure"]
"""Whether trafilatura was asked about a page, and why, where it is asked when unsure."""
UNSURE: Asked = "asked: unsure"
MUCH_TAKEN: Asked = "asked: rules take much"
SURE: Asked = "not asked: sure"


def check_when(given: object) -> None:
    """Refuse what says no such time.

    Raises `ValueError` with the nearest right spelling, `TypeError` for what is no text.
    """
    if not isinstance(given, str):
        raise TypeError(f"trafilatura takes a text; this is of type {type(given).__name__}: one of {', '.join(WHEN)}")
    if given not in WHEN:
        raise ValueError(f"trafilatura: {given!r} is none of {', '.join(WHEN)}{nearest(given, WHEN)}")
