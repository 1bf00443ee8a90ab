"""In which format `clean` writes where none is named, and which options change nothing in it."""

from collections.abc import Mapping
from pathlib import Path

import typer

from cleaner.cli import terminal
from cleaner.cli.outputs import suffix_of

FORMATS = ("text", "markdown", "html", "xml", "json", "jsonl")
_BY_SUFFIX: Mapping[str, str] = {
    **{suffix_of(name): name for name in FORMATS},
    ".markdown": "markdown",
    ".htm": "html",
}
"""Formats by the ends of the files that hold them."""
_ONLY_IN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "images": ("--images", ("markdown", "html", "xml")),
    "with_metadata": ("--with-metadata", ("text", "markdown")),
    "with_removals": ("--removals", ("json", "jsonl")),
    "with_comments": ("--comments", ("json", "jsonl")),
}
"""Options, by the names of their parameters, that change something in these formats alone."""


def of_file(context: typer.Context, output: str | None, named: str) -> str:
    """Return the format of an *output* file: *named*, if --format names it, or what its suffix says.

    Stderr says where a suffix is that of no format. Folders have none.
    """
    source = _source(context, "output_format")
    if output is None or output.endswith("/") or source == "COMMANDLINE":
        return named
    suffix = Path(output).suffix.lower()
    if suffix and suffix not in _BY_SUFFIX and source == "DEFAULT" and not context.params["quiet"]:
        terminal.say(f"-o {output} is written as {named}, since {suffix} is the end of no format; --format names one")
    return _BY_SUFFIX.get(suffix, named)


def refuse_one_file(output: str | None, pages: int) -> None:
    """Refuse an *output* for several *pages* that ends as a file of a format does, and is no folder.

    Raises `ValueError`.
    """
    if output is None or output.endswith("/") or Path(output).is_dir():
        return
    if Path(output).suffix.lower() in _BY_SUFFIX:
        raise ValueError(
            f"-o {output} is the name of a file, and there are {pages} pages: {output}/ is a folder for them, and"
            " run writes them into one file"
        )


def say_idle(context: typer.Context, output_format: str) -> None:
    """Say on stderr which options of the command line change nothing in a format; nothing if all do."""
    idle = [
        f"{option} (only in {', '.join(formats)})"
        for name, (option, formats) in _ONLY_IN.items()
        if context.params[name] and output_format not in formats and _source(context, name) == "COMMANDLINE"
    ]
    if idle:
        terminal.say(f"nothing of it in {output_format}: {', '.join(idle)}")


def _source(context: typer.Context, name: str) -> str:
    """Return where a parameter's value is from, as click calls it: DEFAULT, DEFAULT_MAP (settings) or COMMANDLINE."""
    source = context.get_parameter_source(name)
    return source.name if source else "DEFAULT"
