"""What was measured, as a table, as JSON, and beside what was measured before."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cleaner.build import is_compiled


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: a *name* that stays the same, what it says, a value and its unit; *better* is `less` or `more`."""

    name: str
    says: str
    value: float
    unit: str
    better: str = "less"

    def shown(self) -> str:
        """Return the value as the table has it."""
        return f"{self.value:.3g} {self.unit}".strip()


def machine() -> str:
    """Return what the figures were measured on, and of which build: processor, cores, Python."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    build = "compiled" if is_compiled() else "pure Python"
    return (
        f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}; cleaner is {build}"
    )


def to_json(rows: Sequence[Measured]) -> str:
    """Return the rows, and the machine, as a file for `compare`."""
    return (
        json.dumps({"machine": machine(), "rows": [asdict(row) for row in rows]}, indent=1, ensure_ascii=False) + "\n"
    )


def read_json(path: Path) -> dict[str, float]:
    """Return the values of a file that `to_json` wrote, by name.

    Raises `SystemExit` for what is none.
    """
    try:
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return {row["name"]: float(row["value"]) for row in content["rows"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"{path}: expected a file that `python -m benchmarks -o FILE` wrote: {error}") from None


def table(rows: Sequence[Measured], before: dict[str, float] | None = None) -> str:
    """Return a Markdown table; with the values *before*, also how each changed: below 1 is better."""
    head = ["what", "measured"] + (["before", "change"] if before is not None else [])
    lines = [_line(head), _line(["---"] * len(head))]
    for row in rows:
        cells = [row.says, row.shown()]
        if before is not None:
            cells += _change(row, before.get(row.name))
        lines.append(_line(cells))
    return "\n".join(lines) + "\n"


def _change(row: Measured, before: float | None) -> list[str]:
    if not before or not row.value:
        return ["-", "-"]
    ratio = row.value / before if row.better == "less" else before / row.value
    return [f"{before:.3g} {row.unit}".strip(), f"{ratio:.2f}"]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
