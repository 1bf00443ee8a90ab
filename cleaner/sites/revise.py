"""Verdicts revised by what is known of a page's site: evidence that is added to what the page says by itself.

The memory of a site only takes: what a page by itself leaves out stays out. And it takes what a site repeats: text that
stands nowhere else on the site goes only where much speaks against it, it is little beside the article and not between
its paragraphs, and no paragraph does. What is of a form that is the article's own stays, too, repeated or not.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from cleaner.classifier.model_file import SiteLook
from cleaner.document.block import Block
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence, Verdict, add_up
from cleaner.features.families import FROM_SITE
from cleaner.features.kinds import likely_kind
from cleaner.sites.known_site import KnownSite
from cleaner.sites.own_forms import COMMON_SHARE, PARAGRAPH_WORDS, OwnForms
from cleaner.sites.repetition import ON_EVERY_PAGE, REPEATED_PARAGRAPH, Repetition, repetition
from cleaner.sites.seen_page import LINKED, SeenPage
from cleaner.text.block_text import count_words
from cleaner.text.prose import RUNNING_WORDS
from cleaner.text.punctuation import ends_sentence

NEW_SHARE = 0.25
"""Share of the kept words that may go at most though they stand nowhere else: where it is more, the site is one of
another sort. Of 2,199 pages of sites with two and more (dev sets, by site in five parts) the memory loses 8 articles as
HTML and 55 as text without this bound and the one on new paragraphs, with them 6 and 8."""
NEW_DOUBT = 0.5
"""Log-odds against a line that stands nowhere else below which it stays. Reckoned by putting back what went of 2,354
pages of three dev sets as text: the memory takes 2 of them under 60 % of the article's words, and without this, and
with paragraphs that may go behind the article (half of those that went were its own), 6; word F1 is .9234 and .9232,
pages with a foreign line 32.6 and 31.8 %."""
PROSE_SHARE = 0.5
"""Share of the words in paragraphs that may go at most, beside those that nearly all pages print: an article under many
addresses repeats as a whole. Without it 6 articles of the same pages are lost as HTML and 8 as text, with it 2 and 4; a
share of 0.7 loses 3 and 5. Where it spared what nearly all pages print, too, 34 such blocks of 2,197 pages as HTML
stayed, 31 of them foreign and 3 rules for comments in the known text."""
LEAST_WORDS = 25
"""Words that must be left: a page of which less remains is judged by itself. Not measured."""
HELD = f"{FROM_SITE}it stands nowhere else on this site, as too much of the article does not"
MOST = f"{FROM_SITE}with it most paragraphs of the page would go"
NOTHING = f"{FROM_SITE}with it nothing of the page would be left"
SENTENCE = f"{FROM_SITE}it is a sentence that stands nowhere else on this site, though its form does"
DOUBT = f"{FROM_SITE}it stands nowhere else on this site, and little speaks against it"
BETWEEN = f"{FROM_SITE}it stands nowhere else on this site, and between paragraphs of the article"
PROSE = f"{FROM_SITE}it is a paragraph that stands nowhere else on this site"


def revised(
    trace: Sequence[Verdict],
    page: SeenPage,
    site: KnownSite,
    look: SiteLook,
    by_hand: Mapping[str, Evidence],
    policy: Policy,
    shielded: Collection[int],
) -> tuple[Verdict, ...]:
    """Return *trace* with the evidence of its *site* on each block that is kept, and without those that it turns.

    *page* is what is to be remembered of it; *by_hand* is what each of `SURE` weighs.
    What is *shielded* stays, by whatever evidence, and so does what *policy* leaves in.
    """
    told = repetition(page, site)
    weighed = {
        at: (*verdict.evidence, *_weighed(verdict.block, of_block, look, by_hand))
        for at, (verdict, of_block) in enumerate(zip(trace, told, strict=True))
        if verdict.kept and of_block.told and verdict.block.number not in shielded
    }
    if not weighed:
        return tuple(trace)
    balances = {at: add_up(one.amount for one in evidence) for at, evidence in weighed.items()}
    against = {at: balance for at, balance in balances.items() if balance <= 0}
    held = _held(trace, told, against)
    return tuple(
        _verdict(verdict, weighed[at], held.get(at, ""), policy) if at in weighed else verdict
        for at, verdict in enumerate(trace)
    )


def _weighed(block: Block, of_block: Repetition, look: SiteLook, by_hand: Mapping[str, Evidence]) -> list[Evidence]:
    amounts = [add_up(look.facts.get(fact, 0.0) for fact in one.facts) for one in of_block.told]
    amounts[0] = add_up((amounts[0], look.bias))
    pairs = zip(of_block.told, amounts, strict=True)
    weighed = [Evidence(one.sentence, amount) for one, amount in pairs if amount]
    is_house = ON_EVERY_PAGE in of_block.sure or count_words(block.text) >= PARAGRAPH_WORDS
    weighed += [by_hand[one] for one in of_block.sure if is_house or one != REPEATED_PARAGRAPH]
    return [one._replace(source=f"{FROM_SITE}{one.source}") for one in weighed]


def _held(trace: Sequence[Verdict], told: Sequence[Repetition], against: Mapping[int, float]) -> Mapping[int, str]:
    """Return the places of the blocks that stay although their balance is *against* them, and why."""
    if not against:
        return {}
    forms = OwnForms(trace, told)
    own = {at: f"{FROM_SITE}{reason}" for at in against if (reason := forms.reason(at))}
    left = against.keys() - own.keys()
    new = {at for at in left if not told[at].is_repeated}
    prose = {at for at in left if told[at].is_prose}
    words = {at: count_words(verdict.block.text) for at, verdict in enumerate(trace) if verdict.kept}
    paragraphs = {at for at in words if told[at].is_prose}
    held = dict.fromkeys(new & prose, PROSE)
    staying = paragraphs - (left - held.keys())
    held |= _held_lines(trace, told, {at: against[at] for at in new - prose}, words, staying)
    held |= _held_paragraphs(told, prose - new, words, paragraphs)
    gone = left - held.keys()
    if _sum(words, words.keys() - gone) < LEAST_WORDS:
        held |= dict.fromkeys(gone, NOTHING)
    return held | own


def _held_lines(
    trace: Sequence[Verdict],
    told: Sequence[Repetition],
    against: Mapping[int, float],
    words: Mapping[int, int],
    paragraphs: Collection[int],
) -> dict[int, str]:
    """Return which of the lines that stand nowhere else stay, and why; *paragraphs* are those that stay.

    Of those that the memory would take of the dev sets' pages, 1,044 between paragraphs are the article's and 326 are
    not as text, 60 and 26 as HTML; of the others 231 and 669 as text.
    """
    if _sum(words, against) > NEW_SHARE * _sum(words, words):
        return dict.fromkeys(against, HELD)
    first, last = min(paragraphs, default=0), max(paragraphs, default=0)
    held = {at: BETWEEN for at in against if first < at < last and trace[at].block.link_density <= LINKED}
    held |= {at: DOUBT for at, balance in against.items() if balance > -NEW_DOUBT}
    return held | {at: SENTENCE for at in against if _is_of_form(trace[at].block, told[at])}


def _held_paragraphs(
    told: Sequence[Repetition], repeated: Set[int], words: Mapping[int, int], paragraphs: Set[int]
) -> dict[int, str]:
    """Return which of the *repeated* paragraphs stay, and why, of all *paragraphs* that the page by itself keeps."""
    house = {at for at in repeated if ON_EVERY_PAGE in told[at].sure}
    doubtful = repeated - house
    is_most = _sum(words, doubtful) > PROSE_SHARE * _sum(words, paragraphs - house)
    return dict.fromkeys(doubtful, MOST) if is_most else {}


def _is_of_form(block: Block, of_block: Repetition) -> bool:
    """Say whether a line of text is a sentence of the one form that the articles of its site have."""
    if block.ancestors or of_block.is_behind or of_block.form_share < COMMON_SHARE:
        return False
    return count_words(block.text) >= RUNNING_WORDS and ends_sentence(block.text)


def _sum(words: Mapping[int, int], places: Iterable[int]) -> int:
    return sum(words[at] for at in places)


def _verdict(verdict: Verdict, evidence: tuple[Evidence, ...], held: str, policy: Policy) -> Verdict:
    if held:
        from_site = add_up(one.amount for one in evidence[len(verdict.evidence) :])
        return replace(verdict, evidence=(*evidence, Evidence(held, -from_site)))
    if add_up(one.amount for one in evidence) > 0:
        return replace(verdict, evidence=evidence)
    kind = likely_kind(evidence)
    if kind in policy.keep:
        return replace(verdict, evidence=evidence)
    return Verdict(verdict.block, False, "evidence", kind=kind, evidence=evidence)
