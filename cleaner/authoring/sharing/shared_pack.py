"""A shared pack as a value: its manifest and the texts of its files, from whatever holds them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from cleaner.authoring.sharing.manifest import EXAMPLE, MANIFEST, Manifest, read_manifest
from cleaner.errors import Fault, RuleError
from cleaner.rules.load import LISTS, SUFFIXES, rule_files
from cleaner.rules.source_file import read_source

BESIDE = ("LICENSE", "README.md")
"""Files that may go with the rules."""
MAX_FILES, MAX_BYTES = 5_000, 64_000_000
"""Files of a pack, and bytes of all of them. Not measured: 70,000 rules take some 40 MB."""
_PART = r"[A-Za-z0-9_][A-Za-z0-9._-]*"
_NAME = re.compile(rf"{_PART}(/{_PART}){{0,4}}")
_NAME_CHARS = 150
"""Characters of a file's name with its folders. Not measured: every file system takes them."""


@dataclass(frozen=True)
class SharedPack:
    """A manifest, and the rule files by their names in the pack, with slashes."""

    manifest: Manifest
    files: Mapping[str, str]

    @property
    def digest(self) -> str:
        """SHA-256 of all that the pack says: its manifest, and the names and texts of its files."""
        told = self.manifest.model_dump(exclude={"digest"})
        said = json.dumps([told, sorted(self.files.items())], sort_keys=True)
        return f"sha256:{sha256(said.encode()).hexdigest()}"

    @property
    def rule_files(self) -> list[str]:
        """The names of its rule files, in order."""
        return sorted(name for name in self.files if name not in BESIDE)

    def built(self) -> dict[str, str]:
        """Return all of its files by name, the manifest with its digest among them."""
        manifest = self.manifest.model_copy(update={"digest": self.digest})
        return {MANIFEST: manifest.text(), **dict(sorted(self.files.items()))}


def from_folder(folder: Path) -> SharedPack:
    """Return the pack in a folder: its manifest, its rule files, and a licence and a README if it has them.

    Folders in it with a manifest of their own are other packs.

    Raises `RuleError` for a manifest that is missing or wrong, for files that cannot be read, and for names that a pack
    cannot have.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise RuleError([Fault(str(path), 1, f"a pack to share needs this file; write it so:\n{EXAMPLE}".rstrip())])
    faults: list[Fault] = []
    others = {one.parent for one in folder.rglob(MANIFEST)} - {folder}
    found = [one for one in rule_files(folder, faults) if not others & set(one.parents)]
    found += [folder / name for name in BESIDE if (folder / name).is_file()]
    files = {one.relative_to(folder).as_posix(): read_source(one) for one in found}
    return checked(SharedPack(read_manifest(read_source(path), str(path)), files), str(folder))


def checked(pack: SharedPack, where: str) -> SharedPack:
    """Return a *pack* whose files have names that a pack may have, and whose digest is its own.

    Raises `RuleError` otherwise; *where* is what holds the pack.
    """
    wrong = next(filter(None, map(wrong_name, pack.files)), "") or _wrong_whole(pack)
    if wrong:
        raise RuleError([Fault(where, 1, wrong)])
    return pack


def wrong_name(name: str) -> str:
    """Return what is wrong with the name of a file in a pack; empty if nothing is."""
    last = name.rpartition("/")[2]
    if len(name) > _NAME_CHARS or not _NAME.fullmatch(name):
        wanted = "names of Latin letters, digits, dots, hyphens and underscores, at most four folders deep"
        return f"expected {wanted}, found {name[:_NAME_CHARS]!r}"
    if name in (*BESIDE, MANIFEST):
        return ""
    if last.lower() in LISTS or not last.lower().endswith(SUFFIXES):
        return f"expected rule files ({', '.join(SUFFIXES)}), {MANIFEST}, {' or '.join(BESIDE)}, found {name!r}"
    return ""


def _folders(name: str) -> list[str]:
    return [folder.as_posix() for folder in PurePosixPath(name.lower()).parents]


def _wrong_whole(pack: SharedPack) -> str:
    same = {name.lower(): name for name in pack.files}
    if twice := [name for name in sorted(pack.files) if same[name.lower()] != name]:
        return f"{twice[0]} and {same[twice[0].lower()]} are one file where capital letters do not count"
    if both := [name for name in sorted(pack.files) if any(map(same.__contains__, _folders(name)))]:
        return f"{both[0]} lies in a folder whose name is a file's as well"
    if not pack.rule_files:
        return "there are no rule files in it"
    if len(pack.files) > MAX_FILES or sum(map(len, pack.files.values())) > MAX_BYTES:
        return f"expected at most {MAX_FILES:,} files and {MAX_BYTES:,} bytes; make several packs"
    given, own = pack.manifest.digest, pack.digest
    if given and given != own:
        return (
            f"its digest does not agree: {MANIFEST} says {given}, and its files have {own}; it was changed or damaged"
        )
    return ""
