"""Two looks at every block: facts become balances, and each balance is the sum of its evidence."""

import pytest

from cleaner.classifier.model import LookWeights, TwoLooks, Weights
from cleaner.classifier.predict import BIAS, Facts, gather_facts, second_facts, weigh
from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Evidence
from cleaner.features.lexicon import Lexicon
from cleaner.features.outline import Outline
from cleaner.features.second_look import relate
from cleaner.features.surroundings import PageSignals
from cleaner.text.block_text import BlockText


def look(bias: float = 0.0, **amounts: float) -> LookWeights:
    facts = {name.replace("_", "."): amount for name, amount in amounts.items()}
    return LookWeights(bias, {name: Evidence(name, amount) for name, amount in facts.items()}, facts)


def weights(first: LookWeights, second: LookWeights, news: TwoLooks | None = None) -> Weights:
    other = TwoLooks(first, second)
    return Weights(news or other, other)


def page(*known: str, is_news: bool = False) -> Facts:
    """Return a page of one block for each text of facts."""
    blocks = [
        BlockText(Block(at, "Boat", "p", (Ancestor(10 + at, "div"), Ancestor(50 + at, "p"))))
        for at in range(len(known))
    ]
    return Facts(relate(Outline(blocks)), [tuple(facts.split()) for facts in known], is_news)


@pytest.mark.parametrize(
    ("known", "second", "balance", "sources"),
    [
        ("", look(), 0.0, [BIAS]),
        ("", look(-0.3), -0.3, [BIAS]),
        ("is.core", look(-0.3), -0.3, [BIAS]),
        ("is.core", look(-0.3, is_core=1.0), 0.7, [BIAS, "is.core"]),
        ("is.core tag.p", look(0.1, is_core=0.2, tag_p=-0.3), 0.0, [BIAS, "is.core", "tag.p"]),
        ("tag.p is.core", look(0.1, is_core=0.2, tag_li=9.0), 0.3, [BIAS, "is.core"]),
    ],
)
def test_the_balance_is_the_sum_of_what_is_weighed(
    known: str, second: LookWeights, balance: float, sources: list[str]
) -> None:
    (found,) = weigh(page(known), weights(look(), second))
    assert found.balance == balance
    assert [one.source for one in found.evidence] == sources
    assert found.evidence[0] == Evidence(BIAS, second.bias)


@pytest.mark.parametrize(
    ("first", "level"),
    [
        (look(), "even"),
        (look(-4.0), "far-below"),
        (look(-4.0, is_core=5.0), "just-above"),
        (look(1.0, is_core=3.0), "far-above"),
        (look(2.0), "above"),
    ],
)
def test_the_second_look_weighs_what_the_first_found(first: LookWeights, level: str) -> None:
    fact = f"second.first-look.{level}"
    second = LookWeights(0.0, {fact: Evidence(fact, 0.25)}, {fact: 0.25})
    (found,) = weigh(page("is.core"), weights(first, second))
    assert found.evidence == (Evidence(BIAS, 0.0), Evidence(fact, 0.25))
    assert found.balance == 0.25


def test_the_first_look_counts_by_the_second_alone() -> None:
    (found,) = weigh(page("is.core"), weights(look(9.0, is_core=9.0), look(-1.0)))
    assert found.balance == -1.0


@pytest.mark.parametrize(("is_news", "balance"), [(True, 2.0), (False, -2.0)])
def test_pages_that_call_themselves_news_are_weighed_as_such(is_news: bool, balance: float) -> None:
    news = TwoLooks(look(), look(2.0))
    (found,) = weigh(page("", is_news=is_news), weights(look(), look(-2.0), news))
    assert found.balance == balance


def test_second_facts_come_after_the_first_and_tell_of_neighbours() -> None:
    one, other = second_facts(page("is.core tag.p", "tag.li"), [2.0, -4.0])
    assert one[:2] == ("is.core", "tag.p")
    assert other[0] == "tag.li"
    assert {"second.next.far-below", "second.previous.none", "second.run.first"} < set(one)
    assert {"second.previous.above", "second.next.none", "second.run.after"} < set(other)
    assert all(fact.startswith("second.") for fact in (*one[2:], *other[1:]))


@pytest.mark.parametrize("is_news", [True, False])
def test_facts_are_gathered_once_each_with_the_words_of_the_lexicon(is_news: bool) -> None:
    blocks = [
        BlockText(Block(0, "Photo", "p", (Ancestor(1, "div", "box"), Ancestor(2, "p")))),
        BlockText(Block(1, "Boat", "p", (Ancestor(3, "p"),))),
    ]
    lexicon = Lexicon({"box": ("related",)}, {"photo": ("credit",)})
    facts = gather_facts(blocks, PageSignals(is_news=is_news), lexicon)
    assert facts.is_news is is_news
    assert len(facts.by_block) == 2
    assert {"says.credit", "named.related", "tag.p"} <= set(facts.by_block[0])
    assert not {"says.credit", "named.related"} & set(facts.by_block[1])
    assert all(len(known) == len(set(known)) for known in facts.by_block)


def test_a_page_without_blocks() -> None:
    facts = gather_facts([], PageSignals(), Lexicon({}, {}))
    assert weigh(facts, weights(look(), look())) == []
