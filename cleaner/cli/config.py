"""`cleaner config`: what holds for each command here, and where it comes from."""

from typing import Annotated, Any

import typer

from cleaner.cli import completion, names, settings, tables, terminal


def config(
    context: typer.Context,
    command: Annotated[
        str | None,
        typer.Argument(
            metavar="COMMAND", autocompletion=completion.words(settings.COMMANDS), help="Only of this command."
        ),
    ] = None,
) -> None:
    """Show the settings of each command: their values, and the file and line, or the default, they come from.

    They are in .cleaner/config.yaml, or in [tool.cleaner] of pyproject.toml, of the working folder or the nearest
    above it. Leaves with 2 if the file has a fault.
    """
    if command:
        names.command("COMMAND", command, settings.COMMANDS)
    known = context.parent.command.commands  # type: ignore[union-attr]
    found = settings.CURRENT.get()
    used = settings.load(found.path, known) if found and not found.refused else None
    rows = [row for name in settings.COMMANDS if command in (None, name) for row in _rows(name, known[name], used)]
    terminal.say(_told(), err=False)
    terminal.say("", err=False)
    tables.write(("setting", "value", "from"), rows)


def _told() -> str:
    found = settings.CURRENT.get()
    if found is None:
        return "no settings file here or above, so all is as it comes"
    return f"not used: {found.path}: {found.refused}" if found.refused else f"settings: {found.path}"


def _rows(name: str, command: Any, used: "settings.Settings | None") -> list[tuple[str, str, str]]:
    given = used.by_command[name] if used else {}
    rows = []
    for key, param in settings.settable(name, command).items():
        if key in given and used:
            rows.append((f"{name}.{key}", _shown(given[key].value), f"{used.path.name}:{given[key].line}"))
        else:
            rows.append((f"{name}.{key}", _shown(param.default), "default"))
    return rows


def _shown(value: Any) -> str:
    """Return a value as a settings file would have it."""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "-" if value in (None, "") else str(value)
