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
    "Cookies are small files in which a site notes who has been there before, and what they bought.",
    "The commission wants the browser to answer for its user, once and for all pages of the net.",
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
        (COOKIES, {1: "consent"}, [0, 1, 2]),
        (COOKIES, {1: "share"}, []),  # of another kind
        (COOKIES, {1: "consent share"}, [0, 2]),
        (COOKIES, {}, []),
        ((COOKIES[1], *[FERRY] * 4), {0: "consent"}, []),  # a notice above an article
        ((*COOKIES, *[FERRY] * 4), {1: "consent"}, []),  # a wall of them
        (("Accept cookies", *COOKIES[::2]), {0: "consent"}, []),  # a name of something to press
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
