"""The Typer application, and the one place where an error becomes a line and an exit code.

0 cleaned; 1 nothing that looks like an article; 2 wrong use or broken rules; 3 unreadable input, or an output that
cannot be written.
"""

import atexit
import gc
import os
import sys
import warnings
from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options, settings, terminal
from cleaner.cli.bench import bench, convert
from cleaner.cli.clean import clean
from cleaner.cli.config import config
from cleaner.cli.explain import explain
from cleaner.cli.help import Command, Group
from cleaner.cli.learn import learn
from cleaner.cli.rules.group import group as rules
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
    cls=Group,
    help="Scraped news page in, clean article out; every removal accounted for by a named rule or by evidence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # frames around help and errors take as long as all else that shows them
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(cls=Command)(clean)
app.command(cls=Command)(explain)
app.command(cls=Command)(bench)
app.command("bench-convert", cls=Command)(convert)
app.add_typer(rules, name="rules")
app.command(cls=Command)(run)
app.command(cls=Command)(learn)
app.command(cls=Command)(teach)
app.command(cls=Command)(train)
app.command(cls=Command)(config)


def _say_version(wanted: bool) -> None:
    if wanted:
        import cleaner
        from cleaner.build import is_compiled

        terminal.write(f"cleaner {cleaner.__version__}{', compiled' if is_compiled() else ''}\n")
        raise typer.Exit


@app.callback()
def _root(
    context: typer.Context,
    colour: options.Colour = "auto",
    config_file: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Settings, in place of those found here.")
    ] = None,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Without .cleaner/config.yaml or [tool.cleaner] of pyproject.toml.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Clean scraped news pages."""
    settings.apply(context, config_file, use=not no_config)


def main() -> None:
    """Run the command line and leave with its exit code."""
    replace_closed()
    gc.set_threshold(_GARBAGE)
    # looking for cycles once more, as Python does at its very end, takes a tenth of the time of `clean`
    atexit.register(gc.freeze)
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
