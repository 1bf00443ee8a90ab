"""What type checkers find in a user's program: its mistakes, and nothing else."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROGRAM = ROOT / "fixtures" / "typed" / "program.py"
MISTAKES = [number for number, line in enumerate(PROGRAM.read_text("utf-8").splitlines(), 1) if "# mistake" in line]


def mypy(folder: Path) -> list[int]:
    """Return the lines in which mypy finds something; what it finds in `cleaner` itself is told by `make test`."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--config-file=", PROGRAM.name],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    return [int(line) for line in re.findall(rf"^{PROGRAM.name}:(\d+): error", done.stdout, re.MULTILINE)]


def pyright(folder: Path) -> list[int]:
    """Return the lines in which pyright finds something; what it cannot know after a mistake is told there as well."""
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT)], "include": [PROGRAM.name]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.stdout.startswith("{"), done.stdout + done.stderr
    return sorted({one["range"]["start"]["line"] + 1 for one in json.loads(done.stdout)["generalDiagnostics"]})


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_each_mistake_is_found_and_nothing_else(checker: Callable[[Path], list[int]], tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path)
    assert len(MISTAKES) == 3
    assert checker(tmp_path) == MISTAKES
