"""What trafilatura finds of an article's metadata where the page itself does not say."""

from dataclasses import replace
from typing import Any

from cleaner.document.page import Metadata


def fill_metadata(metadata: Metadata, root: Any, url: str | None) -> Metadata:
    """Return *metadata* with what is missing of title, authors and date as trafilatura finds it in *root*.

    It is asked only where the page does not even name a title (none of 700 pages of the known sets), and searches
    no running text for dates, which would take longer than all the rest together; bylines are read from the blocks
    that are removed.
    """
    if metadata.title:
        return metadata
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(root, url, None, extensive=False)
    except Exception:  # whatever it stumbles over, the article can do without
        return metadata
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return replace(
        metadata,
        title=metadata.title or found.title,
        authors=metadata.authors or authors,
        date=metadata.date or found.date,
    )
