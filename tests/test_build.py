import os
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner.features
from cleaner.build import is_compiled
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("files", "compiled"),
    [
        (["surroundings.py"], False),
        # Python takes the library where both are there
        (["surroundings.py", "surroundings.abi3.so"], True),
    ],
    ids=["pure", "compiled"],
)
def test_is_compiled(files: list[str], compiled: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in files:
        (tmp_path / name).touch()
    monkeypatch.setattr(cleaner.features, "__path__", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, "cleaner.features.surroundings", raising=False)
    assert is_compiled() is compiled


def _make(*arguments: str, cc: str = "") -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in ("CC", "MAKEFLAGS")}
    env |= {"CC": cc} if cc else {}
    command = ["make", "--no-print-directory", "built", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("cc", "arguments", "compiler"),
    [
        ("my-cc -m64", [], "CC='my-cc -m64'"),
        ("", ["CC=my-cc"], "CC='my-cc'"),
        ("", ["FOUND=gcc"], "CC='gcc'"),
        # with quotation marks, since a path may hold spaces
        ("", ["FOUND="], f"""CC='"{ROOT}/.venv/bin/python" -m ziglang cc'"""),
    ],
    ids=["from the shell", "told", "found", "none"],
)
def test_wheel_is_compiled_by(cc: str, arguments: list[str], compiler: str) -> None:
    assert f"{compiler} " in _make("-n", "HEADERS=there", *arguments, cc=cc).stdout


def test_wheel_without_headers() -> None:
    done = _make("HEADERS=")
    assert done.returncode == 2
    assert "install its headers (Debian: python3-dev" in done.stderr
