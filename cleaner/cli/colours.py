"""Whether lines are coloured: --color, else NO_COLOR and FORCE_COLOR, else as the terminal can."""

import os
from collections.abc import Mapping
from typing import Any

CHOICES = ("auto", "always", "never")


def wanted(choice: str, environment: Mapping[str, str]) -> bool | None:
    """Return whether colours are wanted whatever stdout is; None where that decides."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None


def choose(context: Any, choice: str) -> str:
    """Have all that a command prints coloured by its *choice*; called with the value of --color.

    Raises `typer.BadParameter` for a word that is none of `CHOICES`.
    """
    from cleaner.cli.options import one_of

    chosen = wanted(one_of("color", choice, CHOICES), os.environ)
    if choice != "auto" or context.color is None:
        context.color = chosen
    return choice
