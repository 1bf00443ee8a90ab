"""What a command loads before it does anything: less than whoever waits for it would notice."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "fixtures" / "pages" / "wordpress-sharedaddy--related-posts-and-reply-form" / "page.html"
CLEAN = ["clean", "--no-folder-rules", "-q", str(PAGE)]
STARTED = f"""
import contextlib, io, json, sys
from cleaner.cli import main

def loaded(*words):
    sys.argv = ["cleaner", *words]
    with contextlib.suppress(SystemExit), contextlib.redirect_stderr(io.StringIO()):
        main()
    return sorted(sys.modules)

found = [loaded("--help"), loaded(*{CLEAN!r})]
from cleaner.matching.pattern import _compiled
print(json.dumps([*found, _compiled.cache_info().currsize]))
"""


@pytest.fixture(scope="module")
def started() -> list[Any]:
    """The modules after `--help`, and after `clean` by rules read before; how many patterns were compiled."""
    subprocess.run([sys.executable, "-m", "cleaner", *CLEAN], capture_output=True, check=True)
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    found: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize(
    "module", ["pydantic", "lxml", "rich", "trafilatura", "re2", "yaml", "cleaner.api", "cleaner.rules"]
)
def test_help_loads_nothing_that_cleans(module: str, started: list[Any]) -> None:
    assert module not in started[0]
    assert "cleaner.cli.app" in started[0]


@pytest.mark.parametrize(
    "module",
    [
        *("pydantic", "yaml", "ruamel", "rich", "chardet", "pyarrow", "warcio", "asyncio", "multiprocessing", "bs4"),
        *(
            "cleaner.rules.validation",
            "cleaner.rules.annotations",
            "cleaner.workers",
            "cleaner.authoring",
            "cleaner.learning",
            "cleaner.training",
            "cleaner.evaluation.roads",
            "cleaner.evaluation.systems",
        ),
    ],
)
def test_clean_loads_nothing_that_it_does_not_use(module: str, started: list[Any]) -> None:
    assert module not in started[1]
    assert "trafilatura" in started[1]


def test_few_patterns_are_compiled(started: list[Any]) -> None:
    assert 0 < started[2] < 20


STOPPED = """
import os, signal, sys

class Impatient:
    def find_spec(self, name, path, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)

_, module, page = sys.argv
sys.argv = ["cleaner", "clean", page]
sys.meta_path.insert(0, Impatient())
from cleaner.cli import main
main()
"""


@pytest.mark.parametrize("module", ["cleaner.cli.app", "cleaner.cli.project_file", "cleaner.api"])
def test_a_command_that_is_stopped_while_it_starts_says_nothing(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", STOPPED, module, str(PAGE)], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
