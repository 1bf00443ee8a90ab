"""Memory, time and size of a memory of sites to which made-up pages are added: `python -m tests.measure_sites`.

What docs/learn.md quotes. Pages are tiny and nothing is cleaned: this is about keeping and finding them.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from cleaner.sites.packed_page import PackedPage, pack
from cleaner.sites.seen_page import SeenBlock, SeenPage, digest
from cleaner.sites.site_memory import SiteMemory, add_pages

PAGES, SITES, OWN, HOUSE = 1_000_000, 10_000, 4, 4


def pages(count: int, sites: int) -> Iterator[PackedPage]:
    """Yield *count* pages, the sites in turn: on each stand texts of its own, and those of its site."""
    look = digest("div.story")
    for number in range(count):
        site = f"paper-{number % sites}.example"
        texts = [f"{site} {number} {at}" for at in range(OWN)] + [f"{site} {at}" for at in range(HOUSE)]
        digests = list(map(digest, texts))
        blocks = tuple(SeenBlock(text, 0, look, "body", "line", True, False) for text in digests)
        page = SeenPage(digest(f"https://{site}/{number}"), frozenset(digests[:OWN]), blocks)
        yield PackedPage(site, page.page, pack(page))


def main(count: int, sites: int) -> None:
    """Add the pages, look at some sites, and say what it took."""
    start = time.process_time()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "sites.sqlite"
        add_pages(path, pages(count, sites))
        added, size = time.process_time() - start, path.stat().st_size / 2**20
        memory = SiteMemory(path)
        looked = min(sites, 1_000)
        known = [memory.known(f"paper-{site}.example") for site in range(looked)]
        kept = sum(memory.sites().values())
        read = time.process_time() - start - added
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{count:,} pages of {sites:,} sites: {added:.0f} s, {peak:.0f} MiB, ")
    sys.stdout.write(f"{kept:,} kept in {size:.0f} MiB, {1000 * read / len(known):.1f} ms to read a site\n")


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(*(given if len(given) == 2 else (PAGES, SITES)))
