"""The command line: parse, call, print. One file a command group; nothing is decided here."""

import os
import signal
import sys

_STOPPED = 130
"""The exit code of a command that Ctrl-C ended, as shells have it."""


def main() -> None:
    """Run the command line and leave with its exit code.

    Loading it takes as long as a person needs to think better of it: Ctrl-C ends that quietly, too.
    """
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_ours:
        signal.signal(signal.SIGINT, lambda *_: os._exit(_STOPPED))
    from cleaner.cli.app import main as run

    if is_ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        run()
    except KeyboardInterrupt:  # while commands were put together; typer knows what to do from then on
        sys.exit(_STOPPED)


__all__ = ["main"]
