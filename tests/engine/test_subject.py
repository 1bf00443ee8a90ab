"""Sentences that frames of pages say are an article's own where it writes about them, in any language."""

import pytest

from cleaner.document.block import Block
from cleaner.engine.subject import on_subject
from cleaner.features.lexicon import bundled_lexicon
from cleaner.text.block_text import BlockText

FERRY = "The harbour office said on Monday that the ferry would sail again before the end of the month."
COOKIES = (
    "For ten years people have clicked away the banners in which sites ask them for their consent.",
    "By using this site you accept our cookies: so said nine of ten pages that the institute looked at.",
    "The commission wants the browser to answer for its user, once and for all pages of the net.",
    "Cookies are small files in which a site notes who has been there before, and what they bought.",
)
BANNER = (
    "We and our partners use cookies to store and to read what is on the device that you use.",
    "These cookies help us to measure how often our pages are read, and to make them better for you.",
    "You can accept all cookies, or choose which of them you allow, and change your choice at any time.",
    "Some cookies are needed at all times, since the site would not work as it should without them.",
    "Cookies of others may be used to show you adverts on the sites that you go to after this one.",
)
BRIEF = (
    "Jeden Morgen um sechs verschickt Nora Holm ihren Newsletter an zwölftausend Leser in der ganzen Stadt.",
    "Abonnieren Sie unseren Newsletter, steht auf ihrer Seite, und sehr viele Menschen tun es auch wirklich.",
    "Der Newsletter kostet nichts, und wer mag, zahlt fünf Taler im Monat und bekommt den Samstag dazu.",
)
COMMENTS = (
    "三分之二的报纸关闭了评论区，因为读者在那里互相辱骂，编辑们再也没有时间逐条阅读。",
    "您必须登录才能发表评论：这条规定没有改变任何事情，诺里克大学的研究人员这样写道。",
    "评论区关闭之后，网站安静了下来，但是有些人怀念那些写得好的评论和它们的作者。",
)
TERMS = (
    "Terms of use",
    "These terms and conditions govern your use of the ferry portal of Harbour Lines.",
    "3. Cookies",
    "We use cookies to improve our website, and by going on you accept our use of them.",
    "Harbour Lines accepts no liability for damage that is caused by the use of this site.",
    "These terms are governed by the law of Norrick, before whose courts disputes are brought.",
)


@pytest.mark.parametrize(
    ("lines", "kinds", "at"),
    [
        (COOKIES, {1: "consent"}, [0, 1, 3]),
        (COOKIES, {1: "share"}, []),  # of another kind
        (COOKIES, {1: "consent share"}, [0, 3]),
        (COOKIES, {}, []),
        ((COOKIES[1], *[FERRY] * 4), {0: "consent"}, []),  # a notice above an article
        ((*COOKIES, *[FERRY] * 4), {1: "consent"}, []),  # a wall of them
        (("Accept cookies", COOKIES[0], COOKIES[3]), {0: "consent"}, []),  # a name of something to press
        ((*BANNER, *[FERRY] * 3), {0: "consent", 2: "consent"}, []),  # a banner of many lines above a short article
        ((*[FERRY] * 3, *BANNER), {3: "consent", 5: "consent"}, []),
        ((*[FERRY] * 3, *BANNER[::-1]), {5: "consent", 7: "consent"}, []),
        (BANNER, {0: "consent", 1: "consent", 2: "consent"}, []),  # most of it is taken
        ((*COOKIES, FERRY, *COOKIES[::3], *BANNER[2::-1]), {1: "consent", 7: "consent", 9: "consent"}, [0, 1, 3, 5, 6]),
        (BRIEF, {1: "newsletter"}, [0, 1, 2]),
        (COMMENTS, {1: "comments"}, [0, 1, 2]),
        (TERMS, {3: "consent"}, [0, 1, 2, 3, 4, 5]),
        ((*TERMS[1:4], *[FERRY] * 3), {2: "consent"}, []),
        ((), {}, []),
    ],
)
def test_blocks_on_the_subject(lines: tuple[str, ...], kinds: dict[int, str], at: list[int]) -> None:
    block_texts = [BlockText(Block(number, text, "line")) for number, text in enumerate(lines)]
    taken = {number: set(line.split()) for number, line in kinds.items()}
    assert sorted(set(on_subject(block_texts, taken, bundled_lexicon().forms))) == at


def test_blocks_of_elements_that_rules_take_say_nothing() -> None:
    block_texts = [BlockText(Block(number, text, "line")) for number, text in enumerate((*COOKIES, *BANNER))]
    forms = bundled_lexicon().forms
    assert list(on_subject(block_texts, {1: {"consent"}}, forms, frozenset({0, 3}))) == []
    assert list(on_subject(block_texts, {1: {"consent"}}, forms, frozenset(range(4, 9)))) == [0, 1, 3]
