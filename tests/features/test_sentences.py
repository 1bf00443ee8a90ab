"""What each fact means, in a sentence."""

import pytest

from cleaner.classifier.model import bundled_model
from cleaner.classifier.model_file import Road
from cleaner.features.sentences import sentence


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("role.caption", "In the article this would be a caption."),
        ("words.6-10", "It has 6-10 words."),
        ("links.all", "Share of its text inside links: nearly all."),
        ("links.at-start", "A link stands at its start."),
        ("says.own-name", "It names the site it stands on."),
        ("says.credit", "It uses words of this sort: credit."),
        ("named.custom-element", "A custom element is close around it."),
        ("named.related", "Classes or ids close around it speak of: related."),
        ("parent.prose.most", "Share of the page's core prose in its parent element: up to 80 %."),
        ("leads.2-3", "Links that most of its text stands in: 2-3."),
        ("cites.away", "It links in passing to another site."),
        ("leads.to-sport", "It leads to a path that speaks of: sport."),
        ("vote.yes", "trafilatura counts it as the article."),
        ("vote.around.3", "Of the four blocks around it, trafilatura counts 3 as the article."),
        ("previous.none", "There is no previous block."),
        ("next.role.h", "The next block is a heading."),
        ("second.first-look.far-below", "The first look found it clearly boilerplate."),
        ("second.previous-but-one.none", "The first look found no block before the previous one."),
        ("second.next.none", "The first look found no next block."),
        ("second.around.none", "The first look found no block around it."),
        ("second.alike.none", "The first look found no other block that looks like it."),
        ("second.siblings.none", "The first look found no other block in the same element."),
        ("second.section.none", "The first look found no heading before it."),
        ("second.kept-before.0", "Of the six blocks before it, the first look keeps none."),
        ("headline.since.never", "It is the headline."),
        ("headline.since.1", "The headline stands right before it."),
        ("headline.since.2", "The headline is 2 blocks before it."),
        ("prose.before.never", "No core prose stands before it."),
        ("prose.after.never", "No core prose stands after it."),
        ("prose.after.1", "Core prose stands right after it."),
        ("section.since.1", "A heading stands right before it."),
        ("main.depth.1", "It stands one element deep in the element that holds most of the prose."),
        ("core-around.0", "Of the six blocks around it, none are core prose."),
        ("core-around.1", "Of the six blocks around it, one is core prose."),
        ("vote.around.0", "Of the four blocks around it, trafilatura counts none as the article."),
        ("twin.above.longer", "A line just above says the same and more."),
        ("rule.far-above.share", "Farther above a rule sees boilerplate of this kind: share."),
        (
            "is.core & vote.yes",
            "It is core prose: a finished sentence or more, hardly linked. And: trafilatura counts it as the article.",
        ),
    ],
)
def test_sentence(fact: str, said: str) -> None:
    assert sentence(fact) == said


@pytest.mark.parametrize("fact", ["", "ferry", "is.ferry", "links", "role.", "vote.maybe", "is.core & ferry"])
def test_a_fact_of_which_nobody_wrote_a_sentence(fact: str) -> None:
    with pytest.raises(KeyError, match="nobody wrote a sentence"):
        sentence(fact)


@pytest.mark.parametrize("road", ["html", "text"])
def test_every_fact_that_is_weighed_has_a_sentence(road: Road) -> None:
    weights = getattr(bundled_model(), road)
    facts = {fact for look in (*weights.news, *weights.other) for fact in look.facts}
    assert facts
    assert all(sentence(fact).endswith(".") for fact in facts)
