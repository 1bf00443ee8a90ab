"""Rule files as their keepers see them: text, values, and the line of each, rules and faults together.

The engine wants rules that run, or one error; upkeep wants everything that can be known of files that
are still being written.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.errors import Fault, RuleError
from cleaner.rules.bundled import bundled_folder, bundled_packs, bundled_rules, user_folders
from cleaner.rules.load import load_text, rule_files
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule
from cleaner.rules.source_file import read_source
from cleaner.rules.yaml_source import Source

PathLike = str | Path


def project_folder(name: str) -> Path | None:
    """Return a folder of the source checkout (`fixtures`), or its copy in an installed package, if any."""
    package = bundled_folder().parent
    for folder in (package / name, package / f"_{name.replace('/', '_')}"):
        if folder.is_dir():
            return folder
    return None


def own_paths(start: Path | None = None) -> list[Path]:
    """Return the user's own rule folders: what a command that writes may touch unasked."""
    return [near(folder) for folder in user_folders(start)]


def default_paths(start: Path | None = None) -> list[Path]:
    """Return the folders of the bundled packs and the user's own ones."""
    return [near(folder) for folder in (*bundled_packs(), *user_folders(start))]


def near(path: Path) -> Path:
    """Return *path* as seen from the working folder, if it lies in it: messages are read by people."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) and path != here else path


class Place(NamedTuple):
    """A key or a text in a rule: its line, and the keys and list positions that lead to it."""

    text: str
    line: int
    path: tuple[str | int, ...]


@dataclass(frozen=True)
class PackFile:
    """One rule file as read."""

    name: str
    text: str
    rules: tuple[Rule, ...]

    @cached_property
    def _source(self) -> tuple[Source, Any]:
        source = Source(self.name)
        return source, source.read(self.text)

    @property
    def content(self) -> dict[str, Any]:
        """The plain values of the file; empty if it has none."""
        found = self._source[1]
        return found if isinstance(found, dict) else {}

    def line(self, *path: str | int) -> int:
        """Return the line of the value at *path*, or of the nearest one around it."""
        return self._source[0].line(path)

    @cached_property
    def _places(self) -> dict[int, list[Place]]:
        """For each rule's line, the texts in it and where they stand."""
        listed = self.content.get("rules")
        count = len(listed) if isinstance(listed, list) else 0
        assert count == 0 or isinstance(listed, list)
        return {
            self.line("rules", at): list(_texts(self._source[0], listed[at], ("rules", at)))  # type: ignore[index]
            for at in range(count)
        }

    def line_of(self, rule: Rule, text: str | None, under: str = "") -> int:
        """Return the first line on which *text* stands in *rule*, below the key *under* if there is such a line.

        If it is not found, that is the rule's own line.
        """
        found = [place for place in self._places.get(rule.line, ()) if place.text == text]
        below = [place for place in found if under in place.path]
        return next((place.line for place in (*below, *found)), rule.line)

    def line_in(self, rule: Rule, *to: str | int) -> int:
        """Return the line of the value to which the keys *to* lead in *rule*, or of the nearest one around it."""
        listed = self.content.get("rules")
        count = len(listed) if isinstance(listed, list) else 0
        at = next((at for at in range(count) if self.line("rules", at) == rule.line), None)
        return rule.line if at is None else self.line("rules", at, *to)

    def source_line(self, number: int) -> str:
        """Return a line of the file without the spaces around it; the first is 1."""
        lines = self.text.splitlines()
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""


def _texts(source: Source, value: Any, path: tuple[str | int, ...]) -> Iterator[Place]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield Place(str(key), source.line((*path, key)), path)
            yield from _texts(source, inside, (*path, key))
    elif isinstance(value, list):
        for at, inside in enumerate(value):
            yield from _texts(source, inside, (*path, at))
    else:
        yield Place(str(value), source.line(path), path)


@dataclass(frozen=True)
class Packs:
    """Rule files together. *rules* holds what could be read; *faults* is everything that could not."""

    files: tuple[PackFile, ...]
    rules: RuleSet
    faults: tuple[Fault, ...]

    @cached_property
    def by_name(self) -> dict[str, PackFile]:
        """The files by name."""
        return {file.name: file for file in self.files}

    def require(self) -> "Packs":
        """Return self.

        Raises `RuleError` if there are faults.
        """
        if self.faults:
            raise RuleError(self.faults)
        return self


def read_packs(paths: Iterable[PathLike]) -> Packs:
    """Read rule files and folders of them, whatever their state. Platforms of bundled packs are known."""
    faults: list[Fault] = []
    found = [file for path in paths for file in rule_files(Path(path), faults)]
    texts = {}
    for path in {file.resolve(): file for file in found}.values():
        try:
            texts[str(path)] = read_source(path)
        except RuleError as error:
            faults.extend(error.faults)
    return packs_of(texts, faults)


def packs_of(texts: Mapping[str, str], faults: Iterable[Fault] = ()) -> Packs:
    """Return the rule files that hold *texts*, each by its name; *faults* are those of others, read beside them."""
    all_faults = list(faults)
    sets = {name: load_text(text, name, all_faults) for name, text in texts.items()}
    files = [PackFile(name, text, tuple(sets[name].rules)) for name, text in texts.items()]
    rules = RuleSet.merge(list(sets.values()), all_faults, bundled_rules().platforms)
    return Packs(tuple(files), rules, tuple(sorted(set(all_faults))))
