"""What every text that a `like` pattern matches shows: most texts are told by it that they cannot match.

Compiling an expression takes RE2 milliseconds, and looking for a few words in a line takes none.
"""

from cleaner.matching.pattern_tree import Choice, Hole, Literal, Nodes, walk
from cleaner.text.dates import may_hold_month
from cleaner.text.normalize import fold_case

_ANY = "?"
"""What RE2 reads for characters that UTF-8 cannot write: a text may show something else there."""
_CLOCK = 4
"""Characters at most of the words after a time of day: "a.m.", "Uhr", a zone of four letters."""
_DAYS = ("日", "일")
"""What can stand by itself at the end of a date."""


def openings(nodes: Nodes) -> tuple[str, ...]:
    """Return the folded texts with one of which every match begins; none if it may begin with anything."""
    first = nodes[0] if nodes else None
    if isinstance(first, Choice):
        found = [openings(branch) for branch in first.branches]
        known = not first.is_optional and all(found)
        return tuple(dict.fromkeys(text for texts in found for text in texts)) if known else ()
    opening = _sure(_literal_start(nodes))
    return (opening,) if opening else ()


def _literal_start(nodes: Nodes) -> str:
    texts = []
    for node in nodes:
        if not isinstance(node, Literal):
            break
        texts.append(node.text)
    # the space beside what need not be there goes with it
    return "".join(texts).rstrip()


def pieces(nodes: Nodes) -> tuple[str, ...]:
    """Return folded words and marks that every match holds, the longest first; "@" for addresses."""
    found = [_sure(node.text) for node in nodes if isinstance(node, Literal)]
    if any(isinstance(node, Hole) and node.name in ("email", "handle") for node in nodes):
        found.append("@")
    return tuple(sorted({piece for piece in found if piece.strip()}, key=lambda piece: (-len(piece), piece)))


def has_date(nodes: Nodes) -> bool:
    """Say whether every match holds a date."""
    return any(isinstance(node, Hole) and node.name == "date" for node in nodes)


def closing(nodes: Nodes) -> str:
    """Return `date` or `time` where every match ends with one; empty elsewhere, and where a rest may stay behind."""
    last = nodes[-1] if nodes else None
    if not isinstance(last, Hole) or any(isinstance(node, Hole) and node.name == "rest" for node in walk(nodes)):
        return ""
    return last.name if last.name in ("date", "time") else ""


def opens_with_name(nodes: Nodes) -> bool:
    """Say whether every match begins with a name."""
    return bool(nodes) and isinstance(nodes[0], Hole) and nodes[0].name == "name"


def may_close(name: str, folded: str) -> bool:
    """Say whether folded text can end with what `closing` *name*s."""
    last = folded.rpartition(" ")[2]
    if any(map(str.isdecimal, last)):
        return True
    return len(last) <= _CLOCK if name == "time" else may_hold_month(last) or last.startswith(_DAYS)


def _sure(text: str) -> str:
    return fold_case(text.partition(_ANY)[0])
