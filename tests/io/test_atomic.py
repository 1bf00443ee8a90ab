"""Files are written whole or not at all."""

import os
import resource
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from cleaner.errors import OutputError
from cleaner.io.atomic import check_place, replacing, write_own, write_text


def test_what_was_there_is_replaced_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new ö")
    assert path.read_text("utf-8") == "new ö"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["rules.yaml"]


def test_a_failure_leaves_the_old_content_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(FileExistsError), replacing(path) as fresh:
        fresh.mkdir()
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_full_disk_leaves_the_old_content_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limit[1]))
    try:
        with pytest.raises(OutputError, match=r"a\.txt: cannot be written: File too large"):
            write_text(path, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_what_a_killed_process_left_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    script = (
        "import os, signal, sys; from pathlib import Path; from cleaner.io.atomic import replacing\n"
        "with replacing(Path(sys.argv[1])) as fresh: fresh.write_text('half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)]).returncode == -9
    assert not path.exists()
    write_text(path, "whole")
    assert os.listdir(tmp_path) == ["a.txt"]


def test_two_writers_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(OutputError, match="another process"), replacing(path):
        write_text(path, "second")
    assert path.read_text() == "second"


def test_links_are_followed_where_a_person_named_them_and_replaced_where_not(tmp_path: Path) -> None:
    (tmp_path / "far.txt").write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to("far.txt")
    write_text(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "far.txt").read_text() == "new"
    write_own(link, b"own")
    assert not link.is_symlink()
    assert (tmp_path / "far.txt").read_text() == "new"


@pytest.mark.parametrize(("name", "says"), [("no/a.txt", "there is no folder"), (".", "is a folder")])
def test_no_place_for_a_file(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(OutputError, match=says):
        write_text(tmp_path / name, "x")


@pytest.mark.parametrize(
    ("name", "says"),
    [("new.txt", ""), ("a/b/new.txt", ""), ("file", ""), ("file/new.txt", "file is no folder"), (".", "is a folder")],
)
def test_places_for_a_file_whose_folders_are_made(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=says) if says else nullcontext():
        check_place(tmp_path / name)


def test_a_device_takes_what_it_gets() -> None:
    write_text(Path(os.devnull), "x")
    assert not Path(os.devnull).is_file()
