"""The one file of a shared pack: the same bytes again, and what hostile or damaged ones are refused for."""

import io
import os
import stat
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from cleaner.authoring.sharing import archive as archives
from cleaner.authoring.sharing.archive import archive, from_archive
from cleaner.authoring.sharing.shared_pack import from_folder
from cleaner.errors import RuleError
from tests.authoring.sharing.harbour import RULES, write_harbour


@pytest.fixture
def built(tmp_path: Path) -> dict[str, str]:
    return from_folder(write_harbour(tmp_path / "own")).built()


def test_a_pack_comes_back_from_the_same_bytes(tmp_path: Path) -> None:
    pack = from_folder(write_harbour(tmp_path / "own"))
    path = tmp_path / "harbour.zip"
    path.write_bytes(archive(pack))
    assert archive(pack) == path.read_bytes()
    found = from_archive(path)
    assert (found.files, found.digest, found.manifest.digest) == (pack.files, pack.digest, pack.digest)
    assert archive(found) == path.read_bytes()


def zipped(path: Path, files: dict[str, str], *more: ZipInfo, method: int = ZIP_DEFLATED) -> Path:
    with ZipFile(path, "w", method) as file:
        for name, text in files.items():
            file.writestr(name, text)
        for entry in more:
            file.writestr(entry, RULES)
    return path


def entry(name: str, mode: int = 0, *, is_encrypted: bool = False) -> ZipInfo:
    made = ZipInfo(name)
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (entry("../../outside.yaml"), "names of Latin letters, digits"),
        (entry("/etc/outside.yaml"), "names of Latin letters, digits"),
        (entry("link.yaml", stat.S_IFLNK | 0o777), "'link.yaml' is a link or a device"),
        (entry("pipe.yaml", stat.S_IFIFO), "'pipe.yaml' is a link or a device"),
        (entry("run.py"), "expected rule files"),
        (entry("harbour.yaml/more.yaml"), "harbour.yaml/more.yaml lies in a folder whose name is a file's as well"),
        (entry("more.yaml"), "its digest does not agree: pack.toml says sha256:"),
    ],
    ids=["above", "absolute", "link", "pipe", "code", "file and folder", "added"],
)
def test_entries_that_are_refused(tmp_path: Path, built: dict[str, str], more: ZipInfo, told: str) -> None:
    with pytest.raises(RuleError, match=told):
        from_archive(zipped(tmp_path / "a.zip", built, more))


def test_an_entry_twice(tmp_path: Path, built: dict[str, str]) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zipped(tmp_path / "a.zip", built, entry("harbour.yaml"))
    with pytest.raises(RuleError, match=r"'harbour.yaml' is in it twice"):
        from_archive(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path, built: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_BYTES", 100_000)
    path = zipped(tmp_path / "a.zip", {**built, "b.yaml": "#" * 1_000_000})
    assert path.stat().st_size < 10_000
    with pytest.raises(RuleError, match="at most 100,000 bytes once unpacked"):
        from_archive(path)


@pytest.mark.parametrize(
    ("limit", "told"), [("MAX_BYTES", "at most 1 bytes"), ("MAX_FILES", "at most 1 files, found 2")]
)
def test_limits(tmp_path: Path, built: dict[str, str], monkeypatch: pytest.MonkeyPatch, limit: str, told: str) -> None:
    monkeypatch.setattr(archives, limit, 1)
    with pytest.raises(RuleError, match=told):
        from_archive(zipped(tmp_path / "a.zip", built))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"pack.toml": None}, "there is no pack.toml in it"),
        ({"pack.toml": 'name = "harbour"\nversion = "1"\nlicense = "x"\ndescription = "x"\n'}, "holds no digest"),
        ({"harbour.yaml": RULES + "# more\n"}, "its digest does not agree"),
        ({"pack.toml": "format = 9\n"}, r"a.zip/pack.toml:1: its rules are in format 9 of the rule language"),
    ],
    ids=["no manifest", "no digest", "changed", "newer"],
)
def test_packs_that_are_refused(
    tmp_path: Path, built: dict[str, str], change: dict[str, str | None], told: str
) -> None:
    files = {name: text for name, text in {**built, **change}.items() if text is not None}
    with pytest.raises(RuleError, match=told):
        from_archive(zipped(tmp_path / "a.zip", files))


def test_another_compression(tmp_path: Path, built: dict[str, str]) -> None:
    with pytest.raises(RuleError, match="encrypted, or compressed in another way"):
        from_archive(zipped(tmp_path / "a.zip", built, method=ZIP_BZIP2))


def _flip(data: bytes) -> bytes:
    at = data.index(b"harbour.yaml") + 40
    return data[:at] + bytes(255 - byte for byte in data[at : at + 20]) + data[at + 20 :]


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: b"rules:\n", lambda data: data[:-30], _flip])
def test_damage(tmp_path: Path, damage, built: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    path = zipped(tmp_path / "a.zip", built)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(RuleError, match=r"a.zip:1: expected a pack, as `cleaner rules pack` writes it: "):
        from_archive(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RuleError, match="expected a file"):
        from_archive(tmp_path / "pipe")


def test_what_is_not_utf_8(tmp_path: Path, built: dict[str, str]) -> None:
    made = io.BytesIO()
    with ZipFile(made, "w") as file:
        file.writestr("a.yaml", b"\xff\xfe")
    path = tmp_path / "a.zip"
    path.write_bytes(made.getvalue())
    with pytest.raises(RuleError, match="UTF-8"):
        from_archive(path)
