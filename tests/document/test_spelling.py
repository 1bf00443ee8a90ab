"""The hint at what somebody may have meant."""

import pytest

from cleaner.document.spelling import nearest


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("starst", ["starts", "ends"], "; did you mean 'starts'?"),
        ("starts", ["ends", "starts"], "; did you mean 'starts'?"),
        ("ferry", ["starts", "ends"], ""),
        ("", ["starts"], ""),
        ("starst", [], ""),
        ("starts" + " " * 100_000, ["starts"], ""),
    ],
    ids=["near", "the same", "far", "nothing", "none known", "long"],
)
def test_nearest(word: str, known: list[str], hint: str) -> None:
    assert nearest(word, known) == hint
