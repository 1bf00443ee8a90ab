"""The list of commands in a group's help: each with its whole first sentence."""

from typing import Any

from typer.core import TyperGroup

_WHOLE = 1_000
"""Characters of a sentence at which typer would cut it; none is as long."""


class CommandList(TyperGroup):
    """A group whose plain help cuts no sentence; typer's own fits each into a line."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands that are not hidden, in their order."""
        known = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        rows = [(name, one.get_short_help_str(_WHOLE)) for name, one in known.items() if one and not one.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
