"""`cleaner teach`: one page and a text that should go become a tested rule."""

from pathlib import Path

import pytest

from cleaner.rules import load_rules
from tests.cli.conftest import Call, Say
from tests.cli.pages import DAY, FOREIGN, written
from tests.learning.tideway import WEEKEND


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["--yes"], ".cleaner/rules/generic.yaml"),
        (["--yes", "--url", "https://www.a.example/x"], ".cleaner/rules/a.example.yaml"),
        (["-o", "rules/mine.yaml", "--yes"], "rules/mine.yaml"),
        (["--dry-run"], None),
    ],
    ids=["page", "site", "file", "dry run"],
)
def test_where_the_rule_goes(call: Call, bridge: Path, words: list[str], file: str | None) -> None:
    done = call("teach", bridge, "--text", FOREIGN, *words)
    assert f'is: ["{FOREIGN}"]' in done.out
    made = [str(path.relative_to(bridge.parent)) for path in bridge.parent.rglob("*.yaml")]
    assert made == ([file] if file else [])
    if file:
        assert done.err.splitlines()[-1].endswith(f"{file}; its examples pass")


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    "command", [["teach", "page.html"], ["rules", "new", "--page", "page.html"]], ids=["teach", "new"]
)
def test_nothing_is_written_where_nobody_can_be_asked(call: Call, bridge: Path, command: list[str]) -> None:
    done = call(*command, "--text", FOREIGN, code=2)
    assert f'is: ["{FOREIGN}"]' in done.out
    assert done.err.splitlines()[-1] == (
        "cleaner: not written: nobody is here to be asked; --yes writes it, --dry-run only shows it"
    )
    assert not [*bridge.parent.rglob("*.yaml")]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Visit the harbour fair from Friday to Sunday and get your tickets at the gate",
            "promo",
            "kind: promo, since nothing tells it surely (likeliest: ",
        ),
        ("Sign up for our harbour newsletter today, dear crew", "newsletter", "kind: newsletter, "),
        (FOREIGN, "promo", "kind: promo, since nothing tells it surely"),
    ],
    ids=["unsure", "sure", "nothing"],
)
def test_the_kind_is_guessed_with_its_certainty(call: Call, text: str, kind: str, told: str) -> None:
    done = call("rules", "new", "--text", text, "--dry-run")
    assert f"    kind: {kind}\n" in done.out
    (line,) = [line for line in done.err.splitlines() if line.startswith("kind: ")]
    assert line.startswith(told)


@pytest.mark.usefixtures("few_rules")
def test_a_kind_can_be_given(call: Call, bridge: Path) -> None:
    call("teach", bridge, "--text", FOREIGN, "--kind", "poll", "-o", "mine.yaml", "--yes")
    (rule,) = load_rules(bridge.with_name("mine.yaml")).rules
    assert (rule.kind, rule.id.partition(".")[0]) == ("poll", "poll")


@pytest.mark.usefixtures("few_rules")
def test_a_rule_that_takes_much_of_the_page_has_to_be_meant(call: Call, tmp_path: Path) -> None:
    page = written(tmp_path / "page.html", f"<article><h1>Bridge</h1><p>{FOREIGN}</p><p>{DAY}</p></article>")
    refused = call("teach", page, "--text", FOREIGN, "-o", "mine.yaml", code=2)
    assert f"not written: it asks for over a third of {page}; --accept-large says that this is meant" in refused.err
    assert not (tmp_path / "mine.yaml").exists()
    call("teach", page, "--text", FOREIGN, "-o", "mine.yaml", "--accept-large", "--yes")
    assert (tmp_path / "mine.yaml").exists()


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 2, "missing option --text: expected the text that should go"),
        (["--text", "nowhere on the page"], 2, "nowhere on the page"),
        (["--text", FOREIGN, "--kind", "pol"], 2, "pol"),
    ],
    ids=["no text", "other text", "kind"],
)
def test_wrong_use(call: Call, bridge: Path, words: list[str], code: int, told: str) -> None:
    assert told in call("teach", bridge, *words, code=code).told


def test_teach_is_new_from_one_page(folder: Path, say: Say, tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    page = next(path for path in sorted(folder.iterdir()) if WEEKEND[1] in path.read_text("utf-8"))
    done = say(
        "teach", page, "--text", "The long read comes with the Saturday paper", "-o", out, "--yes", "--accept-article"
    )
    (rule,) = load_rules(out).rules
    assert rule.where.hosts == ("tideway-post.example",)
    assert rule.id in done.stdout
    assert rule.text
    assert "long read" in rule.text.starts[0].text
