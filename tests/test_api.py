"""`clean`, `clean_text` and `Cleaner` as programs call them."""

import inspect
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cleaner.api import Cleaner, clean, clean_text, remember
from cleaner.article import Article
from cleaner.classifier.model import bundled_model
from cleaner.classifier.model_file import ModelFile
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.errors import DecodeError, LimitError, RuleError
from cleaner.rules import RuleSet, bundled_rules, gather_rules, load_rules
from cleaner.rules.annotations import checked
from cleaner.rules.schema import Rule
from cleaner.sites import SiteMemory, add_pages
from cleaner.workers.limits import Limits
from tests.rules.pack_of_one import PACK
from tests.workers.hazards import HazardousCleaner

BARE = RuleSet()
SENTENCE = "The council met on Tuesday and agreed to mend the bridge before the winter, said its clerk."
RING = checked(
    Rule, {"id": "promo.ring", "kind": "promo", "why": "Made for this test.", "text": {"is": ["Ring us today"]}}
)
MINE = RuleSet((replace(RING, pack="mine"),))
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


@pytest.mark.parametrize("call", [clean, clean_text, Cleaner(BARE).clean], ids=["clean", "clean_text", "Cleaner"])
@pytest.mark.parametrize(
    "given", [Path("a.html"), bytearray(b"<p>"), [HTML], None, float("nan"), 5], ids=lambda given: type(given).__name__
)
def test_what_is_no_page_is_told(call: Callable[..., Article], given: Any) -> None:
    with pytest.raises(TypeError, match=r"^clean(_text)? takes (HTML or )?text, as str"):
        call(given)


def _made(text: str, *, rules: RuleSet, **given: Any) -> Article:
    return Cleaner(rules, **given).clean(text)


@pytest.mark.parametrize("call", [clean, clean_text, _made])
@pytest.mark.parametrize(
    ("given", "removed"),
    [
        ({}, ["mine/promo.ring"]),
        ({"keep": "promo"}, []),
        ({"keep": ["share", "promo"]}, []),
        ({"keep": ["share"]}, ["mine/promo.ring"]),
        ({"drop": "correction"}, ["mine/promo.ring"]),
    ],
    ids=str,
)
def test_kinds_are_kept_as_named(call: Callable[..., Article], given: dict[str, Any], removed: list[str]) -> None:
    assert rules_of(call(TEXT, rules=MINE, **given)) == removed


@pytest.mark.parametrize("call", [clean, _made])
@pytest.mark.parametrize(
    ("given", "removed"),
    [
        ({"policy": "news"}, ["mine/promo.ring"]),
        ({"policy": "everything"}, ["mine/promo.ring"]),
        ({"policy": "strict", "keep": "promo"}, []),
    ],
    ids=str,
)
def test_a_policy_by_name_is_changed_by_kinds(
    call: Callable[..., Article], given: dict[str, Any], removed: list[str]
) -> None:
    assert rules_of(call(TEXT, rules=MINE, **given)) == removed


@pytest.mark.parametrize("call", [clean, clean_text, _made])
def test_a_policy_that_there_is_not(call: Callable[..., Article]) -> None:
    with pytest.raises(ValueError, match="no such policy: strickt; did you mean 'strict'"):
        call(TEXT, rules=BARE, policy="strickt")


@pytest.mark.parametrize("call", [clean, _made])
def test_a_policy_stands_alone(call: Callable[..., Article]) -> None:
    with pytest.raises(TypeError, match="give either that, or keep and drop"):
        call(TEXT, rules=BARE, policy=Policy(), keep="promo")


def test_an_argument_that_there_is_not_is_told_of_a_cleaner() -> None:
    with pytest.raises(TypeError, match=r"Cleaner\.__init__\(\) got an unexpected keyword argument 'kep'"):
        Cleaner(BARE, kep="promo")  # type: ignore[call-arg]


@pytest.mark.parametrize("call", [clean, Cleaner(BARE).clean], ids=["clean", "Cleaner"])
@pytest.mark.parametrize("given", [TEXT, TEXT.encode(), Page(text=TEXT)], ids=["str", "bytes", "page"])
def test_plain_text_keeps_its_paragraphs(call: Callable[..., Article], given: Any) -> None:
    assert call(given).text.split("\n\n")[-1] == f"{SENTENCE} Again."


@pytest.mark.parametrize("given", [HTML, HTML.encode(), Page(html=HTML)], ids=["str", "bytes", "page"])
def test_a_cleaner_takes_html_as_it_is(given: Any) -> None:
    assert Cleaner(MINE).clean(given) == clean(HTML, rules=MINE)


def test_html_cleaned_again_has_the_lines_of_headings() -> None:
    article = clean(f"<h1>Bridge</h1><p>{SENTENCE}</p><h2>Mend<br>it now</h2><p>{SENTENCE} Again.</p>", rules=BARE)
    assert "\n\nMend\nit now\n\n" in article.text
    assert clean(article.html(), rules=BARE).text == article.text


def test_only_articles_are_remembered(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="remember takes articles, as clean returns them; found one of type Page"):
        remember(tmp_path / "sites.sqlite", [Page(text=TEXT)])  # type: ignore[list-item]


@pytest.mark.parametrize("name", ["rules", "policy", "model", "site_memory"])
def test_a_cleaner_does_not_change(name: str) -> None:
    cleaner = Cleaner(BARE)
    with pytest.raises(AttributeError):
        setattr(cleaner, name, None)
    with pytest.raises(AttributeError):
        delattr(cleaner, name)
    with pytest.raises(TypeError):
        cleaner.rules.platforms["x"] = ()  # type: ignore[index]


def test_own_rules_beside_the_bundled_ones(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(PACK.replace("    text:", "    where: {platform: [wordpress]}\n    text:"), "utf-8")
    rules = load_rules(path, bundled=True)
    assert {*rules.by_id} == {*bundled_rules().by_id, "mine/promo.harbour"}
    assert rules == gather_rules(path, own_folders=False)


@pytest.mark.parametrize("call", [clean, clean_text])
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"rules": "x.yaml"}, r"^rules takes a RuleSet; .*: rules=load_rules\('x\.yaml', bundled=True\)$"),
        ({"rules": Path("x.yaml")}, r"^rules takes a RuleSet; .*: rules=load_rules\('x\.yaml', bundled=True\)$"),
        ({"policy": {}}, "^policy takes a Policy; this is of type dict"),
        ({"policy": {"keep": ["ui"]}}, "^policy takes a Policy; this is of type dict"),
        ({"keep": [1]}, "^keep takes kinds, as str: .*; found 1, of type int$"),
        ({"drop": 0}, "^drop takes kinds, as str: .*; found 0, of type int$"),
        ({"url": 1}, "^url takes text, as str; this is 1, of type int$"),
        ({"url": b"x"}, r"^url takes text, as str; this is b'x', of type bytes: url=url\.decode\(\)$"),
        ({"language": 1}, "^language takes text, as str; this is 1, of type int$"),
    ],
    ids=["rules by name", "rules by path", "no policy", "kinds", "no kind", "0", "url", "url in bytes", "language"],
)
def test_what_is_of_a_wrong_type_is_told(call: Callable[..., Article], given: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        call(TEXT, **given)


@pytest.mark.parametrize("name", ["rules", "policy", "model", "site_memory"])
@pytest.mark.parametrize("given", [b"x.yaml", {}, 0], ids=["bytes", "dict", "int"])
def test_a_cleaner_refuses_parts_of_a_wrong_type(name: str, given: Any) -> None:
    with pytest.raises(TypeError, match=f"^{name} takes a "):
        Cleaner(**{"rules": BARE, name: given})


@pytest.mark.parametrize("name", ["rules", "model", "site_memory"])
def test_a_cleaner_takes_no_name_of_a_file(name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} takes a "):
        Cleaner(**{"rules": BARE, name: "x.yaml"})  # type: ignore[arg-type]


def test_with_site_memory_takes_a_memory() -> None:
    with pytest.raises(TypeError, match=r"site_memory=SiteMemory\('sites\.sqlite'\)$"):
        Cleaner(BARE).with_site_memory("sites.sqlite")  # type: ignore[arg-type]


def test_with_model_judges_by_another_model() -> None:
    other = replace(bundled_model(), file=ModelFile())
    first, second = Cleaner(BARE), Cleaner(BARE).with_model(other, "when-unsure")
    assert (second.model, second.trafilatura, second.rules) == (other, "when-unsure", first.rules)
    assert second.clean(HTML).confidence != first.clean(HTML).confidence
    assert second.clean(HTML) == Cleaner(BARE, model=other, trafilatura="when-unsure").clean(HTML)
    with pytest.raises(TypeError, match=r"^model takes a "):
        first.with_model("model.json")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'never' is none of always, when-unsure"):
        first.with_model(other, "never")  # type: ignore[arg-type]


class Counting(Cleaner):
    """Holds something of its own."""

    def __init__(self, rules: RuleSet) -> None:
        self.before = 1
        super().__init__(rules)
        self.after = 2


def test_only_a_class_of_its_own_holds_more(tmp_path: Path) -> None:
    with pytest.raises(AttributeError, match=r"^a cleaner does not change, and has no foo$"):
        Cleaner(BARE).foo = 1  # type: ignore[attr-defined]
    add_pages(tmp_path / "sites.sqlite", [])
    own = Counting(BARE).with_site_memory(SiteMemory(tmp_path / "sites.sqlite"))
    assert (type(own), own.before, own.after) == (Counting, 1, 2)
    with pytest.raises(AttributeError, match=r"^a cleaner does not change; make another one with the after"):
        own.after = 3


@pytest.mark.parametrize(("call", "source"), [(clean, ""), (clean, "<p></p>"), (clean_text, ""), (clean_text, " \n")])
def test_nothing_in_is_an_empty_article(call: Callable[..., Article], source: str) -> None:
    assert call(source, rules=BARE).status == "empty"


def test_bytes_without_text_raise() -> None:
    with pytest.raises(DecodeError, match="PDF"):
        clean(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 9, rules=BARE)


@pytest.mark.parametrize(("call", "source"), [(clean, HTML), (clean_text, TEXT)], ids=["html", "text"])
def test_rules_that_cannot_be_compiled_raise(call: Callable[..., Article], source: str) -> None:
    bad = checked(Rule, {"id": "promo.bad", "kind": "promo", "why": "Made for this test.", "css": ["p["]})
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


@pytest.mark.parametrize("method", [Cleaner.stream, Cleaner.stream_async])
@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"timeout": 0}, "a limit must be more than 0"),
        ({"memory": -1}, "a limit must be more than 0"),
        (
            {"timeout": "5"},
            r"^timeout must be a number of seconds, as 20\.0; found timeout='5', of type str; None lifts",
        ),
        ({"workers": "2"}, r"^workers must be a whole number from 1; found '2'"),
    ],
    ids=str,
)
def test_limits_that_cannot_be(method: Callable[..., Any], limits: dict[str, Any], told: str) -> None:
    with pytest.raises(LimitError, match=told):
        method(Cleaner(BARE), [], **limits)


@pytest.mark.parametrize("method", [Cleaner.stream, Cleaner.stream_async])
def test_a_stream_has_workers(method: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match=r"^workers must be a whole number from 1; found 0; "):
        method(Cleaner(BARE), [], workers=0)


@pytest.mark.parametrize("rules", [None, RuleSet()], ids=["bundled", "none"])
def test_trafilatura_is_asked_when_unsure(rules: RuleSet | None) -> None:
    html = "<p>The ferry sails again on Monday, the harbour office said, and the mail will come with it.</p>"
    article = clean(html, rules=rules, trafilatura="when-unsure")
    assert article.trafilatura == article.to_dict()["trafilatura"] == "asked: unsure"
    assert "trafilatura" not in clean(html, rules=rules).to_dict()
    with pytest.raises(ValueError, match="did you mean 'when-unsure'"):
        clean(html, rules=rules, trafilatura="when unsure")  # type: ignore[arg-type]
