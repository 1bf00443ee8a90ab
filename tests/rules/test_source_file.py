"""Files that are no rule files: each a sentence with its name, whoever reads it."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.authoring.formatting import fmt
from cleaner.authoring.lint import fix, lint
from cleaner.authoring.lint.lists import read_banned
from cleaner.authoring.packs import read_packs
from cleaner.errors import RuleError
from cleaner.features.lexicon import read_lexicon
from cleaner.rules import load_rules
from cleaner.rules.source_file import read_source
from cleaner.rules.yaml_source import MAX_BYTES


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(20 * MAX_BYTES)


def listen(path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path))
    server.close()


MAKERS: list[tuple[Callable[[Path], object], int, str]] = [
    (lambda path: os.mkfifo(path), 1, "found a pipe"),
    (lambda path: path.mkdir(), 1, "found a folder"),
    (lambda path: path.symlink_to("/dev/zero"), 1, "found a device"),
    (listen, 1, "found a socket"),
    (lambda path: path.symlink_to("nowhere"), 1, "no such file"),
    (large, 1, "at most 4,000,000 bytes, found 80,000,000"),
    (lambda path: path.write_bytes(b"format: 1\npack: m\xfcnchen\n"), 2, "expected UTF-8, found the byte 0xFC"),
    (lambda path: path.write_bytes("format: 1\n".encode("utf-16")), 1, "expected UTF-8"),
]


@pytest.mark.parametrize(("make", "line", "message"), MAKERS, ids=[message for *_, message in MAKERS])
def test_every_reader_refuses_it(
    make: Callable[[Path], object], line: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("packs") / "mine.yaml"
    path.parent.mkdir()
    make(path)
    for read in (read_source, load_rules, lambda one: read_packs([one]).require(), fmt, read_lexicon):
        with pytest.raises(RuleError) as error:
            read(path)
        assert [(fault.file, fault.line) for fault in error.value.faults] == [(str(path), line)]
        assert message in str(error.value)
    found = lint(path.parent if message != "no such file" else path)
    assert [(one.code, one.line) for one in found if message in one.message] == [("F00", line)]
    assert fix(path) == []


def test_a_list_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "banned.yaml").mkdir()
    with pytest.raises(RuleError, match="found a folder"):
        read_banned([tmp_path])


def test_all_files_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff")
    (tmp_path / "b.yaml").write_text("format: 2\n", "utf-8")
    os.mkfifo(tmp_path / "c.yaml")
    with pytest.raises(RuleError) as error:
        load_rules(tmp_path)
    assert {Path(fault.file).name for fault in error.value.faults} == {"a.yaml", "b.yaml", "c.yaml"}
