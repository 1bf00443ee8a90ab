"""What many rules cost: `python -m benchmarks.many_rules RULES PAGES...` tells it of one set, in a process of its own.

A process a set: memory that one set took and gave back would be counted for no other.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from time import process_time
from typing import NamedTuple

from benchmarks.clock import per_page, resident
from benchmarks.pages import read_pages


class Cost(NamedTuple):
    """Seconds to load a set of rules that was compiled before, megabytes that it holds, milliseconds a page."""

    load: float
    memory: float
    page: float


def cost_of(rules: Path, folders: Sequence[Path], most: int, repeats: int) -> Cost:
    """Return what the rules in a folder cost, beside the bundled ones; the first start compiles and is not counted."""
    asked = [sys.executable, "-m", "benchmarks.many_rules", str(rules), str(most), str(repeats), *map(str, folders)]
    for _ in range(2):
        done = subprocess.run(asked, check=True, capture_output=True, text=True)
    return Cost(*json.loads(done.stdout))


def _tell(rules: Path, most: int, repeats: int, *folders: Path) -> None:
    from cleaner import Cleaner
    from cleaner.rules import gather_rules

    Cleaner()  # modules and bundled rules are there for any set
    gc.collect()
    before, start = resident(), process_time()
    cleaner = Cleaner(gather_rules(rules, own_folders=False))
    load = process_time() - start
    gc.collect()
    memory = resident() - before
    pages = read_pages(folders, most)
    times = per_page({"cleaner": cleaner.clean}, pages, repeats)["cleaner"]
    sys.stdout.write(json.dumps([load, memory, mean(times)]))


if __name__ == "__main__":
    _tell(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *map(Path, sys.argv[4:]))
