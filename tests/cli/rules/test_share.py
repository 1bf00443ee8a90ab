"""`cleaner rules pack`, `add`, `remove`, `packs`: rules go from one project to another."""

import json
from pathlib import Path

import pytest

from tests.authoring.sharing.harbour import RULES, write_harbour
from tests.cli.conftest import Call
from tests.cli.pages import written

PAGE = (
    "The ferry sails again.\n\nGood night from the pilots of Port Quay\n\nThe mail will come with it, the office said."
)


def test_from_a_folder_to_a_page(call: Call, tmp_path: Path) -> None:
    write_harbour(tmp_path / "own")
    assert call("rules", "pack", "own").out == "harbour-1.0.zip\n"
    written(tmp_path / "page.txt", PAGE)
    assert "pilots" in call("clean", "page.txt").out
    done = call("rules", "add", "harbour-1.0.zip@1.0")
    assert done.err.splitlines()[-1] == "harbour 1.0: added: .cleaner/rules/harbour"
    assert "pilots" not in call("clean", "page.txt").out
    assert "there already" in call("rules", "add", "harbour-1.0.zip").err
    listed = call("rules", "packs")
    assert listed.out.splitlines()[1].split() == [
        "harbour",
        "1.0",
        "ok",
        ".cleaner/rules/harbour",
        "../../harbour-1.0.zip",
    ]
    assert call("rules", "remove", "harbour").err == "removed harbour 1.0 from .cleaner/rules\n"
    assert "pilots" in call("clean", "page.txt").out
    assert call("rules", "packs").err == "0 packs added\n"


def test_for_all_of_ones_work(call: Call, tmp_path: Path) -> None:
    write_harbour(tmp_path / "own")
    call("rules", "add", "own", "--user")
    assert (tmp_path / "config" / "cleaner" / "rules" / "harbour" / "harbour.yaml").is_file()
    (found,) = json.loads(call("rules", "packs", "--format", "json").out)
    assert (found["name"], found["state"]) == ("harbour", "ok")
    call("rules", "remove", "harbour", "--user")


@pytest.mark.parametrize(("is_there", "told"), [(True, "changed by hand"), (False, "is not there")])
def test_packs_that_are_not_as_they_were(call: Call, tmp_path: Path, is_there: bool, told: str) -> None:
    write_harbour(tmp_path / "own")
    call("rules", "add", "own")
    path = tmp_path / ".cleaner" / "rules" / "harbour"
    if is_there:
        written(path / "harbour.yaml", RULES + "# mine\n")
    else:
        path.rename(tmp_path / "lost")
    assert told in call("rules", "packs", code=1).err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["pack", "nothing"], "nothing/pack.toml:1: a pack to share needs this file"),
        (["add", "nothing"], "no such pack: nothing"),
        (["add", "own@2"], "expected version 2 of harbour, found 1.0"),
        (["remove", "harbour"], "no pack harbour was added to .cleaner/rules"),
    ],
)
def test_what_is_refused(call: Call, tmp_path: Path, words: list[str], told: str) -> None:
    write_harbour(tmp_path / "own")
    assert told in call("rules", *words, code=2).err
    assert not (tmp_path / ".cleaner").exists()
