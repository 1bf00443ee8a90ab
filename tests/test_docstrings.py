"""The examples in docstrings come out as they say."""

import doctest
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import cleaner

PACKAGE = Path(cleaner.__file__).parent
STALE = {
    "cleaner.learning.template.template": "a `{date}` takes any word before it for a weekday: Berlin, 3 May 2024",
    "cleaner.matching.phrase.glued_spans": "it calls `Reading`, which is `BlockText` now",
    "cleaner.text.normalize.without_tail": "the text in it is not folded: `»` becomes a quotation mark first",
}
"""Examples that do not come out, and why."""


def _examples() -> list[Any]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if ">>> " not in path.read_text("utf-8"):
            continue
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for test in doctest.DocTestFinder(exclude_empty=True).find(import_module(name)):
            if test.examples:
                stale = STALE.get(test.name)
                marks = [pytest.mark.xfail(strict=True, reason=stale)] if stale else []
                found.append(pytest.param(test, id=test.name, marks=marks))
    return found


@pytest.mark.parametrize("example", _examples())
def test_example(example: doctest.DocTest) -> None:
    assert doctest.DocTestRunner().run(example).failed == 0
