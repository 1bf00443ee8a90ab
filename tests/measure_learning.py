"""Memory and time of learning from a site with ten million distinct texts: `python -m tests.measure_learning`.

What docs/learn.md quotes. The texts are made up, and nothing is cleaned: this is about counting.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from cleaner.learning.decide import Judge, Thresholds
from cleaner.learning.learn import PAGES, learn_site
from cleaner.learning.observation import Observation, Seen, digest
from cleaner.learning.spill import Spool, Table
from cleaner.rules import bundled_rules
from cleaner.sites.packed_page import PackedPage

TEXTS, A_PAGE, HOUSE = 10_000_000, 40, 5
HOST = "tideway-post.example"


def seen(text: str, *, is_house: bool) -> Seen:
    """Return a text as it stands on a page."""
    look, names = ("aside > p.promo", (".promo",)) if is_house else ("div.story > p", (".story",))
    flags = dict.fromkeys(("by_rule", "linked", "head", "tail", "author", "title"), False)
    return Seen(
        digest(text), text, "", b"", True, kind="", rule="", look=look, selectors=names, role="p", prose=not is_house,
        follower=b"", **flags,
    )  # fmt: skip


def pages(texts: int) -> Iterator[Observation]:
    """Yield pages that hold so many different texts in all, and a few that stand on each."""
    house = tuple(seen(f"House text number {number} of the paper", is_house=True) for number in range(HOUSE))
    for page in range(texts // A_PAGE):
        address = f"https://{HOST}/section-{page % 7}/{page}.html"
        own = (
            f"The council met for the {page * A_PAGE + at}th time and nobody went home early." for at in range(A_PAGE)
        )
        made = (*(seen(text, is_house=False) for text in own), *house)
        packed = PackedPage(HOST, page, b"")
        yield Observation(
            digest(address), HOST, address, f"section-{page % 7}", "2024-05-03", (made[0].key,), made, (), packed
        )


def main(texts: int) -> None:
    """Learn, and say what it took."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table: Table[Observation] = Table(folder, PAGES)
        for observation in pages(texts):
            table.add((observation.domain, observation.page), observation)
        spool = Spool(folder, (observation for _, observation in table))
        site = learn_site(HOST, spool, Judge(bundled_rules().rules, Thresholds()), folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{texts:,} texts on {site.pages:,} pages: {len(site.entries)} entries, {peak:.0f} MB, ")
    sys.stdout.write(f"{time.perf_counter() - start:.0f} s\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TEXTS)
