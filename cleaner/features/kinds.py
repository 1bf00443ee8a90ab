"""What sort of boilerplate is it that the evidence removed? Read off the facts that spoke against it."""

from collections import defaultdict
from collections.abc import Iterable

from cleaner.document.kinds import KINDS
from cleaner.document.verdict import Evidence

_KINDS = {
    "related": "named.related around.related named.popular around.popular named.card around.card says.more",
    "caption-credit": "role.caption inside.figure named.caption around.caption named.credit says.credit named.image "
    "around.image named.gallery around.gallery",
    "navigation": "inside.nav named.navigation around.navigation named.footer around.footer inside.footer named.search",
    "share": "named.share around.share says.share says.follow named.tool",
    "newsletter": "named.newsletter around.newsletter says.newsletter",
    "comments": "named.comment around.comment says.comment",
    "byline": "named.byline around.byline says.author",
    "author-bio": "named.author around.author",
    "dateline": "named.date around.date says.date has.time inside.time",
    "headline": "title.says-it tag.h1 named.headline copy.first",
    "tags": "named.tags around.tags",
    "ad-marker": "named.ad around.ad says.advert",
    "affiliate": "named.affiliate around.affiliate says.offer",
    "paywall": "named.paywall around.paywall says.subscribe named.login says.login",
    "consent": "named.consent around.consent says.consent",
    "promo": "named.promo around.promo named.sidebar around.sidebar named.donation inside.aside",
    "player": "named.player around.player says.video named.embed says.external",
    "rights": "named.copyright says.copyright has.copyright",
    "live": "named.live",
    "poll": "named.poll",
    "ui": "named.button inside.button named.modal named.hidden tag.button inside.form",
}
HEADLINE_APART = "it is the headline of scraped text, which is given apart, as the title"
"""What is said of a headline that goes."""
SIGNED_COMMENT = "it stands among readers' comments, which are signed line after line with a name, a day and a time"
"""What is said of a block in a thread."""
_KIND_OF = {fact: kind for kind, facts in _KINDS.items() for fact in facts.split()}
_KIND_OF |= {HEADLINE_APART: "headline", SIGNED_COMMENT: "comments"}
_KIND_OF |= {f"rule.{place}.{kind}": kind for place in ("close-above", "far-above") for kind in KINDS}


def kind_of(fact: str) -> str:
    """Return the kind that a fact speaks for; `""` if it speaks for none."""
    return _KIND_OF.get(fact, "")


def likely_kind(evidence: Iterable[Evidence]) -> str:
    """Return the kind for which most was said against the block; `""` if nothing tells."""
    against: dict[str, float] = defaultdict(float)
    # few facts of a block speak for a kind
    for source, amount in [one for one in evidence if one[0] in _KIND_OF]:
        if amount < 0:
            against[_KIND_OF[source]] += amount
    return min(against, key=lambda kind: (against[kind], kind), default="")
