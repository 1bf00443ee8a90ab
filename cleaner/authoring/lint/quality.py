"""Q codes: rules that do not prove what they say."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cleaner.authoring.lint.code import Code, Hit, rule_check
from cleaner.authoring.lint.study import Study, Subject
from cleaner.authoring.staging import example_block
from cleaner.matching.phrase import PhraseTest
from cleaner.rules.schema import Rule, Text
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import fold

_WORD = re.compile(r"\w+")
_FILLERS = frozenset("a an and the of for in on to is are it its this that with by or from at as".split())
_DOMAIN = re.compile(r"\b[a-z0-9-]{2,}\.(?:com|org|net|info|tv|de|fr|es|it|pl|ru|jp|cn|uk|br|tr|nl|at|ch)\b", re.I)
_TOKEN = 4
"""Characters that a near miss has to share with what it nearly is. Not measured."""


@rule_check(
    Code(
        "Q02",
        "no-near-miss",
        "warning",
        "No `keep` example resembles anything the rule looks for; or one text is both to go and to stay.",
        "A keep example proves something only if a slightly worse rule would have taken it.",
        'text: {starts: ["Read more:"]}\nexamples: {keep: ["It rained."]}',
        '`keep: ["Read more slowly and you remember more."]`',
    )
)
def no_near_miss(subject: Subject, study: Study) -> Iterator[Hit]:
    """Look for a piece of a phrase or selector in each keep example."""
    rule, examples = subject.rule, subject.rule.examples
    stays = (*examples.keep, *examples.miss)
    for text in sorted({*examples.remove, *examples.hit} & set(stays)):
        yield f"{text!r} is to go and to stay", text
    if stays and not any(_resembles(text, _pieces(rule)) for text in stays):
        yield "no keep example comes near the rule; write the sentence it would just not take", stays[0]


def _pieces(rule: Rule) -> set[str]:
    if rule.shape or rule.repeat:
        return set()
    written = [*rule.css, *rule.examples.remove, *rule.examples.hit]
    written += [phrase.text for _, phrase in rule.text.phrases()] if rule.text else []
    folded = (fold(text, whole=False) for text in written)
    return {word[at : at + _TOKEN] for text in folded for word in _WORD.findall(text) for at in _starts(word)}


def _starts(word: str) -> range:
    return range(max(1, len(word) - _TOKEN + 1))


def _resembles(text: str, pieces: set[str]) -> bool:
    folded = fold(text, whole=False)
    return not pieces or any(piece in folded for piece in pieces if len(piece) >= 2)


@rule_check(
    Code(
        "Q03",
        "why-says-nothing",
        "warning",
        "`why` only repeats the id and the kind.",
        "It is the sentence that a reader sees beside every removal.",
        "id: share.follow-us-line\nwhy: The follow us line, share.",
        "why it is not the article: `An invitation to follow the paper elsewhere.`",
    )
)
def why_says_nothing(subject: Subject, study: Study) -> Iterator[Hit]:
    """Count the words of `why` that the id does not hold."""
    rule = subject.rule
    known = set(_WORD.findall(f"{rule.id} {rule.kind}".lower())) | _FILLERS
    if len([word for word in _WORD.findall(rule.why.lower()) if word not in known]) < 2:
        yield f"why: {rule.why!r} says no more than the id", rule.why


@rule_check(
    Code(
        "Q04",
        "language-without-example",
        "hint",
        "The rule lists phrases of a language and shows no example of it.",
        "A phrase nobody has tried may be misspelt, and nobody would notice.",
        'starts: {en: ["Read more:"], fi: ["Lue myös:"]}\nexamples: {remove: ["Read more: Ferry late"]}',
        "an example a language.",
    )
)
def language_without_example(subject: Subject, study: Study) -> Iterator[Hit]:
    """Try the phrases of each language on the examples."""
    rule = subject.rule
    if not rule.text:
        return
    shown = [*rule.examples.remove, *rule.examples.hit, *(text for case in rule.examples.cases for text in case.blocks)]
    block_texts = [BlockText(example_block(rule, text.partition(" => ")[0])) for text in shown]
    languages = {phrase.language for _, phrase in rule.text.phrases() if phrase.language}
    bare = sorted(code for code in languages if not any(map(_speaker(rule.text, code).holds, block_texts)))
    if bare:
        yield f"no remove example in {', '.join(bare)}", rule.examples.remove[0] if rule.examples.remove else None


def _speaker(text: Text, language: str) -> PhraseTest:
    """Return a test of the phrases of one language."""
    ways = ("is_", "starts", "ends", "glued", "has", "like")
    own = {way: tuple(p for p in getattr(text, way) if p.language == language) for way in ways}
    return PhraseTest(replace(text, **own))


@rule_check(
    Code(
        "Q05",
        "two-scripts",
        "error",
        "One word mixes Latin letters with Cyrillic or Greek ones that look the same.",
        "It will never match what people type, and nobody can see why.",
        'starts: ["Чиtайте также"]',
        "type the word anew.",
    )
)
def two_scripts(subject: Subject, study: Study) -> Iterator[Hit]:
    """Look at the scripts of each word."""
    rule = subject.rule
    texts = [phrase.text for one in (rule.text, rule.needs) if one for _, phrase in one.phrases()]
    for text in texts:
        for word in _WORD.findall(text):
            scripts = sorted(_scripts(word))
            if len(scripts) > 1:
                yield f"{word!r} mixes {' and '.join(scripts)} letters", text


def _scripts(word: str) -> set[str]:
    if word.isascii():
        return set()
    names = (unicodedata.name(char, "").split(" ")[0] for char in word if char.isalpha())
    return {name.title() for name in names if name in ("LATIN", "CYRILLIC", "GREEK")}


@rule_check(
    Code(
        "Q06",
        "one-site-in-general-rule",
        "warning",
        "A phrase or selector of a rule for all hosts names one site.",
        "It belongs to that site's pack, where it can be narrower and is asked on no other page.",
        'starts: ["Read more on harbournews.com"]',
        "`where: {hosts: [harbournews.com]}` in `sites/harbournews.com.yaml`.",
    )
)
def one_site_in_general_rule(subject: Subject, study: Study) -> Iterator[Hit]:
    """Look for domain names."""
    if not subject.is_general:
        return
    for text in _plain_texts(subject):
        found = _DOMAIN.search(text)
        if found:
            yield f"{text!r} names the site {found[0]}; give it hosts", text


def _plain_texts(subject: Subject) -> Iterable[str]:
    return (*subject.rule.css, *(text for _, text, *_ in subject.phrases))
