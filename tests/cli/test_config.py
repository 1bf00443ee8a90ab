"""`cleaner config`: what holds for each command, and where it comes from."""

from pathlib import Path

from cleaner.cli.settings import COMMANDS
from tests.cli.conftest import Call
from tests.cli.pages import written


def test_where_each_value_comes_from(call: Call, tmp_path: Path) -> None:
    path = written(
        tmp_path / "pyproject.toml",
        '[tool.cleaner]\nkeep = ["share", "poll"]\nfolder-rules = false\n[tool.cleaner.run]\nworkers = 2\n',
    )
    lines = call("config", "run").out.splitlines()
    assert lines[:2] == [f"settings: {path}", ""]
    rows = [line.rsplit("  ", 1) for line in lines[3:]]
    told = {" ".join(row[0].split()): row[1].strip() for row in rows}
    assert told["run.keep share, poll"] == "pyproject.toml:2"
    assert told["run.folder-rules false"] == "pyproject.toml:3"
    assert told["run.workers 2"] == "pyproject.toml:5"
    assert told["run.timeout 20s"] == "default"
    assert told["run.drop -"] == "default"


def test_every_command_is_told(call: Call) -> None:
    lines = call("config").out.splitlines()
    assert lines[0] == "no settings file here or above, so all is as it comes"
    assert list(dict.fromkeys(line.partition(".")[0] for line in lines[3:])) == list(COMMANDS)


def test_a_file_that_is_not_used(call: Call, tmp_path: Path) -> None:
    path = written(tmp_path / ".cleaner" / "config.yaml", "keep: share\n")
    path.chmod(0o666)
    shown = call("config", "clean").out
    assert shown.startswith(f"not used: {path}: everybody may write to {path}\n")
    assert "share" not in shown.replace(str(path), "")


def test_another_command(call: Call) -> None:
    assert call("config", "clen", code=2).err == (
        "cleaner: COMMAND: there are no settings of clen; did you mean 'clean'?\n"
    )
