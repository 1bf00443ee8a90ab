"""What trafilatura finds of an article's metadata where the page itself does not say."""

from dataclasses import replace
from typing import Any

from cleaner.model import Metadata


def fill_metadata(metadata: Metadata, root: Any, url: str | None) -> Metadata:
    """Return *metadata* with what is missing of title, authors and date as trafilatura finds it in *root*.

    Its search can take longer than all the rest together, so it is left out where the page itself names the
    title and at least the authors or the date.
    """
    if metadata.title and (metadata.authors or metadata.date):
        return metadata
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(root, url, None, True)
    except Exception:  # whatever it stumbles over, the article can do without
        return metadata
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return replace(
        metadata,
        title=metadata.title or found.title,
        authors=metadata.authors or authors,
        date=metadata.date or found.date,
    )
