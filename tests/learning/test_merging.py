"""Learned rules and the people who edit them: nothing they changed is lost, counts are refreshed."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.authoring.lint import lint
from cleaner.authoring.testing import test as run_examples
from cleaner.errors import RuleError
from cleaner.learning.merging import merged, rule_file, write_rules
from cleaner.rules import Rule, load_rules
from cleaner.rules.canonical import canonical
from cleaner.sites.entry import Entry, Site

MEMBERS = Entry(
    way="is",
    text="The paper belongs to the people who read it.",
    kind="promo",
    advice="use",
    pages=212,
    of=230,
    kept=40,
    place="always in the last five blocks",
    signs=("it ends most pages",),
    keep="The paper mill belongs to the town.",
    examples=("https://tideway-post.example/a", "https://tideway-post.example/b"),
    first="2024-01-03",
    last="2024-06-30",
)
SERIES = replace(
    MEMBERS, text="On and off: a series about switches.", advice="review", doubt="it may be a series", pages=4, keep=""
)
TEASER = replace(MEMBERS, text='Our guide to the "Long Ice"', kind="related", linked=True)
SAMPLES = ("12 neighbours read this", "7 neighbours read this")
FORM = replace(MEMBERS, way="like", text="{n} neighbours read this", samples=SAMPLES)
BOX = replace(MEMBERS, way="css", text=".pointer", kind="related", samples=("From the archive: the winter", "A street"))
WHY = "why: Promotes something else of the house; it is not part of the story."
OWN = """  - id: promo.own-line
    kind: promo
    why: A line that nobody counted.
    text:
      is: ["Own line"]
    examples:
      remove: ["Own line"]
      keep: ["Own line of work."]

"""
ENTRIES = (MEMBERS, SERIES, TEASER, FORM, BOX)


def site(*entries: Entry) -> Site:
    return Site("tideway-post.example", 230, 0, entries)


def rules(path: Path) -> dict[str, Rule]:
    return {rule.learned.text: rule for rule in load_rules(path).rules if rule.learned}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = write_rules(site(*ENTRIES), tmp_path)
    assert made == tmp_path / "tideway-post.example.yaml"
    return made


def test_learned_rules_are_rules_like_others(path: Path) -> None:
    assert [one for one in run_examples(path) if one.result != "ok"] == []
    assert [one for one in lint(path) if one.severity == "error"] == []
    assert canonical(path.read_text("utf-8")) == path.read_text("utf-8")
    found = rules(path)
    assert set(found) == {entry.text for entry in ENTRIES}
    assert found[MEMBERS.text].status == "on"
    assert found[SERIES.text].status == "draft"
    assert found[TEASER.text].block.links
    for rule in found.values():
        assert rule.where.hosts == ("tideway-post.example",)
        assert rule.learned
        assert (rule.learned.of, rule.learned.first, rule.learned.last) == (230, "2024-01-03", "2024-06-30")


def test_the_same_again_changes_nothing(path: Path) -> None:
    before = path.read_text("utf-8")
    write_rules(site(*ENTRIES), path.parent)
    assert path.read_text("utf-8") == before


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_people_changed_stays_and_counts_are_refreshed(path: Path) -> None:
    edit(path, WHY, "why: The members' line, below the story.")
    edit(path, f'is: ["{MEMBERS.text}"]', 'starts: ["The paper belongs to the people"]')
    edit(path, "    kind: promo\n", "    status: retired  # too short\n    kind: promo\n")
    later = replace(MEMBERS, pages=300, of=320, first="2024-03-01", last="2024-09-01")
    write_rules(site(later, SERIES, TEASER, FORM, BOX), path.parent)
    rule = rules(path)[MEMBERS.text]
    assert rule.why == "The members' line, below the story."
    assert rule.status == "retired"
    assert rule.text
    assert rule.text.starts[0].text == "The paper belongs to the people"
    assert rule.learned
    assert (rule.learned.pages, rule.learned.of) == (300, 320)
    assert (rule.learned.first, rule.learned.last) == ("2024-01-03", "2024-09-01")
    assert "# too short" in path.read_text("utf-8")


def test_a_draft_comes_into_use_once_it_is_sure_unless_somebody_decided_otherwise(path: Path) -> None:
    sure = replace(SERIES, advice="use", doubt="", pages=100)
    write_rules(site(MEMBERS, sure), path.parent)
    assert rules(path)[SERIES.text].status == "on"
    edit(path, WHY, "why: Looked at by hand, stays.\n    status: draft")
    write_rules(site(MEMBERS, sure), path.parent)
    assert rules(path)[MEMBERS.text].status == "draft"
    unsure = replace(MEMBERS, advice="review", doubt="few", pages=4)
    write_rules(site(unsure, sure), path.parent)
    assert rules(path)[SERIES.text].status == "on"


def test_what_is_not_seen_any_more_is_marked_until_it_is_back(path: Path) -> None:
    write_rules(site(MEMBERS), path.parent)
    silent = rules(path)[SERIES.text].learned
    assert silent
    assert silent.silent
    assert silent.pages == 4
    write_rules(site(*ENTRIES), path.parent)
    back = rules(path)[SERIES.text].learned
    assert back
    assert not back.silent


def test_new_text_is_added_beside_rules_of_other_hands(path: Path) -> None:
    edit(path, "  - id:", f"{OWN}  - id:")
    new = replace(MEMBERS, text="Owned by its readers", keep="")
    write_rules(site(*ENTRIES, new), path.parent)
    found = load_rules(path).rules
    assert len(found) == len(ENTRIES) + 2
    assert found[0].id == "promo.own-line"
    assert new.text in rules(path)


def test_a_broken_file_is_not_touched(path: Path) -> None:
    edit(path, "kind: promo", "kind: promotion")
    before = path.read_text("utf-8")
    with pytest.raises(RuleError, match="promotion"):
        write_rules(site(*ENTRIES), path.parent)
    assert path.read_text("utf-8") == before


def test_texts_of_a_form_that_is_used_need_no_rule_of_their_own() -> None:
    text = rule_file(site(FORM, replace(MEMBERS, text="12 neighbours read this")))
    assert text.count("- id:") == 1
    assert merged(text, site(FORM), "x") == text


def test_nothing_learned_makes_no_file(tmp_path: Path) -> None:
    assert write_rules(site(), tmp_path) is None
    assert list(tmp_path.iterdir()) == []
