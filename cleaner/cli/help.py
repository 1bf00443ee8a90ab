"""Help in plain text: what a person writes for each option, and the whole first sentence of each command."""

import os
from shlex import quote
from typing import Any

from typer.core import TyperCommand, TyperGroup

from cleaner.cli.plain_values import spare_pydantic

_WHOLE = 1_000
"""Characters of a sentence at which typer would cut it; none is as long."""


def _prepared(params: list[Any]) -> list[Any]:
    """Return options that make plain values by themselves, each with a word for what it takes.

    That is nothing for switches, and the option's own name where it has no word.
    """
    for param in params:
        spare_pydantic(param)
        if param.param_type_name == "argument":
            param.display_type_rich = _nothing  # an argument's word stands where an option's name does
        if getattr(param, "metavar", None) is None:
            is_switch = getattr(param, "is_flag", False)
            param.metavar = "" if is_switch else param.opts[-1].lstrip("-").rpartition("-")[2].upper()
    return params


def _nothing(ctx: Any) -> str:
    return ""


def _is_page(word: str) -> bool:
    """Say whether a word is meant as a page: no command has a dot or a slash in its name, or is called as a file is."""
    return word == "-" or "." in word or "/" in word or os.path.exists(word)


class Command(TyperCommand):
    """A command with such a help."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options, each with a word for what it takes."""
        return _prepared(super().get_params(ctx))


class Group(TyperGroup):
    """A group of commands with such a help."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options, each with a word for what it takes."""
        return _prepared(super().get_params(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called; for a page in place of one, say which command cleans it."""
        word = args[0] if args else ""
        is_known = word in self.commands or ctx.resilient_parsing  # as while a shell completes words
        if "clean" in self.commands and not is_known and _is_page(word):
            ctx.fail(f"No such command {word!r}; to clean a page: cleaner clean {quote(word)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands that are not hidden, in their order."""
        known = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        rows = [(name, one.get_short_help_str(_WHOLE)) for name, one in known.items() if one and not one.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
