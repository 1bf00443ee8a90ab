"""The marks that plots are made of."""

import pytest

from cleaner.evaluation.report.svg import bar, dot, drawing, line, text


@pytest.mark.parametrize(
    ("made", "mark"),
    [
        (line(0, 1, 2.25, 3), '<line x1="0.0" y1="1.0" x2="2.2" y2="3.0" class="grid"/>'),
        (line(0, 0, 1, 1, style="lead"), '<line x1="0.0" y1="0.0" x2="1.0" y2="1.0" class="lead"/>'),
        (
            line(0, 0, 1, 1, colour="#fff", width=3),
            '<line x1="0.0" y1="0.0" x2="1.0" y2="1.0" class="" stroke="#fff" stroke-width="3"/>',
        ),
        (text(1, 2, "a < b"), '<text x="1.0" y="2.0" text-anchor="start" class="">a &lt; b</text>'),
        (
            text(1, 2, "F1", anchor="end", style="faint"),
            '<text x="1.0" y="2.0" text-anchor="end" class="faint">F1</text>',
        ),
        (dot(1, 2, 2.5, "#fff"), '<circle cx="1.0" cy="2.0" r="2.5" fill="#fff" fill-opacity="1"></circle>'),
        (
            dot(1, 2, 5, "#fff", opacity=0.45, title="<b>"),
            '<circle cx="1.0" cy="2.0" r="5" fill="#fff" fill-opacity="0.45"><title>&lt;b&gt;</title></circle>',
        ),
        (
            bar(1, 2, 3.25, 22, "#fff"),
            '<rect x="1.0" y="2.0" width="3.2" height="22" rx="2" fill="#fff" fill-opacity=".15" stroke="#fff"/>',
        ),
        (
            drawing(900, 44.5, ["<a/>", "<b/>"], 'F1 of "a"'),
            '<svg viewBox="0 0 900 44.5" width="900" height="44.5" role="img" aria-label="F1 of &quot;a&quot;">'
            "<a/><b/></svg>",
        ),
    ],
    ids=["line", "style", "colour", "text", "anchor", "dot", "title", "bar", "drawing"],
)
def test_marks(made: str, mark: str) -> None:
    assert made == mark
