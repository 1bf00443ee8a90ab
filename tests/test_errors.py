"""Errors: which is which sort, what they say, and that they come out of another process as they went in."""

import pickle

import pytest

from cleaner.errors import (
    CleanerError,
    DecodeError,
    ExtractError,
    Fault,
    InputError,
    MissingExtraError,
    OutputError,
    PageError,
    RuleError,
    StateError,
    UnknownKindError,
)

FAULTS = (Fault("b.yaml", 1, "no id"), Fault("a.yaml", 9, "no why", "Q01"), Fault("a.yaml", 2, "no kind"))
ERRORS = [
    (CleanerError("odd"), "odd", {CleanerError}),
    (PageError("odd"), "odd", {PageError, CleanerError}),
    (DecodeError("a PDF"), "a PDF", {DecodeError, PageError, CleanerError}),
    (ExtractError("it raised"), "it raised", {ExtractError, PageError, CleanerError}),
    (InputError("no file"), "no file", {InputError, CleanerError}),
    (OutputError("full"), "full", {OutputError, CleanerError}),
    (StateError("damaged"), "damaged", {StateError, CleanerError}),
    (RuleError(FAULTS), "a.yaml:2: no kind\na.yaml:9: no why\nb.yaml:1: no id", {RuleError, CleanerError}),
    (UnknownKindError("no such kind"), "no such kind", {UnknownKindError, CleanerError}),
    (
        MissingExtraError("pyarrow", "parquet"),
        "pyarrow is not installed: pip install 'article-cleaner[parquet]'",
        {MissingExtraError, CleanerError},
    ),
]
SORTS = {type(error) for error, *_ in ERRORS}
by_name = pytest.mark.parametrize(
    ("error", "says", "sorts"), [pytest.param(*case, id=type(case[0]).__name__) for case in ERRORS]
)


@by_name
def test_what_it_says_and_what_it_is(error: CleanerError, says: str, sorts: set[type]) -> None:
    assert str(error) == says
    assert {sort for sort in SORTS if isinstance(error, sort)} == sorts


@by_name
def test_it_travels(error: CleanerError, says: str, sorts: set[type]) -> None:
    found = pickle.loads(pickle.dumps(error))
    assert (type(found), str(found), vars(found)) == (type(error), says, vars(error))


@pytest.mark.parametrize(
    ("faults", "order"),
    [
        ([], []),
        (FAULTS, [FAULTS[2], FAULTS[1], FAULTS[0]]),
        ([FAULTS[0], FAULTS[0]], [FAULTS[0]]),
        ([Fault("a", 10, "x"), Fault("a", 9, "y")], [Fault("a", 9, "y"), Fault("a", 10, "x")]),
        ([Fault("a", 9, "", "F02"), Fault("a", 9, "", "F01")], [Fault("a", 9, "", "F01"), Fault("a", 9, "", "F02")]),
    ],
    ids=["none", "three", "twice", "lines are numbers", "codes"],
)
def test_faults_stand_in_the_order_of_files_and_lines(faults: list[Fault], order: list[Fault]) -> None:
    assert list(RuleError(faults).faults) == order


def test_a_fault_has_a_code_unless_it_needs_none() -> None:
    assert (FAULTS[0].code, FAULTS[1].code, str(FAULTS[1])) == ("F00", "Q01", "a.yaml:9: no why")
