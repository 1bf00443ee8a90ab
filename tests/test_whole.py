"""Every text under fixtures/whole: cleaning it removes nothing."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "whole"
CASES = [pytest.param(path, id=path.name) for path in sorted(FOLDER.iterdir())]


@pytest.mark.parametrize("path", CASES)
def test_nothing_is_removed(path: Path, bundled: Cleaner) -> None:
    article = bundled.clean(Page(text=path.read_text("utf-8")))
    # the headline of Markdown is given apart from the text, as that of HTML
    gone = [removal.text for removal in article.removals if path.suffix != ".md" or removal.text != article.title]
    assert gone == []
    assert article.text.strip()


FORMAL = [case for case in CASES if case.id and case.id.startswith(("invitation-", "notice-"))]


@pytest.mark.parametrize("path", FORMAL)
def test_a_share_label_goes_and_all_else_stays(path: Path, bundled: Cleaner) -> None:
    article = bundled.clean(Page(text=f"{path.read_text('utf-8')}\n\nShare on Facebook\n"))
    assert [removal.text for removal in article.removals] == ["Share on Facebook"]


LISTS = [
    ("en", ["400 g flour", "2 eggs", "Salt", "1 tbsp sugar", "250 ml milk", "Butter", "3 plums"]),
    ("en", ["March 3, 2026", "A diver finds the crack.", "March 9, 2026", "The ferry is towed.", "June 5, 2026"]),
    ("es", ["18:00 Noticias", "18:30 El tiempo", "19:00 El puerto", "20:15 Cine: El muelle largo"]),
    ("de", ["3. März 2026", "Ein Riss wird entdeckt.", "9. März 2026", "Ein Schlepper kommt.", "5. Juni 2026"]),
    ("fr", ["18h00 Journal", "18h30 Météo", "19h00 Le port", "20h15 Film : Le long quai"]),
    ("pl", ["Norrick – Holm 2:1", "Sund – Brimley 0:0", "Tarnmoor – Selwick 3:4", "Oakford – Wexley 1:1"]),
    ("en", ["import os", "import sys", "def main():", "for name in os.listdir('.'):", "print(name)"]),
    ("fr", ["$ pip install bac", "cd /opt/bac", "sudo systemctl restart bac"]),
    ("pl", [".prom {", "color: red;", "margin: 0;", "}"]),
    ("zh", ["2026年3月3日", "潜水员发现裂缝。", "2026年3月9日", "渡轮被拖进船厂。", "2026年6月5日"]),
]


@pytest.mark.parametrize(("language", "lines"), LISTS, ids=[f"{language} {lines[0]}" for language, lines in LISTS])
def test_a_list_between_paragraphs_of_a_page_has_no_holes(language: str, lines: list[str], bundled: Cleaner) -> None:
    prose = (FOLDER.parent / "prose" / f"{language}.txt").read_text("utf-8").splitlines()[-4:]
    article = bundled.clean(Page(text="\n".join([*prose[:2], *lines, *prose[2:], LABELS[language], "Facebook"])))
    assert not {removal.text for removal in article.removals} & set(lines)


OPEN_LINES = {
    "en": ["What you will need at home", "Monday, 5 June, on the quay", "On the islands", "Background to the strike"],
    "de": ["Was man dafür zu Hause braucht", "Montag, den 5. Juni, am Kai", "Auf den Inseln draußen"],
    "fr": ["Ce qu'il vous faut chez vous", "Lundi 5 juin, sur le quai", "Les raisons de la grève"],
    "pl": ["Co będzie potrzebne w domu", "Poniedziałek, 5 czerwca, na nabrzeżu", "Na dalekich wyspach"],
    "zh": ["家里需要准备的东西", "六月五日星期一在海边", "遥远的海岛上"],
}
"""First lines that end open as headlines do and are none: headings of sections, and days."""
LABELS = {
    "en": "Leave a Reply",
    "de": "Schreibe einen Kommentar",
    "fr": "Laisser un commentaire",
    "pl": "Dodaj komentarz",
    "zh": "发表评论",
    "es": "Deja un comentario",
}


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language, lines in OPEN_LINES.items() for line in lines]
)
def test_a_first_line_that_is_no_headline_stays_above_prose(language: str, line: str, bundled: Cleaner) -> None:
    prose = (FOLDER.parent / "prose" / f"{language}.txt").read_text("utf-8").splitlines()[-5:]
    article = bundled.clean(Page(text="\n".join([line, *prose, LABELS[language]])))
    assert [removal.text for removal in article.removals] == [LABELS[language]]
