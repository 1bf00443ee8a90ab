"""Scraped text as a whole: short, clean, formal, or a whole page though rules lack its words."""

import pytest

from cleaner.classifier.model import bundled_model
from cleaner.classifier.scraped_text import KEPT, weigh_text
from cleaner.classifier.whole_page import HEAD_LINES, PAGE_LINES, SHORT_PAGE_LINES
from cleaner.document.block import Block
from cleaner.features.surroundings import PageSignals
from cleaner.text.block_text import BlockText

SENTENCE = "The harbour office said on Monday that the ferry sails again before the end of the month."
MENU = [
    *("Sarud | Pella | Vesto nar | Kera", "04.01.2012 14:01", "Turi Vek", "pella.example", "(16)", "Sarud » Kera"),
    *(f"{hour}:{hour + 20} {name}" for hour, name in enumerate(["Ostra", "Nol Bil", "Hanno", "Mip", "Vek", "Nar"], 12)),
    *("Kera | Nol | Mip", "+4 °C", "Hanno (3)", "© 2012 Pella"),
]
RATES = [f"(USD) {29 + n}.{n}{n} | {n}.04.2012 1{n % 3}:0{n % 6}" for n in range(14)]
SHOPPING = [
    f"{count} {thing}" for count, thing in enumerate("eggs apples nails oars ropes lamps bells coats".split(), 2)
]


@pytest.mark.parametrize(
    ("pointed", "prose", "text", "speaks"),
    [
        ([(1, "rights")], 2, "Tickets cost the same.", True),
        ([(1, "rights")], 2, "Tickets cost the same", False),
        ([(1, "rights")], 2, "Copyright is with the harbour office.", False),
        ([(1, "rights")], 4, "Tickets cost the same.", False),
        ([(1, "rights"), (3, "share")], 2, "Tickets cost the same.", False),
        ([(1, "share")], 2, "Tickets cost the same.", False),
        ([(3, "rights")], 2, "Tickets cost the same.", False),
    ],
)
def test_sentences_below_the_one_notice(pointed: list[tuple[int, str]], prose: int, text: str, speaks: bool) -> None:
    numbered = {0: SENTENCE, 2: text, **{4 + more: SENTENCE for more in range(prose - 1)}}
    block_texts = [BlockText(Block(number, line, "line")) for number, line in numbered.items()]
    model = bundled_model()
    weighed = weigh_text(block_texts, PageSignals(pointed=pointed), model, taken=len(pointed))
    assert (model.adjustments.behind_notice.evidence in weighed[1].evidence) is speaks


@pytest.mark.parametrize(
    ("prose", "formal", "expected"), [(5, True, "formal_line"), (3, True, "short"), (3, False, ""), (5, False, "")]
)
def test_formal_lines_speak_for_themselves_and_for_a_short_text(prose: int, formal: bool, expected: str) -> None:
    texts = ["Yours sincerely", "Eva Strand", *[SENTENCE] * prose]
    block_texts = [BlockText(Block(number, text, "line")) for number, text in enumerate(texts)]
    model = bundled_model()
    weighed = weigh_text(block_texts, PageSignals(formal=frozenset({0, 1} if formal else ())), model, taken=9)
    told = {model.adjustments.formal_line.evidence: "formal_line", KEPT.evidence[0]: "short"}
    assert [told[one] for _, why in weighed[:1] for one in why if one in told] == [expected][: bool(expected)]


@pytest.mark.parametrize(
    ("gone", "is_markdown", "doubted"), [(0, False, False), (3, False, False), (20, False, True), (20, True, False)]
)
def test_prose_of_a_text_of_which_most_goes_has_less_benefit(gone: int, is_markdown: bool, doubted: bool) -> None:
    model = bundled_model()
    texts = [f"{SENTENCE} It was the {number}th time, and the mayor thanked the crew." for number in range(4)]
    block_texts = [BlockText(Block(gone + number, text, "line")) for number, text in enumerate(texts)]
    weighed = weigh_text(block_texts, PageSignals(), model, taken=20, is_markdown=is_markdown)
    assert [model.adjustments.scraped_page.evidence in why for _, why in weighed] == [doubted] * 4


@pytest.mark.parametrize(
    ("taken", "left", "line", "prose"),
    [
        (0, 6, "clean_text", "clean_text"),
        (3, 297, "clean_text", "clean_text"),
        (3, 147, "line_of_clean_text", ""),
        (3, 97, "line_of_clean_text", ""),
        (3, 72, "", ""),
        (1, 6, "clean_text", "clean_text"),
        (2, 6, "clean_text", "clean_text"),
        (3, 6, "", ""),
    ],
)
def test_lines_of_a_text_of_which_rules_take_next_to_nothing(taken: int, left: int, line: str, prose: str) -> None:
    model = bundled_model()
    texts = ["Crackers", *[SENTENCE] * (left - 2), "Soap"]
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate(texts)]
    weighed = weigh_text(block_texts, PageSignals(), model, taken=taken)
    named = {getattr(model.adjustments, name).evidence: name for name in ("clean_text", "line_of_clean_text")}
    told = [next((named[one] for one in evidence if one in named), "") for _, evidence in weighed]
    assert told == [line, *[prose] * (left - 2), line]


@pytest.mark.parametrize(
    ("above", "below", "prose", "taken", "is_page"),
    [
        (MENU, MENU[:2], 4, 0, True),
        ([*MENU, *RATES], MENU[:2], 4, 1, True),
        (RATES, RATES[:2], 3, 0, True),
        (RATES[: SHORT_PAGE_LINES - 2], RATES[:2], 3, 0, False),
        (MENU[: PAGE_LINES - 2], MENU[-1:], 4, 0, False),
        (MENU[: HEAD_LINES - 1], MENU[HEAD_LINES:], 4, 0, False),
        (MENU, [], 4, 0, False),
        (SHOPPING, SHOPPING[:2], 4, 0, False),
        ([f"| {one} |" for one in MENU], MENU[:2], 4, 0, False),
        ([MENU[0]] * len(MENU), MENU[:1], 4, 0, False),
    ],
    ids=[
        *("menu", "hardly touched", "little prose", "short", "few lines", "little above", "nothing below", "a list"),
        *("rows", "one line again and again"),
    ],
)
def test_a_page_whose_words_rules_lack(
    above: list[str], below: list[str], prose: int, taken: int, is_page: bool
) -> None:
    sentences = [f"{SENTENCE} It was the {number}th time, and the mayor thanked the crew." for number in range(prose)]
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate([*above, *sentences, *below])]
    model = bundled_model()
    weighed = weigh_text(block_texts, PageSignals(), model, taken=taken)
    clean = {KEPT.evidence[0], model.adjustments.clean_text.evidence, model.adjustments.line_of_clean_text.evidence}
    of_menu, of_prose = weighed[: len(above)], weighed[len(above) : len(above) + prose]
    assert [clean.isdisjoint(why) for _, why in of_menu] == [is_page] * len(above)
    assert not is_page or sum(one.balance > 0 for one in of_menu) < len(above) / 2
    assert all(one.balance > 0 for one in of_prose)
