"""What the command line takes as it stands, and that it is what typer makes of it."""

import subprocess
import sys
from typing import Annotated, Any

import pytest
import typer
import typer.main

from cleaner.cli.app import app
from cleaner.cli.plain_values import PlainValues, spare_pydantic


def command(
    pages: list[str],
    name: str = "sea",
    off: Annotated[list[str] | None, typer.Option()] = None,
    count: int = 1,
    loud: Annotated[str, typer.Option(parser=str.upper)] = "a",
) -> None: ...


def params() -> dict[str, Any]:
    made = typer.Typer()
    made.command()(command)
    return {param.name or "": param for param in typer.main.get_command(made).params}


@pytest.mark.parametrize(
    ("name", "value", "is_plain"),
    [
        ("name", "", True),
        ("name", "café", True),
        ("name", None, True),
        ("name", "a\nb", False),
        ("name", 5, False),
        ("pages", ("a", "b"), True),
        ("pages", [], True),
        ("pages", None, True),
        ("pages", ("a", 5), False),
        ("off", ["a"], True),
        ("off", None, True),
        ("count", None, True),
        ("count", "5", False),
        ("loud", None, True),
    ],
)
def test_what_stands_is_what_typer_makes(name: str, value: Any, is_plain: bool) -> None:
    context: Any = None
    param, asked = params()[name], []

    def typers() -> Any:
        asked.append(name)
        return param.get_runtime_param()

    made = PlainValues(typers).coerce(value, param, context)
    assert made == param.get_runtime_param().coerce(value, param, context)
    assert type(made) is type(param.get_runtime_param().coerce(value, param, context))
    assert (asked == []) is is_plain


def test_what_typer_refuses_is_refused() -> None:
    param, context = params()["count"], typer.Context(typer.main.get_command(app))
    with pytest.raises(typer.BadParameter):
        PlainValues(param.get_runtime_param).coerce("five", param, context)


def test_parsers_stay_and_nothing_is_put_twice() -> None:
    found = params()
    for _ in range(2):
        spare_pydantic(found["loud"])
        spare_pydantic(found["name"])
        spare_pydantic(object())
    assert "get_runtime_param" not in vars(found["loud"])
    assert not isinstance(found["name"].get_runtime_param()._typers(), PlainValues)


@pytest.mark.parametrize(
    ("words", "is_loaded"), [(["clean", "--off", "x", "no.html"], False), (["run", "--workers", "two"], True)]
)
def test_pydantic_is_loaded_for_other_values_alone(words: list[str], is_loaded: bool) -> None:
    code = f"""
import contextlib, io, sys
from cleaner.cli import main
sys.argv = {["cleaner", "--no-config", *words]}
with contextlib.suppress(SystemExit), contextlib.redirect_stderr(io.StringIO()):
    main()
print("typer._adapters" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{is_loaded}\n"
