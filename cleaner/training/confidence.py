"""What the signs of a whole page weigh: the chance that an article is a good one, fitted on pages of unseen hosts."""

from collections.abc import Sequence

from cleaner.classifier.confidence import confidence
from cleaner.classifier.model import look_weights
from cleaner.classifier.model_file import Look
from cleaner.errors import MissingExtraError
from cleaner.scoring.calibration import GOOD, Calibration, calibrate
from cleaner.training.cleaned import Outcome
from cleaner.training.fit import folds

SIGN_STRENGTH = 1.0
"""Inverse strength of the penalty (the C of scikit-learn), beside pages that count 1 on the average. There are a dozen
signs and thousands of pages: it hardly bears on them."""


def fit_confidence(outcomes: Sequence[Outcome]) -> Look | None:
    """Return what signs weigh for a word F1 of `GOOD` and more; None where all *outcomes* are good, or all bad.

    Raises `MissingExtraError` without scikit-learn.
    """
    try:
        import numpy as np
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        raise MissingExtraError("scikit-learn", "train") from None
    good = [one.f1 >= GOOD for one in outcomes]
    if len(set(good)) < 2:
        return None
    names = sorted(outcomes[0].signs)
    counts = np.array([one.counts for one in outcomes])
    model = LogisticRegression(C=SIGN_STRENGTH, max_iter=2_000)
    model.fit(
        np.array([[one.signs[name] for name in names] for one in outcomes]), good, sample_weight=counts / counts.mean()
    )
    weights = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)}
    bias = round(float(model.intercept_[0]), 2)
    return Look(bias=(bias, bias), facts={name: (weight, weight) for name, weight in weights.items() if weight})


def calibrate_unseen(outcomes: Sequence[Outcome]) -> Calibration | None:
    """Judge the confidence in *outcomes* by weights that were fitted without their hosts.

    None as in `fit_confidence`, also where that holds without a part of the hosts, and for pages of a single one.

    Raises `MissingExtraError` without scikit-learn.
    """
    if len({one.host for one in outcomes}) < 2:
        return None
    found: dict[int, float] = {}
    for others, own in folds(outcomes):
        look = fit_confidence([outcomes[at] for at in others])
        if look is None:
            return None
        found |= {at: _confidence(outcomes[at], look) for at in own}
    return calibrate([found[at] for at in range(len(outcomes))], [one.f1 for one in outcomes])


def _confidence(outcome: Outcome, look: Look) -> float:
    return confidence(outcome.signs, look_weights(look), believed=outcome.believed)
