"""S codes: rules that would take article text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cleaner.authoring.lint.code import Code, Finding, Hit, pack_check, rule_check
from cleaner.authoring.lint.study import Study, Subject
from cleaner.authoring.prose import Sentence
from cleaner.engine.guards import refuses_prose
from cleaner.html.selectors import compile_selector
from cleaner.matching.conditions import PageContext
from cleaner.matching.text import TextMatcher
from cleaner.rules.schema import Rule, Where
from cleaner.text.normalize import fold, is_spaceless

_CONTAINERS = frozenset(
    "html body main article section div span p a ul ol li dl dd dt table tbody tr td th h1 h2 h3 h4 h5 h6 blockquote "
    "pre em strong b i header aside figure".split()
)
_NOT_PARTS = re.compile(r":not\([^)]*\)")
_SUBSTRING = re.compile(r"""\[(?:class|id)\*=["']?([^"'\]]*)["']?(?: i)?\]""")
_PREFIX = re.compile(r"[.#](-?[A-Za-z_][\w-]*)\*")
_ORDINARY = (
    "header heading headline shadow gradient loading download thread padding badge read lead leader broadcast "
    "shareholder sharepoint paragraph content container article wrapper section component related-to commentary "
    "recommended navigation captioned tagline heritage vintage footage percentage newsletter-story promoted "
    "important transport author-story livestock deliver olive videotape bylaw"
).split()
GLUED_LETTERS = 6
"""Letters. Shorter labels are also the first parts of names that are written in one word. Not measured."""
_LETTERS, _SUBSTRING_CHARS, _PREFIX_CHARS = 3, 5, 4
"""Letters of a phrase that is not a whole block, characters of a substring, and of a prefix, at least. Not measured."""
# an article beside another is as telling as a class: where there are more, they are more stories
_NAMED = re.compile(r"[.#\[]|\barticle \+")
_REGEX = re.compile(r"\\[dwsbDWSB]|\.\*|\.\+|\[[a-z]-[a-z]\]|^\^|\$$|\(\?")


@rule_check(
    Code(
        "S02",
        "weak-phrase",
        "error",
        "A `starts`, `ends` or `has` phrase of fewer than 3 letters, or of one word that is common in prose; a `glued` "
        "one of fewer than 6 letters, which may be the start of a name (`AdChoices`, `PubMed`).",
        "Somebody's sentence begins with it.",
        'starts: ["More"]',
        'a longer phrase, one with its mark ("More:"), or `is`.',
    )
)
def weak_phrase(subject: Subject, study: Study) -> Iterator[Hit]:
    """Judge each unanchored phrase by its letters and by the prose corpus."""
    if not subject.is_general:
        return
    for way, text, folded, _ in subject.phrases:
        if way == "glued" and len(folded) < GLUED_LETTERS:
            yield f"{way}: {text!r} has fewer than {GLUED_LETTERS} letters", text
        if way not in ("starts", "ends", "has") or not folded[-1 if way == "starts" else 0].isalnum():
            continue
        letters = sum(2 if is_spaceless(char) else 1 for char in folded if char.isalnum())
        if letters < _LETTERS:
            yield f"{way}: {text!r} has fewer than {_LETTERS} letters", text
        elif folded.isalnum() and not subject.rule.needs and study.word_counts[folded] > 1:
            yield f"{way}: {text!r} is one word, and prose uses it", text


@rule_check(
    Code(
        "S03",
        "bare-tag",
        "error",
        "A selector that names nothing but tags, on pages of every host.",
        "Every article is made of `div` and `p`.",
        "css: div",
        "name a class, an id or an attribute, or give hosts.",
    )
)
def bare_tag(subject: Subject, study: Study) -> Iterator[Hit]:
    """Find selectors whose last part is a tag that holds articles, and that name nothing else."""
    rule = subject.rule
    if rule.where.hosts or rule.where.platform or rule.do in ("mark", "protect"):
        return
    for text in rule.css:
        for part in compile_selector(text):
            plain = _NOT_PARTS.sub("", text)
            if part.anchor[0] == "tag" and part.anchor[1] in _CONTAINERS and not _NAMED.search(plain):
                yield f"{text!r} names no class, id or attribute", text
                break


@rule_check(
    Code(
        "S04",
        "greedy-substring",
        "error",
        "A class or id substring shorter than 5 characters, or one inside an ordinary word; a prefix under 4.",
        '`[class*="ad"]` also takes `header`, `loading`, `shadow` and `lead-paragraph`.',
        "css: '[class*=\"ad\"]'",
        "the whole class (`.ad-slot`), or a longer prefix (`.ad-slot-*`).",
    )
)
def greedy_substring(subject: Subject, study: Study) -> Iterator[Hit]:
    """Judge each `*=` and each `.name*`."""
    if not subject.is_general:
        return
    for text in subject.rule.css:
        for value in _SUBSTRING.findall(text):
            inside = next((word for word in _ORDINARY if value.lower() in word and value.lower() != word), None)
            if len(value) < _SUBSTRING_CHARS or inside:
                also = f"; it stands in {inside!r} as well" if inside else ""
                yield f"{text!r}: the substring {value!r} is too short or too common{also}", text
        for value in _PREFIX.findall(text):
            if len(value.strip("-_")) < _PREFIX_CHARS and value[-1] not in "-_":
                yield f"{text!r}: the prefix {value!r} is shorter than {_PREFIX_CHARS} letters", text


@rule_check(
    Code(
        "S09",
        "regular-expression",
        "error",
        "A phrase that looks like a regular expression.",
        "Phrases are literal and packs have no regular expressions, so it would match only itself.",
        'starts: ["Read.*more"]',
        "a `like` pattern: `Read {words:1-3} more`.",
    )
)
def regular_expression(subject: Subject, study: Study) -> Iterator[Hit]:
    """Look for the marks of regular expressions."""
    for _, text, *_ in subject.phrases:
        if _REGEX.search(text):
            yield f"{text!r} is taken literally; there are no regular expressions here", text


@rule_check(
    Code(
        "S10",
        "banned-pattern",
        "error",
        "A phrase or selector that `banned.yaml` lists, with the reason why it was taken out.",
        "Bad rules come back when nobody remembers what they did.",
        'starts: ["Share"]   # banned: "Share prices fell"',
        "what the list suggests.",
    )
)
def banned_pattern(subject: Subject, study: Study) -> Iterator[Hit]:
    """Compare phrases and selectors with the list."""
    selectors_, phrases = {one.pattern: one for one in study.banned}, {fold(one.pattern): one for one in study.banned}
    written = [(text, selectors_.get(text)) for text in subject.rule.css]
    written += [(text, phrases.get(folded)) for way, text, folded, _ in subject.phrases if way not in ("is", "glued")]
    for text, one in written if subject.is_general else ():
        if one:
            yield f"{text!r} is banned: {one.reason}{f'; instead: {one.instead}' if one.instead else ''}", text


@pack_check(
    Code(
        "S11",
        "ordinary-prose",
        "error",
        "A text rule fires on a line of the clean prose corpus.",
        "What invented journalists write without thinking, real ones write every day.",
        'starts: ["Follow the"]',
        "a longer phrase, `needs`, `block`; or an entry in `known-fp.yaml` with a reason and a date.",
    )
)
def ordinary_prose(study: Study) -> Iterator[Finding]:
    """Let every rule under study read every line of the corpus."""
    by_id = {subject.rule.full_id: subject for subject in study.sound}
    known = {(one.rule, one.text) for one in study.known}
    for rule, sentence in alarms([subject.rule for subject in study.sound], study.sentences):
        if (rule.full_id, sentence.text) not in known:
            said = f"fires on clean prose, {sentence.language}.txt:{sentence.line}: {sentence.text!r}"
            yield by_id[rule.full_id].finding("S11", said, _culprit(by_id[rule.full_id], sentence))


def alarms(rules: Iterable[Rule], sentences: Iterable[Sentence]) -> Iterator[tuple[Rule, Sentence]]:
    """Yield each rule that fires on a line of clean prose, with the line. Where a rule looks makes no difference."""
    by_id = {rule.full_id: rule for rule in rules if rule.removes and rule.text}
    matcher = TextMatcher([replace(rule, where=Where()) for rule in by_id.values()])
    for sentence in sentences:
        for match in matcher.find([sentence.block_text], PageContext()):
            rule = by_id[match.rule.full_id]
            if not refuses_prose(rule, sentence.block_text):
                yield rule, sentence


def _culprit(subject: Subject, sentence: Sentence) -> str | None:
    """Return the phrase that fires, as far as it can be told by comparing."""
    folded = sentence.block_text.folded
    found = [
        text
        for way, text, phrase, _ in subject.phrases
        if (folded.startswith(phrase) if way == "starts" else phrase in folded)
    ]
    return max(found, key=len, default=None)
