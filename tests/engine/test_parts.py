"""Parts of a cleaner that are of a wrong type: what is told."""

from pathlib import Path
from typing import Any

import pytest

from cleaner.classifier.model import bundled_model
from cleaner.document.policy import Policy
from cleaner.engine.parts import check_parts
from cleaner.rules import RuleSet


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"rules": "x.yaml"}, "rules takes a RuleSet; this is of type str: rules=load_rules('x.yaml', bundled=True)"),
        ({"rules": []}, "rules takes a RuleSet; this is of type list: rules=load_rules(path, bundled=True)"),
        ({"policy": {}}, 'policy takes a Policy; this is of type dict: policy=Policy(keep={"related"})'),
        ({"policy": "related"}, 'policy takes a Policy; this is of type str: policy=Policy(keep={"related"})'),
        ({"model": "m"}, "model takes a Model; this is of type str: model=cleaner.classifier.model.load_model('m')"),
        ({"model": 0}, "model takes a Model; this is of type int: model=cleaner.classifier.model.load_model(path)"),
        ({"site_memory": "s"}, "site_memory takes a SiteMemory; this is of type str: site_memory=SiteMemory('s')"),
        ({"rules": None, "policy": 0}, 'policy takes a Policy; this is of type int: policy=Policy(keep={"related"})'),
    ],
    ids=["rules by name", "rules", "policy", "policy by name", "model by name", "model", "memory", "second"],
)  # fmt: skip
def test_a_part_of_a_wrong_type_is_told_with_the_right_call(given: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError) as raised:
        check_parts(**given)
    assert str(raised.value) == told


def test_a_path_is_told_as_the_call_would_have_it() -> None:
    with pytest.raises(TypeError, match=r"rules=load_rules\('a/x\.yaml', bundled=True\)$"):
        check_parts(rules=Path("a/x.yaml"))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"rules": None, "policy": None, "model": None, "site_memory": None},
        {"rules": RuleSet(), "policy": Policy(), "model": bundled_model()},
    ],
    ids=["nothing", "defaults", "all right"],
)
def test_right_parts_pass(given: dict[str, Any]) -> None:
    check_parts(**given)
