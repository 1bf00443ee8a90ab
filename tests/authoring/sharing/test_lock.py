"""`packs.lock`: read as it was written, and damaged ones are told of by line."""

import tomllib
from pathlib import Path

import pytest

from cleaner.authoring.sharing.lock import LOCK, Entry, read_lock, write_lock
from cleaner.errors import RuleError

DIGEST = f"sha256:{'0' * 64}"
ENTRY = Entry(version="1.0", source='../a "b".zip', digest=DIGEST)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_lock(tmp_path) == {}
    write_lock(tmp_path, {"quay": ENTRY, "harbour": ENTRY})
    assert list(tomllib.loads((tmp_path / LOCK).read_text())) == ["harbour", "quay"]
    assert read_lock(tmp_path) == {"harbour": ENTRY, "quay": ENTRY}
    write_lock(tmp_path, {})
    assert not (tmp_path / LOCK).exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[harbour]", '["../../outside"]', "expected small letters a to z, digits and hyphens"),
        ("[harbour]", "[harbour", "packs.lock:3: not TOML"),
        ("sha256:", "md5:", "packs.lock:6: digest: expected sha256: and 64 hexadecimal digits"),
        ("version", "verson", "packs.lock:4: unknown key 'verson'; did you mean 'version'?"),
    ],
    ids=["name", "toml", "digest", "key"],
)
def test_damage(tmp_path: Path, old: str, new: str, told: str) -> None:
    write_lock(tmp_path, {"harbour": ENTRY})
    path = tmp_path / LOCK
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(RuleError) as error:
        read_lock(tmp_path)
    assert told in str(error.value)
