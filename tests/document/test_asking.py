"""When trafilatura is asked: which words say so."""

import re
from typing import Any

import pytest

from cleaner.document.asking import WHEN, check_when


@pytest.mark.parametrize("given", WHEN)
def test_right_words_pass(given: str) -> None:
    check_when(given)


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        ("when-unsre", ValueError, "'when-unsre' is none of always, when-unsure; did you mean 'when-unsure'?"),
        ("", ValueError, "'' is none of always, when-unsure"),
        ("Always", ValueError, "'Always' is none of always, when-unsure"),
        (True, TypeError, "takes a text; this is of type bool: one of always, when-unsure"),
        (None, TypeError, "takes a text; this is of type NoneType: one of always, when-unsure"),
    ],
)
def test_others_are_told(given: Any, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=re.escape(told)):
        check_when(given)
