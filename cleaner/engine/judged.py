"""`Judged`: a page as it is judged by itself, and what is needed to judge it beside others of its site."""

from dataclasses import dataclass

from cleaner.article import Article
from cleaner.classifier.model_file import Road
from cleaner.engine.pictures import Picture


@dataclass(frozen=True, slots=True)
class Judged:
    """One page by itself. Pickles, so that it can wait on the disk until more is known of its site.

    *voted* are the blocks that trafilatura counts as the article, *shielded* those that no evidence may take. *is_free*
    is what the page says of its being free to read, *body_in_script* that it leaves its text to a script, *is_uncut*
    that it is text on one line; *pictures* are all that it has; *month_first* is how it writes dates in figures.
    """

    article: Article
    road: Road
    voted: frozenset[int] = frozenset()
    shielded: frozenset[int] = frozenset()
    is_free: bool | None = None
    body_in_script: bool = False
    is_uncut: bool = False
    pictures: tuple[Picture, ...] = ()
    month_first: bool = False
