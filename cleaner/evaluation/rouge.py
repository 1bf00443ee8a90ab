"""ROUGE-LSum (Lin 2004), computed by Google's rouge-score package, an optional extra.

Lines stand for sentences. Words are ours: the package's own tokenizer knows no letters but a to z, and
would find nothing to compare in most languages.
"""

from cleaner.errors import MissingExtraError
from cleaner.scoring.words import split_words


class Rouge:
    """A scorer that is set up once. Time grows with the product of both lengths: a second for long pages."""

    def __init__(self) -> None:
        try:
            from rouge_score.rouge_scorer import RougeScorer
        except ImportError as error:
            raise MissingExtraError("rouge-score", "bench") from error
        self._scorer = RougeScorer(["rougeLsum"], tokenizer=_Words())

    def f1(self, output: str, right: str) -> float:
        """Return ROUGE-LSum F1, 0 to 1, of an output against the right text."""
        return float(self._scorer.score(right, output)["rougeLsum"].fmeasure)


class _Words:
    """What rouge-score asks of a tokenizer."""

    def tokenize(self, text: str) -> list[str]:
        return split_words(text)
