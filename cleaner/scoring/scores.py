"""How near an output is to the truth, for one page and for a set.

Words as a bag, macro-averaged, as in WCXB (Foley 2026); 4-word shingles, each page weighing the same
and summed before dividing, as in the article-extraction-benchmark (Zyte/ScrapingHub 2019); paragraph
F1 as in Fundus (Dallabetta et al. 2024), on normalised words. All shares lie between 0 and 1.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from cleaner.io.known_set import Truth
from cleaner.scoring.words import Shingle, lower_words, shingles, split_words, trigrams

FOREIGN_BELOW = 0.2
"""Share of the word trigrams of a line that must stand in the truth, or the line is foreign. Not measured."""
TITLE_FROM = 0.8
"""Share of the words of a line, of at least three, that must stand in the title for the line to be it. Not measured."""
LOST_BELOW, LOST_BY = 0.6, 0.25
"""An article is lost where a smaller share of its words is kept, and another tool keeps so much more of them. Not
measured: a definition, as docs/bench.md has it."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of what two texts hold together: *shared* by both, *extra* in the output, *lost* from it."""

    shared: float = 0.0
    extra: float = 0.0
    lost: float = 0.0

    @property
    def precision(self) -> float:
        """Share of the output that is right."""
        return _share(self.shared, self.shared + self.extra)

    @property
    def recall(self) -> float:
        """Share of the truth that is there."""
        return _share(self.shared, self.shared + self.lost)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one output fared. *foreign* holds its foreign lines; *paragraph_f1* is None where cuts are unknown.

    *wanted* and *unwanted* say for each snippet whether the output holds it.
    """

    id: str
    precision: float
    recall: float
    f1: float
    shingles: Overlap
    exact: bool
    foreign: tuple[str, ...]
    paragraph_f1: float | None
    wanted: tuple[bool, ...]
    unwanted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class SetScore:
    """How a system fared on a set: means over pages or, for snippets, over snippets; None where unknown."""

    pages: int
    f1: float
    precision: float
    recall: float
    shingles: Overlap
    exact: float
    foreign: float
    paragraph_f1: float | None
    wanted: float | None
    unwanted: float | None


def score_page(body: str, truth: Truth) -> PageScore:
    """Compare one output, its blocks on lines of their own, with the truth."""
    words, right = split_words(body), split_words(truth.body)
    precision, recall = _precision_and_recall(words, right)
    found = " ".join(body.lower().split())
    return PageScore(
        id=truth.id,
        precision=precision,
        recall=recall,
        f1=harmonic(precision, recall),
        shingles=_overlap(shingles(words), shingles(right)),
        exact=shingles(words) == shingles(right),
        foreign=foreign_lines(body, truth),
        paragraph_f1=_paragraph_f1(body, truth.paragraphs) if truth.paragraphs else None,
        wanted=_holds(found, truth.wanted),
        unwanted=_holds(found, truth.unwanted),
    )


def word_f1(body: str, right: str) -> float:
    """Return the word F1 of an output beside the *right* text, as `score_page` has it."""
    return harmonic(*_precision_and_recall(split_words(body), split_words(right)))


def score_set(scores: Sequence[PageScore]) -> SetScore:
    """Sum up the scores of all pages of a set. Raises `ValueError` if there are none."""
    if not scores:
        raise ValueError("there are no pages to score")
    overlaps = [score.shingles for score in scores]
    return SetScore(
        pages=len(scores),
        f1=fmean(score.f1 for score in scores),
        precision=fmean(score.precision for score in scores),
        recall=fmean(score.recall for score in scores),
        shingles=Overlap(
            sum(o.shared for o in overlaps), sum(o.extra for o in overlaps), sum(o.lost for o in overlaps)
        ),
        exact=fmean(score.exact for score in scores),
        foreign=fmean(bool(score.foreign) for score in scores),
        paragraph_f1=_mean([score.paragraph_f1 for score in scores if score.paragraph_f1 is not None]),
        wanted=_mean([hit for score in scores for hit in score.wanted]),
        unwanted=_mean([hit for score in scores for hit in score.unwanted]),
    )


def is_lost(own: PageScore, other: PageScore) -> bool:
    """Say whether an article is lost to the reader of *own* that another tool kept."""
    return own.recall < LOST_BELOW and other.recall > own.recall + LOST_BY


def foreign_lines(body: str, truth: Truth) -> tuple[str, ...]:
    """Return the lines of an output that are not the article; the page's title is none of them."""
    right = split_words(truth.body)
    runs = {*trigrams(right), *((word,) for word in right)}
    titles = {*lower_words(truth.page_title or ""), *lower_words(truth.title or "")}
    return tuple(line for line in body.split("\n") if _is_foreign(split_words(line), runs, titles))


def _precision_and_recall(words: list[str], right: list[str]) -> tuple[float, float]:
    both = (Counter(words) & Counter(right)).total()
    return both / len(words) if words else float(not right), both / len(right) if right else float(not words)


def _is_foreign(words: list[str], runs: set[Shingle], titles: set[str]) -> bool:
    if not words:
        return False
    own = trigrams(words) or [(word,) for word in words]
    if sum(run in runs for run in own) / len(own) >= FOREIGN_BELOW:
        return False
    return len(words) <= 2 or sum(word in titles for word in words) / len(words) < TITLE_FROM


def _overlap(output: Counter[Shingle], right: Counter[Shingle]) -> Overlap:
    both, size, wanted = (output & right).total(), output.total(), right.total()
    whole = (size + wanted - both) or 1
    return Overlap(both / whole, (size - both) / whole, (wanted - both) / whole)


def _paragraph_f1(body: str, paragraphs: Sequence[str]) -> float:
    output, right = _normalised(body.split("\n")), _normalised(paragraphs)
    both = (output & right).total()
    return harmonic(_share(both, output.total()), _share(both, right.total()))


def _normalised(paragraphs: Sequence[str]) -> Counter[str]:
    return Counter(filter(None, (" ".join(lower_words(paragraph)) for paragraph in paragraphs)))


def _holds(text: str, snippets: Sequence[str]) -> tuple[bool, ...]:
    return tuple(" ".join(snippet.lower().split()) in text for snippet in snippets)


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean (F1); 0 if both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None
