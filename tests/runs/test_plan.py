"""How a first pass is told from another one, for a run that goes on."""

from pathlib import Path

import pytest

from cleaner.runs.plan import FirstPass


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (FirstPass(), "of these pages"),
        (FirstPass(site="x"), "of these pages, x"),
        (FirstPass(Path("a.sqlite")), "a.sqlite"),
    ],
)
def test_how_it_is_said(first: FirstPass, said: str) -> None:
    assert str(first) == said
