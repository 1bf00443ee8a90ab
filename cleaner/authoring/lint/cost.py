"""P codes: rules that make every page slower than they are worth."""

import re
from collections.abc import Iterator
from math import prod

from cleaner.authoring.lint.code import Code, Hit, rule_check
from cleaner.authoring.lint.study import Study, Subject
from cleaner.html.selectors import attributes_asked, compile_selector
from cleaner.matching.pattern import compile_like
from cleaner.text.normalize import is_spaceless

_COMMON_ATTRIBUTES = frozenset("class id href src style title alt type role lang dir width height".split())
_COMMON_TAGS = frozenset("div span p a li ul td tr img".split())
_WILDCARD = re.compile(r"\{(name|word|n|date|time|url|email|handle|words:\d+-(\d+))\}")
_WIDTHS = {"name": 5, "date": 4, "time": 2}
"""Words that a wildcard counts for; others count for one. Not measured: those of usual names, dates and times, not the
most that match."""
MAX_WIDTH = 2_000
"""Largest product of the widths of a pattern's wildcards, in words. Not measured."""
MAX_SHARE = 0.05
"""Share of all sentences of the prose corpus in which a word may stand that leads to a phrase. Not measured."""


@rule_check(
    Code(
        "P01",
        "no-anchor",
        "warning",
        "A selector that can only be looked up by a tag or attribute which half of all elements have.",
        "Each of those elements must then be verified, on every page.",
        'css: "[style]"',
        "add a class or an id to the last part, or name a rarer attribute there, last and without the tag: "
        "`[data-promo]`, not `p[data-promo]`.",
    )
)
def no_anchor(subject: Subject, study: Study) -> Iterator[Hit]:
    """Look at what the index would file each selector under."""
    for text in subject.rule.css if subject.is_general else ():
        for part, attributes in zip(compile_selector(text), attributes_asked(text), strict=True):
            kind, name = part.anchor
            if (kind == "attribute" and name in _COMMON_ATTRIBUTES) or (kind == "tag" and name in _COMMON_TAGS):
                rarer = next((one for one in attributes if one not in _COMMON_ATTRIBUTES), None)
                yield f"{text!r}{_hint(kind, rarer)} is found by {kind} {name!r} only, which most elements have", text
                break


def _hint(kind: str, rarer: str | None) -> str:
    """Return how the *rarer* attribute that a selector asks for would be what its element is looked up by."""
    if not rarer:
        return ""
    return f" (write [{rarer}] {'without the tag' if kind == 'tag' else 'last'})"


@rule_check(
    Code(
        "P02",
        "weak-word",
        "warning",
        "Every word of a `has` phrase or `like` pattern stands in more than 5 % of all sentences.",
        "Blocks meet a phrase by its rarest word; this one meets them all.",
        'like: ["The {name}"]',
        "add a rarer word.",
    )
)
def weak_word(subject: Subject, study: Study) -> Iterator[Hit]:
    """Judge the words that lead to a phrase by the prose corpus."""
    most = MAX_SHARE * max(1, len(study.sentences))
    for way, text, folded, _ in subject.phrases:
        if way == "has":
            words = {max(folded.split(), key=len)}
        elif way == "like":
            words = set(compile_like(text).gate)
        else:
            continue
        if words and all(word.isalnum() and not is_spaceless(word[0]) for word in words):
            commonest = max(words, key=lambda word: study.word_counts[word])
            if study.word_counts[commonest] > most:
                yield f"{way}: {text!r} is found by the word {commonest!r}, which prose is full of", text


@rule_check(
    Code(
        "P03",
        "wide-pattern",
        "warning",
        f"The widths of a pattern's wildcards multiply to more than {MAX_WIDTH:,}.",
        "It says little: nearly every line that holds its few words fits.",
        'like: ["{words:1-12} by {words:1-12} for {words:1-12} and {words:1-12}"]',
        "narrower `{words:a-b}`, or two patterns.",
    )
)
def wide_pattern(subject: Subject, study: Study) -> Iterator[Hit]:
    """Multiply the widths."""
    for way, text, *_ in subject.phrases:
        if way == "like":
            width = prod(int(high or _WIDTHS.get(name, 1)) for name, high in _WILDCARD.findall(text))
            if width > MAX_WIDTH:
                yield f"{text!r} can match in {width:,} ways; with at most {MAX_WIDTH:,} it says what it means", text
