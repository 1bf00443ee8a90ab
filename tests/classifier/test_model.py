"""A model: what weights it gives, and that a cleaner judges by them."""

from typing import get_args

import pytest

from cleaner import Cleaner, Page
from cleaner.classifier.adjustments import bundled_adjustments
from cleaner.classifier.model import Model, bundled_model, make_weights
from cleaner.classifier.model_file import Look, Looks, ModelFile, Road, SiteLook, Table
from cleaner.classifier.predict import BIAS
from cleaner.document.verdict import Evidence
from cleaner.features.lexicon import bundled_lexicon


@pytest.mark.parametrize(("bias", "sure"), [(100.0, 1.0), (-100.0, 0.0)])
def test_no_model_is_too_sure(bias: float, sure: float) -> None:
    signs = Look(bias=(bias, bias), facts=dict.fromkeys(("agreed", "clear", "contiguous", "long"), (bias, bias)))
    looks = Looks(second=Look(bias=(1.0, 1.0)))
    model = Model(ModelFile(html=looks, confidence={"html": signs}), bundled_lexicon(), bundled_adjustments())
    assert Cleaner(model=model).clean(Page(html="<p>The ferry sails again.</p>")).confidence == sure


def test_a_model_that_knows_no_signs_is_half_sure() -> None:
    model = Model(ModelFile(), bundled_lexicon(), bundled_adjustments())
    assert Cleaner(model=model).clean(Page(html="<p>The ferry sails again.</p>")).confidence == 0.5


def test_weights_on_news_pages() -> None:
    look = Look(bias=(1.0, 2.0), facts={"is.core": (0.5, 0.9), "tag.p": (0.3, 0.3)})
    weights = make_weights(Looks(first=look, second=look))
    assert (weights.news.first.bias, weights.other.first.bias) == (2.0, 1.0)
    assert weights.news.first.amounts == {"is.core": 0.9, "tag.p": 0.3}
    assert weights.other.first.amounts == {"is.core": 0.5, "tag.p": 0.3}


def test_a_model_that_does_not_know_markdown_weighs_it_as_other_text() -> None:
    lines, marked = (Looks(first=Look(bias=(amount, amount))) for amount in (1.0, 2.0))
    models = [
        Model(ModelFile(text=lines, **more), bundled_lexicon(), bundled_adjustments())
        for more in ({}, {"markdown": marked})
    ]
    assert [model.markdown.other.first.bias for model in models] == [1.0, 2.0]


@pytest.mark.parametrize(
    ("sites", "road", "bias"),
    [
        ({"text": 1.0}, "markdown", 1.0),
        ({"text": 1.0, "markdown": 2.0}, "markdown", 2.0),
        ({"text": 1.0, "markdown": 2.0}, "text", 1.0),
        ({"text": 1.0}, "html", 0.0),
        ({}, "markdown", 0.0),
    ],
)
def test_what_sites_say_of_markdown(sites: dict[Road, float], road: Road, bias: float) -> None:
    file = ModelFile(sites={name: SiteLook(bias=amount) for name, amount in sites.items()})
    assert Model(file, bundled_lexicon(), bundled_adjustments()).site_look(road).bias == bias


def test_signs_of_markdown_are_those_of_text_where_a_model_knows_no_others() -> None:
    model = Model(ModelFile(confidence={"text": Look(bias=(2.0, 2.0))}), bundled_lexicon(), bundled_adjustments())
    assert [model.confidence[table].bias for table in get_args(Table)] == [0.0, 0.0, 2.0, 2.0]


def test_a_cleaner_judges_by_its_own_model() -> None:
    look = Look(bias=(-3.0, -3.0))
    stern = ModelFile(html=Looks(first=look, second=look), confidence={"html": Look(), "text": Look()})
    model = Model(stern, bundled_lexicon(), bundled_adjustments())
    assert model.digest != Cleaner().model.digest
    page = Page(html="<p>The ferry sails again.</p>")
    before_any_fact = [Cleaner(model=each).clean(page).trace[0].evidence[0] for each in (None, model)]
    assert before_any_fact == [Evidence(BIAS, bundled_model().html.other.second.bias), Evidence(BIAS, -3.0)]
