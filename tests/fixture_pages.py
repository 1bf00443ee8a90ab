"""The folders under fixtures/pages: what came in, and what a careful editor would leave."""

from pathlib import Path

from cleaner.authoring.fixtures import FixturePage, read_fixtures

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "pages"

__all__ = ["FOLDER", "FixturePage", "all_pages"]


def all_pages() -> list[FixturePage]:
    """Return every fixture page, by name."""
    return read_fixtures([FOLDER])
