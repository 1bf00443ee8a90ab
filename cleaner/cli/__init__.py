"""The command line: parse, call, print. One file a command group; nothing is decided here."""

from cleaner.cli.app import main

__all__ = ["main"]
