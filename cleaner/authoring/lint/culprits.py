"""Which selectors and phrases of a rule keep it from being compiled: each is compiled by itself."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.html.selector_nodes import SelectorError
from cleaner.html.selectors import compile_selector
from cleaner.matching.index import compile_like_of
from cleaner.matching.pattern import LikeError, compile_like
from cleaner.matching.phrase import PhraseError, fold_phrase
from cleaner.rules.schema import Rule, Text
from cleaner.rules.yaml_source import Path


class Culprit(NamedTuple):
    """What is wrong with a selector or phrase, under which code, and the keys that lead *to* it in its rule."""

    code: str
    message: str
    to: Path


def culprits(rule: Rule) -> Iterator[Culprit]:
    """Yield what does not compile, in the order of the language's keys, in the words of those who compile."""
    for to, text in _selectors(rule):
        try:
            compile_selector(text)
        except SelectorError as error:
            yield Culprit("F10", f"{rule.id}: {error}", to)
    for to, way, text in _phrases(rule):
        is_sign = to[0] == "text"
        try:
            if way != "like":
                fold_phrase(way, text)
            elif is_sign:
                compile_like_of(rule, text)
            else:
                compile_like(text)
        except (LikeError, PhraseError) as error:
            is_phrase = is_sign and isinstance(error, PhraseError)
            yield Culprit("D04" if is_phrase else "F11", f"{rule.id}: {error}", to)


def _selectors(rule: Rule) -> Iterator[tuple[Path, str]]:
    if rule.where.page is not None:
        yield ("where", "page"), rule.where.page
    for at, text in enumerate(rule.css):
        yield ("css", at), text
    if isinstance(rule.climb, str) and rule.climb != "sole":
        yield ("climb",), rule.climb
    for at, one in enumerate(rule.except_):
        if one.css is not None:
            yield ("except", at, "css"), one.css


def _phrases(rule: Rule) -> Iterator[tuple[Path, str, str]]:
    texts: list[tuple[Path, Text | None]] = [(("text",), rule.text), (("needs",), rule.needs)]
    texts += [(("except", at, "text"), one.text) for at, one in enumerate(rule.except_)]
    for to, text in texts:
        before: Counter[Path] = Counter()
        for way, phrase in text.phrases() if text else ():
            listed = (*to, way, phrase.language) if phrase.language else (*to, way)
            yield (*listed, before[listed]), way, phrase.text
            before[listed] += 1
