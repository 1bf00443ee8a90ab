"""How good a training is, what it changed, and which weights contradict what everybody expects of their facts."""

import re
from collections.abc import Iterator
from typing import get_args

from cleaner.classifier.model_file import Look, ModelFile, Table
from cleaner.features.sentences import sentence
from cleaner.scoring.calibration import NOTHING_TO_SORT
from cleaner.text.counted import counted
from cleaner.training.judge import Judged
from cleaner.training.train import Trained

NOTICEABLE = 0.3
"""Log-odds. Smaller changes, and smaller contradictions, are what correlated facts do to each other. Not measured."""

_EXPECTED = (
    (1, r"links\.none|ends\.sentences?|is\.core|vote\.yes|words\.81\+|alike\.prose\.(?:most|all)|parent\.prose\.all"),
    (1, r"second\.first-look\.(?:above|far-above)|second\.run\.inside|body\.says-it"),
    (-1, r"links\.all|vote\.no|title\.says-it|main\.outside|inside\.(?:nav|footer|aside|form|button)|copy\.later"),
    (-1, r"named\.(?:related|share|comment|newsletter|navigation|ad|consent|popular|tags)|is\.no-word"),
    (-1, r"second\.first-look\.(?:below|far-below)|second\.run\.(?:before|after)|body\.does-not"),
)
"""The sign that everybody expects of a weight, by its fact: judgement, not measurement."""


def found(trained: Trained) -> Iterator[str]:
    """Yield a line for each figure on unseen hosts, and for each amount set by hand that held for a block there."""
    for table, judged in trained.judged.items():
        yield f"{table}: {judged.share:.1%} of the blocks of unseen hosts on the right side, counted by length"
        yield from gains(judged)
    for table, calibration in trained.calibrated.items():
        yield f"{table}: confidence in pages of unseen hosts: {calibration or NOTHING_TO_SORT}"
    for road, pages in trained.site_pages.items():
        yield f"{road}: what sites weigh is fitted on {counted(pages, 'page')} of sites with several"


def changes(old: ModelFile, new: ModelFile) -> Iterator[str]:
    """Yield a line for each weight that changed noticeably, the greatest change first."""
    found = []
    for name, before, after in _looks(old, new):
        for fact in sorted({*before.facts, *after.facts}):
            one, other = (look.facts[fact][0] if fact in look.facts else 0.0 for look in (before, after))
            if abs(other - one) >= NOTICEABLE:
                found.append((-abs(other - one), f"{name}: {fact} {one:+.2f} -> {other:+.2f}  {sentence(fact)}"))
    yield from (line for _, line in sorted(found))


def contradictions(file: ModelFile) -> Iterator[str]:
    """Yield a line for each weight whose sign is not what its sentence makes one expect.

    Only facts whose meaning leaves no doubt are judged; the weight of a fact counts beside all others that hold
    with it, so a contradiction is a reason to look, not a proof.
    """
    for name, look, _ in _looks(file, file):
        for fact, (weight, _) in sorted(look.facts.items()):
            expected = next((sign for sign, pattern in _EXPECTED if re.fullmatch(pattern, fact)), 0)
            if expected * weight <= -NOTICEABLE:
                yield f"{name}: {fact} weighs {weight:+.2f}, yet: {sentence(fact)}"


def gains(judged: Judged) -> Iterator[str]:
    """Yield a line for each amount set by hand that held for a block: what it does on hosts not fitted on."""
    for says, gain in sorted(judged.gains.items()):
        yield (
            f"by hand: {says}: {counted(gain.blocks, 'block')}, {gain.of_article} of the article; "
            f"it sets {gain.mended} right and {gain.spoilt} wrong"
        )


def _looks(old: ModelFile, new: ModelFile) -> Iterator[tuple[str, Look, Look]]:
    for table in get_args(Table):
        for look in ("first", "second"):
            yield f"{table} {look}", getattr(getattr(old, table), look), getattr(getattr(new, table), look)
