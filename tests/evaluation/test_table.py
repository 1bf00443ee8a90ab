"""Results as rows of text, and as sentences."""

import pytest

from cleaner.evaluation.convention import Convention, OwnConvention, PartShare, PartShares
from cleaner.evaluation.measure import Output
from cleaner.evaluation.table import HEADS, cells, confidence, convention, headline, share, worst
from tests.evaluation.results import RIGHT, result

AFTER = result({"cleaner": {"a": RIGHT, "b": RIGHT, "c": "One"}})


def test_a_row_of_a_system() -> None:
    (row,) = AFTER.rows
    assert cells(row) == (
        "0.8000", "1.0000", "0.7500", "0.8000", "0.8000", "0.8000", "-", "0.6667", "0.0000", "-", "-", "-", "-",
        "250.0", "-",
    )  # fmt: skip


@pytest.mark.parametrize(("value", "shown"), [(None, "-"), (0.0, "0.0000"), (1.0, "1.0000"), (2 / 3, "0.6667")])
def test_share(value: float | None, shown: str) -> None:
    assert share(value) == shown


def test_the_yardstick_gives_ratio_and_losses() -> None:
    both = result(
        {
            "cleaner": {"a": Output("One", 0.1), "b": Output(RIGHT, 0.1), "c": Output(RIGHT, 0.5)},
            "trafilatura": {"a": Output(RIGHT, 0.2), "b": Output("One", 0.2), "c": Output(RIGHT, 0.2)},
        }
    )
    ours, yardstick = both.rows
    assert len(cells(ours)) == len(HEADS)
    assert cells(ours)[-3:] == ("1", "100.0", "0.50")
    assert cells(yardstick)[-3:] == ("0", "200.0", "1.00")
    assert headline(both) == "tiny: 3 pages, road html"


@pytest.mark.parametrize("count", [0, 1, 2, 9])
def test_worst(count: int) -> None:
    made = result({"cleaner": {"a": RIGHT, "b": "Leave a reply", "c": "One two\nLeave a reply"}})
    assert (
        worst(made, "cleaner", count)
        == [
            ("b", "0.0000", "0.0000", "0.0000", "1", ""),
            ("c", "0.4444", "0.4000", "0.5000", "1", ""),
            ("a", "1.0000", "1.0000", "1.0000", "0", ""),
        ][:count]
    )


SORTED = (
    "area under the curve 1.000; pages with word F1 below 0.9: 100.0% of the least confident tenth, 0.0% of the others"
)
NOTHING = "nothing to sort, all pages are good or all are bad"


@pytest.mark.parametrize(
    ("bodies", "sure", "said"),
    [
        ((RIGHT, RIGHT, "One"), (0.9, 0.8, 0.1), SORTED),
        ((RIGHT, RIGHT, RIGHT), (0.9, 0.8, 0.1), NOTHING),
        (("", "", ""), (0.9, 0.8, 0.1), NOTHING),
        ((RIGHT, RIGHT, "One"), (0.9, None, 0.1), NOTHING),
    ],
    ids=["sorted", "good", "bad", "not told"],
)
def test_confidence(bodies: tuple[str, ...], sure: tuple[float | None, ...], said: str) -> None:
    outputs = {name: Output(body, 0.1, confidence=one) for name, body, one in zip("abc", bodies, sure, strict=True)}
    assert confidence(result({"cleaner": outputs}), "cleaner") == f"confidence of cleaner: {said}"


def test_convention() -> None:
    listless = Convention({"list": PartShares(PartShare(40, 0.126), PartShare(0, 0.0))})
    assert convention(OwnConvention((listless, Convention({})), None)) == (
        "own convention of half of the hosts: drop list (13% in articles, 40 pages); "
        "of the other half: as cleaner does by default (no kind of part on 12 pages, to tell)"
    )
