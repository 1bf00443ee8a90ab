"""What the names of HTML elements say: which break the line, which hold nothing, which nobody sees."""

BLOCK_LEVEL = frozenset(
    "address article aside blockquote body button caption center dd details dir div dl dt fieldset figcaption figure"
    " footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main menu nav ol optgroup option p pre"
    " search section summary table tbody td tfoot th thead title tr ul".split()
)
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
"""Elements that have no end tag."""
INVISIBLE = (
    "script style template noscript iframe object embed svg canvas video audio map select option datalist textarea"
    " input progress meter source track area param rp"
).split()
"""Elements of which no reader sees a text."""
FALLBACKS = ("noscript", "object", "svg", "map", "canvas", "video", "audio")
"""Those of them in which a whole article may lie: for readers without scripts, or since they were never closed."""


def is_block_level(tag: str) -> bool:
    """Say whether an element breaks the line; custom elements (`amp-ad`) are taken to."""
    return tag in BLOCK_LEVEL or "-" in tag
