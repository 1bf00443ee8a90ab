"""Results to one HTML page."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from cleaner.errors import PageError
from cleaner.evaluation.report.differences import Piece, differences
from cleaner.evaluation.report.plots import precision_recall, spread, time_quality
from cleaner.evaluation.report.reasons import Reasons
from cleaner.evaluation.roads import enter
from cleaner.evaluation.systems import OURS
from cleaner.evaluation.table import HEADS, cells, headline, share
from cleaner.scoring.scores import PageScore

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.evaluation.result import Result
    from cleaner.io.known_set import KnownPage

_SHOWN = 12
"""Words shown on either side of a difference. Not measured."""
_LEAST_SKIPPED = 5
"""Words that are shown rather than counted, as their count would take their room. Not measured."""
_NOTE = (
    "Each page below: <ins>what the output has too much</ins> and <del>what it lost of the truth</del>, each with the "
    "trace's reason. Runs that are the same are cut short. Truths are not free of errors either."
)


def render(results: Iterable["Result"], cleaner: "Cleaner") -> str:
    """Return the report as HTML that fetches nothing. Pages are cleaned again, for their traces."""
    style = (files("cleaner.evaluation.report") / "page.css").read_text("utf-8")
    sections = "".join(_section(result, cleaner) for result in results)
    head = f'<meta charset="utf-8"><title>cleaner bench</title><style>{style}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body><h1>cleaner bench</h1>{sections}</body></html>\n'


def _section(result: "Result", cleaner: "Cleaner") -> str:
    ranked = sorted(zip(result.scores[OURS], result.known.pages, strict=True), key=lambda one: one[0].f1)
    wrong = [one for one in ranked if not one[0].exact]
    pages = "".join(_page(score, page, result, cleaner) for score, page in wrong)
    return (
        f"<h2>{escape(headline(result))}</h2>{_table(result)}"
        f"<h3>Word F1 of each page</h3><figure>{spread(result)}"
        "<figcaption>A dot is a page; bars are the middle half, ticks the median. The scale is the square root of "
        "the error.</figcaption></figure>"
        f'<div class="plots"><figure>{precision_recall(result)}</figure><figure>{time_quality(result)}</figure></div>'
        f"<h3>{len(wrong)} of {len(ranked)} pages differ from the truth</h3>"
        f'<p class="note">{_NOTE}</p>{pages}'
    )


def _table(result: "Result") -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in ("system", *HEADS))
    rows = "".join(
        f"<tr{' class=ours' if row.system == OURS else ''}>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in (row.system, *cells(row)))
        + "</tr>"
        for row in result.rows
    )
    return f'<div class="wide"><table><tr>{head}</tr>{rows}</table></div>'


def _page(score: PageScore, page: "KnownPage", result: "Result", cleaner: "Cleaner") -> str:
    facts = f"precision {share(score.precision)}, recall {share(score.recall)}"
    facts += f", {len(score.foreign)} foreign lines" if score.foreign else ""
    said = f"<b>{share(score.f1)}</b>{escape(page.id)} <span>{facts}</span>"
    url = page.truth.url or ""
    link = (
        f'<p class="note"><a href="{escape(url)}">{escape(url)}</a></p>' if url.startswith(("http:", "https:")) else ""
    )
    return f"<details><summary>{said}</summary>{link}{_differences(page, result, cleaner)}</details>"


def _differences(page: "KnownPage", result: "Result", cleaner: "Cleaner") -> str:
    try:
        article = cleaner.clean(enter(page, result.road))
    except PageError as error:
        return f'<p class="note">{escape(str(error))}</p>'
    pieces = differences(page.truth.body, article.text, Reasons(article, cleaner.rules.by_id))
    return f'<div class="diff">{"".join(_shown(pieces))}</div>'


def _shown(pieces: Sequence[Piece]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        if piece.sort == "same":
            yield _cut_short(piece.text, at_start=number == 0, at_end=number == len(pieces) - 1)
        else:
            tag = "ins" if piece.sort == "extra" else "del"
            yield f'<{tag}>{escape(piece.text.strip())}</{tag}><span class="why">{escape(piece.reason)}</span> '


def _cut_short(text: str, *, at_start: bool, at_end: bool) -> str:
    """Show the words of a run that are near a difference; *at_start* and *at_end* have none beside them."""
    words = text.split(" ")
    before, after = 0 if at_start else _SHOWN, 0 if at_end else _SHOWN
    if len(words) <= before + after + _LEAST_SKIPPED:
        return escape(text)
    skipped = f'<span class="skip"> [… {len(words) - before - after} words …] </span>'
    return escape(" ".join(words[:before])) + skipped + escape(" ".join(words[len(words) - after :]))
