"""What a settings file may say: which options of which commands it sets, and what is wrong with it, line by line."""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleaner.cli import project_file

EVERYWHERE = (
    *("rules", "folder-rules", "off", "policy", "keep", "drop", "model", "trafilatura", "language", "encoding"),
)
"""Settings that stand at the top of the file, and hold for all commands that have such an option."""
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "clean": ("format", "input", "text-form", "with-metadata", "links", "images", "site-memory"),
    "explain": ("format", "input", "text-form", "site-memory", "color"),
    "run": (
        *("format", "links", "images", "workers", "field", "text-field", "timeout", "memory", "max-record"),
        *("unordered", "keep-dirs", "site", "site-memory", "text-form", "min-confidence"),
    ),
    "learn": ("site", "use-from", "review-from", "workers", "field", "text-field", "timeout", "memory"),
    "bench": ("sets", "against", "road", "limit", "worst", "rouge", "convention", "compare"),
}
"""Settings of single commands, in tables of their own. None names what is written: a file that lies in a folder must
not have it done to whoever works there."""
_PATHS = frozenset(["rules", "model", "site-memory", "sets", "compare"])
"""Settings that are files or folders, as seen from the folder of the settings file."""
_CHOICES = frozenset(["format", "input", "text-form", "road", "color", "trafilatura", "policy"])
"""Settings that are one of the words that the metavar of their option lists."""
_AMOUNTS = {
    "timeout": "a time: 20s, 500ms, 2m, a number of seconds, or none",
    **dict.fromkeys(("memory", "max-record"), "a size: 1G, 512M, a number of bytes, or none"),
}
"""Settings that are limits, and how they are written."""
_NO_FILES = frozenset(["auto", "off"])
"""Words that stand for no file where one may be named."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of a settings file, as its option takes it, and its line."""

    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a settings file says: by command, and by the name of the option."""

    path: Path
    by_command: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)

    def defaults(self, commands: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Return the values as defaults of the parameters of *commands*."""
        return {
            name: {option(command)[key].name: setting.value for key, setting in self.by_command[name].items()}
            for name, command in commands.items()
            if name in self.by_command
        }


CURRENT: ContextVar[project_file.Found | None] = ContextVar("CURRENT", default=None)
"""The settings file of the command that runs, used or refused."""


def load(path: Path, commands: Mapping[str, Any]) -> Settings:
    """Return what the file at *path* says for *commands*, by their names.

    Raises `ValueError` with all that is wrong, each with file, line and the nearest right spelling.
    """
    values, source = project_file.read(path)
    found: dict[str, dict[str, Setting]] = {name: {} for name in COMMANDS if name in commands}
    known = {name: settable(name, commands[name]) for name in found}
    reading = _Reading(source, path.parent.parent if path.parent.name == ".cleaner" else path.parent)
    for key, value in values.items():
        if key in known:
            found[key].update(reading.table(key, value, known[key]))
        elif key in EVERYWHERE:
            for name, options in known.items():
                if key in options:
                    found[name].setdefault(key, reading.setting((key,), value, options[key]))
        else:
            reading.unknown((key,), [*EVERYWHERE, *known])
    project_file.refuse(source)
    return Settings(path, found)


def settable(name: str, command: Any) -> dict[str, Any]:
    """Return the options of a command that a settings file may set, by their names without hyphens in front."""
    return {key: param for key, param in option(command).items() if key in EVERYWHERE or key in COMMANDS[name]}


def option(command: Any) -> dict[str, Any]:
    """Return all options and arguments of a command by their names without hyphens in front."""
    return {max(param.opts, key=len).lstrip("-"): param for param in command.params}


def apply(context: Any, path: Path | None, *, use: bool) -> None:
    """Make the settings at *path*, or else those of the nearest file, if *use* says so, the defaults of all commands.

    *context* is that of the whole command line. Raises `ValueError` as `load`.
    """
    found = project_file.Found(path) if path else project_file.find() if use else None
    CURRENT.set(found)
    if found and not found.refused:
        commands = context.command.commands
        context.default_map = load(found.path, commands).defaults(commands)


def say() -> None:
    """Say on stderr which settings file is used unasked, or is not, and why not."""
    from cleaner.cli import terminal

    found = CURRENT.get()
    if found and found.refused:
        terminal.say(f"without the settings in {found.path}: {found.refused}; --config names it to use them")
    elif found:
        terminal.say(f"with the settings in {found.path}; --no-config leaves them out")


class _Reading:
    """One file being read: each value is checked against the option that it is for."""

    def __init__(self, source: Any, folder: Path) -> None:
        self._source, self._folder = source, folder

    def table(self, name: str, values: Any, options: Mapping[str, Any]) -> Iterator[tuple[str, Setting]]:
        """Yield the settings of one command."""
        if not isinstance(values, dict):
            self._source.fault((name,), f"{name}: expected a table of settings of `cleaner {name}`")
            return
        for key, value in values.items():
            if key in options:
                yield key, self.setting((name, key), value, options[key])
            else:
                self.unknown((name, key), options)

    def setting(self, path: tuple[str, ...], value: Any, param: Any) -> Setting:
        """Return a value as the option *param* takes it; what is wrong with it is noted."""
        wanted = _expected(path[-1], value, param)
        if wanted:
            from cleaner.rules.values import as_written

            self._source.fault(path, f"{'.'.join(path)}: expected {wanted}, found {as_written(value)}")
            return Setting(None, 0)
        try:
            return Setting(self._meant(path[-1], value, param), self._source.line(path))
        except ValueError as error:
            self._source.fault(path, str(error))
            return Setting(None, 0)

    def unknown(self, path: tuple[str, ...], known: Any) -> None:
        """Note a name that is none of the *known* ones."""
        from cleaner.document.spelling import nearest

        tables = [name for name, keys in COMMANDS.items() if path[-1] in keys]
        belongs = f"; it belongs under {' or '.join(tables)}" if tables else ""
        hint = belongs or nearest(str(path[-1]), known) or f"; there are {', '.join(known)}"
        self._source.fault(path, f"no such setting: {'.'.join(map(str, path))}{hint}")

    def _meant(self, key: str, value: Any, param: Any) -> Any:
        from cleaner.cli import names

        if key in ("keep", "drop"):
            return names.kinds(key, _listed(value))
        if key in _CHOICES and value not in (known := param.metavar.split("|")) and value != "md":
            from cleaner.document.spelling import nearest

            raise ValueError(f"{key}: {value!r} is none of {', '.join(known)}{nearest(value, known)}")
        if key in _PATHS and _is_many(param):
            return [str(self._folder / one) for one in _listed(value)]
        if key in _PATHS and value not in _NO_FILES:
            return str(self._folder / value)
        if key in _AMOUNTS:
            return str(value)
        return _listed(value) if _is_many(param) else value


def _expected(key: str, value: Any, param: Any) -> str:
    """Return what an option takes, in words, if *value* is something else; empty if it is not."""
    if getattr(param, "is_flag", False):
        return "" if isinstance(value, bool) else "true or false"
    if _is_many(param):
        return "" if all(isinstance(one, str) for one in _listed(value)) else "text, or a list of texts"
    if isinstance(param.default, float):
        is_share = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1
        return "" if is_share else "a number from 0 to 1"
    if isinstance(param.default, int) or getattr(param, "min", None) is not None:
        if not isinstance(value, int) or isinstance(value, bool):
            return "a whole number"
        least = getattr(param, "min", None)
        return "" if least is None or value >= least else f"a whole number from {least}"
    if key in _AMOUNTS:
        return "" if _is_limit(key, value) else _AMOUNTS[key]
    return "" if isinstance(value, str) else "text"


def _is_limit(key: str, value: Any) -> bool:
    from cleaner.workers.limits import seconds, size

    try:
        found = (seconds if key == "timeout" else size)("" if isinstance(value, bool) else str(value))
    except ValueError:
        return False
    return found is None or found > 0


def _is_many(param: Any) -> bool:
    return bool(getattr(param, "multiple", False)) or param.nargs != 1


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
