"""`try`: a page's article without and with some rules, each change with its rule, refusals with their guard."""

from pathlib import Path

import pytest

from cleaner.authoring.trying import Trial, saves, try_rules
from cleaner.document.page import Page
from cleaner.errors import PageError, RuleError
from tests.authoring.small_packs import NO_REMOVAL, write
from tests.authoring.small_pages import FOREIGN, PHOTOS, page

BOX, LINE, NOTE = (f"{FOREIGN[:-1]} {where}." for where in ("at sea", "on land", "in the air"))
PAGE = page(f"<p>{FOREIGN}</p>", f"<p class=box>{BOX}</p>", f"<p class=line>{LINE}</p>", f"<p class=note>{NOTE}</p>")
RULES = {
    "promo.one": PHOTOS,
    "promo.two": "css: .box",
    "promo.three": "css: article",
    "promo.four": "css: .line, status: draft",
    "promo.five": f"css: .note, do: mark, examples: {NO_REMOVAL}",
    "promo.six": "css: .no-such",
}


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return try_rules(PAGE, write(tmp_path_factory.mktemp("try") / "mine.yaml", *RULES.values()))


@pytest.mark.parametrize(
    ("rule", "taken", "guards", "words"),
    [
        ("promo.one", [FOREIGN], [], [(13, 0)]),
        ("promo.two", [BOX], [], [(15, 0)]),
        ("promo.three", [], ["root"], [(0, 299)]),
        ("promo.four", [], ["draft"], []),
        ("promo.five", [], [], []),
        ("promo.six", [], [], []),
    ],
    ids=["a phrase", "a selector", "refused", "a draft", "a mark", "nothing"],
)
def test_try_rules(rule: str, taken: list[str], guards: list[str], words: list[tuple[int, int]], trial: Trial) -> None:
    own = f"mine/{rule}"
    assert [(one.what, one.text) for one in trial.changes if one.reason == own] == [("removed", text) for text in taken]
    assert [note.guard for note in trial.refusals if note.rule == own] == guards
    assert [(one.taken, one.refused) for one in trial.losses if one.rule == own] == words


def test_before_and_after(trial: Trial) -> None:
    lines = [FOREIGN, BOX, LINE, NOTE]
    assert [text in trial.before.text for text in lines] == [True] * 4
    assert [text in trial.after.text for text in lines] == [False, False, True, True]
    assert len(trial.changes) == 2


def test_the_text_of_a_refusal(trial: Trial) -> None:
    texts = {note.guard: trial.text_of(note) for note in trial.refusals}
    assert texts["draft"] == LINE
    assert texts["root"].startswith("The bridge The council met on day 0")


def test_without_rules_all_are_tried() -> None:
    trial = try_rules(page("<p>Leave a Reply</p>"))
    assert "Leave a Reply" in [one.text for one in trial.changes]


def test_what_cannot_be_tried(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"mine\.yaml:4"):
        try_rules(PAGE, write(tmp_path / "mine.yaml", "css: .tide, kind: tides"))
    with pytest.raises(PageError):
        try_rules(Page(html=b"%PDF-1.7 \x00\x01"), write(tmp_path / "mine.yaml", *RULES.values()))


@pytest.mark.parametrize("of_folder", [True, False], ids=["a folder", "a file"])
def test_saves(of_folder: bool, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("a", "utf-8")
    waiting = saves(tmp_path if of_folder else path)
    next(waiting)
    path.write_text("ab", "utf-8")
    next(waiting)
    path.unlink()  # as editors do for a moment
    next(waiting)
    path.write_text("abc", "utf-8")
    next(waiting)
