"""cleaner with a memory of a set's own sites, as a system beside cleaner without it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cleaner.api import Cleaner, remember
from cleaner.article import Article
from cleaner.errors import InputError, PageError
from cleaner.evaluation.roads import Road, enter
from cleaner.evaluation.systems import System
from cleaner.io.known_set import KnownPage
from cleaner.sites import SiteMemory

NAME = "cleaner-sites"


@contextmanager
def knowing_sites(cleaner: Cleaner, pages: Sequence[KnownPage], road: Road) -> Iterator[System]:
    """Yield *cleaner* with what all *pages* show of their sites, as it is after a first pass over them.

    Raises `MissingExtraError` where the pages of a road cannot be had.
    """
    with TemporaryDirectory(prefix="cleaner-sites-") as folder:
        path = Path(folder) / "sites.sqlite"
        remember(path, _articles(cleaner, pages, road))
        yield System(NAME, cleaner.with_site_memory(SiteMemory(path)).clean)


def _articles(cleaner: Cleaner, pages: Sequence[KnownPage], road: Road) -> Iterator[Article]:
    for known in pages:
        try:
            yield cleaner.clean(enter(known, road))
        except (InputError, PageError):  # measured as a failure in its turn
            continue
