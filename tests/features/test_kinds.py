"""What sort of boilerplate it is that the evidence removed."""

import pytest

from cleaner.document.kinds import KINDS
from cleaner.document.verdict import Evidence
from cleaner.features.kinds import kind_of, likely_kind


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("named.related", "related"),
        ("around.related", "related"),
        ("role.caption", "caption-credit"),
        ("inside.nav", "navigation"),
        ("says.newsletter", "newsletter"),
        ("title.says-it", "headline"),
        ("tag.h1", "headline"),
        ("rule.close-above.share", "share"),
        ("rule.far-above.donation", "donation"),
        ("rule.close-below.share", ""),
        ("is.core", ""),
        ("words.1-2", ""),
        ("", ""),
    ],
)
def test_kind_of_a_fact(fact: str, kind: str) -> None:
    assert kind_of(fact) == kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_above_speaks_for_its_own_kind(kind: str) -> None:
    assert kind_of(f"rule.close-above.{kind}") == kind_of(f"rule.far-above.{kind}") == kind


@pytest.mark.parametrize(
    ("amounts", "kind"),
    [
        ({}, ""),
        ({"is.core": -2.0}, ""),
        ({"named.related": 2.0}, ""),
        ({"named.related": -0.1}, "related"),
        ({"named.related": -0.1, "says.share": -0.2}, "share"),
        # facts of one kind add up, and what speaks for the block does not count
        ({"named.related": -0.3, "around.card": -0.3, "says.share": -0.5}, "related"),
        ({"named.related": -0.3, "around.card": 5.0, "says.share": -0.5}, "share"),
        ({"is.core": -9.0, "says.share": -0.1}, "share"),
        ({"named.related": -0.5, "named.ad": -0.5}, "ad-marker"),
        ({"named.ad": 0.0}, ""),
    ],
)
def test_likely_kind(amounts: dict[str, float], kind: str) -> None:
    evidence = [Evidence(source, amount) for source, amount in amounts.items()]
    assert likely_kind(evidence) == likely_kind(reversed(evidence)) == kind
