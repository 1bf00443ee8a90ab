"""`cleaner rules tune`: fit the weights of evidence on pages whose articles are known."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options, terminal


def tune(
    sets: Annotated[list[Path], typer.Argument(metavar="SET...", help="Folders of known pages.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write the new evidence file here; without it, nowhere."),
    ] = None,
    evidence: Annotated[Path | None, typer.Option(help="The evidence file to start from: the bundled one.")] = None,
    rules: options.Rules = None,
) -> None:
    """Fit the weights of evidence on known pages, cross-validated by host, and say what changed."""
    from cleaner.classifier.model import FILE, read_evidence
    from cleaner.classifier.write_model import write_evidence
    from cleaner.io.atomic import check_target, write_text
    from cleaner.rules.bundled import bundled_folder
    from cleaner.training import tune as fit
    from cleaner.training.report import changes, contradictions

    if output:
        check_target(output)
    old = read_evidence(evidence or bundled_folder() / FILE)
    tuned = fit(old, sets, options.make_cleaner(rules, None, None, None))
    for road, right in tuned.right.items():
        said = f"{road}: {right:.1%} of the blocks of unseen hosts on the right side, counted by length"
        terminal.say(said, err=False)
    for line in changes(old, tuned.file):
        terminal.say(line, err=False)
    for line in contradictions(tuned.file):
        terminal.say(f"contradiction: {line}")
    if output:
        write_text(output, write_evidence(tuned.file))
