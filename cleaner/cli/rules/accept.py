"""`cleaner rules accept`: drafts are looked at, one by one, and come into use."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import terminal
from cleaner.cli.rules.write import is_interactive

if TYPE_CHECKING:
    from cleaner.authoring.accepting import Draft


def accept(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATTERN|PATH]", help="Globs over ids, or rule files; if none, all your own drafts."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Accept all of them; with no terminal to ask on, only this does.")
    ] = False,
) -> None:
    """Let drafts act: each is shown, and asked about, if its examples hold. Leave with 1 if those of one do not."""
    from cleaner.authoring.accepting import accept, drafts

    paths = [Path(name) for name in names or () if Path(name).exists()]
    patterns = [name for name in names or () if not Path(name).exists()] or ["*"]
    found = drafts(*paths, patterns=patterns)
    chosen = [draft for draft in found if _is_wanted(draft, yes)]
    for path in accept(chosen):
        terminal.say(path, err=False)
    terminal.say(f"{len(chosen)} of {len(found)} drafts act from now on")
    if found and not (yes or is_interactive()):
        raise ValueError("nothing was accepted: nobody is here to be asked; --yes accepts all that are ready")
    raise typer.Exit(any(draft.objection for draft in found))


def _is_wanted(draft: "Draft", yes: bool) -> bool:
    """Show a draft, and ask about it on a terminal."""
    rule = draft.rule
    terminal.say(f"{draft.place}: {rule.full_id}: {rule.why}")
    if rule.learned:
        doubt = f"; {rule.learned.doubt}" if rule.learned.doubt else ""
        terminal.say(f"    seen on {rule.learned.pages} of {rule.learned.of} pages{doubt}: {rule.learned.text}")
    if draft.objection:
        terminal.say(f"    not ready: {draft.objection}", fg="yellow")
        return False
    return yes or (is_interactive() and typer.confirm("    let it act?", default=False, err=True))
