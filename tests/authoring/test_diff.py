"""`diff`: what two versions of rules do differently on a corpus."""

import json
from pathlib import Path

import pytest

from cleaner.authoring.comparing import Change
from cleaner.authoring.corpus import Sample
from cleaner.authoring.diff import PageDiff, RulesDiff, as_markdown, diff, summary, to_dict
from cleaner.document.page import Page
from cleaner.errors import RuleError
from tests.authoring.small_packs import write
from tests.authoring.small_pages import FOREIGN, PHOTOS, PROSE, sample

BRIDGE = f'text: {{is: ["{PROSE[3]}"]}}, id: promo.bridge'
TIDE = "css: .tide, id: promo.tide"
TRUTH = "\n".join(PROSE)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> RulesDiff:
    """One rule goes, one comes, one is edited; four pages."""
    folder = tmp_path_factory.mktemp("diff")
    old = write(folder / "old.yaml", PHOTOS, TIDE)
    new = write(folder / "new.yaml", "css: .tides, id: promo.tide", BRIDGE)
    foreign = f"<p>{FOREIGN}</p>"
    broken = Sample("broken", lambda: Page(html=b"%PDF-1.7 \x00\x01"))
    return diff(old, new, [sample("known", foreign, truth=TRUTH), sample("unknown", foreign), broken])


def test_rules(found: RulesDiff) -> None:
    assert (found.added, found.dropped, found.edited) == (
        ("mine/promo.bridge",),
        ("mine/promo.one",),
        ("mine/promo.tide",),
    )
    assert found.pages == 3


def test_changes(found: RulesDiff) -> None:
    assert [(page.page, page.known) for page in found.changed] == [("known", True), ("unknown", False)]
    for page in found.changed:
        assert {(one.what, one.text, one.reason) for one in page.changes} == {
            ("removed", PROSE[3], "mine/promo.bridge"),
            ("kept", FOREIGN, "mine/promo.one"),
        }
    assert {(one.what, one.text) for one in found.changed[0].wrong} == {("removed", PROSE[3]), ("kept", FOREIGN)}
    assert found.changed[1].wrong == ()


def test_each_page_is_told_of_and_the_same_rules_change_nothing(tmp_path: Path) -> None:
    advanced: list[int] = []
    path = write(tmp_path / "mine.yaml", PHOTOS)
    same = diff(path, path, [sample("a", f"<p>{FOREIGN}</p>")], lambda: advanced.append(1))
    assert (same.changed, same.added, same.dropped, same.edited) == ((), (), (), ())
    assert advanced == [1]
    assert summary(same) == "0 of 1 page changes: 0 texts newly removed, 0 newly kept"


def test_broken_files(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.yaml", PHOTOS)
    with pytest.raises(RuleError, match="no such file"):
        diff(path, tmp_path / "no.yaml", [])


TAKEN = Change("removed", 3, "The  council met.", "mine/promo.bridge", "promo")
BACK = Change("kept", 7, "x" * 200, "mine/promo.one", "promo")
MADE = RulesDiff(
    "old.yaml",
    "new.yaml",
    5,
    (PageDiff("a", (TAKEN, BACK), True, (TAKEN, BACK)), PageDiff("b", (TAKEN,))),
    ("mine/promo.bridge", "mine/promo.two"),
    (),
    ("mine/promo.tide",),
)
NO_TRUTH = RulesDiff("old.yaml", "new.yaml", 5, (PageDiff("b", (TAKEN,)),), (), (), ())
COUNTS = "2 of 5 pages change: 2 texts newly removed, 1 newly kept; on 1 page with a known article 2 of these are wrong"


@pytest.mark.parametrize(
    ("made", "said"),
    [(MADE, COUNTS), (NO_TRUTH, "1 of 5 pages change: 1 text newly removed, 0 newly kept")],
    ids=["with an article", "without"],
)
def test_summary(made: RulesDiff, said: str) -> None:
    assert summary(made) == said


def test_markdown() -> None:
    assert as_markdown(MADE).split("\n") == [
        "## old.yaml → new.yaml",
        "",
        f"{COUNTS}.",
        "",
        "New rules: `mine/promo.bridge`, `mine/promo.two`",
        "",
        "Edited rules: `mine/promo.tide`",
        "",
        "### `mine/promo.bridge`: newly removed, 2",
        "",
        "- The council met. **(article text)** — a",
        "- The council met. — b",
        "",
        "### `mine/promo.one`: newly kept, 1",
        "",
        f"- {'x' * 159}… **(not the article)** — a",
        "",
    ]


def test_json() -> None:
    found = json.loads(json.dumps(to_dict(NO_TRUTH)))
    assert found["changed"] == [
        {
            "page": "b",
            "changes": [
                {
                    "what": "removed",
                    "block": 3,
                    "text": "The  council met.",
                    "reason": "mine/promo.bridge",
                    "kind": "promo",
                }
            ],
            "known": False,
            "wrong": [],
        }
    ]
    assert (found["old"], found["new"], found["pages"]) == ("old.yaml", "new.yaml", 5)
