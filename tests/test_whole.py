"""Every text under fixtures/whole: cleaning it removes nothing."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "whole"
CASES = [pytest.param(path, id=path.name) for path in sorted(FOLDER.iterdir())]


@pytest.mark.parametrize("path", CASES)
def test_nothing_is_removed(path: Path, bundled: Cleaner) -> None:
    article = bundled.clean(Page(text=path.read_text("utf-8")))
    # the headline of Markdown is given apart from the text, as that of HTML
    gone = [removal.text for removal in article.removals if path.suffix != ".md" or removal.text != article.title]
    assert gone == []
    assert article.text.strip()


FORMAL = [case for case in CASES if case.id and case.id.startswith(("invitation-", "notice-"))]


@pytest.mark.parametrize("path", FORMAL)
def test_a_share_label_goes_and_all_else_stays(path: Path, bundled: Cleaner) -> None:
    article = bundled.clean(Page(text=f"{path.read_text('utf-8')}\n\nShare on Facebook\n"))
    assert [removal.text for removal in article.removals] == ["Share on Facebook"]
