"""The benefit of the doubt: headings between paragraphs have it, lists below pointers to other stories do not."""

import pytest

from cleaner.classifier.adjust import weigh_elements
from cleaner.classifier.model import bundled_model
from cleaner.classifier.predict import Prediction, gather_facts
from cleaner.document.block import Ancestor, Block
from cleaner.features.surroundings import PageSignals
from cleaner.text.block_text import BlockText

SENTENCE = "The harbour office said on Monday that the ferry sails again before the end of the month."


def weighed_by_the_model(block_texts: list[BlockText], signals: PageSignals) -> list[Prediction]:
    model = bundled_model()
    facts = gather_facts(block_texts, signals, model.lexicon)
    return weigh_elements(block_texts, facts, signals, model.html, model.adjustments)


@pytest.mark.parametrize(
    ("tag", "text", "stays"),
    [("h3", "On the islands", True), ("dt", "When does she sail?", True), ("p", "By the harbour desk", False)],
)
def test_headings_and_questions_between_paragraphs_have_the_benefit(tag: str, text: str, stays: bool) -> None:
    lines = [("p", SENTENCE), (tag, text), ("p", f"{SENTENCE} {SENTENCE}")]
    story = (Ancestor(1, "article"),)
    blocks = [Block(number, line, name, ancestors=story) for number, (name, line) in enumerate(lines)]
    weighed = weighed_by_the_model([BlockText(block) for block in blocks], PageSignals(shares=(1.0, 1.0, 1.0)))
    assert (bundled_model().adjustments.subheading.evidence in weighed[1].evidence) is stays


def test_lists_below_pointers_to_other_stories() -> None:
    texts = [
        SENTENCE,
        "Related",
        "Baker wins cup",
        "Choir looks for basses",
        f"{SENTENCE} {SENTENCE}",
        "On the islands",
    ]
    blocks = [Block(number, text, "p", ancestors=(Ancestor(1, "body"),)) for number, text in enumerate(texts)]
    block_texts = [BlockText(block) for block in blocks if block.text != "Related"]
    weighed = weighed_by_the_model(block_texts, PageSignals(pointed=[(1, "related")]))
    pointer = bundled_model().adjustments.below_pointer.evidence
    listed = [one.block.text for one, (_, why) in zip(block_texts, weighed, strict=True) if pointer in why]
    assert listed == ["Baker wins cup", "Choir looks for basses"]


@pytest.mark.parametrize(
    ("tag", "linked", "speaks"), [("li", True, True), ("li", False, False), ("p", True, False)], ids=str
)
def test_items_of_a_list_below_a_pointer_that_are_links(tag: str, linked: bool, speaks: bool) -> None:
    item = "Baker wins cup"
    body = (Ancestor(1, "body"),)
    blocks = [Block(0, SENTENCE, "p", ancestors=body), Block(2, item, tag, linked=linked * len(item), ancestors=body)]
    weighed = weighed_by_the_model([BlockText(block) for block in blocks], PageSignals(pointed=[(1, "related")]))
    assert (bundled_model().adjustments.link_below_pointer.evidence in weighed[1].evidence) is speaks


@pytest.mark.parametrize(
    ("tag", "around", "spared"),
    [("p", "p", False), ("div", "b", True), ("h3", "p", True), ("li", "ul", True), ("td", "tr", True)],
    ids=str,
)
def test_lines_of_an_article_of_prose_have_no_benefit(tag: str, around: str, spared: bool) -> None:
    body, own = (Ancestor(1, "body"),), (Ancestor(1, "body"), Ancestor(2, around))
    prose = [Block(number, f"{SENTENCE} {SENTENCE}", "p", ancestors=body) for number in range(4)]
    blocks = [*prose, Block(4, "By the harbour desk", tag, ancestors=own)]
    weighed = weighed_by_the_model([BlockText(block) for block in blocks], PageSignals())
    doubt = bundled_model().adjustments.line_of_prose_article.evidence
    assert [doubt in why for _, why in weighed] == [False] * 4 + [not spared]
