"""The kinds of boilerplate and of parts of articles, and which of them stay unless a policy drops them."""

from typing import Literal, get_args

Kind = Literal[
    "ad-marker", "affiliate", "comments", "newsletter", "related", "share", "consent", "paywall", "app-promo",
    "donation", "author-bio", "byline", "dateline", "caption-credit", "rights", "agency", "correction", "tools",
    "live", "poll", "player", "tags", "breadcrumb", "promo", "navigation", "headline", "ui",
    "standfirst", "key-points", "section-heading", "list", "table", "quote", "embed",
]  # fmt: skip
"""A sort of boilerplate, or a part of articles."""
KINDS: list[Kind] = list(get_args(Kind))
"""The sorts of boilerplate and the parts of articles: a closed list, in the order in which they are shown."""

PARTS: frozenset[Kind] = frozenset({"standfirst", "key-points", "section-heading", "list", "table", "quote", "embed"})
"""Kinds that are no boilerplate. Nobody looks for them until a policy names them: to drop them, or to keep them.
Were they kept by default against evidence, 23 pages would be better, 101 worse (each eighth of the dev sets)."""

OF_EACH_STORY: frozenset[Kind] = frozenset({"author-bio", "byline", "caption-credit", "dateline"})
"""Kinds that every story on a page has, teasers too: who keeps them means those of the article alone."""

KEPT_BY_DEFAULT: frozenset[Kind] = PARTS | {"correction", "agency"}
"""Kinds that many readers count as part of the article; `Policy(drop=...)` removes them."""

COMMENTS: Kind = "comments"
"""What readers wrote below an article, and what leads to it: the one kind that an article gives by itself."""
