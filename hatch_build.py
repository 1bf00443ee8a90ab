"""The compiled wheel, which `make wheel` asks hatchling for; every other build is pure Python.

mypyc turns the modules that pyproject.toml lists into C, by their types, and the C compiler makes one library of them.
Their source stays beside it in the wheel. Nothing is written into the checkout: Python would take it for the package.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_READING = """
[mypy]
ignore_missing_imports = True
ignore_errors = True
[mypy-trafilatura.*,pydantic.*,pydantic_core.*,platformdirs.*]
follow_imports = skip
"""
"""How mypy reads the types: `make test` checks them. Without what these libraries say of theirs it takes 20 seconds of
processor time, with it 35."""
_OPTIMISED = "1"
"""The C compiler's -O1. With -O3 compiling takes 15 seconds longer, and a page 1 % less, a text 3 %."""


class CompiledWheel(BuildHookInterface[BuilderConfig]):
    """Compiles what `modules` lists in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the libraries put into the wheel, each beside its module.

        Raises `SystemExit` where mypyc cannot take a module, and what setuptools raises where the C compiler fails.
        """
        self._folder = TemporaryDirectory()
        libraries = _compile(self.config["modules"], Path(self._folder.name))
        build_data["pure_python"], build_data["infer_tag"] = False, True
        build_data["force_include"] |= {str(one): str(one.relative_to(libraries)) for one in libraries.rglob("*.so")}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what the wheel was made of."""
        self._folder.cleanup()


def _compile(modules: list[str], folder: Path) -> Path:
    """Compile *modules* in *folder*; return the folder in which the libraries stand as they do in the package."""
    # what hatchling asks about the hook of a pure build needs neither
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    reading, libraries = folder / "mypy.ini", folder / "libraries"
    reading.write_text(_READING)
    extensions = mypycify(
        [f"--config-file={reading}", *modules],
        opt_level=_OPTIMISED,
        debug_level="0",
        multi_file=True,  # a C file a module: one of all, of 7 MB, takes gcc much memory
        group_name="cleaner",
        target_dir=str(folder / "c"),
    )
    command = build_ext(Distribution({"ext_modules": extensions}))
    command.build_lib, command.build_temp = str(libraries), str(folder / "objects")
    command.ensure_finalized()
    command.run()
    return libraries
