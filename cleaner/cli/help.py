"""Help in plain text: what a person writes for each option, and the whole first sentence of each command."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

_WHOLE = 1_000
"""Characters of a sentence at which typer would cut it; none is as long."""


def _named(params: list[Any]) -> list[Any]:
    """Return options with a word for what they take: nothing for switches, their own names where they have none."""
    for param in params:
        if param.param_type_name == "argument":
            param.display_type_rich = _nothing  # an argument's word stands where an option's name does
        if getattr(param, "metavar", None) is None:
            is_switch = getattr(param, "is_flag", False)
            param.metavar = "" if is_switch else param.opts[-1].lstrip("-").rpartition("-")[2].upper()
    return params


def _nothing(ctx: Any) -> str:
    return ""


class Command(TyperCommand):
    """A command with such a help."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options, each with a word for what it takes."""
        return _named(super().get_params(ctx))


class Group(TyperGroup):
    """A group of commands with such a help."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options, each with a word for what it takes."""
        return _named(super().get_params(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands that are not hidden, in their order."""
        known = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        rows = [(name, one.get_short_help_str(_WHOLE)) for name, one in known.items() if one and not one.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
