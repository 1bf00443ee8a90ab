"""What a page of documentation shows, carried out in the working folder, one thing after another, as it stands there.

Blocks of `console` are sessions: commands behind prompts, and what they write, where it is shown; `…` on a line by
itself stands for lines left out. A comment behind a command that says `leaves with 1` names its exit code. Blocks of
`yaml` whose first line is a path are saved there; blocks of `python` are run, but for those that name an adapter: they
need its host, and tests/adapters runs them. Blocks of `py` are other people's programs, for which nothing is here.
"""

import re
import shlex
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatchcase
from glob import glob
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from cleaner.cli.app import app

FENCE = re.compile(r"^ *(?P<ticks>`{3,})(\w+)\n(.*?)^ *(?P=ticks)$", re.MULTILINE | re.DOTALL)
DOCS = Path(__file__).resolve().parent.parent / "docs"
_ADAPTER = re.compile(r"cleaner\.adapters\.(\w+)")
_SAVED = re.compile(r"cat > (\S+) <<'END'")
_PATH = re.compile(r"# ([\w./-]+\.yaml)\n")
_LEAVES = re.compile(r"leaves with (\d)")


class Shown(NamedTuple):
    """A command behind a prompt, what follows it up to the next one, and the exit code that is told."""

    command: str
    output: tuple[str, ...]
    code: int


def carry_out(markdown: str, *, exact: bool = True) -> list[str]:
    """Do what *markdown* shows, and see if *exact* the same output; return the commands that were run."""
    blocks = FENCE.findall(markdown)
    return [command for _, language, block in blocks for command in _carry_out_block(language, block, exact)]


def adapter_blocks(adapter: str) -> dict[str, str]:
    """Return the blocks of `python` in docs/ that name *adapter*, by page."""
    pages = {page.name: FENCE.findall(page.read_text("utf-8")) for page in sorted(DOCS.glob("*.md"))}
    return {
        name: block
        for name, blocks in pages.items()
        for _, language, block in blocks
        if language == "python" and adapter in _ADAPTER.findall(block)
    }


def _carry_out_block(language: str, block: str, exact: bool) -> Iterator[str]:
    if language == "yaml" and (path := _PATH.match(block)):
        Path(path[1]).parent.mkdir(parents=True, exist_ok=True)
        Path(path[1]).write_text(block, "utf-8")
    elif language == "python" and not _ADAPTER.search(block):
        exec(compile(block, "documentation", "exec"), {})
    elif language == "console":
        for shown in session(block):
            if saved := _SAVED.fullmatch(shown.command):
                Path(saved[1]).write_text("".join(f"{line}\n" for line in shown.output[:-1]), "utf-8")
            else:
                _check(shown, exact)
                yield shown.command


def session(block: str) -> Iterator[Shown]:
    """Yield what a session shows."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        head, *output = part.splitlines()
        command, _, comment = head.partition("  #")
        code = _LEAVES.search(comment)
        yield Shown(command.strip(), tuple(output), int(code[1]) if code else 0)


def _check(shown: Shown, exact: bool) -> None:
    said = "".join(run(pipe, shown.code) for pipe in re.split(r" && |; ", shown.command))
    if exact and shown.output:
        wanted = "\n".join(shown.output).rstrip("\n").replace("[", "[[]").replace("…", "*")
        assert fnmatchcase(said.rstrip("\n"), wanted), f"{shown.command}:\n{said}"


def run(pipe: str, code: int = 0) -> str:
    """Run commands that are piped into one another, `cleaner` in this process; return what a terminal would show."""
    given, told = b"", ""
    for command in pipe.split(" | "):
        if not command.startswith("cleaner "):
            given = subprocess.run(["bash", "-c", command], input=given, capture_output=True, check=True).stdout
            continue
        command, _, target = command.partition(" > ")
        words = [found for word in shlex.split(command)[1:] for found in sorted(glob(word)) or [word]]
        done = CliRunner().invoke(app, words, input=given)
        assert done.exit_code == code, f"{command}: {done.output} {done.exception}"
        given, told = done.stdout_bytes, done.output
        if target:
            Path(target).write_bytes(given)
    return told if command.startswith("cleaner ") else given.decode()
