"""`packs.lock`: which shared packs a folder of rules holds, of which version, where from, and what their digest is."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, RootModel

from cleaner.authoring.sharing.manifest import Digest, Name, Version
from cleaner.errors import RuleError
from cleaner.io.atomic import write_text
from cleaner.rules.field_types import Strict
from cleaner.rules.source_file import read_source
from cleaner.rules.toml_source import read_toml, write_toml
from cleaner.rules.validation import validate
from cleaner.rules.yaml_source import Source

LOCK = "packs.lock"
_HEAD = "# written by `cleaner rules add` and `remove`; `cleaner rules packs` compares it with what is there\n"


class Entry(Strict):
    """One pack that was installed."""

    version: Version = Field(description="Its version.")
    source: str = Field(description="The file, the folder or the Python package that it came from.")
    digest: Digest = Field(description="Of all that it held.")


class _Lock(RootModel[dict[Name, Entry]]):
    """All of them, by name."""


def read_lock(folder: Path) -> dict[str, Entry]:
    """Return what the lock file in a *folder* of rules holds, by the packs' names; nothing if there is none.

    Raises `RuleError` with file and line if it is damaged.
    """
    path = folder / LOCK
    if not path.exists():
        return {}
    source = Source(str(path))
    values = read_toml(read_source(path), source)
    found = None if values is None else validate(_Lock, values, source)
    if found is None:
        raise RuleError(source.faults)
    return found.root


def write_lock(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Write the lock file of a *folder* of rules; one that would be empty is taken away. Raises `OutputError`."""
    path = folder / LOCK
    if not entries:
        path.unlink(missing_ok=True)
        return
    tables = (f"\n[{name}]\n{write_toml(entries[name].model_dump())}" for name in sorted(entries))
    write_text(path, _HEAD + "".join(tables))
