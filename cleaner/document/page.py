"""`Page`: what comes in; `Metadata`: what is known of it; `Failure`: what stands for one that cannot be cleaned."""

from dataclasses import dataclass
from typing import Literal

FACTS = (
    "title", "authors", "date", "language", "site", "url", "modified", "description", "image", "section", "tags",
    "hostname", "detected_language", "links", "images",
)  # fmt: skip
"""What is told of an article besides its text, by the names of its attributes; None, or empty, where it is unknown."""
LISTS = frozenset({"authors", "tags", "links", "images"})
"""Those of them that are several texts."""

TextForm = Literal["lines", "wrapped", "torn", "one-line", "markdown"]
"""Where the blocks of a text end: at each line, at empty lines (the others only wrap it), at sentences, or as Markdown
has it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One input: HTML (bytes as served, or decoded) or text that someone already scraped.

    One of *html* and *text* is given. A missing value (a null cell of a table: None, NaN) makes a page that
    cannot be cleaned, or one without that fact. *language* is a BCP-47 code, if known; *encoding* is the label that
    came with HTML as bytes, as in an HTTP header. *text_form* says how *text* is cut; None looks at it.
    """

    html: bytes | str | None = None
    text: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    encoding: str | None = None
    text_form: TextForm | None = None

    def __post_init__(self) -> None:
        for name in ("html", "text"):
            if not isinstance(getattr(self, name), (bytes, str)):
                object.__setattr__(self, name, None)
        for name in ("url", "language", "id", "encoding"):
            value = getattr(self, name)
            if isinstance(value, float) and value != value:
                object.__setattr__(self, name, None)
        if self.html is not None and self.text is not None:
            raise ValueError("a Page takes either html or text, and not both")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article besides its text.

    *date* is that of publication in ISO 8601: `2026-06-05T14:30:00+02:00`, without what the page does not give:
    the zone (`2026-06-05T14:30:00`) or the time (`2026-06-05`); so is *modified*. *url* and *image*, the picture that
    the page gives of the article, are of the web (`http`, `https`). *tags* are at most fifty.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None
    modified: str | None = None
    description: str | None = None
    image: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be cleaned, as a value in a stream.

    *error* is a sentence. *status* is `unreadable` (no text in it), `timeout`, `memory`, `crash` (a worker
    process died of it, twice), or `error`.
    """

    page: Page
    error: str
    status: str = "error"
