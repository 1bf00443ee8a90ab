"""The walls of the house: sizes, names, and a test for every public name."""

import ast
from pathlib import Path

import pytest

import cleaner
from tests.conftest import ROOT

PACKAGE = Path(cleaner.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
DRAWERS = {"utils", "helpers", "common", "manager", "base"}


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=lambda folder: folder.name)
def test_modules(folder: Path) -> None:
    for path in sorted(folder.glob("*.py")):
        source = path.read_text("utf-8")
        assert len(source.splitlines()) <= 400, path
        assert path.stem not in DRAWERS
        tree = ast.parse(source)
        assert ast.get_docstring(tree), f"{path}: a module says in its first line what it is for"
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", f"{path}: the library never prints"


def test_each_module_has_its_tests() -> None:
    mirrored = [path.relative_to(PACKAGE) for path in MODULES if not path.stem.startswith("__")]
    missing = [path for path in mirrored if not (ROOT / "tests" / path.parent / f"test_{path.name}").exists()]
    assert missing == []


def test_public_names() -> None:
    for name in cleaner.__all__:
        assert getattr(cleaner, name) is not None
    assert set(cleaner.__all__) == set(cleaner._HOMES)
    assert {*cleaner.__all__, "__version__"} <= set(dir(cleaner))


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = cleaner.nothing_here
