"""Which pictures stay: those beside kept text, and those in figures."""

import pytest

from cleaner.document.verdict import Verdict
from cleaner.html.snapshot import take_snapshot
from cleaner.render.pictures import pictures_before
from cleaner.render.shown import Shown

IMG = "<img src=https://a.example/x.png>"
FIGURE = f"<figure>{IMG}<figcaption>%s</figcaption></figure>"


def places(html: str) -> list[int]:
    """Return before which blocks a picture stays; blocks that say `gone` and `credit` were taken."""
    blocks = take_snapshot(f"<body>{html}</body>").layout.blocks
    kinds = {"gone": "related", "credit": "caption-credit"}
    trace = [Verdict(one, one.text not in kinds, kind=kinds.get(one.text, "")) for one in blocks]
    assert not pictures_before(trace, Shown(images=False))
    found = pictures_before(trace, Shown(images=True))
    assert all(image.address == "https://a.example/x.png" for images in found.values() for image in images)
    return list(found)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f"<p>a<p>{IMG}<p>b", [1]),
        (f"<p>a<p>gone<p>{IMG}<p>b", [2]),
        (f"<p>a<p>{IMG}{IMG}<p>b", [1]),
        # logos before all text, teasers, boxes
        (f"{IMG}<p>a<p>b", []),
        (f"<p>a<div>{IMG}<p>gone</div><p>b", []),
        (f"<p>gone<p>{IMG}<p>gone", []),
        # figures
        ("<p>a" + FIGURE % "b" + "<p>c", [1]),
        (FIGURE % "a" + "<p>b", [0]),
        ("<p>a" + FIGURE % "credit" + "<p>b", [1]),
        ("<p>a" + FIGURE % "gone" + "<p>b", []),
        (FIGURE % "credit" + "<p>b", []),
        ("<p>a" + FIGURE % "" + "<p>b", [1]),
        (f"<p>a<figure><figcaption>b</figcaption>{IMG}</figure><p>gone", [2]),
    ],
)
def test_which_pictures_stay(html: str, found: list[int]) -> None:
    assert places(html) == found
