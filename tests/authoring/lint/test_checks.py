"""The list of all checks and codes is whole, and each stands in it under its own code."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from cleaner.authoring import lint
from cleaner.authoring.lint.checks import CHECKS, CODES
from cleaner.authoring.lint.code import Code, PackCheck, RuleCheck
from cleaner.authoring.lint.loading import LOADED

KINDS = (RuleCheck, PackCheck)
MODULES = [import_module(f"{lint.__name__}.{one.name}") for one in iter_modules(lint.__path__)]


def test_every_check_that_is_written_is_listed() -> None:
    written = {one.code.code for module in MODULES for one in vars(module).values() if isinstance(one, KINDS)}
    assert written == CHECKS.keys()
    assert len(written) >= 30


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_stands_under_its_code_and_bears_its_name(code: str) -> None:
    check = CHECKS[code]
    assert check.code.code == code
    assert check.look.__name__ == check.code.name.replace("-", "_")


def test_no_code_is_used_twice() -> None:
    assert len(CODES) == len(CHECKS) + len(LOADED)
    assert len({code.name for code in CODES.values()}) == len(CODES)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_every_code_has_a_page(code: Code) -> None:
    assert all((code.what, code.why, code.example))
    assert code.page().startswith(f"### {code.code} {code.name} ({code.severity})\n")
