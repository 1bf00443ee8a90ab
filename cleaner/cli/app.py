"""The Typer application, and the one place where an error becomes a line and an exit code.

0 cleaned; 1 nothing that looks like an article; 2 wrong use or broken rules; 3 unreadable input, or an output that
cannot be written.
"""

import gc
import os
import sys
import warnings
from typing import Annotated

import typer

from cleaner.cli import terminal
from cleaner.cli.bench import bench, convert
from cleaner.cli.clean import clean
from cleaner.cli.explain import explain
from cleaner.cli.learn import learn
from cleaner.cli.rules.app import app as rules
from cleaner.cli.run import run
from cleaner.cli.streams import replace_closed
from cleaner.cli.teach import teach
from cleaner.cli.train import train
from cleaner.errors import CleanerError, InputError, OutputError, PageError

_WRONG_USE, _FAILED = 2, 3
"""Exit codes, as the module lists them; typer itself leaves with 2 for wrong use."""
_GARBAGE = 100_000
"""New objects after which Python looks for cycles, as long as some 10 MB: by its default that is a sixth of the time of
`clean`, and nearly all that is loaded stays."""

app = typer.Typer(
    help="Scraped news page in, clean article out; every removal accounted for by a named rule.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(clean)
app.command()(explain)
app.command()(bench)
app.command("bench-convert")(convert)
app.add_typer(rules, name="rules")
app.command()(run)
app.command()(learn)
app.command()(teach)
app.command()(train)


def _say_version(wanted: bool) -> None:
    if wanted:
        import cleaner

        terminal.write(f"cleaner {cleaner.__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Clean scraped news pages."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    replace_closed()
    gc.set_threshold(_GARBAGE)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # those of libraries are nothing to whoever cleans pages
    try:
        app()
    except (InputError, OutputError, PageError) as error:
        _leave(str(error), _FAILED)
    except (CleanerError, ValueError) as error:
        _leave(str(error), _WRONG_USE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        # what the full disk did not take would be tried again, and told again, when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _leave(f"{error.filename or 'the output'}: {error.strerror or error}", _FAILED)


def _leave(message: str, code: int) -> None:
    terminal.say(f"cleaner: {message}")
    sys.exit(code)
