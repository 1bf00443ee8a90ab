"""The card beside a model: for people, and known again by its title."""

import re
from pathlib import Path

from cleaner.classifier.model_file import Look, Looks, ModelFile
from cleaner.scoring.calibration import Calibration
from cleaner.training.card import TITLE, write_card
from cleaner.training.judge import Judged
from cleaner.training.train import Trained
from tests.training.pages import known_pages


def test_card(tmp_path: Path) -> None:
    one = known_pages(tmp_path / "one", ["a.example", "a.example", None])
    two = known_pages(tmp_path / "two", ["a.example"])
    looks = Looks(first=Look(facts={"is.core": (1.0, 1.0)}), second=Look(facts=dict.fromkeys("ab", (1.0, 1.0))))
    file = ModelFile(html=looks)
    judged = {"html": Judged(right=987.0, total=1000.0), "text": Judged()}
    calibrated = {"html": Calibration(0.8734, 0.481, 0.037), "text": None}
    card = write_card(Trained(file, judged, calibrated, {"html": 2, "text": 0}), [one, two])
    assert card.startswith(TITLE)
    assert re.search(r"^Fitted on \d{4}-\d\d-\d\d by `cleaner train one two`, ", card, re.MULTILINE)
    assert "of which several are known:\n2 as html, 0 as text. " in card
    assert [line for line in card.splitlines() if line.startswith("| ") and "pages" not in line] == [
        "| one | 3 | 2 |",
        "| two | 1 | 1 |",
        "| of | facts (first look, second look) | blocks of unseen hosts on the right side, counted by length |",
        "| html | 1, 2 | 98.7% |",
        "| text | 0, 0 | 0.0% |",
        "| of | area under the curve | bad of the least confident tenth | bad of the others |",
        "| html | 0.873 | 48.1% | 3.7% |",
        "| text | - | - | - |",
    ]
