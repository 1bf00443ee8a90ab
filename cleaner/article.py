"""`Article`: what is left of a page, what was taken, and why."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from cleaner.document.block import Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import TAKING_TOO_MUCH, Note, Removal, Verdict
from cleaner.render import text as render_text
from cleaner.render.shown import Shown

Status = Literal["ok", "short", "empty", "not-an-article", "gated", "consent-wall", "body-in-script"]

TRACE_READER = "_trace_reader"
"""Where an article from a worker holds the function that returns its trace, until somebody asks for that."""


@dataclass(frozen=True)
class Article:
    """One page's article.

    *trace* has one verdict for each block of the page, in source order, kept or removed: together they are
    all of its text. *notes* say what was not done: removals that a guard refused, matches only marked.
    *confidence* (0 to 1) estimates the chance that the article is a good one: word F1 of 0.9 or more.
    """

    metadata: Metadata
    trace: tuple[Verdict, ...]
    notes: tuple[Note, ...] = ()
    status: Status = "ok"
    confidence: float = 0.0
    id: str | None = None

    @cached_property
    def text(self) -> str:
        """The article as plain text.

        Blocks are separated by one blank line; the items of one list by a single line break; the cells of one
        table row by a tab, and the rows of one table by a single line break. No line break inside a
        block; none at the end.
        """
        return render_text.render(self.trace)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that are kept, in source order, whole as the page has them."""
        return tuple(verdict.block for verdict in self.trace if verdict.kept)

    @cached_property
    def removals(self) -> tuple[Removal, ...]:
        """What was taken, in source order: whole blocks, and parts of kept ones."""
        return tuple(removal for verdict in self.trace for removal in _removals(verdict))

    @property
    def held_back(self) -> tuple[str, ...]:
        """The full ids of the rules that were held back because they took too much of the article itself."""
        return tuple(sorted({note.rule for note in self.notes if note.guard in TAKING_TOO_MUCH}))

    @property
    def title(self) -> str | None:
        """The headline."""
        return self.metadata.title

    @property
    def authors(self) -> tuple[str, ...]:
        """The names in the byline, as the page gives them."""
        return self.metadata.authors

    @property
    def date(self) -> str | None:
        """When it was published, in ISO 8601: `2026-06-05T14:30:00+02:00`, or as much as the page gives of it."""
        return self.metadata.date

    @property
    def language(self) -> str | None:
        """The page's language, as a two- or three-letter code."""
        return self.metadata.language

    @property
    def site(self) -> str | None:
        """The site's name."""
        return self.metadata.site

    @property
    def url(self) -> str | None:
        """The page's address, as given or as the page says; `http` or `https`."""
        return self.metadata.url

    if not TYPE_CHECKING:  # a type checker would let every name pass

        def __getattr__(self, name: str) -> Any:
            """Read the trace of an article from a worker: who receives it may want its text alone."""
            own = vars(self)
            if name == "trace" and (read := own.get(TRACE_READER)):
                own["trace"] = read()
                own.pop(TRACE_READER, None)
            try:
                return own[name]
            except KeyError:
                raise AttributeError(f"an article has no {name}") from None

    def markdown(self, *, links: bool = True, images: bool = False) -> str:
        """Return the article as Markdown (CommonMark with GitHub's tables), with its title as the first heading."""
        from cleaner.render import markdown

        return markdown.render(self.trace, self.title, Shown(links, images, self.url))

    def html(self, *, links: bool = True, images: bool = False) -> str:
        """Return the article as a small HTML page of its own; all text is escaped, all addresses are of the web."""
        from cleaner.render import html

        return html.render(self.trace, self.metadata, Shown(links, images, self.url))

    def xml(self, *, links: bool = True, images: bool = False) -> str:
        """Return the article as TEI, the XML of text corpora."""
        from cleaner.render import tei

        return tei.render(self.trace, self.metadata, Shown(links, images, self.url))

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values, ready for JSON."""
        return {
            "id": self.id,
            **asdict(self.metadata),
            "authors": list(self.authors),
            "status": self.status,
            "confidence": self.confidence,
            "text": self.text,
            "removals": [_plain(asdict(removal)) for removal in self.removals],
            "notes": [_plain(asdict(note)) for note in self.notes],
        }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing; make lists of tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None and value != "" and value != ()
    }


def _removals(verdict: Verdict) -> list[Removal]:
    block = verdict.block
    if not verdict.kept:
        reason = (verdict.kind, verdict.source, verdict.rule, block.path)
        return [Removal(block.number, block.text, *reason, also=verdict.also, evidence=verdict.evidence)]
    return [
        Removal(block.number, block.text[t.start : t.end], t.kind, "rule", t.rule, block.path, t.start, t.end)
        for t in verdict.trims
    ]
