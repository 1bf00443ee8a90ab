"""The examples in docstrings come out as they say."""

import doctest
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import cleaner

PACKAGE = Path(cleaner.__file__).parent


def _examples() -> list[Any]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if ">>> " not in path.read_text("utf-8"):
            continue
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for test in doctest.DocTestFinder(exclude_empty=True).find(import_module(name)):
            found += [pytest.param(test, id=test.name)] if test.examples else []
    return found


@pytest.mark.parametrize("example", _examples())
def test_example(example: doctest.DocTest) -> None:
    assert doctest.DocTestRunner().run(example).failed == 0
