"""A model: what weights it gives, and that a cleaner judges by them."""

import pytest

from cleaner import Cleaner, Page
from cleaner.classifier.adjustments import bundled_adjustments
from cleaner.classifier.model import Model, bundled_model, make_weights
from cleaner.classifier.model_file import Look, Looks, ModelFile
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


def test_a_cleaner_judges_by_its_own_model() -> None:
    look = Look(bias=(-3.0, -3.0))
    stern = ModelFile(html=Looks(first=look, second=look), confidence={"html": Look(), "text": Look()})
    model = Model(stern, bundled_lexicon(), bundled_adjustments())
    assert model.digest != Cleaner().model.digest
    page = Page(html="<p>The ferry sails again.</p>")
    before_any_fact = [Cleaner(model=each).clean(page).trace[0].evidence[0] for each in (None, model)]
    assert before_any_fact == [Evidence(BIAS, bundled_model().html.other.second.bias), Evidence(BIAS, -3.0)]
