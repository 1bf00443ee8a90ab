"""What many rules cost to have: `python -m benchmarks.many_rules RULES` tells it of one set, in a process of its own.

A process a set: memory that one set took and gave back would be counted for no other.
"""

import gc
import json
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks.clock import resident
from cleaner import Cleaner
from cleaner.rules import gather_rules


class Cost(NamedTuple):
    """Seconds to load a set of rules that was compiled before, and megabytes that it holds."""

    load: float
    memory: float


def cost_of(rules: Path) -> Cost:
    """Return what the rules in a folder cost, beside the bundled ones; the first start compiles and is not counted."""
    command = [sys.executable, "-m", "benchmarks.many_rules", str(rules)]
    for _ in range(2):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Cost(*json.loads(done.stdout))


def cleaner_with(rules: Path) -> Cleaner:
    """Return a cleaner with the bundled rules and those in a folder."""
    return Cleaner(gather_rules(rules, own_folders=False))


def _tell(rules: Path) -> None:
    Cleaner()  # modules and bundled rules are there for any set
    gc.collect()
    before, start = resident(), process_time()
    cleaner = cleaner_with(rules)
    load = process_time() - start
    gc.collect()
    sys.stdout.write(json.dumps([load, resident() - before]))
    del cleaner


if __name__ == "__main__":
    _tell(Path(sys.argv[1]))
