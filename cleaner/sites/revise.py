"""Verdicts revised by what is known of a page's site: evidence that is added to what the page says by itself.

The memory of a site only takes: what a page by itself leaves out stays out. And it takes what a site repeats: of text
that stands nowhere else on the site no paragraph goes, and other lines only where they are few beside the article. What
is of a form that is the article's own stays, too, repeated or not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cleaner.classifier.model_file import SiteLook
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence, Verdict, add_up
from cleaner.features.families import FROM_SITE
from cleaner.features.kinds import likely_kind
from cleaner.sites.known_site import KnownSite
from cleaner.sites.own_forms import OwnForms
from cleaner.sites.repetition import Repetition, repetition
from cleaner.sites.seen_page import see
from cleaner.text.block_text import count_words

NEW_SHARE = 0.25
"""Share of the kept words that may go at most though they stand nowhere else: where it is more, the site is one of
another sort. Of 2,199 pages of sites with two and more (dev sets, by site in five parts) the memory loses 6 articles as
HTML, all of a site whose known articles hold its rules for comments, and 8 as text; without these bounds 8 and 55."""
HELD = f"{FROM_SITE}it stands nowhere else on this site, as too much of the article does not"
PROSE = f"{FROM_SITE}it is a paragraph that stands nowhere else on this site"


def revised(
    trace: Sequence[Verdict],
    address: str,
    site: KnownSite,
    look: SiteLook,
    policy: Policy,
    is_shielded: Callable[[int], bool],
) -> tuple[Verdict, ...]:
    """Return *trace* with the evidence of its *site* on each block that is kept, and without those that it turns.

    What is shielded stays, by whatever evidence, and so does what *policy* leaves in.
    """
    told = repetition(see(trace, address), site)
    weighed = {
        at: (*verdict.evidence, *_weighed(of_block, look))
        for at, (verdict, of_block) in enumerate(zip(trace, told, strict=True))
        if verdict.kept and of_block.told and not is_shielded(verdict.block.number)
    }
    against = {at for at, evidence in weighed.items() if add_up(one.amount for one in evidence) <= 0}
    held = _held(trace, told, against)
    return tuple(
        _verdict(verdict, weighed[at], held.get(at, ""), policy) if at in weighed else verdict
        for at, verdict in enumerate(trace)
    )


def _weighed(of_block: Repetition, look: SiteLook) -> list[Evidence]:
    amounts = [add_up(look.facts.get(fact, 0.0) for fact in one.facts) for one in of_block.told]
    amounts[0] = add_up((amounts[0], look.bias))
    pairs = zip(of_block.told, amounts, strict=True)
    return [Evidence(f"{FROM_SITE}{one.sentence}", amount) for one, amount in pairs if amount]


def _held(trace: Sequence[Verdict], told: Sequence[Repetition], against: set[int]) -> Mapping[int, str]:
    """Return the places of the blocks that stay although their site speaks against them, and why."""
    forms = OwnForms(trace, told)
    own = {at: f"{FROM_SITE}{reason}" for at in against if (reason := forms.reason(at))}
    new = {at for at in against if not told[at].is_repeated and at not in own}
    prose = {at for at in new if told[at].is_prose}
    taken = sum(count_words(trace[at].block.text) for at in new - prose)
    kept = sum(count_words(verdict.block.text) for verdict in trace if verdict.kept)
    too_much = new - prose if taken > NEW_SHARE * kept else set()
    return {**dict.fromkeys(prose, PROSE), **dict.fromkeys(too_much, HELD), **own}


def _verdict(verdict: Verdict, evidence: tuple[Evidence, ...], held: str, policy: Policy) -> Verdict:
    if held:
        from_site = add_up(one.amount for one in evidence[len(verdict.evidence) :])
        evidence = (*evidence, Evidence(held, -from_site))
    if add_up(one.amount for one in evidence) > 0:
        return replace(verdict, evidence=evidence)
    kind = likely_kind(evidence)
    if kind in policy.keep:
        return replace(verdict, evidence=evidence)
    return Verdict(verdict.block, False, "evidence", kind=kind, evidence=evidence)
