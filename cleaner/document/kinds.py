"""The kinds of boilerplate, and which of them stay unless a policy drops them."""

from typing import Literal, get_args

Kind = Literal[
    "ad-marker", "affiliate", "comments", "newsletter", "related", "share", "consent", "paywall", "app-promo",
    "donation", "author-bio", "byline", "dateline", "caption-credit", "rights", "agency", "correction", "tools",
    "live", "poll", "player", "tags", "breadcrumb", "promo", "navigation", "headline", "ui",
]  # fmt: skip
"""A sort of boilerplate."""
KINDS: list[Kind] = list(get_args(Kind))
"""The sorts of boilerplate: a closed list, in the order in which they are shown."""

KEPT_BY_DEFAULT: frozenset[Kind] = frozenset({"correction", "agency"})
"""Kinds that many readers count as part of the article; `Policy(drop=...)` removes them."""
