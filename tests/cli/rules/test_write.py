"""`cleaner rules new`: from a line that should not be there to a rule."""

from pathlib import Path

import pytest

from cleaner.cli.rules import write
from tests.cli.conftest import Call
from tests.cli.pages import FERRY, FOREIGN, STORY, written
from tests.cli.rules.conftest import Run


def test_new_and_try(run: Run, bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = run("new", "--page", bridge, "--text", FOREIGN, "--corpus", bridge, "--yes")
    assert f'is: ["{FOREIGN}"]' in made.stdout
    file = tmp_path / ".cleaner" / "rules" / "generic.yaml"
    assert f"- {FOREIGN}" in run("try", bridge, "--rule", file).stdout
    run("lint", file)
    run("test", file)
    run("fmt", "--check", file)
    assert "removed" in run("try", bridge).stderr


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--kind", "poll"], "kind: poll"),
        (["--id", "promo.crew"], "- id: promo.crew"),
        (["--id", "poll.crew"], "kind: poll"),
        (["--id", "poll.crew", "--kind", "poll"], "- id: poll.crew"),
        (["--why", "The crew is on every page."], "why: The crew is on every page."),
        (["--how", "phrase"], f'is: ["{FOREIGN}"]'),
        (["--url", "https://www.a.example/x"], 'where: {hosts: ["a.example"]}'),
    ],
    ids=["kind", "id", "its kind", "both", "why", "how", "url"],
)
def test_what_is_asked_of_a_rule(call: Call, bridge: Path, words: list[str], line: str) -> None:
    done = call("rules", "new", "--page", bridge, "--text", FOREIGN, *words, "--dry-run")
    assert line in [part.strip() for part in done.out.splitlines()]
    assert "chosen: " in done.err


@pytest.mark.usefixtures("few_rules")
def test_a_text_without_a_page(call: Call) -> None:
    assert f'is: ["{FOREIGN}"]' in call("rules", "new", "--text", FOREIGN, "--dry-run").out


@pytest.mark.usefixtures("few_rules")
def test_questions_on_a_terminal(call: Call, bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "is_interactive", lambda: True)
    answers = [str(bridge), FOREIGN, "poll", "", "It asks for votes on every page.", "n"]
    done = call("rules", "new", given="".join(f"{line}\n" for line in answers).encode())
    assert "kind: poll" in done.out
    assert "- id: poll.the-mate-met-the" in done.out
    assert "why: It asks for votes on every page." in done.out
    assert not list(tmp_path.rglob("*.yaml"))


@pytest.mark.usefixtures("few_rules")
def test_an_id_that_no_rule_can_have_is_asked_again(call: Call, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "is_interactive", lambda: True)
    answers = [str(bridge), FOREIGN, "poll", "poll.", "poll.the crew", "poll.crew", "", "n"]
    done = call("rules", "new", given="".join(f"{line}\n" for line in answers).encode())
    assert "- id: poll.crew" in done.out
    assert "did you mean 'poll.the-crew'?" in done.err


@pytest.mark.usefixtures("few_rules")
def test_other_pages_that_it_takes_are_told(call: Call, bridge: Path, tmp_path: Path) -> None:
    written(tmp_path / "pages" / "b.html", f"{STORY}<p>{FOREIGN}</p><p>{FERRY.replace('Monday', 'Friday')}</p>")
    done = call("rules", "new", "--page", bridge, "--text", FOREIGN, "--corpus", "pages", "--dry-run")
    assert "on 1 page it takes 1 text that stays today" in done.err


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["new", "--page", "page.html"], 2, "missing option --text: expected the text that should go"),
        (["new", "--page", "page.html", "--text", "x", "--how", "magic"], 2, "'magic' is none of phrase, selector"),
        (["new", "--text", "x", "--id", "crew"], 2, "its kind, such as promo.something, found 'crew'"),
        (["new", "--text", "x", "--id", "pol.crew"], 2, "its kind, such as promo.something, found 'pol.crew'"),
        (["new", "--text", "x", "--id", "ad.x", "--kind", "poll"], 2, "its kind, such as poll.something, found 'ad.x'"),
        (["new", "--text", "x", "--id", "promo."], 2, "found 'promo.'; did you mean 'promo.something'?"),
        (["new", "--text", "x", "--id", "promo.the crew"], 2, "did you mean 'promo.the-crew'?"),
        (["new", "--text", "x", "--kind", "newsleter"], 2, "did you mean 'newsletter'?"),
        (["new", "--text", "x", "--pack", "My pack"], 2, "did you mean 'my-pack'?"),
        (["teach", "page.html", "--text", "x", "--kind", "newsleter"], 2, "did you mean 'newsletter'?"),
        (["new", "--page", "none.html", "--text", "x"], 3, "none.html: there is no such file"),
    ],
    ids=[
        "no text",
        "how",
        "id",
        "no kind",
        "other kind",
        *("id's end", "id's blank", "kind", "pack", "taught kind"),
        "no page",
    ],
)
def test_wrong_use(call: Call, bridge: Path, words: list[str], code: int, told: str) -> None:
    assert told in call(*words if words[0] == "teach" else ("rules", *words), code=code).told
