"""`python -m tests.known_set`: writes fixtures/known-set anew, a tiny known set made of four fixture pages."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from cleaner.io.known_set import Truth, write_set
from tests.fixture_pages import FOLDER as PAGES
from tests.fixture_pages import FixturePage

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "known-set"
NAMES = (
    "japanese--member-note-and-related",
    "polish--czytaj-takze-and-pod-reklama",
    "turkish--haberin-devami-and-source",
    "wordpress-sharedaddy--related-posts-and-reply-form",
)


def known_pages() -> Iterator[tuple[Truth, bytes]]:
    """Yield what the set is made of."""
    for name in NAMES:
        fixture = FixturePage(PAGES / name)
        facts, body = fixture.facts, fixture.article or ""
        truth = Truth(
            id=name.partition("--")[0],
            body=body,
            url=facts["url"],
            host=urlsplit(facts["url"]).hostname,
            lang=facts["language"],
            title=facts["title"],
            author=", ".join(facts["authors"]),
            date=str(facts["date"]),
            paragraphs=tuple(filter(None, body.split("\n"))),
            wanted=tuple(facts["keeps"]),
            unwanted=tuple(facts["removes"]),
        )
        yield truth, (fixture.folder / "page.html").read_bytes()


if __name__ == "__main__":
    write_set(FOLDER, known_pages())
