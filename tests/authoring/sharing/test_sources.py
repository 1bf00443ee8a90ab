"""Where packs are found: files, folders, Python packages, and what the lock file remembers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.authoring.sharing.archive import archive
from cleaner.authoring.sharing.lock import Entry
from cleaner.authoring.sharing.shared_pack import from_folder
from cleaner.authoring.sharing.sources import find
from tests.authoring.sharing.harbour import write_harbour


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with the pack as a folder and as a file, and a Python package that offers it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour@1.zip").write_bytes(archive(from_folder(write_harbour(tmp_path / "own"))))
    site = tmp_path / "site"
    write_harbour(site / "harbour_rules" / "data", "3.0")
    (site / "harbour_rules" / "__init__.py").write_text("raise SystemExit('code of a pack ran')\n")
    about = site / "harbour_rules-3.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: harbour-rules\nVersion: 3.0\n")
    (about / "entry_points.txt").write_text(
        "[cleaner.packs]\nharbour = harbour_rules.data\nother = harbour_rules.data\nlost = not_there\n"
    )
    monkeypatch.syspath_prepend(str(site))
    return tmp_path


@pytest.mark.parametrize(
    ("wanted", "version", "place", "source"),
    [
        ("own", "1.0", "own", "../../own"),
        ("own/@1.0", "1.0", "own", "../../own"),
        ("harbour@1.zip", "1.0", "harbour@1.zip", "../../harbour@1.zip"),
        ("harbour@1.zip@1.0", "1.0", "harbour@1.zip", "../../harbour@1.zip"),
        ("harbour", "3.0", "{here}/site/harbour_rules/data", "package harbour-rules"),
        ("harbour@3.0", "3.0", "{here}/site/harbour_rules/data", "package harbour-rules"),
        ("quay", "1.0", "{here}/own", "../../own"),
    ],
)
def test_found(here: Path, wanted: str, version: str, place: str, source: str) -> None:
    lock = {"quay": Entry(version="0.9", source="../../own", digest="")}
    found = find(wanted, here / ".cleaner" / "rules", lock)
    assert (found.pack.manifest.version, found.source) == (version, source)
    assert str(found.place) == place.format(here=here)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("own@2.0", "own: expected version 2.0 of harbour, found 1.0"),
        (
            "harbor",
            "no such pack: harbor: no file, no folder, and no installed package offers it; did you mean 'harbour'?",
        ),
        ("other", "the entry point other of cleaner.packs holds the pack harbour; one name is wanted"),
        ("lost", "the entry point lost of cleaner.packs names not_there, and there is no such folder"),
        ("gone", "gone came from {here}/gone.zip, which is not there any more"),
        ("sold", "sold came from the package sold-rules, which is not installed any more"),
    ],
)
def test_not_found(here: Path, wanted: str, told: str) -> None:
    lock = {
        "gone": Entry(version="1.0", source="../../gone.zip", digest=""),
        "sold": Entry(version="1.0", source="package sold-rules", digest=""),
    }
    with pytest.raises(ValueError, match=r"no such|expected|entry point|came") as error:
        find(wanted, here / ".cleaner" / "rules", lock)
    assert told.format(here=here) in str(error.value)
