"""Every text under fixtures/whole: cleaning it removes nothing."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "whole"
KNOWN_FAILURES = {
    "letter-en.txt": "a place and a day at the head are taken for the day of publication",
    "minutes-de.txt": "the day of a meeting is taken for that of publication, and the lines beside it then go as well",
    "press-release-en.txt": "the heading of a contact is taken for a word of the menu, and then the contact goes, too",
}
"""Texts that lose something still, and what it is."""
CASES = [
    pytest.param(path, id=path.name, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])
    for path in sorted(FOLDER.iterdir())
    for reason in [KNOWN_FAILURES.get(path.name)]
]


@pytest.mark.parametrize("path", CASES)
def test_nothing_is_removed(path: Path, bundled: Cleaner) -> None:
    article = bundled.clean(Page(text=path.read_text("utf-8")))
    # the headline of Markdown is given apart from the text, as that of HTML
    gone = [removal.text for removal in article.removals if path.suffix != ".md" or removal.text != article.title]
    assert gone == []
    assert article.text.strip()
