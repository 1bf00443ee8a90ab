"""Two articles of one page: what the second lost and what it got back."""

import pytest

from cleaner.article import Article
from cleaner.authoring.comparing import Change, compare
from cleaner.document.block import Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import Trim, Verdict

BLOCK = Block(3, "Photo: the ferry", "p")
STAYS = Verdict(BLOCK, True)
BY_RULE = Verdict(BLOCK, False, "rule", "mine/promo.one", "promo")
BY_OTHER = Verdict(BLOCK, False, "rule", "mine/promo.two", "promo")
BY_EVIDENCE = Verdict(BLOCK, False, "evidence")
LABEL = Trim(0, 6, "mine/caption-credit.one", "caption-credit")
TAIL = Trim(11, 16, "mine/ui.one", "ui")


def trimmed(*trims: Trim) -> Verdict:
    return Verdict(BLOCK, True, trims=trims)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (STAYS, STAYS, []),
        (STAYS, BY_RULE, [Change("removed", 3, BLOCK.text, "mine/promo.one", "promo")]),
        (STAYS, BY_EVIDENCE, [Change("removed", 3, BLOCK.text, "evidence")]),
        (BY_RULE, STAYS, [Change("kept", 3, BLOCK.text, "mine/promo.one", "promo")]),
        (BY_EVIDENCE, STAYS, [Change("kept", 3, BLOCK.text, "evidence")]),
        (BY_RULE, BY_OTHER, []),  # gone is gone
        (STAYS, trimmed(LABEL), [Change("removed", 3, "Photo:", LABEL.rule, LABEL.kind)]),
        (trimmed(LABEL), STAYS, [Change("kept", 3, "Photo:", LABEL.rule, LABEL.kind)]),
        (
            trimmed(LABEL),
            trimmed(TAIL),
            [
                Change("removed", 3, "ferry", TAIL.rule, TAIL.kind),
                Change("kept", 3, "Photo:", LABEL.rule, LABEL.kind),
            ],
        ),
        (trimmed(LABEL), BY_RULE, [Change("removed", 3, BLOCK.text, "mine/promo.one", "promo")]),
    ],
    ids=[
        "nothing", "by a rule", "by evidence", "back from a rule", "back from evidence", "another reason",
        "a part", "a part comes back", "another part", "a part, then all",
    ],
)  # fmt: skip
def test_compare(old: Verdict, new: Verdict, changes: list[Change]) -> None:
    assert compare(Article(Metadata(), (old,)), Article(Metadata(), (new,))) == changes


def test_changes_stand_in_the_order_of_the_page() -> None:
    other = Block(4, "Visit the fair", "p")
    before = Article(Metadata(), (STAYS, Verdict(other, False, "evidence")))
    after = Article(Metadata(), (BY_RULE, Verdict(other, True)))
    assert [(one.what, one.block) for one in compare(before, after)] == [("removed", 3), ("kept", 4)]


def test_articles_of_two_pages_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="shorter"):
        compare(Article(Metadata(), (STAYS,)), Article(Metadata(), ()))
