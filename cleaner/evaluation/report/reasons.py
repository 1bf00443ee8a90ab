"""Why is this text in the article, or not? The trace's answer, for words of the output and of the truth."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from cleaner.article import Article
from cleaner.render.trace import explain, lines
from cleaner.rules import Rule
from cleaner.scoring.words import Shingle, split_words, trigrams

NOWHERE = "the page's text does not hold it"


class Reasons:
    """The reasons behind one article, found by block number or by the words of what was taken."""

    def __init__(self, article: Article, rules: Mapping[str, Rule]) -> None:
        said = explain(article.trace, article.notes, rules)
        self._said = {one.verdict.block.number: "; ".join(lines(one, every_fact=True)[1:]) for one in said}
        self.owners = [v.block.number for v in article.trace if v.kept for _ in split_words(v.text)]
        """For each word of the article's text, the number of its block."""
        self._taken = [(removal.block, split_words(removal.text)) for removal in article.removals]
        self._places: dict[Shingle, list[int]] = defaultdict(list)
        for block, words in self._taken:
            for run in trigrams(words):
                self._places[run].append(block)

    def of_kept(self, block: int) -> str:
        """Say what kept a block."""
        said = self._said[block]
        return said if said.startswith("kept: ") else f"kept: {said}"

    def of_lost(self, words: Sequence[str]) -> str:
        """Say what took *words*, which the truth has and the article has not."""
        block = self._block_of(list(words))
        return NOWHERE if block is None else self._said[block]

    def _block_of(self, words: list[str]) -> int | None:
        votes = Counter(block for run in trigrams(words) for block in self._places.get(run, ()))
        if votes:
            return votes.most_common(1)[0][0]
        wanted = f" {' '.join(words)} "
        return next((block for block, taken in self._taken if wanted in f" {' '.join(taken)} "), None)
