"""P04, D05, S12: what rules did on a corpus, and what they cost there. Without a corpus these codes are not asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleaner.authoring.corpus import Sample
from cleaner.authoring.lint.code import Code, Finding, pack_check
from cleaner.authoring.lint.study import Study
from cleaner.authoring.loss import large_losses
from cleaner.authoring.stats import Advance, stats
from cleaner.rules.bundled import bundled_rules
from cleaner.rules.ruleset import RuleSet
from cleaner.text.counted import counted

CODES_OF_CORPUS = frozenset({"P04", "D05", "S12"})
MAX_MICROSECONDS = 50
"""Microseconds that one rule may add to a page: less than a thousandth of the 73 to 91 ms that a page takes
(docs/learn.md)."""


def on_corpus(study: Study, corpus: Sequence[Sample], advance: Advance = lambda: None) -> Study:
    """Return *study* with what all its living rules did on a corpus, and what those under study took too much of."""
    rules = RuleSet(study.living, {**bundled_rules().platforms, **study.packs.rules.platforms})
    counted = stats(rules, corpus, advance)
    own = {subject.rule.full_id for subject in study.sound}
    suspects = {name: samples for name, samples in counted.suspects.items() if name in own}
    return replace(study, stats=counted, losses=large_losses(rules, suspects))


@pack_check(
    Code(
        "P04",
        "slow-on-pages",
        "warning",
        f"With `--corpus`: the rule adds more than {MAX_MICROSECONDS} microseconds to a page, the median of a few.",
        "A hundred such rules would make every page a tenth slower.",
        'like: ["{words:1-12} by {name}"]',
        "a rarer word, a class instead of a tag, or hosts.",
    )
)
def slow_on_pages(study: Study) -> Iterator[Finding]:
    """Compare what each rule adds to a page's time with the limit."""
    times = {one.rule: one.microseconds for one in study.stats.rules} if study.stats else {}
    for subject in study.sound:
        taken = times.get(subject.rule.full_id, 0.0)
        if taken > MAX_MICROSECONDS:
            yield subject.finding("P04", f"adds {taken:.0f} microseconds to a page, more than {MAX_MICROSECONDS}")


@pack_check(
    Code(
        "D05",
        "never-fired",
        "warning",
        "With `--corpus`: a rule that removes did nothing on any page.",
        "Either its pages are not in the corpus, or the site has changed and the rule with it is dead.",
        'is: ["Subscribe to our fax service"]',
        "look at one of its pages; `cleaner rules prune` proposes what may go.",
    )
)
def never_fired(study: Study) -> Iterator[Finding]:
    """List the rules that were silent."""
    silent = set(study.stats.silent) if study.stats else set()
    for subject in study.sound:
        rule = subject.rule
        if study.stats and rule.full_id in silent and rule.removes and rule.status == "on":
            yield subject.finding("D05", f"never fired on {counted(study.stats.pages, 'page')}")


@pack_check(
    Code(
        "S12",
        "takes-articles",
        "error",
        "With `--corpus`: the rule takes, or asks for, over a third of the words of a page that would stay without it.",
        "Guards hold most of such a rule back; what they let through is still an article torn.",
        "css: .story-par",
        "a narrower selector or phrase; `lint: {ignore: {S12: reason}}` where the pages are no articles.",
    )
)
def takes_articles(study: Study) -> Iterator[Finding]:
    """List the pages of each rule that asked for too much."""
    for subject in study.sound:
        large = study.losses.get(subject.rule.full_id, ())
        if large:
            pages = ", ".join(f"{one.share:.0%} of {one.page}" for one in large)
            yield subject.finding("S12", f"asks for {pages}, of the words that stay without it")
