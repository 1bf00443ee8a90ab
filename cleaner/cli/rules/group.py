"""`cleaner rules` as the whole command line knows it: its commands are loaded when one of them is asked for."""

from collections.abc import MutableMapping
from functools import cache
from typing import Any

import typer
import typer.main

from cleaner.cli.help import Group

HELP = "Write, test, explain and repair rules."


class RulesGroup(Group):
    """The group, which makes its commands at the first look: all other commands start a seventh sooner for it."""

    @property
    def commands(self) -> MutableMapping[str, Any]:
        """The commands by name, in the order of the help."""
        return _commands()

    @commands.setter
    def commands(self, given: MutableMapping[str, Any]) -> None:
        """Take no notice of what typer gives: the application that stands for the group has none."""


@cache
def _commands() -> MutableMapping[str, Any]:
    from cleaner.cli.rules.app import app

    return typer.main.get_group(app).commands


group = typer.Typer(cls=RulesGroup, help=HELP, no_args_is_help=True)
