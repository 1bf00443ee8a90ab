"""Which folders of own rules are used unasked, and what is said of them."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.authoring.formatting import fmt
from cleaner.authoring.lint import fix
from cleaner.authoring.saving import default_file
from cleaner.cli.app import app
from cleaner.rules import gather_rules
from cleaner.rules.bundled import bundled_folder
from cleaner.rules.folders import find_folders
from tests.rules.pack_of_one import PACK

UNTIDY = PACK.replace("    kind: promo\n", "").replace('harbour fair"]}\n', 'harbour fair"]}\n    kind: promo\n', 1)
PAGE = f"<article><h1>Ferry</h1>{'<p>The ferry sails again on Monday, the harbour office said in its note.</p>' * 1}"
PAGE += "".join(f"<p>On day {n} of the strike the council met and talked until the evening came.</p>" for n in range(9))
PAGE += "<p>Visit the harbour fair.</p></article>"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(made / ".config"))
    return made


def put(folder: Path, text: str = PACK) -> Path:
    rules = folder / ".cleaner" / "rules"
    rules.mkdir(parents=True)
    (rules / "mine.yaml").write_text(text, "utf-8")
    return rules


def work_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("repository", "rules", "work", "reason"),
    [
        (None, "a", "a/b", ""),
        (None, ".", "a/b", ""),
        ("a", "a", "a/b", ""),
        ("a", "a/b", "a/b", ""),
        ("a", ".", "a/b", "above the repository"),
        (None, "..", "a", "above the home folder"),
        ("a", "..", "a/b", "above the repository"),
    ],
)
def test_no_rules_from_above(repository: str | None, rules: str, work: str, reason: str, home: Path) -> None:
    (home / work).mkdir(parents=True)
    if repository:
        (home / repository / ".git").mkdir()
    folder = put((home / rules).resolve())
    found = find_folders(home / work)
    assert found.used == (() if reason else (folder,))
    assert [one.folder for one in found.refused] == ([folder] if reason else [])
    assert all(reason in one.reason for one in found.refused)
    assert ("mine/promo.harbour" in gather_rules(start=home / work).by_id) is not bool(reason)


@pytest.mark.parametrize("what", [".cleaner", ".cleaner/rules", ".cleaner/rules/mine.yaml"])
def test_no_rules_that_everybody_may_write(what: str, home: Path) -> None:
    put(home)
    (home / what).chmod(0o777 if (home / what).is_dir() else 0o666)
    found = find_folders(home)
    assert found.used == ()
    assert found.refused[0].reason == f"everybody may write to {home / what}"


@pytest.mark.parametrize("what", [".cleaner", ".cleaner/rules", ".cleaner/rules/mine.yaml", ".config/cleaner/rules"])
def test_no_rules_that_another_user_owns(what: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(home)
    (home / ".config" / "cleaner" / "rules").mkdir(parents=True)
    if os.geteuid() == 0:
        os.chown(home / what, 12345, 12345)
        assert any("belongs to another user (12345)" in one.reason for one in find_folders(home).refused)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
        assert len(find_folders(home).refused) == 2
    assert all("mine" not in rule.pack for rule in gather_rules(start=home).rules) or what.startswith(".config")


class TestCommand:
    @pytest.fixture
    def page(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        put(work_in(home / "work", monkeypatch))
        Path("page.html").write_text(PAGE, "utf-8")
        return Path("page.html")

    def run(self, *args: object) -> tuple[str, str]:
        result = CliRunner().invoke(app, [*map(str, args)])
        assert result.exit_code == 0, result.output
        return result.stdout, result.stderr

    @pytest.mark.parametrize("command", ["clean", "explain", "run"])
    def test_it_says_what_it_uses(self, command: str, page: Path) -> None:
        folder = Path.cwd() / ".cleaner" / "rules"
        out, said = self.run(command, page)
        assert f"with the rules in {folder}; --no-folder-rules leaves them out" in said
        assert "mine/promo.harbour" in out or "Visit" not in out

    @pytest.mark.parametrize("command", ["clean", "explain", "run"])
    def test_it_can_do_without(self, command: str, page: Path) -> None:
        out, said = self.run(command, page, "--no-folder-rules")
        assert ".cleaner" not in said
        assert "Visit the harbour fair" in out
        assert "mine/promo.harbour" not in out

    def test_it_says_what_it_does_not_use(self, page: Path) -> None:
        file = Path.cwd() / ".cleaner" / "rules" / "mine.yaml"
        file.chmod(0o666)
        out, said = self.run("clean", page)
        assert "Visit the harbour fair" in out
        assert f"everybody may write to {file}; name it to use them all the same" in said
        assert "Visit the harbour fair" not in self.run("clean", page, "--rules", file)[0]

    @pytest.mark.parametrize("args", [("list",), ("try", "page.html"), ("stats", "page.html", "--no-time")])
    def test_who_keeps_rules_is_told_as_well(self, args: tuple[str, ...], page: Path) -> None:
        assert f"with the rules in {Path.cwd() / '.cleaner' / 'rules'}\n" in self.run("rules", *args)[1]

    def test_quiet(self, page: Path) -> None:
        assert self.run("clean", page, "-q")[1] == ""


def test_only_own_files_are_written_unasked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work_in(home / "work", monkeypatch)
    packs = {path: path.stat().st_mtime_ns for path in bundled_folder().rglob("*.yaml")}
    assert fmt() == fix() == []
    result = CliRunner().invoke(app, ["rules", "fmt"])
    assert "no rules of your own" in result.stderr
    folder = put(Path.cwd(), UNTIDY)
    assert [path.resolve() for path in fmt()] == [folder / "mine.yaml"]
    assert (folder / "mine.yaml").read_text("utf-8") == PACK
    assert packs == {path: path.stat().st_mtime_ns for path in bundled_folder().rglob("*.yaml")}


def test_new_rules_go_where_they_will_be_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(home)
    work_in(home / "work", monkeypatch)
    assert default_file("mine") == home / ".cleaner" / "rules" / "mine.yaml"
    Path(".git").mkdir()
    assert default_file("mine") == Path.cwd() / ".cleaner" / "rules" / "mine.yaml"
