"""What is published: the source distribution, from which the tests run, and what a package index shows of it."""

import os
import re
import subprocess
import sys
import tarfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder

from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("source distribution")
NEITHER = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "build", "dist"}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and return the folder that it unpacks to."""
    folder = tmp_path_factory.mktemp("sdist")
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with tarfile.open(built) as archive:
        archive.extractall(folder, filter="data")
    return next(path for path in folder.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def shown(unpacked: Path) -> Message:
    """What the index reads."""
    return message_from_bytes((unpacked / "PKG-INFO").read_bytes())


@pytest.mark.parametrize("folder", ["cleaner", "docs", "examples", "fixtures", "rules", "schema", "tests"])
def test_each_folder_is_whole(folder: str, unpacked: Path) -> None:
    def files(root: Path) -> set[str]:
        found = (path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file())
        return {str(path) for path in found if not NEITHER & set(path.parts)}

    # docs/rules.md is built by `make docs`
    assert files(ROOT) - files(unpacked) <= {"docs/rules.md"}
    assert len(files(unpacked)) >= 1


@pytest.mark.parametrize(
    "name",
    ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md", "hatch_build.py"],
)
def test_each_page_is_there(name: str, unpacked: Path) -> None:
    assert (unpacked / name).read_bytes() == (ROOT / name).read_bytes()


def test_tests_run_from_it(unpacked: Path) -> None:
    chosen = [
        "tests/test_architecture.py",
        "tests/rules/test_json_schema.py",
        "tests/test_docs.py",
        "-k",
        "not mending and not shows",
    ]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-o",
            "addopts=",
            "-q",
            "-p",
            "no:randomly",
            "-p",
            "no:cacheprovider",
            *chosen,
        ],
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Name", "article-cleaner"),
        ("Author", "cleaner founders"),
        ("License-Expression", "Apache-2.0"),
        ("License-File", "LICENSE"),
        ("Requires-Python", ">=3.11"),
        ("Description-Content-Type", "text/markdown"),
    ],
)
def test_metadata(name: str, value: str, shown: Message) -> None:
    assert shown[name] == value


def test_no_link_of_the_description_leads_nowhere(shown: Message) -> None:
    description = str(shown.get_payload())
    assert [link for link in re.findall(r"\]\(([^)]+)\)", description) if not link.startswith("https://")] == []
    assert "docs/learn.md" in description


def test_the_licence_is_the_whole_one() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.split()[:3] == ["Apache", "License", "Version"]
    assert re.findall(r"^   (\d)\. ", text, re.MULTILINE) == list("123456789")
    assert text.rstrip().endswith("limitations under the License.")
