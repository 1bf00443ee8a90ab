"""`clean`, `clean_text` and `Cleaner` as programs call them."""

import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from cleaner.api import Cleaner, clean, clean_text
from cleaner.article import Article
from cleaner.classifier.model import bundled_model
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.errors import DecodeError, RuleError
from cleaner.rules import RuleSet
from cleaner.rules.schema import Rule
from cleaner.workers.limits import Limits
from tests.workers.hazards import HazardousCleaner

BARE = RuleSet()
SENTENCE = "The council met on Tuesday and agreed to mend the bridge before the winter, said its clerk."
RING = Rule.model_validate(
    {"id": "promo.ring", "kind": "promo", "why": "Made for this test.", "text": {"is": ["Ring us today"]}}
)
MINE = RuleSet((RING.model_copy(update={"pack": "mine"}),))
TEXT = f"{SENTENCE}\n\nRing us today\n\n{SENTENCE} Again."
HTML = f"<html lang=en><title>Bridge</title><p>{SENTENCE}</p><p>Ring us today</p><p>{SENTENCE} Again.</p></html>"


def rules_of(article: Article) -> list[str]:
    return [removal.rule for removal in article.removals if removal.rule]


@pytest.mark.parametrize(
    ("call", "source"), [(clean, HTML), (clean, HTML.encode()), (clean_text, TEXT)], ids=["html", "bytes", "text"]
)
@pytest.mark.parametrize(
    ("policy", "removed"),
    [
        (None, ["mine/promo.ring"]),
        (Policy(), ["mine/promo.ring"]),
        (Policy(keep=frozenset({"promo"})), []),
        (Policy(keep=frozenset({"share"})), ["mine/promo.ring"]),
    ],
    ids=["default", "plain", "kept", "another kept"],
)
def test_rules_and_policy_are_those_given(
    call: Callable[..., Article], source: str | bytes, policy: Policy | None, removed: list[str]
) -> None:
    article = call(source, rules=MINE, policy=policy)
    assert rules_of(article) == removed
    assert SENTENCE in article.text


@pytest.mark.parametrize(
    ("call", "source", "language"),
    [(clean, HTML, "en"), (clean, HTML.replace(" lang=en", ""), "de"), (clean_text, TEXT, "de")],
    ids=["html that says it", "html that does not", "text"],
)
def test_address_and_language_are_those_given(call: Callable[..., Article], source: str, language: str) -> None:
    article = call(source, url="https://a.example/1", language="de", rules=BARE)
    assert (article.url, article.language) == ("https://a.example/1", language)


@pytest.mark.parametrize("call", [clean, clean_text])
@pytest.mark.parametrize("missing", [None, float("nan"), 5], ids=str)
def test_what_is_missing_is_an_empty_article(call: Callable[..., Article], missing: Any) -> None:
    article = call(missing, url="https://a.example/1", language="de", rules=BARE)
    assert (article.text, article.status, article.trace) == ("", "empty", ())
    assert (article.url, article.language) == ("https://a.example/1", "de")


@pytest.mark.parametrize(("call", "source"), [(clean, ""), (clean, "<p></p>"), (clean_text, ""), (clean_text, " \n")])
def test_nothing_in_is_an_empty_article(call: Callable[..., Article], source: str) -> None:
    assert call(source, rules=BARE).status == "empty"


def test_bytes_without_text_raise() -> None:
    with pytest.raises(DecodeError, match="PDF"):
        clean(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 9, rules=BARE)


@pytest.mark.parametrize(("call", "source"), [(clean, HTML), (clean_text, TEXT)], ids=["html", "text"])
def test_rules_that_cannot_be_compiled_raise(call: Callable[..., Article], source: str) -> None:
    bad = Rule.model_validate({"id": "promo.bad", "kind": "promo", "why": "Made for this test.", "css": ["p["]})
    with pytest.raises(RuleError):
        call(source, rules=RuleSet((bad,)))


def test_calls_without_rules_share_one_cleaner_with_the_bundled_ones(bundled: Cleaner) -> None:
    text = f"{SENTENCE}\n\nAdvertisement\n\n{SENTENCE} Again."
    assert clean_text(text) == bundled.clean(Page(text=text))
    assert rules_of(clean_text(text)) == ["generic/ad-marker.label"]
    assert rules_of(clean_text(text, rules=BARE)) == []


def test_a_cleaner_travels_as_its_parts() -> None:
    policy = Policy(keep=frozenset({"promo"}))
    packed = pickle.dumps(Cleaner(MINE, policy))
    found = pickle.loads(packed)
    assert (found.rules, found.policy, found.site_memory) == (MINE, policy, None)
    assert found.model is bundled_model()
    # the model, its words and what is made of rules stay where they are
    assert len(packed) < len(pickle.dumps((MINE, policy))) + 200


def test_a_subclass_travels_as_itself() -> None:
    assert type(pickle.loads(pickle.dumps(HazardousCleaner(BARE)))) is HazardousCleaner


@pytest.mark.parametrize("method", [Cleaner.stream, Cleaner.stream_async])
def test_streams_have_the_limits_of_a_run_unless_told_otherwise(method: Callable[..., Any]) -> None:
    told = inspect.signature(method).parameters
    assert Limits(told["timeout"].default, told["memory"].default) == Limits()


@pytest.mark.parametrize("limits", [{"timeout": 0}, {"memory": -1}], ids=str)
def test_limits_are_more_than_nothing(limits: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a limit must be more than 0"):
        Cleaner(BARE).stream([], **limits)
    with pytest.raises(ValueError, match="a limit must be more than 0"):
        Cleaner(BARE).stream_async([], **limits)
