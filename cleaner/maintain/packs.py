"""Rule files as their keepers see them: text, values, and the line of each, rules and faults together.

The engine wants rules that run, or one error; upkeep wants everything that can be known of files that
are still being written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from cleaner.errors import Fault, RuleError
from cleaner.rules.bundled import bundled_folder, bundled_rules, user_folders
from cleaner.rules.load import load_text, rule_files
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule
from cleaner.rules.yaml_source import Source

PathLike = str | Path


def project_folder(name: str) -> Path | None:
    """Return a folder of the source checkout (`fixtures`), or its copy in an installed package, if any."""
    package = bundled_folder().parent
    for folder in (package / name, package / f"_{name.replace('/', '_')}"):
        if folder.is_dir():
            return folder
    return None


def default_paths(start: Path | None = None) -> list[Path]:
    """Return the bundled packs' folder and the user's own ones."""
    return [bundled_folder(), *user_folders(start)]


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
    def _places(self) -> dict[int, dict[str, int]]:
        """For each rule's line, the line of each text in it."""
        listed = self.content.get("rules")
        count = len(listed) if isinstance(listed, list) else 0
        assert count == 0 or isinstance(listed, list)
        return {
            self.line("rules", at): dict(_texts(self._source[0], listed[at], ("rules", at)))  # type: ignore[index]
            for at in range(count)
        }

    def line_of(self, rule: Rule, text: str | None) -> int:
        """Return the line on which *text* stands in *rule*; the rule's own if it is not found."""
        return self._places.get(rule.line, {}).get(text or "", rule.line)

    def source_line(self, number: int) -> str:
        """Return a line of the file without the spaces around it; the first is 1."""
        lines = self.text.splitlines()
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""


def _texts(source: Source, value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str, int]]:
    """Yield the texts in *value* from the last to the first, so that a dict keeps the first line of each."""
    if isinstance(value, dict):
        for key, inside in reversed(value.items()):
            yield from _texts(source, inside, (*path, key))
            yield str(key), source.line((*path, key))
    elif isinstance(value, list):
        for at, inside in reversed(list(enumerate(value))):
            yield from _texts(source, inside, (*path, at))
    else:
        yield str(value), source.line(path)


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
    files, sets = [], []
    for path in dict.fromkeys(found):
        text = path.read_text("utf-8")
        made = load_text(text, str(path), faults)
        files.append(PackFile(str(path), text, made.rules))
        sets.append(made)
    rules = RuleSet.merge(sets, faults, bundled_rules().platforms)
    return Packs(tuple(files), rules, tuple(sorted(set(faults))))
