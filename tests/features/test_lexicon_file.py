"""What the lexicon may say: groups that are known, single words, phrases that hold a word."""

from typing import Any

import pytest
from pydantic import ValidationError

from cleaner.features.lexicon_file import LexiconFile

FORMS = {"salutation": ["Dear"], "closing": [], "when": [], "where": []}
FILE = {"format": 1, "names": {"related": ["more"]}, "says": {"credit": ["photo"]}, "forms": FORMS}


def test_what_is_written() -> None:
    made = LexiconFile.model_validate(FILE)
    assert (made.names, made.says, made.forms.salutation) == (FILE["names"], FILE["says"], ["Dear"])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"format": 2}, "Input should be 1"),
        ({"names": {"relatd": ["more"]}}, "unknown group of words; did you mean 'related'"),
        ({"says": {"credit": ["the photo"]}}, "expected a single word, found 'the photo'"),
        ({"forms": {**FORMS, "when": [" - "]}}, "expected a word or more, found ' - '"),
        ({"words": {}}, "Extra inputs"),
    ],
)
def test_what_is_refused(given: Any, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        LexiconFile.model_validate({**FILE, **given})
