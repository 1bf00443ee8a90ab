"""`cleaner train`: fit the model, which weighs facts about blocks, on pages whose articles are known."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options, terminal


def train(
    sets: Annotated[list[Path], typer.Argument(metavar="SET...", help="Folders of known pages.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write the new model here, and its card beside it; without it, nowhere."),
    ] = None,
    model: Annotated[Path | None, typer.Option(help="The model to compare with: the bundled one.")] = None,
    only_sites: Annotated[
        bool,
        typer.Option("--only-sites", help="Fit what a memory of sites weighs; all else, and the card, stays as it is."),
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read and clean pages; else one for each processor.")
    ] = None,
    rules: options.Rules = None,
) -> None:
    """Fit the weights of facts on known pages, cross-validated by host, and say what changed."""
    from cleaner.classifier.model import BUNDLED
    from cleaner.classifier.model_file import read_model_file, write_model_file
    from cleaner.io.atomic import write_text
    from cleaner.training import train as fit
    from cleaner.training import train_sites
    from cleaner.training.card import write_card
    from cleaner.training.report import changes, contradictions, found

    if output:
        _check(output, [*sets, *(rules or ())])
    old = read_model_file(model or BUNDLED)
    trained = (train_sites if only_sites else fit)(old, sets, options.make_cleaner(rules, None, None, None), workers)
    for line in (*found(trained), *changes(old, trained.file)):
        terminal.say(line, err=False)
    for line in contradictions(trained.file):
        terminal.say(f"contradiction: {line}")
    if output:
        card = write_card(trained, sets)
        write_text(output, write_model_file(trained.file))
        if not only_sites:
            write_text(_card(output), card)


def _card(output: Path) -> Path:
    return output.with_suffix(".md")


def _check(output: Path, reads: list[Path]) -> None:
    """Refuse outputs that would destroy something, before anything is read. Raises `ValueError`."""
    from cleaner.io.atomic import check_target
    from cleaner.io.clashes import refuse_clashes
    from cleaner.training.card import TITLE

    check_target(output)
    inside = [file for folder in reads if folder.is_dir() for file in folder.iterdir()]
    refuse_clashes([*reads, *inside], {"-o": output, "its card": _card(output)})
    card = _card(output)
    if card.exists() and not card.read_bytes().startswith(TITLE.encode()):
        raise ValueError(f"{card} is no card of a model: write elsewhere, or move it away")


def moved() -> None:
    """Say where `cleaner rules tune` is found."""
    raise typer.BadParameter("weights are no rules: use 'cleaner train SET... -o model.json'")
