"""A trace as one HTML page: kept blocks plain, removed ones coloured by kind, and why as the pointer rests on one.

Nothing is fetched and nothing runs: all is escaped, there are no scripts, and a policy in the page forbids the rest.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from cleaner.document.kinds import KINDS
from cleaner.render.trace import Reason, lines

_EVIDENCE = "evidence"
"""What removals by evidence are called that are of no kind."""
_STYLE = """\
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1a1a1a; background: #fff; }
p { margin: .4rem 0; padding: .1rem .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.gone { color: #444; border-left: .3rem solid; }
.gone::before { content: attr(data-kind) " "; font-size: .75rem; font-weight: 600; }
.legend span { display: inline-block; margin: 0 .3rem .3rem 0; padding: 0 .4rem; }
del { text-decoration: line-through; }
"""


def page(reasons: Sequence[Reason], title: str, summary: str) -> str:
    """Return a page of the blocks of *reasons*, under a *title*, a *summary* and how many blocks of each kind went."""
    counts = Counter(_kind(one) for one in reasons if not one.kept)
    legend = "".join(
        f'<span class="{_css(kind)}">{escape(kind)} {count}</span>' for kind, count in counts.most_common()
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}{_colours()}</style>\n</head>\n<body>\n"
        f'<h1>{escape(title)}</h1>\n<p>{escape(summary)}</p>\n<p class="legend">{legend}</p>\n<hr>\n'
        + "".join(map(_block, reasons))
        + "</body>\n</html>\n"
    )


def _block(reason: Reason) -> str:
    why = _hover(lines(reason)[1:])
    if reason.kept:
        return f"<p{why}>{_trimmed(reason)}</p>\n"
    kind = _kind(reason)
    return f'<p class="gone {_css(kind)}" data-kind="{escape(kind)}"{why}>{escape(reason.verdict.block.text)}</p>\n'


def _trimmed(reason: Reason) -> str:
    """Return the text of a block that stayed, with what was cut off it struck out."""
    text, at, said = reason.verdict.block.text, 0, ""
    for trim in sorted(reason.verdict.trims, key=lambda one: one.start):
        said += escape(text[at : trim.start])
        said += f'<del class="{_css(trim.kind)}">{escape(text[trim.start : trim.end])}</del>'
        at = trim.end
    return said + escape(text[at:])


def _kind(reason: Reason) -> str:
    return reason.verdict.kind or _EVIDENCE


def _hover(said: Iterable[str]) -> str:
    why = "&#10;".join(escape(line).replace("\n", "&#10;") for line in said)
    return f' title="{why}"' if why else ""


def _css(kind: str) -> str:
    return f"k-{kind}" if kind in KINDS else f"k-{_EVIDENCE}"


def _colours() -> str:
    """Return a rule of CSS for each kind: colours spread evenly around the wheel, grey for evidence."""
    step = 360 / len(KINDS)
    spread = [
        f".k-{kind} {{ background: hsl({round(at * step)} 80% 90%); border-color: hsl({round(at * step)} 70% 45%); }}\n"
        for at, kind in enumerate(KINDS)
    ]
    return "".join([*spread, f".k-{_EVIDENCE} {{ background: #eee; border-color: #888; }}\n"])
