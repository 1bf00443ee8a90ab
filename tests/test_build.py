import sys
from pathlib import Path

import pytest

import cleaner.features
from cleaner.build import is_compiled


@pytest.mark.parametrize(
    ("files", "compiled"),
    [
        (["surroundings.py"], False),
        # Python takes the library where both are there
        (["surroundings.py", "surroundings.abi3.so"], True),
    ],
    ids=["pure", "compiled"],
)
def test_is_compiled(files: list[str], compiled: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in files:
        (tmp_path / name).touch()
    monkeypatch.setattr(cleaner.features, "__path__", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, "cleaner.features.surroundings", raising=False)
    assert is_compiled() is compiled
