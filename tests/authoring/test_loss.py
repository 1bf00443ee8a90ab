"""What a rule takes of an article, in words; and signs that a text is the article."""

import json

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.loss import PAGES_TRIED, Loss, article_signs, asked_shares, large_losses, losses
from cleaner.document.page import Page
from cleaner.rules import RuleSet
from tests.authoring.small_packs import rules
from tests.authoring.small_pages import FOREIGN, PHOTOS, PROSE, html, page, sample

PICTURES = "text: {starts: [The mate met the crew]}"
NONE = Cleaner(RuleSet())
LINE = f"<p class='harbour-strip'>{FOREIGN}</p>"
LABEL = f"<p>Advert{PROSE[0]}</p>"


@pytest.mark.parametrize(
    ("given", "extra", "wanted"),
    [
        ([PHOTOS], LINE, [("mine/promo.one", 13, 0)]),
        ([PHOTOS, PICTURES], LINE, [("mine/promo.one", 13, 0), ("mine/promo.two", 13, 0)]),
        ([PHOTOS], "", []),
        (["css: article"], LINE, [("mine/promo.one", 0, 253)]),
        (["text: {glued: [Advert]}, do: trim"], LABEL, [("mine/promo.one", 1, 0)]),
        (["css: .harbour-strip, status: draft"], LINE, []),
        (["css: h1", PHOTOS], LINE, [("mine/promo.two", 13, 0)]),  # the headline goes anyway
    ],
    ids=["one", "two that take the same", "none", "refused", "a trim", "a draft", "what goes anyway"],
)
def test_losses(given: list[str], extra: str, wanted: list[tuple[str, int, int]]) -> None:
    made, ruled = page(extra), rules(*given)
    found = losses(NONE.clean(made), Cleaner(ruled).clean(made), ruled.by_id, "a page")
    assert [(one.rule, one.taken, one.refused) for one in found] == wanted
    assert {one.page for one in found} <= {"a page"}


def test_only_the_named_rules_are_told_and_the_most_stands_first() -> None:
    made, ruled = page(LINE), rules(PHOTOS, "css: article")
    before, after = NONE.clean(made), Cleaner(ruled).clean(made)
    assert [one.rule for one in losses(before, after, ruled.by_id)] == ["mine/promo.two", "mine/promo.one"]
    assert [one.rule for one in losses(before, after, {"mine/promo.one", "mine/no.such"})] == ["mine/promo.one"]


@pytest.mark.parametrize(
    ("loss", "share", "is_large", "said"),
    [
        (Loss("r", "a.html", 200, 13), 0.065, False, "r takes 13 of the 200 kept words (6%) of a.html"),
        (Loss("r", "", 90, 20, 10), 1 / 3, False, "r takes 20 of the 90 kept words and asks for 10 more (33%)"),
        (Loss("r", "", 90, 20, 11), 31 / 90, True, "r takes 20 of the 90 kept words and asks for 11 more (34%)"),
        (Loss("r", "", 0, 0), 0.0, False, "r takes 0 of the 0 kept words (0%)"),
    ],
)
def test_a_loss(loss: Loss, share: float, is_large: bool, said: str) -> None:
    assert (loss.share, loss.is_large, str(loss)) == (share, is_large, said)


@pytest.mark.parametrize(
    ("given", "extra", "shares"),
    [
        ([PHOTOS], LINE, {"mine/promo.one": 13 / 253}),
        ([PHOTOS, PICTURES], LINE, {"mine/promo.one": 13 / 253, "mine/promo.two": 13 / 253}),
        (["css: article"], "", {"mine/promo.one": 1.0}),
        (["css: .harbour-strip, status: draft"], LINE, {}),
        ([PHOTOS], "", {}),
    ],
    ids=["one", "two that take the same", "refused", "a draft", "none"],
)
def test_asked_shares(given: list[str], extra: str, shares: dict[str, float]) -> None:
    found = asked_shares(Cleaner(rules(*given)).clean(page(extra)))
    assert found == pytest.approx(shares, abs=0.01)
    assert found.keys() == shares.keys()


def test_asked_shares_are_never_too_small() -> None:
    made, ruled = page(LINE), rules(PHOTOS, "css: article")
    after = Cleaner(ruled).clean(made)
    for one in losses(NONE.clean(made), after, ruled.by_id):
        assert asked_shares(after)[one.rule] >= one.share


def test_large_losses() -> None:
    strips = [f'<p class="strip">{text}</p>' for text in PROSE]
    pages = [sample(f"{count}", *strips[:count]) for count in (2, 12, 10)]
    found = large_losses(rules("css: .strip", PHOTOS), {"mine/promo.one": pages, "mine/promo.two": [sample("a", LINE)]})
    assert [(one.page, one.taken) for one in found["mine/promo.one"]] == [("12", 240), ("10", 200)]
    assert found["mine/promo.two"] == ()


def test_large_losses_are_looked_for_on_a_few_pages_only() -> None:
    read: list[int] = []
    pages = [sample(str(at)) for at in range(PAGES_TRIED + 2)]
    counted = [type(one)(one.id, lambda one=one: (read.append(1), one.read())[1]) for one in pages]  # type: ignore[misc]
    assert large_losses(rules(PHOTOS), {"mine/promo.one": counted}) == {"mine/promo.one": ()}
    assert len(read) == PAGES_TRIED


PROSE_SIGN = "it is a sentence or more of unlinked prose"
DATA_SIGN = "the page's own data has it in the article's body"
VOTE_SIGN = "trafilatura counts it as the article"
BODY = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join([*PROSE, "Boats of the harbour"])})
DATA = html("<p>Visit the fair</p>", "<p>Boats of the harbour</p>").replace(
    "<body>", f'<head><script type="application/ld+json">{BODY}</script></head><body>'
)


@pytest.mark.parametrize(
    ("made", "text", "signs"),
    [
        (page("<p>Visit the fair</p>"), "Visit the fair", []),
        (page(), PROSE[2], [PROSE_SIGN, VOTE_SIGN]),
        (Page(html=DATA), PROSE[2], [PROSE_SIGN, DATA_SIGN, VOTE_SIGN]),
        (Page(html=DATA), "Boats of the harbour", [DATA_SIGN, VOTE_SIGN]),
        (Page(html=DATA), "Visit the fair", []),
        (Page(text="\n\n".join(PROSE)), PROSE[2], [PROSE_SIGN]),
    ],
    ids=["a line", "prose", "prose and the page's data", "a line of the page's data", "another line", "scraped text"],
)
def test_signs_of_the_article(made: Page, text: str, signs: list[str]) -> None:
    block = next(one.block for one in NONE.clean(made).trace if one.block.text == text)
    assert article_signs(made, block, NONE) == signs
