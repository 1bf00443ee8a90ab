"""A page that raises, hangs, eats memory or kills its worker, in every input format, into every output format.

All other records arrive, in their order. `make hazards` tries every hazard in every pair.
"""

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
import zstandard

from cleaner.api import Cleaner
from cleaner.io.inputs import Inputs
from cleaner.rules import RuleSet
from cleaner.runs.plan import Plan
from cleaner.runs.run import run
from cleaner.workers.limits import Limits
from tests.io.archives import write_wet
from tests.runs.conftest import read_lines, write_lines
from tests.workers.hazards import HazardousCleaner, prose

HAZARDS = {"!raise": "error", "!abort": "crash", "!sleep 60": "timeout", "!eat": "memory"}
"""What pages do, and the status that they get. tests/workers tests one that hangs at work, too."""


def write_folder(path: Path, texts: list[str]) -> None:
    path.mkdir()
    for number, text in enumerate(texts):
        (path / f"{number}.txt").write_text(text)


def write_csv(path: Path, texts: list[str]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["text"], *([text] for text in texts)])


def write_packed(path: Path, texts: list[str]) -> None:
    pack = gzip.compress if path.suffix == ".gz" else zstandard.compress
    path.write_bytes(pack("".join(json.dumps({"text": text}) + "\n" for text in texts).encode()))


INPUTS: dict[str, Callable[[Path, list[str]], object]] = {
    "in.jsonl": lambda path, texts: write_lines(path, [{"text": text} for text in texts]),
    "in.jsonl.gz": write_packed,
    "in.jsonl.zst": write_packed,
    "in.json": lambda path, texts: path.write_text(json.dumps([{"text": text} for text in texts])),
    "in.csv": write_csv,
    "in.parquet": lambda path, texts: pyarrow.parquet.write_table(pyarrow.table({"text": texts}), path),
    "in.wet": lambda path, texts: write_wet(path, {f"https://a.example/{n}": text for n, text in enumerate(texts)}),
    "folder": write_folder,
}


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records that a run wrote."""
    if path.is_dir():
        rows = read_lines(path / "index.jsonl")
        return [{**row, "text": row["file"] and json.loads((path / row["file"]).read_text())["text"]} for row in rows]
    if path.suffix == ".parquet":
        return pyarrow.parquet.read_table(path).to_pylist()
    unpack = {".gz": gzip.decompress, ".zst": zstandard.decompress}.get(path.suffix, bytes)
    return [json.loads(line) for line in unpack(path.read_bytes()).splitlines()]


@pytest.mark.parametrize("output", ["out.jsonl.gz", "out.jsonl.zst", "out.parquet", "out"])
def test_all_other_records_arrive_in_order(output: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    wanted: list[tuple[str | None, str]] = []
    for number, (name, write) in enumerate(INPUTS.items()):
        every = request.config.getoption("--all-hazards")
        chosen = list(HAZARDS) if every else [list(HAZARDS)[(number + len(output)) % len(HAZARDS)]]
        texts = [f"{text} In {name}." for text in prose(6)]
        texts[3:3] = chosen
        write(tmp_path / name, texts)
        wanted += [(None, HAZARDS[text]) if text in HAZARDS else (text, "ok") for text in texts]
    plan = Plan(str(tmp_path / output), limits=Limits(4.0, 2**28), workers=2)
    summary = run(HazardousCleaner(RuleSet()), plan, Inputs([str(tmp_path / name) for name in INPUTS]))
    found = [(row["text"], row["status"] if row["error"] else "ok") for row in read(tmp_path / output)]
    assert found == wanted
    assert summary.failures == sum(text is None for text, _ in wanted)


ODD = (
    '"note": "\\ud83d", "tags": ["\\udc00"], "k\\udc00": 1',
    '"n": 1e999, "m": [NaN]',
    '"deep": ' + "[" * 500 + "]" * 500,
    '"n": "text where numbers were"',
    f'"n": {2**70}',
)
"""Fields as JSON: half pairs, no numbers of JSON's, an abyss, another type, a number too large for a column."""


@pytest.mark.parametrize("output", ["out.jsonl", "out.jsonl.zst", "out.parquet", "out"])
def test_fields_that_no_output_holds_cost_no_other_record(output: str, bare: Cleaner, tmp_path: Path) -> None:
    good = [json.dumps({"text": text, "n": number}) for number, text in enumerate(prose(4))]
    odd = [f'{{"text": "Half \\ud83d of it.", {fields}}}' for fields in ODD]
    broken = [f'{{"no page": true, {fields}}}' for fields in ODD]
    (tmp_path / "in.jsonl").write_text("\n".join([*good[:2], *odd, *broken, *good[2:]]))
    run(bare, Plan(str(tmp_path / output)), Inputs([str(tmp_path / "in.jsonl")]))
    rows = read(tmp_path / output)
    assert [row["text"] for row in rows[:2] + rows[-2:]] == prose(4)
    assert [bool(row["error"]) for row in rows] == [False] * 7 + [True] * 5 + [False] * 2
    assert all(row["text"].startswith("Half ") for row in rows[2:7])
