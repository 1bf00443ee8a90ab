"""Words of the command line that are values as they stand: texts, lists of texts, and what was not given.

typer makes all values by pydantic, whose import takes a fifth of the time of `clean page.html`. It is asked for others.
"""

from collections.abc import Callable
from typing import Any


class PlainValues:
    """What makes the values of a parameter; what *typers* returns makes those that are not plain."""

    def __init__(self, typers: Callable[[], Any]) -> None:
        self._typers = typers

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return what *value* stands for, as typer does. Raises what typer raises."""
        annotation, is_list = param.type_descriptor.annotation, param.multiple or param.nargs == -1
        if value is None:
            return () if is_list else None
        if annotation is str and not is_list and _is_text(value):
            return value
        if annotation == list[str] and type(value) in (list, tuple) and all(map(_is_text, value)):
            return list(value)
        return self._typers().coerce(value, param=param, ctx=ctx)


def _is_text(value: Any) -> bool:
    """Say whether a value is a text without half pairs and other characters that typer may refuse."""
    return type(value) is str and value.isprintable()


def spare_pydantic(param: Any) -> None:
    """Let an option or argument of typer's make its plain values without pydantic, if it has the form that is known.

    A parser of its own makes other values of texts.
    """
    described = getattr(getattr(param, "type_descriptor", None), "parameter_info", None)
    if described and described.parser is None and "get_runtime_param" not in vars(param):
        plain = PlainValues(param.get_runtime_param)
        param.get_runtime_param = lambda: plain
