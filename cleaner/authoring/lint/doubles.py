"""D codes: rules, phrases and selectors that do nothing, or nothing that another does not do already."""

import re
from collections import defaultdict
from collections.abc import Iterator

from cleaner.authoring.lint.code import Code, Finding, Hit, pack_check, rule_check
from cleaner.authoring.lint.reach import reaches_as_far
from cleaner.authoring.lint.study import FoldedPhrase, Study, Subject, folded_phrases
from cleaner.matching.phrase import starts_with
from cleaner.rules.schema import Rule

_COMPOUND = re.compile(r"^[a-z0-9-]*([.#][\w-]+)$")
_LAST = re.compile(r"(?:^|[\s>+~])([^\s>+~]+)$")
_SAME_LISTS = 5
"""Rules of a file that list the same hosts, from which a group is asked for. Not measured."""


@pack_check(
    Code(
        "D01",
        "same-rule",
        "error",
        "A rule finds exactly what another rule finds.",
        "Two reasons for one removal: the trace shows one of them by accident of its name.",
        "- id: share.bar\n  css: .share\n- id: share.tools\n  css: .share",
        "one rule; its old id under `was`.",
    )
)
def same_rule(study: Study) -> Iterator[Finding]:
    """Group rules by what they find."""
    groups: dict[object, list[Rule]] = defaultdict(list)
    for rule in study.living:
        groups[_essence(rule)].append(rule)
    subjects = {subject.rule.full_id: subject for subject in study.subjects}
    for rules in groups.values():
        for rule in rules[1:]:
            subject = subjects.get(rule.full_id)
            first = rules[0] if rules[0] is not rule else rules[1]
            if subject:
                yield subject.finding("D01", f"finds the same as {first.full_id} ({first.file}:{first.line})")


def _essence(rule: Rule) -> str:
    """Return what *rule* finds and does, spelt the same for rules that are the same."""
    named = {"shape", "repeat", "where", "block", "needs", "climb", "do", "weigh", "except_"}
    phrases = sorted({(way, text if way == "like" else folded) for way, text, folded, _ in folded_phrases(rule)})
    return repr((phrases, sorted(rule.css), {name: value for name, value in rule.said().items() if name in named}))


@pack_check(
    Code(
        "D02",
        "covered",
        "warning",
        "A phrase that another rule covers, or a selector that another one covers, here or in another rule.",
        "It can go without any change to any page.",
        "css: [.read-more, p.read-more]",
        "keep the shorter one.",
    )
)
def covered(study: Study) -> Iterator[Finding]:
    """Look for a wider phrase or selector for each."""
    phrases: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    names: dict[str, list[Rule]] = defaultdict(list)
    for rule in study.living:
        for way, _, folded, _ in folded_phrases(rule):
            if way == "starts":
                phrases[folded[0]].append((folded, rule))
        for text in rule.css:
            names[text].append(rule)
    for subject in study.sound:
        yield from _covered_phrases(subject, phrases)
        yield from _covered_selectors(subject, names)


def _covered_phrases(subject: Subject, known: dict[str, list[tuple[str, Rule]]]) -> Iterator[Finding]:
    for way, text, folded, _ in subject.phrases:
        for other, rule in known[folded[0]]:
            if way == "starts" and starts_with(folded, other) and reaches_as_far(rule, subject.rule):
                said = f"{way}: {text!r} is covered by starts: {other!r} in {rule.full_id}"
                yield subject.finding("D02", said, text)
                break


def _covered_selectors(subject: Subject, known: dict[str, list[Rule]]) -> Iterator[Finding]:
    rule = subject.rule
    for text in rule.css:
        for wider in _wider(text):
            other = next((o for o in known[wider] if o is rule or reaches_as_far(o, rule)), None)
            if other and not (other is rule and wider == text):
                where = "in this rule" if other is rule else f"in {other.full_id}"
                yield subject.finding("D02", f"{text!r} is covered by {wider!r} {where}", text)
                break


def _wider(text: str) -> list[str]:
    """Return selectors that match wherever *text* does: itself, its last part, that part without its tag."""
    last = _LAST.search(text)
    found = [text, last[1]] if last else [text]
    bare = _COMPOUND.match(found[-1])
    return list(dict.fromkeys([*found, bare[1]] if bare else found))


@rule_check(
    Code(
        "D08",
        "past-its-day",
        "warning",
        "The day in `until` is over.",
        "Whoever wrote the rule meant to look at it again by then.",
        "until: 2020-01-01",
        "look at it; then drop the rule, or the date.",
    )
)
def past_its_day(subject: Subject, study: Study) -> Iterator[Hit]:
    """Compare with today."""
    until = subject.rule.until
    if until and until < study.today.isoformat():
        yield f"review was due by {until}", until


@rule_check(
    Code(
        "D10",
        "twice-in-one-rule",
        "warning",
        "A phrase that says no more than another one of this rule: the same but for case, quotes and marks, or longer.",
        "It only makes the rule longer.",
        'is: ["Read more", "READ MORE »"]',
        "one of them.",
        fixable=True,
    )
)
def twice_in_one_rule(subject: Subject, study: Study) -> Iterator[Hit]:
    """Compare folded phrases, and selectors, within the rule."""
    for way, text, first in said_again(subject):
        yield f"{way}: {text!r} says no more than {first!r}", text


def said_again(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Yield the way, the text, and the text of the same language that says the same, or less and so covers it."""
    seen: dict[tuple[str, ...], str] = {}
    selectors = (FoldedPhrase("css", text, text) for text in subject.rule.css)
    for way, text, folded, language in (*subject.phrases, *selectors):
        shorter = _shorter(subject, way, folded, language)
        if (way, folded, language) in seen or shorter:
            yield way, text, shorter or seen[way, folded, language]
        elif way != "like":
            seen[way, folded, language] = text


def _shorter(subject: Subject, way: str, folded: str, language: str) -> str:
    """Return a shorter start in this rule that covers the phrase; a trim may need the longer one."""
    if way != "starts" or subject.rule.do == "trim":
        return ""
    starts = (one for one in subject.phrases if one.way == "starts" and one.language == language)
    return next((one.text for one in starts if one.folded != folded and starts_with(folded, one.folded)), "")


@pack_check(
    Code(
        "D06",
        "unused",
        "warning",
        "A lint exception, group, platform or known false alarm that nothing needs.",
        "What is not needed any more hides what is.",
        "lint: {ignore: {S02: a heading in this paper}}   # and S02 finds nothing",
        "drop it.",
    )
)
def unused(study: Study) -> Iterator[Finding]:
    """Find groups and platforms that no rule names. Exceptions are judged when all else is known."""
    used_platforms = {name for rule in study.living for name in rule.where.platform}
    for file in study.packs.files:
        for group in file.content.get("groups") or {}:
            if f"'@{group}'" not in repr(file.content.get("rules")):
                yield Finding(file.name, file.line("groups", group), "D06", f"no rule here uses the group @{group}")
        for name in file.content.get("platforms") or {}:
            if name not in used_platforms:
                yield Finding(file.name, file.line("platforms", name), "D06", f"no rule uses the platform {name}")


@pack_check(
    Code(
        "D07",
        "repeated-hosts",
        "warning",
        "Five rules or more of one file list the same two or more hosts.",
        "When a site moves, all of them must be found again.",
        "where: {hosts: [a.example, b.example]}   # five times",
        "`groups: {papers: [a.example, b.example]}` and `hosts: ['@papers']`.",
    )
)
def repeated_hosts(study: Study) -> Iterator[Finding]:
    """Count host lists as they are written."""
    for file in study.packs.files:
        listed = file.content.get("rules")
        counts: dict[str, list[int]] = defaultdict(list)
        for at, rule in enumerate(listed if isinstance(listed, list) else []):
            hosts = (rule.get("where") or {}).get("hosts") if isinstance(rule, dict) else None
            if isinstance(hosts, list) and len(hosts) > 1:
                counts[repr(sorted(map(str, hosts)))].append(file.line("rules", at, "where"))
        for hosts, lines in counts.items():
            if len(lines) >= _SAME_LISTS:
                yield Finding(file.name, lines[0], "D07", f"{len(lines)} rules list the hosts {hosts}; make a group")
