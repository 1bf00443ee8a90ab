"""A model: its file, what it may hold, and what weights it gives; the lexicon and the adjustments beside it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner import Cleaner, Page, RuleError
from cleaner.classifier.adjustments import FILE as ADJUSTMENTS
from cleaner.classifier.adjustments import bundled_adjustments, read_adjustments
from cleaner.classifier.model import Model, bundled_model, make_weights
from cleaner.classifier.model_file import Look, Looks, ModelFile, read_model_file
from cleaner.classifier.predict import BIAS
from cleaner.document.verdict import Evidence
from cleaner.features.lexicon import FILE as LEXICON
from cleaner.features.lexicon import bundled_lexicon, read_lexicon
from cleaner.rules.bundled import bundled_folder


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"format": 1, "html": {"first": {"bias": [0.123, 0]}}}', r"html.first.bias.0: .*whole hundredths.* 0.12"),
        ('{"format": 1, "html": {"first": {"facts": {"is.core": [1, -1.1499]}}}}', r"is.core.1: .*whole hundredths"),
        ('{"format": 1, "html": {"first": {"facts": {"is.core": 1}}}}', "html.first.facts.is.core"),
        ('{"format": 2}', "format"),
        ('{"format": 1, "names": {}}', "names"),
        ("how far?", "JSON"),
        ('{"format": 1, "html": {"first": {"bias": [1e999, 0]}}}', "html.first.bias.0"),
        ('{"format": 1, "html": {"first": {"bias": [0, -101]}}}', "html.first.bias.1"),
        ("[" * 100_000, "JSON"),
        ("{\x00", "JSON"),
    ],
)
def test_what_no_model_file_holds(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(text)
    with pytest.raises(RuleError, match=rf"model.json.*{told}"):
        read_model_file(tmp_path / "model.json")


@pytest.mark.parametrize(("make", "told"), [(os.mkfifo, "a pipe"), (Path.mkdir, "a folder"), (str, "no such file")])
def test_what_is_no_file(make: Callable[[Path], object], told: str, tmp_path: Path) -> None:
    make(tmp_path / "model.json")
    with pytest.raises(RuleError, match=told):
        read_model_file(tmp_path / "model.json")


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


@pytest.mark.parametrize(
    ("name", "read", "wrong", "told"),
    [
        (LEXICON, read_lexicon, ("\nsays:", "\nsaid:"), "missing key 'says'"),
        (LEXICON, read_lexicon, ("  button: [", "  button: 1 # ["), "button: expected a list"),
        (ADJUSTMENTS, read_adjustments, ("amount: 3.0", "amount: 3.001"), "whole hundredths"),
        (ADJUSTMENTS, read_adjustments, ("subheading:", "subheadin:"), "did you mean 'subheading'"),
        (ADJUSTMENTS, read_adjustments, ("    amount: 3.0\n", ""), "amount"),
    ],
)
def test_files_kept_by_hand(name: str, read: object, wrong: tuple[str, str], told: str, tmp_path: Path) -> None:
    text = (bundled_folder() / name).read_text("utf-8")
    (tmp_path / name).write_text(text.replace(*wrong, 1), "utf-8")
    with pytest.raises(RuleError) as error:
        read(tmp_path / name)  # type: ignore[operator]
    assert told in str(error.value)
