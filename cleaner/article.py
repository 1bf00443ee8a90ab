"""`Article`: what is left of a page, what was taken, and why."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from cleaner.document.asking import Asked
from cleaner.document.block import Block
from cleaner.document.page import FACTS, LISTS, Metadata
from cleaner.document.verdict import TAKING_TOO_MUCH, Note, Removal, Verdict
from cleaner.render import text as render_text
from cleaner.render.comments import threads
from cleaner.render.shown import Shown
from cleaner.text.language import language_of
from cleaner.text.urls import host_of, is_place_on, named_url

Status = Literal["ok", "short", "empty", "not-an-article", "gated", "consent-wall", "body-in-script", "uncut"]
"""Whether what is kept is an article, and what stood in the way if it is none."""

TRACE_READER = "_trace_reader"
"""Where an article from a worker holds the function that returns its trace, until somebody asks for that."""


@dataclass(frozen=True, repr=False)
class Article:
    """One page's article.

    *trace* has one verdict for each block of the page, in source order, kept or removed: together they are
    all of its text. *notes* say what was not done: removals that a guard refused, matches only marked.
    *confidence* (0 to 1) estimates the chance that the article is a good one: word F1 of 0.9 or more.
    *trafilatura* says whether that was asked for its vote, and why, where it is asked only when unsure.
    *base* is the address from which the page's relative ones count, *images* are the addresses of the pictures beside
    text that is kept. Where each fact comes from: docs/fields.md.
    """

    metadata: Metadata
    trace: tuple[Verdict, ...]
    notes: tuple[Note, ...] = ()
    status: Status = "ok"
    confidence: float = 0.0
    id: str | None = None
    base: str | None = None
    images: tuple[str, ...] = ()
    trafilatura: Asked | None = None

    def __repr__(self) -> str:
        """Say in one line which article it is; its trace would fill pages."""
        named = "".join(f", {name}={value!r}" for name, value in (("id", self.id), ("url", self.url)) if value)
        size = f"{len(self.text.split())} words, {len(self.blocks)} of {len(self.trace)} blocks"
        return f"<Article {self.title!r}: {self.status}, {size}, confidence={self.confidence}{named}>"

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

    @cached_property
    def comments(self) -> tuple[str, ...]:
        """The readers' comments: what rules of the kind `comments` took, and signed threads below; a text for each."""
        return threads(self.trace)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where the links in kept blocks lead, each once, in source order; whole, `http` or `https`.

        Those to places on the page itself are left out, be they written with its address or without.
        """
        given = (link for block in self.blocks for link in block.links if not link.startswith("#"))
        whole = (named_url(link, self.base) for link in dict.fromkeys(given))
        # `<base href="/">` is another page than this one, and a place on that is a link as any other
        return tuple(dict.fromkeys(link for link in whole if link and not is_place_on(link, {self.url})))

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

    @cached_property
    def detected_language(self) -> str | None:
        """What language the text is in, where page and caller do not say; None where that is not sure.

        None also without the extra `language`.
        """
        return None if self.language else language_of(self.text)

    @property
    def site(self) -> str | None:
        """The site's name."""
        return self.metadata.site

    @property
    def url(self) -> str | None:
        """The page's address, as given or as the page says; `http` or `https`."""
        return self.metadata.url

    @property
    def hostname(self) -> str | None:
        """The host in the page's address: `www.ferry.example`."""
        return host_of(self.url) or None

    @property
    def modified(self) -> str | None:
        """When it was changed last, in ISO 8601 as `date` is."""
        return self.metadata.modified

    @property
    def description(self) -> str | None:
        """What the page says of the article in a few sentences."""
        return self.metadata.description

    @property
    def image(self) -> str | None:
        """The address of the picture that the page gives of the article; `http` or `https`."""
        return self.metadata.image

    @property
    def section(self) -> str | None:
        """The part of the site in which it stands."""
        return self.metadata.section

    @property
    def tags(self) -> tuple[str, ...]:
        """The words under which the site files it, at most fifty."""
        return self.metadata.tags

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

        return markdown.render(self.trace, self.title, Shown(links, images, self.base or self.url))

    def html(self, *, links: bool = True, images: bool = False) -> str:
        """Return the article as a small HTML page of its own; all text is escaped, all addresses are of the web."""
        from cleaner.render import html

        return html.render(self.trace, self.metadata, Shown(links, images, self.base or self.url))

    def xml(self, *, links: bool = True, images: bool = False) -> str:
        """Return the article as TEI, the XML of text corpora."""
        from cleaner.render import tei

        return tei.render(self.trace, self.metadata, Shown(links, images, self.base or self.url))

    def facts(self) -> dict[str, str | list[str] | None]:
        """Return what is told of the article besides its text, as plain values, in the order of `FACTS`."""
        return {name: list(getattr(self, name)) if name in LISTS else getattr(self, name) for name in FACTS}

    def to_dict(self, *, removals: bool = False, comments: bool = False) -> dict[str, Any]:
        """Return it as plain values, ready for JSON; what was removed, which is long, where it is asked for."""
        return {
            "id": self.id,
            **self.facts(),
            "status": self.status,
            "confidence": self.confidence,
            **({"trafilatura": self.trafilatura} if self.trafilatura else {}),
            "text": self.text,
            **({"comments": list(self.comments)} if comments else {}),
            **({"removals": [_plain(asdict(removal)) for removal in self.removals]} if removals else {}),
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
