"""`make docs`: the documentation as a site, built in strict mode.

The pages of docs/ stand at its root, beside those that stand elsewhere in the repository. Links between them are turned
to where they stand in the site; one to another file of the repository becomes its text. The reference of rules is cut
into a page for each kind, commands describe themselves, and pictures are what the commands of docs/gallery.md write.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import griffe
import typer.main
from typer.testing import CliRunner

import cleaner
from cleaner.authoring.docs import docs
from cleaner.cli.app import app
from cleaner.rules import bundled_rules
from tests.shown_commands import carry_out

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "cleaner/classifier/models/bundled.md": "model.md",
    "fixtures/README.md": "fixtures.md",
    "rules/CHANGELOG.md": "rules-changelog.md",
    "rules/README.md": "writing-rules.md",
}
"""Pages that do not stand in docs/, and their names in the site."""
LED_TO = {"README.md": "index.md", "docs/rules.md": "rules/index.md"}
"""Pages that the site has in another form."""
_FENCED_OR_LINK = re.compile(
    r"(?P<fenced>^(?P<ticks>`{3,})[^\n]*\n.*?^(?P=ticks)$)|"
    r"\[(?P<text>[^\]]+)\]\((?!\w+:)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)",
    re.MULTILINE | re.DOTALL,
)


def sources() -> dict[str, str]:
    """Return the pages that are written by hand: their paths in the repository, and their names in the site."""
    ours = {f"docs/{path.name}": path.name for path in sorted((ROOT / "docs").glob("*.md"))}
    return {path: name for path, name in {**ours, **ELSEWHERE}.items() if path not in LED_TO}


def turned(text: str, path: str) -> str:
    """Return the *text* of the page at *path* with its links as the site needs them.

    Raises `FileNotFoundError` for a link that leads nowhere.
    """
    return _FENCED_OR_LINK.sub(lambda found: found["fenced"] or _turned_link(found, path), text)


def _turned_link(found: re.Match[str], path: str) -> str:
    there = os.path.normpath(PurePosixPath(path).parent / found["path"])
    known = {**sources(), **LED_TO}
    if there in known:
        return f"[{found['text']}]({known[there]}{found['anchor'] or ''})"
    if not (ROOT / there).exists():
        raise FileNotFoundError(f"{path}: a link leads to {found['path']}, and there is no {there}")
    return found["text"]


def rule_pages() -> Iterator[tuple[str, str]]:
    """Yield the reference of rules, name and text of each page: the language, then the rules of each kind."""
    head, _, rules = docs(bundled_rules()).partition("\n## Every rule\n")
    head = head.replace("../rules/README.md", "../writing-rules.md")
    sections = re.split(r"^### (\S+)\n", rules, flags=re.MULTILINE)[1:]
    kinds = dict(zip(sections[::2], sections[1::2], strict=True))
    counted = [f"| [{kind}]({kind}.md) | {text.count(chr(10) + '#### ')} |" for kind, text in kinds.items()]
    yield "index.md", "\n".join([head, "## Every rule", "", "| kind | rules |", "|---|---|", *counted, ""])
    for kind, text in kinds.items():
        yield f"{kind}.md", f"# Rules: {kind}\n{text.replace(f'{chr(10)}#### ', f'{chr(10)}## ')}"


def command_page() -> str:
    """Return the help of every command."""
    return "\n".join(["# Commands", "", *_helped(typer.main.get_command(app), ())])


def _helped(command: object, words: tuple[str, ...]) -> Iterator[str]:
    wide = {"COLUMNS": "100", "NO_COLOR": "1"}
    shown = CliRunner().invoke(app, [*words, "--help"], env=wide, prog_name="cleaner").output
    yield from (f"## {' '.join(['cleaner', *words])}", "", "```text", shown.rstrip(), "```", "")
    for name, inner in getattr(command, "commands", {}).items():
        if not inner.hidden:
            yield from _helped(inner, (*words, name))


def undocumented() -> list[str]:
    """Return what is public in the package, and has no docstring."""
    package = griffe.load("cleaner", resolve_aliases=True)
    named = {name: package[name] for name in cleaner.__all__}
    found = {name: one.final_target if one.is_alias else one for name, one in named.items()}
    parts = {
        f"{name}.{part}": value
        for name, one in found.items()
        if one.is_class
        for part, value in one.members.items()
        if not part.startswith("_") and (value.is_function or "property" in value.labels)
    }
    return sorted(name for name, one in {**found, **parts}.items() if not one.has_docstring)


def draw(folder: Path) -> None:
    """Write what the commands of docs/gallery.md write into *folder*."""
    folder.mkdir()
    (folder / "fixtures").symlink_to(ROOT / "fixtures")
    with chdir(folder):
        carry_out((ROOT / "docs" / "gallery.md").read_text("utf-8"))
    (folder / "fixtures").unlink()


def stage(folder: Path) -> None:
    """Put all that the site is built of into *folder*, which must not be there."""
    pages = folder / "docs"
    (pages / "rules").mkdir(parents=True)
    for path, name in sources().items():
        (pages / name).write_text(turned((ROOT / path).read_text("utf-8"), path), "utf-8")
    for name, text in rule_pages():
        (pages / "rules" / name).write_text(text, "utf-8")
    (pages / "commands.md").write_text(command_page(), "utf-8")
    draw(pages / "gallery")
    shutil.copy(ROOT / "zensical.toml", folder)


def left_out(folder: Path) -> list[str]:
    """Return the staged pages to which no entry of the navigation leads."""
    named = set(re.findall(r'"([\w/-]+\.md)"', (folder / "zensical.toml").read_text("utf-8")))
    pages = {path.relative_to(folder / "docs").as_posix() for path in (folder / "docs").rglob("*.md")}
    return sorted(pages ^ named)


def build(folder: Path) -> Path:
    """Stage and build the site in *folder*, and return where it lies.

    Raises `SystemExit` where something has no docstring, a page is not in the navigation, or zensical warns.
    """
    if missing := undocumented():
        raise SystemExit(f"no docstring: {', '.join(missing)}")
    stage(folder)
    if pages := left_out(folder):
        raise SystemExit(f"either no page, or not in the navigation of zensical.toml: {', '.join(pages)}")
    call_zensical(folder)
    return folder / "site"


def call_zensical(folder: Path) -> None:
    """Build the site of a *folder* that is staged. Raises `SystemExit` with what zensical says, where it warns."""
    command = [Path(sys.executable).with_name("zensical"), "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}")


def main(target: Path) -> None:
    """Build the site and put it at *target*, in the place of one that is there."""
    with TemporaryDirectory() as folder:
        built = build(Path(folder) / "source")
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(built, target)
    sys.stdout.write(f"{target}/index.html; with its search: python -m http.server -d {target}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
