"""`python -m tests.compiled [TEST ...]`: in the unpacked wheel, run the tests of all that is compiled, or those named.

`make compiled` unpacks it to build/compiled.
"""

import sys
import tomllib
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest


def modules() -> list[Path]:
    """Return the modules that the wheel has compiled."""
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    return [Path(name) for name in wheel["hooks"]["custom"]["modules"]]


def main(chosen: Sequence[str]) -> int:
    """Return the exit code of pytest.

    Raises `SystemExit` for modules that are not compiled.
    """
    names = [".".join(path.with_suffix("").parts) for path in modules()]
    pure = [name for name in names if str(import_module(name).__file__).endswith(".py")]
    if pure:
        raise SystemExit(f"expected these to be compiled, found Python: {', '.join(pure)}")
    mirrors = [str(Path("tests", *path.parts[1:-1], f"test_{path.name}")) for path in modules()]
    return pytest.main(["-p", "no:cacheprovider", *(chosen or mirrors)])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
