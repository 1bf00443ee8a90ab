"""The reference that `make docs` builds: everything stands in it once, and its links lead somewhere."""

import re
from collections import Counter
from dataclasses import replace
from typing import get_args

import pytest

from cleaner.authoring.describing import describe
from cleaner.authoring.docs import docs
from cleaner.authoring.lint import CODES
from cleaner.render.trace import GUARDS
from cleaner.rules import bundled_rules
from cleaner.rules.annotations import fields_of
from cleaner.rules.schema import Kind, Rule
from tests.conftest import ROOT

REFERENCE = docs(bundled_rules())
PROSE = re.sub(r"^```.*?^```$", "", REFERENCE, flags=re.M | re.S)
HEADINGS = re.findall(r"^#+ (.*)$", PROSE, re.M)


def below(heading: str) -> str:
    return re.split(r"^##+ ", PROSE.partition(f"# {heading}\n")[2], maxsplit=1, flags=re.M)[0]


def keys() -> list[str]:
    return [field.alias or name for name, field in fields_of(Rule).items() if not field.exclude]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([rule.full_id for rule in bundled_rules().rules], HEADINGS),
        (CODES, [heading.split()[0] for heading in HEADINGS]),
        ({rule.kind for rule in bundled_rules().rules}, HEADINGS),
        (
            {*get_args(Kind)} - {"protect"},
            re.findall(r"^- `([\w-]+)`(?: \(stays by default\))?: ", below("Kinds"), re.M),
        ),
        (keys(), re.findall(r"^\| `(\w+)` ", below("A rule"), re.M)),
        (GUARDS, re.findall(r"^- `([\w-]+)`: ", below("Guards"), re.M)),
    ],
    ids=["rules", "lint codes", "kinds with rules", "kinds", "keys of a rule", "guards"],
)
def test_everything_stands_in_it_once(wanted: list[str], found: list[str]) -> None:
    times = Counter(found)
    assert {name: times[name] for name in wanted if times[name] != 1} == {}


def test_links_lead_somewhere() -> None:
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in HEADINGS}
    links = re.findall(r"\]\(([^)\s]+)\)", PROSE)
    assert links
    for link in links:
        path, _, anchor = link.partition("#")
        assert link.startswith("https://") or not path or (ROOT / "docs" / path).exists(), link
        assert path or anchor in anchors, link


def test_a_page_without_a_file() -> None:
    rule = bundled_rules().rules[0]
    assert "defined in" in describe(rule)
    assert "defined in" not in describe(replace(rule, file=""))
