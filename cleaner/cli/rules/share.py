"""`cleaner rules pack`, `add`, `remove`, `packs`: rules that people give to one another."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options, tables, terminal
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaner.authoring.lint import Finding
    from cleaner.authoring.sharing.installed import Installed

User = Annotated[
    bool, typer.Option("--user", help="In your configuration folder, for all your work, and not in .cleaner/rules.")
]
Discard = Annotated[bool, typer.Option("--discard-changes", help="Even if its folder was changed by hand.")]


def pack(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Rule files, and a pack.toml beside them.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, and not to <name>-<version>.zip.")
    ] = None,
) -> None:
    """Build one file from a folder of rules, to be shared, once its rules load, pass lint and prove their examples.

    pack.toml says its name, version, license and description.
    """
    from cleaner.authoring.sharing import archive, checking, shared_pack
    from cleaner.io.atomic import write_bytes

    built = shared_pack.from_folder(folder)
    _say_findings(checking.check(built, str(folder)))
    manifest = built.manifest
    path = output or Path(f"{manifest.name}-{manifest.version}{archive.SUFFIX}")
    write_bytes(path, archive.archive(built))
    terminal.say(path, err=False)
    files = counted(len(built.rule_files), "rule file")
    terminal.say(f"{manifest.name} {manifest.version}: {files}, {built.digest}")


def add(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="PACK[@VERSION]", help="A file, a folder, or the name under which an installed package offers it."
        ),
    ],
    user: User = False,
    upgrade: Annotated[bool, typer.Option("--upgrade", help="In place of an earlier version that is there.")] = False,
    downgrade: Annotated[bool, typer.Option("--downgrade", help="In place of a later version that is there.")] = False,
    discard_changes: Discard = False,
) -> None:
    """Add a pack of rules to your own, once all of its examples hold; packs.lock remembers what was added."""
    from cleaner.authoring.sharing.adding import add as put_in

    done = put_in(wanted, _rules(user), upgrade=upgrade, downgrade=downgrade, discard_changes=discard_changes)
    _say_findings(done.findings)
    manifest = done.pack.manifest
    before = f" in place of {done.before}" if done.before not in ("", manifest.version) else ""
    terminal.say(f"{manifest.name} {manifest.version}{before}: {done.outcome}: {done.folder}")


def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A pack that was added.")],
    user: User = False,
    discard_changes: Discard = False,
) -> None:
    """Take away a pack of rules that was added."""
    from cleaner.authoring.sharing.adding import remove as take_out

    rules = _rules(user)
    gone = take_out(name, rules, discard_changes=discard_changes)
    terminal.say(f"removed {name} {gone.version} from {rules}")


def packs(output_format: Annotated[str, options.formats(("table", "json"), "How it is written.")] = "table") -> None:
    """List the packs that were added, and compare them with packs.lock; leave with 1 if one differs from it."""
    options.one_of("format", output_format, ("table", "json"))
    from cleaner.authoring.sharing.installed import installed

    found = [one for folder in dict.fromkeys((_rules(True), _rules(False))) for one in installed(folder)]
    if output_format == "json":
        terminal.write(json.dumps([_to_dict(one) for one in found], ensure_ascii=False, indent=2) + "\n")
    elif found:
        _print(found)
    terminal.say(f"{counted(len(found), 'pack')} added")
    for one in found:
        if one.state == "missing":
            terminal.say(f"{one.folder} is not there; cleaner rules add {one.name} puts it back")
        elif one.state == "changed":
            terminal.say(f"{one.folder} was changed by hand; cleaner rules add {one.name} --discard-changes undoes it")
    raise typer.Exit(any(one.state != "ok" for one in found))


def _rules(user: bool) -> Path:
    from cleaner.authoring.packs import near
    from cleaner.rules.folders import config_folder, own_folder

    return near(config_folder() if user else own_folder())


def _say_findings(findings: "Iterable[Finding]") -> None:
    for one in findings:
        terminal.say(one, fg="yellow")


def _to_dict(one: "Installed") -> dict[str, str]:
    return {"name": one.name, **one.entry.model_dump(), "folder": str(one.folder), "state": one.state}


def _print(found: "list[Installed]") -> None:
    rows = [(one.name, one.entry.version, one.state, str(one.folder), one.entry.source) for one in found]
    tables.write(("pack", "version", "state", "folder", "source"), rows)
