"""What the spider yields: the pipeline fills in what is left empty."""

from dataclasses import dataclass, field


@dataclass
class Story:
    """One page."""

    url: str
    html: str | None
    text: str | None = None
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    date: str | None = None
    status: str | None = None
    error: str | None = None
