"""The ways into a system by name: each of them is there."""

from cleaner.evaluation import roads
from cleaner.evaluation.reshaping import RESHAPES
from cleaner.evaluation.road_names import MAIN_TEXTS, MARKDOWN, PAGE_TEXTS, ROADS, SHAPES


def test_names() -> None:
    assert (*MAIN_TEXTS, *PAGE_TEXTS, *MARKDOWN) == tuple(roads._TEXTS)
    assert tuple(RESHAPES) == SHAPES
    assert len(set(ROADS)) == len(ROADS)
