"""How results travel from a worker: as what `pickle.loads` reads, in less time than by pickle's own ways.

An article brings its text at once, and its trace packed by itself. The ways below are this module's alone: what a
host pickles goes pickle's own.
"""

import copyreg
import io
import pickle
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any

from cleaner.article import TRACE_READER, Article
from cleaner.document.block import Ancestor, Block
from cleaner.document.markup import Mark, Markup
from cleaner.document.verdict import Evidence, Verdict

_Way = Callable[[Any], tuple[Any, ...]]
_BESIDE_THE_TRACE = ("metadata", "notes", "status", "confidence", "id", "base", "images", "trafilatura", "text")
_BLOCK = ("number", "text", "tag", "ancestors", "linked", "links", "opens_linked", "ends_linked", "breaks", "markup")
_VERDICT = ("block", "kept", "source", "rule", "kind", "also", "trims", "evidence")


def pack(value: Any) -> bytes:
    """Return *value* as `pickle.loads` reads it. Raises what pickle raises for what it cannot write."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=5)
    pickler.dispatch_table = {**copyreg.dispatch_table, **_WAYS}  # a host may have added to the first since
    pickler.dump(value)
    return file.getvalue()


def _as_call(kind: type[Any], names: tuple[str, ...]) -> _Way:
    """Return the way of writing a value of *kind* as a call with these fields."""
    values = attrgetter(*names)
    return lambda one: (kind, values(one))


def _article(article: Article) -> tuple[Any, ...]:
    """Write an article with its text, and its trace packed by itself: who receives it may want the text alone."""
    reader = vars(article).get(TRACE_READER) or partial(pickle.loads, pack(article.trace))
    beside = {name: getattr(article, name) for name in _BESIDE_THE_TRACE}
    return copyreg.__newobj__, (Article,), {**beside, TRACE_READER: reader}  # type: ignore[attr-defined]


# the thousands of values that the trace of an article is made of
_WAYS: dict[type[Any], _Way] = {
    Ancestor: _as_call(Ancestor, Ancestor._fields),
    Evidence: _as_call(Evidence, Evidence._fields),
    Markup: _as_call(Markup, Markup._fields),
    Mark: _as_call(Mark, Mark._fields),
    Block: _as_call(Block, _BLOCK),
    Verdict: _as_call(Verdict, _VERDICT),
    Article: _article,
}
