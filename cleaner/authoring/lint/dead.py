"""D codes for what can never match: selectors and phrases that no page can fit."""

import re
from collections.abc import Iterator

from cleaner.authoring.lint.code import Code, Hit, rule_check
from cleaner.authoring.lint.study import Study, Subject
from cleaner.matching.limits import default_limits
from cleaner.text.block_text import count_words

_TAG = re.compile(r"(?:^|[\s>+~,(])([A-Za-z][\w-]*)")
_ATTRIBUTE = re.compile(r"""\[[^\]]*\]""")
_CLASS_ATTRIBUTE = re.compile(r"""\[(class|id)([*^$~|]?)=["']?([^"'\]]*)["']?(?: i)?\]""")
_UNSEEN = frozenset(
    "script style template noscript iframe object embed svg canvas video audio map select option datalist textarea "
    "input progress meter source track area param".split()
)
_TAGS = _UNSEEN | frozenset(
    "a abbr acronym address article aside b base basefont bdi bdo big blockquote body br button caption center cite "
    "code col colgroup data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form "
    "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i img ins kbd label legend li link main mark "
    "marquee menu meta nav nobr ol optgroup output p picture pre q rb rp rt ruby s samp search section slot small "
    "span strike strong sub summary sup table tbody td tfoot th thead time title tr tt u ul var wbr".split()
)


@rule_check(
    Code(
        "D03",
        "can-never-match",
        "error",
        "A selector that no page can fit, or a phrase that the rule's own limits shut out.",
        "It loads, runs and reports success, and does nothing.",
        "css: ['[class*=\".promo box\"]', dvi.promo, 'script.ad']",
        "a class has no dot or space in it; scripts and frames are gone before rules look.",
    )
)
def can_never_match(subject: Subject, study: Study) -> Iterator[Hit]:
    """Judge selectors by their spelling, and phrases by the rule's limits."""
    for text in subject.rule.css:
        reason = _impossible(text)
        if reason:
            yield f"{text!r} can never match: {reason}", text
    words = default_limits(subject.rule).words
    for way, text, *_ in subject.phrases:
        if words and way in ("starts", "ends", "has") and count_words(text) > words.high:
            yield f"{way}: {text!r} has more words than block.words allows ({words.high:g})", text
    whole = subject.rule.block.words
    for way, text, *_ in subject.phrases:
        if whole and way == "is" and not whole.holds(count_words(text)):
            yield f"is: {text!r} has {count_words(text)} words, which block.words does not allow", text


def _impossible(text: str) -> str:
    for name, operator, value in _CLASS_ATTRIBUTE.findall(text):
        if name == "class" and "." in value:
            return f"no class has a dot in it, as in {value!r}"
        if "#" in value:
            return f"no {name} has a # in it, as in {value!r}"
        if name == "class" and " " in value and operator in ("~", "|"):
            return f"one class has no space in it, as in {value!r}"
        if name == "class" and " " in value:
            return f"classes may stand in any order; write .{'.'.join(value.split())}"
    plain = _ATTRIBUTE.sub("", text)
    unknown = [tag for tag in _TAG.findall(plain) if "-" not in tag and tag.lower() not in _TAGS]
    if unknown:
        return f"HTML has no <{unknown[0]}>"
    unseen = [tag for tag in _TAG.findall(plain) if tag.lower() in _UNSEEN]
    if unseen:
        return f"<{unseen[0]}> is taken out before rules look"
    ids = re.findall(r"#[\w-]+", plain.rsplit(" ", 1)[-1])
    return f"an element has one id, not {' and '.join(ids)}" if len(set(ids)) > 1 else ""
