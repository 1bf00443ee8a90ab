"""`make fuzz N=100000 SEED=7`: checks as many cases as are wanted, and shows each that fails as small as it gets."""

import argparse
import os
import re
import sys
from collections import Counter
from dataclasses import replace
from functools import partial
from multiprocessing import Pool

from cleaner.document.page import Page
from tests.fuzz.cases import make_page
from tests.fuzz.check import fault

SAY = sys.stdout.write


def main() -> int:
    """Check the cases; return 1 if any fails."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz")
    options.add_argument("-n", type=int, default=20_000, help="how many cases")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--case", type=int, help="this case only")
    given = options.parse_args()
    numbers = range(given.n) if given.case is None else [given.case]
    found: Counter[str] = Counter()
    with Pool(min(len(numbers), os.cpu_count() or 1)) as pool:
        for number, wrong in zip(numbers, pool.imap(partial(_fault, given.seed), numbers, 20), strict=True):
            if wrong:
                found[_sort(wrong)] += 1
                if found[_sort(wrong)] == 1:
                    SAY(f"seed {given.seed} case {number}: {wrong}\n")
                    SAY(f"    {shrink(make_page(given.seed, number), _sort(wrong))}\n")
    SAY(f"{len(numbers)} cases, {sum(found.values())} fail\n")
    for wrong, count in found.most_common():
        SAY(f"{count:6} {wrong}\n")
    return 1 if found else 0


def _fault(seed: int, number: int) -> str:
    return fault(make_page(seed, number))


def _sort(wrong: str) -> str:
    """Return what is the same for cases that fail alike."""
    return re.sub(r"'.*?'|\d[\d.]*", "…", wrong)[:60]


def shrink(page: Page, sort: str, tries: int = 400) -> Page:
    """Return the page with all taken out that is not needed for it to fail in the same way."""
    for name in ("url", "language"):
        if getattr(page, name) and _sort(fault(replace(page, **{name: None}))) == sort:
            page = replace(page, **{name: None})
    name = "text" if page.html is None else "html"
    source = getattr(page, name)
    size = len(source) // 2
    while size and tries:
        at = 0
        while at < len(source) and tries:
            tries -= 1
            less = source[:at] + source[at + size :]
            if _sort(fault(replace(page, **{name: less}))) == sort:
                source = less
            else:
                at += size
        size //= 2
    return replace(page, **{name: source})


if __name__ == "__main__":
    raise SystemExit(main())
