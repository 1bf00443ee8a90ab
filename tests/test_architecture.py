"""The walls of the house: sizes, names, and a test for every public name."""

import ast
from pathlib import Path

import pytest

import cleaner
from tests.conftest import ROOT

PACKAGE = Path(cleaner.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
DRAWERS = {"utils", "helpers", "common", "manager", "base"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= 400
    assert path.stem not in DRAWERS
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "a module says in its first line what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", "the library never prints"


MIRRORED = [path.relative_to(PACKAGE) for path in MODULES if not path.stem.startswith("__")]


@pytest.mark.parametrize("path", MIRRORED, ids=str)
def test_each_module_has_its_tests(path: Path) -> None:
    assert (ROOT / "tests" / path.parent / f"test_{path.name}").exists()


def test_public_names() -> None:
    for name in cleaner.__all__:
        assert getattr(cleaner, name) is not None
    assert set(cleaner.__all__) == set(cleaner._HOMES)
    assert {*cleaner.__all__, "__version__"} <= set(dir(cleaner))


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = cleaner.nothing_here
