"""Results as rows of text, and as sentences."""

from cleaner.evaluation.convention import OwnConvention
from cleaner.evaluation.result import Result, Row
from cleaner.scoring.calibration import NOTHING_TO_SORT, calibrate
from cleaner.text.counted import counted

HEADS = (
    "word F1", "prec", "rec", "shingle F1", "prec", "rec", "LSum", "exact", "foreign", "para", "with", "without",
    "lost", "ms/page", "ratio",
)  # fmt: skip
"""The columns after the system's name."""
WORST_HEADS = ("worst pages", "word F1", "prec", "rec", "foreign", "url")
"""The columns of `worst`."""


def cells(row: Row) -> tuple[str, ...]:
    """Return one row's values under `HEADS`; a dash stands for what is not known."""
    score = row.score
    shares = (
        score.f1, score.precision, score.recall, score.shingles.f1, score.shingles.precision, score.shingles.recall,
        row.lsum, score.exact, score.foreign, score.paragraph_f1, score.wanted, score.unwanted,
    )  # fmt: skip
    lost, ratio = "-" if row.lost is None else str(row.lost), "-" if row.ratio is None else f"{row.ratio:.2f}"
    return (*map(share, shares), lost, f"{row.milliseconds:.1f}", ratio)


def headline(result: Result) -> str:
    """Return the set's name, size and road."""
    return f"{result.known.name}: {counted(len(result.known.pages), 'page')}, road {result.road}"


def confidence(result: Result, system: str) -> str:
    """Say how well the confidence of *system* sorts its pages."""
    outputs = result.outputs[system]
    sure = [outputs[score.id].confidence for score in result.scores[system]]
    told = [one for one in sure if one is not None]
    found = calibrate(told, [score.f1 for score in result.scores[system]]) if len(told) == len(sure) else None
    return f"confidence of {system}: {found or NOTHING_TO_SORT}"


def convention(own: OwnConvention) -> str:
    """Say what each half of a set's articles holds of their pages' parts, as far as cleaner does otherwise."""
    first, second = own.halves
    return f"own convention of half of the hosts: {first}; of the other half: {second}"


def worst(result: Result, system: str, count: int) -> list[tuple[str, ...]]:
    """Return the *count* pages on which *system* does worst by word F1, a row each under `WORST_HEADS`."""
    ranked = sorted(zip(result.scores[system], result.known.pages, strict=True), key=lambda one: one[0].f1)
    return [
        (
            score.id,
            share(score.f1),
            share(score.precision),
            share(score.recall),
            str(len(score.foreign)),
            page.truth.url or "",
        )
        for score, page in ranked[:count]
    ]


def share(value: float | None) -> str:
    """Return a share with four digits, or a dash."""
    return "-" if value is None else f"{value:.4f}"
