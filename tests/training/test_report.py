"""What a training changed, in lines for a person."""

import pytest

from cleaner.classifier.model_file import Look, Looks, ModelFile
from cleaner.rules.field_types import Amounts
from cleaner.scoring.calibration import Calibration
from cleaner.training.judge import Gain, Judged
from cleaner.training.report import changes, contradictions, found, gains
from cleaner.training.train import Trained

LINKED = "At least nine tenths of its characters are linked."


def model(first: dict[str, Amounts] | None = None, second: dict[str, Amounts] | None = None) -> ModelFile:
    return ModelFile(html=Looks(first=Look(facts=first or {}), second=Look(facts=second or {})))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({}, {"links.all": (-0.3, 9.0)}, ["html first: links.all +0.00 -> -0.30"]),
        ({}, {"links.all": (-0.29, 9.0)}, []),
        ({"links.all": (-1.0, 0.0)}, {}, ["html first: links.all -1.00 -> +0.00"]),
        ({"links.all": (-1.0, 0.0)}, {"links.all": (-1.0, 5.0)}, []),
        (
            {"links.all": (0.5, 0.5), "is.core": (1.0, 1.0), "vote.yes": (0.0, 0.0)},
            {"links.all": (0.0, 0.0), "is.core": (-1.0, 0.0), "vote.yes": (0.5, 0.5)},
            [
                "html first: is.core +1.00 -> -1.00",
                "html first: links.all +0.50 -> +0.00",
                "html first: vote.yes +0.00 -> +0.50",
            ],
        ),
    ],
    ids=["new", "slight", "gone", "on news alone", "greatest first"],
)
def test_changes(old: dict[str, Amounts], new: dict[str, Amounts], said: list[str]) -> None:
    assert [line.partition("  ")[0] for line in changes(model(old), model(new))] == said


def test_every_look_of_all_tables_is_compared() -> None:
    looks = Looks(first=Look(facts={"is.core": (1.0, 1.0)}), second=Look(facts={"is.core": (1.0, 1.0)}))
    told = [line.partition(":")[0] for line in changes(ModelFile(), ModelFile(html=looks, alone=looks, text=looks))]
    assert told == [f"{table} {look}" for table in ("alone", "html", "text") for look in ("first", "second")]


def test_a_change_says_what_the_fact_means() -> None:
    (line,) = changes(model(), model({"links.all": (1.0, 1.0)}))
    (contradiction,) = contradictions(model({"links.all": (1.0, 1.0)}))
    meaning = line.removeprefix("html first: links.all +0.00 -> +1.00  ")
    assert contradiction == f"html first: links.all weighs +1.00, yet: {meaning}"
    assert "links" in meaning


@pytest.mark.parametrize(
    ("fact", "weight", "contradicts"),
    [
        ("links.all", 0.3, True),
        ("links.all", 0.29, False),
        ("links.all", -2.0, False),
        ("links.none", -0.3, True),
        ("links.none", 0.3, False),
        ("vote.yes", -1.0, True),
        ("vote.no", 1.0, True),
        ("named.share", 1.0, True),
        ("named.main", 1.0, False),  # nobody knows what to expect of it
        ("second.first-look.above", -1.0, True),
        ("second.first-look.just-above", -1.0, False),
        ("second.run.before", 1.0, True),
        ("words.81+", -1.0, True),
        ("inside.footer", 1.0, True),
    ],
)
def test_contradictions(fact: str, weight: float, contradicts: bool) -> None:
    told = list(contradictions(model(second={fact: (weight, 0.0)})))
    assert bool(told) is contradicts
    assert all(line.startswith(f"html second: {fact} weighs {weight:+.2f}, yet: ") for line in told)


def test_contradictions_are_named() -> None:
    file = ModelFile(html=Looks(first=Look(facts={"links.all": (1.0, 1.0)})))
    (told,) = contradictions(file)
    assert told.startswith("html first: links.all weighs +1.00, yet: ")


def test_gains() -> None:
    judged = Judged(gains={"prose stays": Gain(12, 10, 3, 1), "a line goes": Gain(2, 0, 0, 0)})
    assert list(gains(judged)) == [
        "by hand: a line goes: 2 blocks, 0 of the article; it sets 0 right and 0 wrong",
        "by hand: prose stays: 12 blocks, 10 of the article; it sets 3 right and 1 wrong",
    ]


def test_all_figures() -> None:
    judged = {"html": Judged(right=987.0, total=1000.0, gains={"prose stays": Gain(12, 10, 3, 1)}), "text": Judged()}
    trained = Trained(ModelFile(), judged, {"html": Calibration(0.8734, 0.481, 0.037), "text": None}, {"html": 1})
    assert list(found(trained)) == [
        "html: 98.7% of the blocks of unseen hosts on the right side, counted by length",
        "by hand: prose stays: 12 blocks, 10 of the article; it sets 3 right and 1 wrong",
        "text: 0.0% of the blocks of unseen hosts on the right side, counted by length",
        "html: confidence in pages of unseen hosts: area under the curve 0.873; pages with word F1 below 0.9: "
        "48.1% of the least confident tenth, 3.7% of the others",
        "text: confidence in pages of unseen hosts: nothing to sort, all pages are good or all are bad",
        "html: what sites weigh is fitted on 1 page of sites with several",
    ]
