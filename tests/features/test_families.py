"""Every fact belongs to a family, so that a verdict can be told in a line."""

import pytest

from cleaner.classifier.model import bundled_model
from cleaner.document.verdict import Evidence
from cleaner.features.families import BIAS, BY_HAND, FAMILIES, RULES, family_of, is_from_site, sum_up
from cleaner.features.sentences import sentence


@pytest.mark.parametrize("road", ["html", "text"])
def test_every_fact_that_weighs_something_has_a_family_and_a_sentence(road: str) -> None:
    weights = getattr(bundled_model(), road)
    facts = {fact for looks in weights for look in looks for fact in look.amounts}
    assert {family_of(fact) for fact in facts} <= FAMILIES.keys()
    assert all(sentence(fact) for fact in facts)


@pytest.mark.parametrize(
    ("source", "family"),
    [
        ("links.all", "links"),
        ("second.previous.below", "first look"),
        ("generic/ui.button", RULES),
        ("a standfirst is a part of the news", BY_HAND),
        (BIAS, BIAS),
    ],
)
def test_family(source: str, family: str) -> None:
    assert family_of(source) == family


def test_families_are_summed_up_the_weightiest_first() -> None:
    evidence = [Evidence("says.credit", -0.4), Evidence("links.all", 0.3), Evidence("words.81+", -0.5)]
    assert sum_up(evidence) == [("words", -0.9), ("links", 0.3)]


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("links.none", "Share of its text inside links: none of it."),
        ("second.next.none", "The first look found no next block."),
        ("alike.links.all", "Share of linked text in blocks that look like it: nearly all."),
    ],
)
def test_sentences(fact: str, said: str) -> None:
    assert sentence(fact) == said


@pytest.mark.parametrize(("source", "expected"), [("site: it repeats", True), ("words.2", False), ("a/site: x", False)])
def test_is_from_site(source: str, expected: bool) -> None:
    assert is_from_site(Evidence(source, 1.0)) is expected
